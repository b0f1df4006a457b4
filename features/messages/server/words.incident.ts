import type { Language, Words } from './words.ts';

/** What happened and what a person can do, as it was approved. */
export interface Telling {
  readonly what: string;
  readonly next: string;
}

/** The frame is ours, what stands in it is the operator's. */
export function incidentTold(language: Language, { what, next }: Telling): Words {
  const { title, reason, more, why } = frame[language];
  // Whoever has only a phone reads there all that can be done.
  const said = (...parts: readonly string[]) => parts.join(language === 'zh-CN' ? '' : ' ');
  return {
    title,
    short: said(what, more, reason),
    sms: said(what, next, reason),
    text: `${what}\n\n${next}`,
    why,
  };
}

interface Frame extends Pick<Words, 'title' | 'why'> {
  readonly more: string;
  readonly reason: string;
}

const frame: Readonly<Record<Language, Frame>> = {
  en: {
    title: 'Something happened that concerns your data',
    more: 'We have also sent you what you can do by mail or SMS.',
    reason: 'Sent because the law and we want you to know.',
    why: 'You get this message because there was an incident and you have an account. It comes at any hour, whatever your switches say.',
  },
  'zh-CN': {
    title: '发生了一件与您的数据有关的事',
    more: '您可以采取的措施已另以邮件或短信发送。',
    reason: '依法且出于我们的意愿告知您。',
    why: '您收到此消息，是因为发生了事件，而您有账户。此消息不论何时都会发送，不受您的开关影响。',
  },
  de: {
    title: 'Es ist etwas geschehen, das Ihre Daten betrifft',
    more: 'Was Sie tun können, haben wir Ihnen auch per Mail oder SMS geschrieben.',
    reason: 'Grund: Das Gesetz und wir selbst wollen, dass Sie es wissen.',
    why: 'Sie erhalten diese Nachricht, weil es einen Vorfall gab und Sie ein Konto haben. Sie kommt zu jeder Stunde, was immer Ihre Schalter sagen.',
  },
};
