import type { ProblemWords } from '@axent/kernel';

function words(en: [string, string], zh: [string, string], de: [string, string]) {
  const one = ([title, detail]: [string, string]) => ({ title, detail });
  return { en: one(en), 'zh-CN': one(zh), de: one(de) };
}

/** Words of what can go wrong with the ways of signing in. */
export const wayProblems: ProblemWords = {
  password_wrong: words(
    [
      'That does not fit together',
      'The address or the password is wrong. Look at capitals and the keyboard, or sign in with a code instead.',
    ],
    ['地址或密码不正确', '请检查大小写和键盘布局，或改用验证码登录。'],
    [
      'Das passt nicht zusammen',
      'Die Adresse oder das Passwort stimmt nicht. Prüfen Sie Grossschreibung und Tastatur, oder melden Sie sich mit einem Code an.',
    ],
  ),
  password_guessed_out: words(
    [
      'Too many wrong passwords',
      'To protect the account, passwords are refused for an hour. Sign in with a code: it works at once.',
    ],
    ['密码错误次数过多', '为保护账户，一小时内暂不接受密码。请改用验证码登录，可立即使用。'],
    [
      'Zu viele falsche Passwörter',
      'Zum Schutz des Kontos gelten Passwörter eine Stunde lang nicht. Melden Sie sich mit einem Code an: das geht sofort.',
    ],
  ),
  password_short: words(
    [
      'That password is too short',
      'Take at least {length} characters: three or four words in a row do well.',
    ],
    ['密码太短', '请至少使用 {length} 个字符，例如三四个连在一起的词。'],
    [
      'Dieses Passwort ist zu kurz',
      'Nehmen Sie mindestens {length} Zeichen: drei oder vier Wörter hintereinander sind gut.',
    ],
  ),
  password_common: words(
    [
      'That password is guessed too easily',
      'It stands in lists of common passwords, or is made of parts of your address. Take words that have nothing to do with each other or with you.',
    ],
    ['此密码太容易被猜到', '它出现在常用密码列表中，或由您的地址拼成。请使用彼此无关、也与您无关的词。'],
    [
      'Dieses Passwort ist zu leicht zu erraten',
      'Es steht in Listen häufiger Passwörter oder besteht aus Teilen Ihrer Adresse. Nehmen Sie Wörter, die nichts miteinander und nichts mit Ihnen zu tun haben.',
    ],
  ),
  hint_tells: words(
    [
      'The hint gives the password away',
      'Write something that reminds you alone, without letters of the password.',
    ],
    ['提示泄露了密码', '请写只有您自己能懂的内容，不要包含密码中的字符。'],
    [
      'Der Hinweis verrät das Passwort',
      'Schreiben Sie etwas, das nur Sie erinnert, ohne Buchstaben des Passworts.',
    ],
  ),
  no_second_step: words(
    ['There is no second step to take', 'Ten minutes may have gone by. Sign in again from the beginning.'],
    ['没有待完成的第二步', '可能已超过十分钟。请从头重新登录。'],
    [
      'Hier steht kein zweiter Schritt an',
      'Vielleicht sind zehn Minuten vergangen. Melden Sie sich von vorn an.',
    ],
  ),
  second_wrong: words(
    [
      'That code does not fit',
      'Wait for the next code in your authenticator app and type it, or take a recovery code. Each counts once.',
    ],
    ['验证码不正确', '请等待身份验证器显示下一个验证码后输入，或使用恢复码。每个仅可使用一次。'],
    [
      'Dieser Code passt nicht',
      'Warten Sie auf den nächsten Code in Ihrer Authenticator-App, oder nehmen Sie einen Ersatzcode. Jeder gilt einmal.',
    ],
  ),
  second_guessed_out: words(
    [
      'Too many wrong codes',
      'To protect the account, the second step is refused for an hour. A passkey works at once; else try again later.',
    ],
    ['错误次数过多', '为保护账户，一小时内暂不接受第二步验证码。可立即使用通行密钥，或稍后再试。'],
    [
      'Zu viele falsche Codes',
      'Zum Schutz des Kontos gilt der zweite Schritt eine Stunde lang nicht. Ein Passkey geht sofort; sonst versuchen Sie es später.',
    ],
  ),
  passkey_refused: words(
    [
      'That passkey was not taken',
      'It may belong to another site or account, or it took too long. Try once more, or sign in another way.',
    ],
    ['此通行密钥未被接受', '它可能属于其他网站或账户，或操作超时。请重试，或使用其他方式登录。'],
    [
      'Dieser Passkey wurde nicht angenommen',
      'Vielleicht gehört er zu einer anderen Seite oder einem anderen Konto, oder es dauerte zu lange. Versuchen Sie es noch einmal oder auf anderem Weg.',
    ],
  ),
  too_many_passkeys: words(
    ['There are {most} passkeys already', 'Remove one that you no longer use, then add this one.'],
    ['已有 {most} 个通行密钥', '请先移除不再使用的一个，然后再添加。'],
    [
      'Es gibt schon {most} Passkeys',
      'Entfernen Sie einen, den Sie nicht mehr brauchen, und fügen Sie dann diesen hinzu.',
    ],
  ),
  last_way: words(
    [
      'This is the last way into the account',
      'Add another one first; then this one can go. Nothing was changed.',
    ],
    ['这是登录账户的最后一种方式', '请先添加另一种方式，然后再移除。未作任何更改。'],
    [
      'Das ist der letzte Weg ins Konto',
      'Richten Sie zuerst einen anderen ein; dann kann dieser weg. Nichts wurde geändert.',
    ],
  ),
  way_unknown: words(
    ['That is not there any more', 'It may have been removed on another device. Load the page again.'],
    ['该项已不存在', '可能已在其他设备上移除。请重新加载页面。'],
    [
      'Das gibt es nicht mehr',
      'Vielleicht wurde es auf einem anderen Gerät entfernt. Laden Sie die Seite neu.',
    ],
  ),
  second_needed: words(
    [
      'Staff need a second step',
      'Add a passkey and ask for it, or set up another authenticator app: it takes the place of this one.',
    ],
    ['员工必须使用第二步验证', '请添加通行密钥，或设置另一个身份验证器来替换当前的。'],
    [
      'Mitarbeitende brauchen einen zweiten Schritt',
      'Richten Sie eine andere Authenticator-App ein: sie tritt an die Stelle von dieser.',
    ],
  ),
  contact_taken: words(
    [
      'This one belongs to another account',
      'You proved that it is yours, but another account signs in with it. Sign in there and remove it, then add it here.',
    ],
    ['它已属于另一个账户', '您已证明归您所有，但另一个账户正用它登录。请先在那里移除，然后在此添加。'],
    [
      'Das gehört schon zu einem anderen Konto',
      'Sie haben bewiesen, dass es Ihres ist, aber ein anderes Konto meldet sich damit an. Entfernen Sie es dort und fügen Sie es dann hier hinzu.',
    ],
  ),
};
