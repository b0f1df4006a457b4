import type { Carried } from '@axent/kernel';

const words = {
  en: {
    subject: 'Your AXENT console code: {code}',
    text: 'Your code is {code}.\n\nIt works for ten minutes, in the browser that holds the one-time link. From then on you sign in to the console with this address.\n\nYou get this mail because somebody with a one-time link entered this address. If that was not you, do nothing, and tell your privacy officer.\n',
  },
  'zh-CN': {
    subject: '您的 AXENT 控制台验证码：{code}',
    text: '您的验证码是 {code}。\n\n十分钟内有效，仅可在持有一次性链接的浏览器中使用。此后您用此地址登录控制台。\n\n您收到此邮件，是因为有人持一次性链接填写了此地址。如果不是您本人，请忽略，并告知隐私负责人。\n',
  },
  de: {
    subject: 'Ihr AXENT-Konsolencode: {code}',
    text: 'Ihr Code lautet {code}.\n\nEr gilt zehn Minuten, in dem Browser mit dem Einmallink. Danach melden Sie sich mit dieser Adresse in der Konsole an.\n\nSie erhalten diese Mail, weil jemand mit einem Einmallink diese Adresse eingegeben hat. Waren Sie das nicht, tun Sie nichts und sagen Sie es der Datenschutzstelle.\n',
  },
} as const;

/** The mail that proves the address of a new member of staff. It says why it came, and carries nothing else. */
export function proofMail(to: string, code: string, language: keyof typeof words): Carried {
  const spaced = `${code.slice(0, 4)} ${code.slice(4)}`;
  const { subject, text } = words[language];
  return { to, subject: subject.replace('{code}', spaced), text: text.replace('{code}', spaced) };
}
