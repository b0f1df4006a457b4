import type { ProblemWords } from '@axent/kernel';

function words(en: [string, string], zh: [string, string], de: [string, string]) {
  const one = ([title, detail]: [string, string]) => ({ title, detail });
  return { en: one(en), 'zh-CN': one(zh), de: one(de) };
}

/** Words of what can go wrong with the company's own sign-in. */
export const providerProblems: ProblemWords = {
  provider_none: words(
    [
      'There is no company sign-in here',
      'Sign in with your mail address. Whoever operates this can set one up.',
    ],
    ['此处未设置公司统一登录', '请用邮箱登录。如需统一登录，请联系运维人员设置。'],
    [
      'Hier ist keine Firmenanmeldung eingerichtet',
      'Melden Sie sich mit der Mailadresse an. Wer den Server betreibt, kann eine einrichten.',
    ],
  ),
  provider_away: words(
    [
      "The company's sign-in does not answer",
      'Nothing was changed. Sign in with a code to your mail address, or try again in a minute.',
    ],
    ['公司统一登录没有响应', '未作任何更改。请用邮箱验证码登录，或稍后重试。'],
    [
      'Die Firmenanmeldung antwortet nicht',
      'Nichts wurde geändert. Melden Sie sich mit einem Code an Ihre Mailadresse an, oder versuchen Sie es in einer Minute wieder.',
    ],
  ),
  provider_declined: words(
    ["The company's sign-in was broken off", 'Nothing was changed. Begin again when you like.'],
    ['公司统一登录已中断', '未作任何更改。您可以随时重新开始。'],
    [
      'Die Firmenanmeldung wurde abgebrochen',
      'Nichts wurde geändert. Fangen Sie von vorn an, wenn Sie möchten.',
    ],
  ),
  provider_refused: words(
    [
      "The answer of the company's sign-in does not hold",
      'It was used already, is too old, or is not meant for this place. Nothing was changed. Begin again; if it comes back, tell whoever operates this.',
    ],
    [
      '公司统一登录的答复无效',
      '它已被使用、过旧，或并非发给此处。未作任何更改。请重新开始；若再次出现，请告知运维人员。',
    ],
    [
      'Die Antwort der Firmenanmeldung gilt nicht',
      'Sie wurde schon benutzt, ist zu alt oder nicht für diesen Ort bestimmt. Nichts wurde geändert. Fangen Sie von vorn an; kommt es wieder, sagen Sie es dem Betrieb.',
    ],
  ),
  provider_expired: words(
    [
      'This sign-in was not begun here, or too long ago',
      'It counts once, for ten minutes, in the browser that began it. Nothing was changed. Begin again.',
    ],
    [
      '此登录并非在此处发起，或已过期',
      '仅在发起它的浏览器中十分钟内有效，且只能使用一次。未作任何更改。请重新开始。',
    ],
    [
      'Diese Anmeldung wurde nicht hier begonnen, oder vor zu langer Zeit',
      'Sie gilt einmal, zehn Minuten lang, in dem Browser, der sie begann. Nichts wurde geändert. Fangen Sie von vorn an.',
    ],
  ),
  provider_unknown: words(
    [
      'Nobody who works here has this company account',
      'Come in with your mail address or your one-time link, and connect the account then. Being known to the company does not make anybody staff here.',
    ],
    [
      '此公司账户不属于这里的任何员工',
      '请用邮箱或一次性链接进入，然后连接该账户。拥有公司账户本身并不使人成为此处的员工。',
    ],
    [
      'Niemand, der hier arbeitet, hat dieses Firmenkonto',
      'Kommen Sie mit Ihrer Mailadresse oder Ihrem Einmallink herein und verbinden Sie dann das Konto. Ein Firmenkonto allein macht hier niemanden zum Mitglied.',
    ],
  ),
  provider_taken: words(
    [
      'This company account belongs to another account here',
      'Nothing was changed. Sign in with it, or choose another one there.',
    ],
    ['此公司账户已属于这里的另一个账户', '未作任何更改。请用它登录，或在对方页面选择其他账户。'],
    [
      'Dieses Firmenkonto gehört hier zu einem anderen Konto',
      'Nichts wurde geändert. Melden Sie sich damit an, oder wählen Sie dort ein anderes.',
    ],
  ),
};
