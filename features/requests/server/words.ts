type Language = 'en' | 'zh-CN' | 'de';

/** One message about a request. `short` is for a phone. */
export interface Words {
  readonly subject: string;
  readonly text: string;
  readonly short: string;
  readonly why: string;
}

type Texts = Readonly<Record<Language, Words>>;

const why: Readonly<Record<Language, string>> = {
  en: 'You get this message because a request was made to AXENT from this address, with a code that was sent here. It comes whatever your switches say.',
  'zh-CN': '您收到此消息，是因为有人用发送到此地址的验证码向 AXENT 提出了请求。此消息不受您的开关影响。',
  de: 'Sie erhalten diese Nachricht, weil von dieser Adresse aus mit einem hierher gesandten Code ein Begehren an AXENT gestellt wurde. Sie kommt, was immer Ihre Schalter sagen.',
};

function said(texts: Texts, language: Language, values: Readonly<Record<string, string>>): Words {
  const fill = (line: string) => line.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  const { subject, text, short } = texts[language];
  return { subject: fill(subject), text: fill(text), short: fill(short), why: why[language] };
}

const dayIn = (language: Language, at: Date) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(at);

const came: Texts = {
  en: {
    subject: 'Your request {reference} has come in',
    text: 'Your request {reference} has come in. A privacy officer answers it by {day} at the latest.\n\nYou can look at it and take it back at any time. Prove this address again with a code, and it is there.',
    short: 'AXENT: your request {reference} has come in and is answered by {day}.',
    why: '',
  },
  'zh-CN': {
    subject: '您的请求 {reference} 已收到',
    text: '您的请求 {reference} 已收到，隐私专员最迟于 {day} 答复。\n\n您可随时查看或撤回：用验证码再次证明此地址即可。',
    short: 'AXENT：您的请求 {reference} 已收到，最迟 {day} 答复。',
    why: '',
  },
  de: {
    subject: 'Ihr Begehren {reference} ist da',
    text: 'Ihr Begehren {reference} ist eingegangen. Eine Datenschutzbeauftragte antwortet bis spätestens {day}.\n\nSie können es jederzeit ansehen und zurücknehmen. Weisen Sie diese Adresse noch einmal mit einem Code nach, dann ist es da.',
    short: 'AXENT: Ihr Begehren {reference} ist eingegangen. Antwort bis {day}.',
    why: '',
  },
};

export const received = (language: Language, reference: string, due: Date): Words =>
  said(came, language, { reference, day: dayIn(language, due) });

const answer: Texts = {
  en: {
    subject: 'Our answer to your request {reference}',
    text: 'To your request {reference} we answer:\n\n{said}',
    short: 'AXENT: your request {reference} has been answered. Read it here:',
    why: '',
  },
  'zh-CN': {
    subject: '对您的请求 {reference} 的答复',
    text: '关于您的请求 {reference}，我们答复如下：\n\n{said}',
    short: 'AXENT：您的请求 {reference} 已答复，请在此阅读：',
    why: '',
  },
  de: {
    subject: 'Unsere Antwort auf Ihr Begehren {reference}',
    text: 'Auf Ihr Begehren {reference} antworten wir:\n\n{said}',
    short: 'AXENT: Ihr Begehren {reference} ist beantwortet. Hier lesen Sie es:',
    why: '',
  },
};

export const answered = (language: Language, reference: string, text: string): Words =>
  said(answer, language, { reference, said: text });

const refusal: Texts = {
  en: {
    subject: 'We cannot follow your request {reference}',
    text: 'We cannot follow your request {reference}. The reason:\n\n{said}\n\nIf you see it otherwise, you may turn to the authority, or to a court:\n{authority}',
    short: 'AXENT: we cannot follow your request {reference}. The reason, and to whom you can turn:',
    why: '',
  },
  'zh-CN': {
    subject: '我们无法满足您的请求 {reference}',
    text: '我们无法满足您的请求 {reference}，理由如下：\n\n{said}\n\n如有异议，您可向主管机关投诉或向法院起诉：\n{authority}',
    short: 'AXENT：我们无法满足您的请求 {reference}。理由及投诉途径见：',
    why: '',
  },
  de: {
    subject: 'Ihrem Begehren {reference} können wir nicht folgen',
    text: 'Ihrem Begehren {reference} können wir nicht folgen. Der Grund:\n\n{said}\n\nSehen Sie es anders, so steht Ihnen die Behörde oder ein Gericht offen:\n{authority}',
    short: 'AXENT: Ihrem Begehren {reference} können wir nicht folgen. Grund und wer weiterhilft:',
    why: '',
  },
};

export const refused = (language: Language, reference: string, text: string, authority: string): Words =>
  said(refusal, language, { reference, said: text, authority });

const longer: Texts = {
  en: {
    subject: 'Your request {reference} takes longer',
    text: 'Your request {reference} takes longer than we said: until {day} at the latest. The reason:\n\n{said}\n\nIt is put off this once. If you see it otherwise, you may turn to the authority:\n{authority}',
    short: 'AXENT: your request {reference} takes until {day}. The reason:',
    why: '',
  },
  'zh-CN': {
    subject: '您的请求 {reference} 需要更长时间',
    text: '您的请求 {reference} 需要更长时间，最迟于 {day} 答复。理由如下：\n\n{said}\n\n仅延期这一次。如有异议，您可向主管机关投诉：\n{authority}',
    short: 'AXENT：您的请求 {reference} 延至 {day} 答复，理由见：',
    why: '',
  },
  de: {
    subject: 'Ihr Begehren {reference} dauert länger',
    text: 'Ihr Begehren {reference} dauert länger als gesagt: bis spätestens {day}. Der Grund:\n\n{said}\n\nVerlängert wird nur dieses eine Mal. Sehen Sie es anders, so steht Ihnen die Behörde offen:\n{authority}',
    short: 'AXENT: Ihr Begehren {reference} dauert bis {day}. Der Grund:',
    why: '',
  },
};

export const extended = (
  language: Language,
  reference: string,
  text: string,
  due: Date,
  authority: string,
): Words => said(longer, language, { reference, said: text, day: dayIn(language, due), authority });

const back: Texts = {
  en: {
    subject: 'Your account is yours again',
    text: 'The 72 hours are over, and nobody stopped it: with this address you now sign in to your account. What led in before leads in no more, and every device was signed out.\n\nLook at your devices and at your data once you are in.',
    short: 'AXENT: with this number you now sign in to your account again.',
    why: '',
  },
  'zh-CN': {
    subject: '您的账户已归还给您',
    text: '72 小时已过，无人阻止：现在您可以用此地址登录账户。原先的登录方式不再有效，所有设备均已退出。\n\n登录后请查看您的设备和数据。',
    short: 'AXENT：现在您可以用此号码重新登录账户。',
    why: '',
  },
  de: {
    subject: 'Ihr Konto gehört wieder Ihnen',
    text: 'Die 72 Stunden sind um, und niemand hat es aufgehalten: mit dieser Adresse melden Sie sich jetzt in Ihrem Konto an. Was vorher hineinführte, führt nicht mehr hinein, und alle Geräte sind abgemeldet.\n\nSehen Sie sich Ihre Geräte und Ihre Daten an, sobald Sie drin sind.',
    short: 'AXENT: mit dieser Nummer melden Sie sich wieder in Ihrem Konto an.',
    why: '',
  },
};

export const recovered = (language: Language): Words => said(back, language, {});
