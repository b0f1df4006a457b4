import type { ProblemWords } from '@axent/kernel';
import { wayProblems } from './problems.ways.ts';
import { wechatProblems } from './problems.wechat.ts';

export const problems: ProblemWords = {
  ...wayProblems,
  ...wechatProblems,
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
      detail:
        'Another one can be sent in {wait_s} seconds. If it comes by mail, look in your spam folder meanwhile.',
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
      detail: 'Look at the newest message and type its code in the browser where you asked for it.',
    },
    'zh-CN': { title: '验证码不正确', detail: '请查看最新的邮件或短信，并在请求验证码的浏览器中输入。' },
    de: {
      title: 'Dieser Code passt nicht',
      detail: 'Nehmen Sie den Code aus der neuesten Nachricht, im Browser, in dem Sie ihn verlangt haben.',
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
      detail:
        'To protect the account, short codes are refused for now. Send a new code: it comes longer, for pasting.',
    },
    'zh-CN': {
      title: '错误次数过多',
      detail: '为保护账户，暂不接受短验证码。请重新发送：新的验证码更长，可直接粘贴。',
    },
    de: {
      title: 'Zu viele falsche Codes',
      detail:
        'Zum Schutz des Kontos gelten kurze Codes vorerst nicht. Senden Sie einen neuen: er kommt länger, zum Einfügen.',
    },
  },
  too_many_codes: {
    en: {
      title: 'Many codes were sent already',
      detail: 'The newest one that you asked for still counts. Another can be sent in {minutes} minutes.',
    },
    'zh-CN': {
      title: '已发送多个验证码',
      detail: '您最近请求的验证码仍然有效。{minutes} 分钟后可再次发送。',
    },
    de: {
      title: 'Es gingen schon viele Codes hinaus',
      detail: 'Der letzte, den Sie verlangt haben, gilt noch. Ein neuer geht in {minutes} Minuten.',
    },
  },
  phone_invalid: {
    en: {
      title: 'That number cannot be reached',
      detail: 'Type it with its country code, for example +41 79 000 00 00, and send again.',
    },
    'zh-CN': {
      title: '手机号码不正确',
      detail: '请带上国家代码填写，例如 +86 138 0000 0000，然后重新发送。',
    },
    de: {
      title: 'Diese Nummer ist nicht erreichbar',
      detail:
        'Schreiben Sie sie mit der Landesvorwahl, zum Beispiel +41 79 000 00 00, und senden Sie noch einmal.',
    },
  },
  phone_not_offered: {
    en: { title: 'No codes by SMS here', detail: 'Use your mail address instead.' },
    'zh-CN': { title: '此处不支持短信验证码', detail: '请改用您的电子邮箱。' },
    de: { title: 'Hier gibt es keine Codes per SMS', detail: 'Nehmen Sie Ihre Mailadresse.' },
  },
};
