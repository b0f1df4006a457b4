import type { ProblemWords } from '@axent/kernel';

export const recoveryProblems: ProblemWords = {
  known_invalid: {
    en: {
      title: 'That is neither an address nor a number',
      detail:
        'Give the mail address, or the number with its country code, for example +41. What you wrote is still here.',
    },
    'zh-CN': {
      title: '既不是邮箱地址，也不是号码',
      detail: '请填写邮箱地址，或带国家代码的号码，例如 +86。您写下的内容仍在。',
    },
    de: {
      title: 'Das ist weder Adresse noch Nummer',
      detail:
        'Geben Sie die Mailadresse an oder die Nummer mit Landesvorwahl, zum Beispiel +41. Was Sie geschrieben haben, ist noch da.',
    },
  },
  recovery_decided: {
    en: {
      title: 'Two have decided already',
      detail: 'Load the page again to see how it stands. Nothing was changed.',
    },
    'zh-CN': { title: '已有两人作出决定', detail: '请重新载入页面查看现状。未更改任何内容。' },
    de: {
      title: 'Zwei haben schon entschieden',
      detail: 'Laden Sie die Seite neu, um den Stand zu sehen. Geändert wurde nichts.',
    },
  },
  own_approval: {
    en: {
      title: 'Somebody else has to be the second',
      detail: 'You approved it first. Ask another privacy officer to look at it with a sign-in of their own.',
    },
    'zh-CN': {
      title: '第二人须另有其人',
      detail: '您已作为第一人批准。请另一位隐私专员用自己的登录查看并批准。',
    },
    de: {
      title: 'Die zweite Person muss jemand anders sein',
      detail:
        'Sie haben als erste gutgeheissen. Bitten Sie eine andere Datenschutzbeauftragte, mit eigener Anmeldung hinzusehen.',
    },
  },
  factors_differ: {
    en: {
      title: 'You two do not approve the same',
      detail:
        'The first approval says otherwise what becomes of the second factors. Talk to each other; nothing was changed.',
    },
    'zh-CN': {
      title: '两人批准的内容不同',
      detail: '关于第二验证方式，第一次批准与您的不同。请相互沟通；未更改任何内容。',
    },
    de: {
      title: 'Sie heissen nicht dasselbe gut',
      detail:
        'Die erste Zustimmung sagt zu den zweiten Faktoren etwas anderes. Sprechen Sie miteinander; geändert wurde nichts.',
    },
  },
  account_unknown: {
    en: {
      title: 'No account is known by this address',
      detail:
        'There is nothing to give back. Ask for another address, or refuse the request with that reason.',
    },
    'zh-CN': {
      title: '没有以此地址登记的账户',
      detail: '没有可归还的账户。请询问其他地址，或以此为由拒绝。',
    },
    de: {
      title: 'Unter dieser Adresse gibt es kein Konto',
      detail:
        'Es ist nichts zurückzugeben. Fragen Sie nach einer anderen Adresse, oder lehnen Sie mit diesem Grund ab.',
    },
  },
};
