import type { Carried } from '@axent/kernel';

import { spacedCode } from '../account.ts';
import type { Meaning } from './codes.ts';
import type { Recipient } from './recipient.ts';

type Language = 'en' | 'zh-CN' | 'de';

/** Why it came, where the code is to prove an address and not to sign in. */
const contact = {
  en: [
    'this address was entered to sign in to AXENT. If that was not you, do nothing: without the code nobody gets in.',
    'somebody who is signed in to AXENT gave this address as theirs. If that was not you, do nothing: without the code it is not.',
    'this number was entered to sign in',
    'this number was given for an account',
  ],
  'zh-CN': [
    '有人用此地址登录 AXENT。如果不是您本人，请忽略：没有验证码，任何人都无法登录。',
    '有人在其 AXENT 账户中填写了此地址。如果不是您本人，请忽略：没有验证码，此地址不会生效。',
    '有人用此号码登录而发',
    '有人在账户中填写此号码而发',
  ],
  de: [
    'diese Adresse zum Anmelden bei AXENT eingegeben wurde. Waren Sie das nicht, brauchen Sie nichts zu tun: ohne den Code kommt niemand hinein.',
    'jemand, der bei AXENT angemeldet ist, diese Adresse als seine angegeben hat. Waren Sie das nicht, brauchen Sie nichts zu tun: ohne den Code gilt sie nicht.',
    'diese Nummer zum Anmelden eingegeben wurde',
    'diese Nummer für ein Konto angegeben wurde',
  ],
} as const;

/** The same for an address that is proved for a request: it belongs to no account. */
const proof = {
  en: [
    'this address was given with a request to AXENT. It signs nobody in. If that was not you, do nothing: without the code no request is made in your name.',
    'this number was given with a request',
  ],
  'zh-CN': [
    '有人在向 AXENT 提出请求时填写了此地址。此验证码不能用于登录。如果不是您本人，请忽略：没有验证码，任何人都无法以您的名义提出请求。',
    '有人提出请求时填写此号码而发',
  ],
  de: [
    'diese Adresse bei einem Begehren an AXENT angegeben wurde. Er meldet niemanden an. Waren Sie das nicht, brauchen Sie nichts zu tun: ohne den Code wird in Ihrem Namen nichts begehrt.',
    'diese Nummer bei einem Begehren angegeben wurde',
  ],
} as const;

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

/** One segment each: 160 letters, or 70 where the letters are Chinese. */
const short = {
  en: '{code} is your AXENT code for ten minutes, where you asked for it. Sent because this number was entered to sign in. Not you? Ignore it.',
  'zh-CN': '{code}，AXENT验证码，十分钟内有效。因有人用此号码登录而发，非本人请忽略。',
  de: '{code} ist Ihr AXENT-Code für zehn Minuten. Er kommt, weil diese Nummer zum Anmelden eingegeben wurde. Nicht Sie? Nichts tun.',
} as const;

/** The message with a code, by mail or SMS. It says why it came, and carries nothing else. */
export function codeMessage(
  { channel, value: to }: Pick<Recipient, 'channel' | 'value'>,
  code: string,
  language: Language,
  meaning: Meaning,
): Carried {
  const spaced = spacedCode(code);
  const [signing, giving, signing_short, giving_short] = contact[language];
  const why = {
    sign_in: [signing, signing_short],
    contact: [giving, giving_short],
    proof: proof[language],
  } as const;
  const [long, brief] = why[meaning];
  const fill = (text: string) =>
    text.replace(signing, long).replace(signing_short, brief).replace('{code}', spaced);
  if (channel === 'sms') return { channel, to, subject: '', text: fill(short[language]) };
  const { subject, text } = words[language];
  return { channel, to, subject: fill(subject), text: fill(text) };
}
