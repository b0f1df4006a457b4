import type { Carried } from '@axent/kernel';
import type { Language } from '@axent/policy/shape';
import type { Announcement } from '../alert.ts';
import de from '../text/de.ts';
import en from '../text/en.ts';
import zh from '../text/zh-CN.ts';
import type { Judgement } from '../watching.ts';
import { sentence } from '../words.ts';

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, de, 'zh-CN': zh };

const words = {
  en: {
    acts: 'AXENT needs a hand: {parts}',
    calm: 'AXENT is well again: {parts}',
    still: 'Still so:',
    over: 'Well again: {parts}',
    more: 'How everything stands: {address}',
    why: 'You get this mail because ALERT_MAIL of {host} names this address. It comes when a part needs a hand, once a day while that lasts, and when it is over.',
    between: ', ',
  },
  de: {
    acts: 'AXENT braucht Sie: {parts}',
    calm: 'AXENT ist wieder in Ordnung: {parts}',
    still: 'Noch immer:',
    over: 'Wieder in Ordnung: {parts}',
    more: 'Wie alles steht: {address}',
    why: 'Sie erhalten diese Mail, weil ALERT_MAIL von {host} diese Adresse nennt. Sie kommt, wenn ein Teil Hilfe braucht, solange das dauert einmal am Tag, und wenn es vorbei ist.',
    between: ', ',
  },
  'zh-CN': {
    acts: 'AXENT 需要处理：{parts}',
    calm: 'AXENT 已恢复正常：{parts}',
    still: '仍未解决：',
    over: '已恢复正常：{parts}',
    more: '全部状态：{address}',
    why: '您收到此邮件，是因为 {host} 的 ALERT_MAIL 写有此地址。有部分需要处理时会发送，未解决时每天一次，恢复后再发一次。',
    between: '、',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** One mail for everything that there is to say now. It names parts of the service, and nothing of anybody. */
export function alertMail(
  to: string,
  { raised, repeated, cleared }: Announcement,
  language: Language,
  publicUrl: URL,
): Carried {
  const own = words[language];
  const text = texts[language];
  const say = (key: keyof typeof own, values: Readonly<Record<string, string>> = {}) =>
    sentence(own, key, values, language);
  const named = (list: readonly Judgement[]) =>
    list.map(({ part }) => sentence(text, `part_${part}`, {}, language)).join(own.between);
  const told = (one: Judgement) =>
    [
      sentence(text, `part_${one.part}`, {}, language),
      sentence(text, one.reason, one.figures, language, 'UTC'),
      sentence(text, `${one.reason}_next`, one.figures, language, 'UTC'),
    ].join('\n');
  const bad = [...raised, ...repeated];
  const blocks = [
    ...raised.map(told),
    ...(repeated.length > 0 ? [say('still'), ...repeated.map(told)] : []),
    ...(cleared.length > 0 ? [say('over', { parts: named(cleared) })] : []),
    say('more', { address: `${publicUrl.origin}/console/status` }),
    say('why', { host: publicUrl.host }),
  ];
  return {
    to,
    subject: bad.length > 0 ? say('acts', { parts: named(bad) }) : say('calm', { parts: named(cleared) }),
    text: `${blocks.join('\n\n')}\n`,
  };
}
