import type { Language, Words } from './words.ts';

type Told = 'answered' | 'refused' | 'extended';

const why: Readonly<Record<Language, string>> = {
  en: 'You get this message because you made a request about your data in your account. It comes whatever your switches say.',
  'zh-CN': '您收到此消息，是因为您在账户中就您的数据提出了请求。此消息不受您的开关影响。',
  de: 'Sie erhalten diese Nachricht, weil Sie in Ihrem Konto ein Begehren zu Ihren Daten gestellt haben. Sie kommt, was immer Ihre Schalter sagen.',
};

const moved: Readonly<Record<Told, Readonly<Record<Language, Omit<Words, 'why'>>>>> = {
  answered: {
    en: {
      title: 'Your request has been answered',
      short: 'Your request about your data has been answered. You get this because you made it.',
      text: 'A privacy officer has answered your request about your data. The answer is in your account.',
    },
    'zh-CN': {
      title: '您的请求已答复',
      short: '您就数据提出的请求已答复。因您提出过请求，故有此消息。',
      text: '隐私专员已答复您就数据提出的请求。答复在您的账户中。',
    },
    de: {
      title: 'Ihr Begehren ist beantwortet',
      short: 'Ihr Begehren zu Ihren Daten ist beantwortet. Grund: Sie haben es gestellt.',
      text: 'Eine Datenschutzbeauftragte hat Ihr Begehren zu Ihren Daten beantwortet. Die Antwort liegt in Ihrem Konto.',
    },
  },
  refused: {
    en: {
      title: 'We cannot follow your request',
      short:
        'We cannot follow your request about your data. Why, and to whom you may turn, is in your account. You get this because you made it.',
      text: 'We cannot follow your request about your data. The reason, and the authority to which you may turn, are in your account.',
    },
    'zh-CN': {
      title: '我们无法满足您的请求',
      short: '我们无法满足您就数据提出的请求。理由和投诉途径在您的账户中。因您提出过请求，故有此消息。',
      text: '我们无法满足您就数据提出的请求。理由以及您可以投诉的主管机关，在您的账户中。',
    },
    de: {
      title: 'Ihrem Begehren können wir nicht folgen',
      short:
        'Ihrem Begehren zu Ihren Daten können wir nicht folgen. Warum, und wer weiterhilft, steht in Ihrem Konto. Grund: Sie haben es gestellt.',
      text: 'Ihrem Begehren zu Ihren Daten können wir nicht folgen. Der Grund und die Behörde, an die Sie sich wenden können, stehen in Ihrem Konto.',
    },
  },
  extended: {
    en: {
      title: 'Your request takes longer',
      short:
        'Your request about your data takes longer. Why, and until when, is in your account. You get this because you made it.',
      text: 'Your request about your data takes longer than we said. The reason, and the day by which it is answered now, are in your account.',
    },
    'zh-CN': {
      title: '您的请求需要更长时间',
      short: '您就数据提出的请求需要更长时间。理由和新的期限在您的账户中。因您提出过请求，故有此消息。',
      text: '您就数据提出的请求需要更长时间。理由和新的答复期限，在您的账户中。',
    },
    de: {
      title: 'Ihr Begehren dauert länger',
      short:
        'Ihr Begehren zu Ihren Daten dauert länger. Warum und bis wann, steht in Ihrem Konto. Grund: Sie haben es gestellt.',
      text: 'Ihr Begehren zu Ihren Daten dauert länger als gesagt. Der Grund und der neue Tag stehen in Ihrem Konto.',
    },
  },
};

/** What became of a request that was made in an account. */
export function requestMoved(language: Language, told: Told): Words {
  return { ...moved[told][language], why: why[language] };
}

const taken: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Somebody asks for your account',
    short:
      'Somebody says they lost the way into your account. It goes to them in 72 hours. Not you? Sign in and stop it. Sent for your security.',
    text: 'Somebody says that this account is theirs and that they have lost this address or number. Two of our staff have looked into it. In 72 hours the account goes to the new address that they proved.\n\nIf that is you, there is nothing to do. If not, sign in and stop it: one press is enough.',
    why: 'You get this message for your security, at any hour, at every address that leads into your account.',
  },
  'zh-CN': {
    title: '有人要求取得您的账户',
    short:
      '有人称无法登录您的账户，72 小时后账户将转给其新地址。不是您本人？请登录并阻止。此消息为您的安全而发。',
    text: '有人称此账户属于自己，但已失去此地址或号码。我们的两名员工已核查。72 小时后，账户将转给其证明过的新地址。\n\n如果是您本人，无需处理。如果不是，请登录并阻止：只需按一下。',
    why: '此消息为保障您的安全而发，不论何时，发送到可登录您账户的每个地址。',
  },
  de: {
    title: 'Jemand verlangt Ihr Konto',
    short:
      'Jemand sagt, er habe den Zugang zu Ihrem Konto verloren. In 72 Stunden erhält er es. Nicht Sie? Anmelden und aufhalten. Zu Ihrer Sicherheit.',
    text: 'Jemand sagt, dieses Konto sei seines und er habe diese Adresse oder Nummer verloren. Zwei unserer Leute haben das geprüft. In 72 Stunden geht das Konto an die neue Adresse, die er nachgewiesen hat.\n\nSind Sie das, ist nichts zu tun. Wenn nicht, melden Sie sich an und halten Sie es auf: ein Druck genügt.',
    why: 'Sie erhalten diese Nachricht zu Ihrer Sicherheit, zu jeder Stunde, an jeder Adresse, die in Ihr Konto führt.',
  },
};

/** Somebody is about to be given this person's account. */
export const accountAsked = (language: Language): Words => taken[language];
