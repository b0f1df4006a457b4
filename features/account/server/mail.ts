import type { Carried } from '@axent/kernel';

type Language = 'en' | 'zh-CN' | 'de';

const words = {
  en: {
    subject: 'Your AXENT code: {code}',
    text: 'Your code is {code}.\n\nIt works for ten minutes, in the browser where you asked for it, once.\n\nYou get this mail because this address was entered to sign in to AXENT. If that was not you, do nothing: without the code nobody gets in.\n',
  },
  'zh-CN': {
    subject: '您的 AXENT 验证码：{code}',
    text: '您的验证码是 {code}。\n\n十分钟内有效，仅可在您请求验证码的浏览器中使用一次。\n\n您收到此邮件，是因为有人用此地址登录 AXENT。如果不是您本人，请忽略：没有验证码，任何人都无法登录。\n',
  },
  de: {
    subject: 'Ihr AXENT-Code: {code}',
    text: 'Ihr Code lautet {code}.\n\nEr gilt zehn Minuten, einmal, in dem Browser, in dem Sie ihn verlangt haben.\n\nSie erhalten diese Mail, weil diese Adresse zum Anmelden bei AXENT eingegeben wurde. Waren Sie das nicht, brauchen Sie nichts zu tun: ohne den Code kommt niemand hinein.\n',
  },
} as const;

/** The mail with a sign-in code. It says why it came, and carries nothing else. */
export function codeMail(to: string, code: string, language: Language): Carried {
  const spaced = `${code.slice(0, 4)} ${code.slice(4)}`;
  const { subject, text } = words[language];
  return { to, subject: subject.replace('{code}', spaced), text: text.replace('{code}', spaced) };
}
