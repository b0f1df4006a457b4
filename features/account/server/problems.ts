import type { ProblemWords } from '@axent/kernel';

export const problems: ProblemWords = {
  address_invalid: {
    en: {
      title: 'That is no mail address',
      detail: 'Mail could not be sent there. Look for a missing @ or a wrong ending, and send again.',
    },
    'zh-CN': {
      title: '邮箱地址不正确',
      detail: '无法发送到该地址。请检查是否缺少 @ 或后缀有误，然后重新发送。',
    },
    de: {
      title: 'Das ist keine Mailadresse',
      detail:
        'Dorthin kann keine Mail gehen. Fehlt ein @ oder stimmt die Endung nicht? Korrigieren und noch einmal senden.',
    },
  },
  code_wait: {
    en: {
      title: 'A code is on its way',
      detail: 'Another one can be sent in {wait_s} seconds. Look in your spam folder meanwhile.',
    },
    'zh-CN': { title: '验证码已发出', detail: '{wait_s} 秒后可再次发送。请先查看垃圾邮件。' },
    de: {
      title: 'Ein Code ist unterwegs',
      detail:
        'In {wait_s} Sekunden kann ein neuer gesendet werden. Schauen Sie inzwischen im Spam-Ordner nach.',
    },
  },
  code_wrong: {
    en: {
      title: 'That code does not fit',
      detail: 'Look at the newest mail and type its code in the browser where you asked for it.',
    },
    'zh-CN': { title: '验证码不正确', detail: '请查看最新的邮件，并在请求验证码的浏览器中输入。' },
    de: {
      title: 'Dieser Code passt nicht',
      detail: 'Nehmen Sie den Code aus der neuesten Mail, im Browser, in dem Sie ihn verlangt haben.',
    },
  },
  code_expired: {
    en: {
      title: 'That code has run out',
      detail: 'A code works for ten minutes, once. Send a new one; your address is kept.',
    },
    'zh-CN': {
      title: '验证码已失效',
      detail: '验证码十分钟内有效，仅可使用一次。请重新发送；您的地址已保留。',
    },
    de: {
      title: 'Dieser Code ist abgelaufen',
      detail: 'Ein Code gilt zehn Minuten, einmal. Senden Sie einen neuen; Ihre Adresse bleibt stehen.',
    },
  },
  too_many_guesses: {
    en: {
      title: 'Too many wrong codes',
      detail: 'To protect the account, codes for this address are refused for an hour. Try again then.',
    },
    'zh-CN': { title: '错误次数过多', detail: '为保护账户，一小时内不再接受此地址的验证码。请稍后再试。' },
    de: {
      title: 'Zu viele falsche Codes',
      detail:
        'Zum Schutz des Kontos werden Codes für diese Adresse eine Stunde lang abgelehnt. Versuchen Sie es dann wieder.',
    },
  },
};
