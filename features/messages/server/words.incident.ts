import type { Language, Words } from './words.ts';

/** What happened and what a person can do, as it was approved. */
export interface Telling {
  readonly what: string;
  readonly next: string;
}

/** The frame is ours, what stands in it is the operator's. */
export function incidentTold(language: Language, { what, next }: Telling): Words {
  const { title, short, why } = frame[language];
  return { title, short: short.replace('{what}', what), text: `${what}\n\n${next}`, why };
}

const frame: Readonly<Record<Language, Pick<Words, 'title' | 'short' | 'why'>>> = {
  en: {
    title: 'Something happened that concerns your data',
    short:
      '{what} What you can do stands in the mail and the app. Sent because the law and we want you to know.',
    why: 'You get this message because there was an incident and you have an account. It comes at any hour, whatever your switches say.',
  },
  'zh-CN': {
    title: '发生了一件与您的数据有关的事',
    short: '{what}您可以采取的措施见邮件和应用。依法且出于我们的意愿告知您。',
    why: '您收到此消息，是因为发生了事件，而您有账户。此消息不论何时都会发送，不受您的开关影响。',
  },
  de: {
    title: 'Es ist etwas geschehen, das Ihre Daten betrifft',
    short:
      '{what} Was Sie tun können, steht in der Mail und in der App. Grund: Gesetz und wir wollen, dass Sie es wissen.',
    why: 'Sie erhalten diese Nachricht, weil es einen Vorfall gab und Sie ein Konto haben. Sie kommt zu jeder Stunde, was immer Ihre Schalter sagen.',
  },
};
