export type Language = 'en' | 'zh-CN' | 'de';

/** One service message. `short` is for a phone: it says why it came as well; `sms` where an SMS has to say more. */
export interface Words {
  readonly title: string;
  readonly short: string;
  readonly sms?: string;
  readonly text: string;
  readonly why: string;
}

/** The notice has changed since this person accepted it. */
export function noticeChanged(language: Language): Words {
  return changed[language];
}

const changed: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Our privacy notice has changed',
    short:
      'Our privacy notice has changed. What you opened earlier reaches no farther. You get this because you accepted it before.',
    text: 'Our privacy notice has changed since you accepted it.\n\nWhat narrows holds from now on. What you opened earlier reaches no farther than before, until you open it anew. What changed stands at the top of the notice, in plain words.',
    why: 'You get this message because you have an account and accepted an earlier version. It comes once for each version, whatever your switches say.',
  },
  'zh-CN': {
    title: '隐私说明有变更',
    short: '隐私说明有变更。您之前开启的内容不会因此扩大。因您接受过旧版本，故有此消息。',
    text: '自您接受以来，我们的隐私说明有了变更。\n\n收窄的部分即刻生效。您之前开启的内容，在您重新开启之前不会扩大。说明开头以简明的话写出了变更内容。',
    why: '您收到此消息，是因为您有账户并接受过较早的版本。每个版本只发一次，不受您的开关影响。',
  },
  de: {
    title: 'Unsere Datenschutzerklärung hat sich geändert',
    short:
      'Unsere Datenschutzerklärung hat sich geändert. Was Sie geöffnet haben, reicht nicht weiter. Grund: Sie haben die frühere angenommen.',
    text: 'Unsere Datenschutzerklärung hat sich geändert, seit Sie sie angenommen haben.\n\nWas enger wird, gilt ab jetzt. Was Sie früher geöffnet haben, reicht nicht weiter als vorher, bis Sie es neu öffnen. Was sich geändert hat, steht in einfachen Worten zuoberst in der Erklärung.',
    why: 'Sie erhalten diese Nachricht, weil Sie ein Konto haben und eine frühere Fassung angenommen haben. Sie kommt einmal je Fassung, was immer Ihre Schalter sagen.',
  },
};

/** @param device in words, for example `Safari 19 · iOS 19.1` */
export function newDevice(language: Language, device: string): Words {
  const { title, short, text, why } = signedIn[language];
  const filled = (line: string) => line.replace('{device}', () => device);
  return { title, short: filled(short), text: filled(text), why };
}

const signedIn: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Signed in on a new device',
    short:
      'Your account was opened on a new device: {device}. Not you? Look at your devices. Sent for your security.',
    text: 'Somebody signed in to your account on a device where you had not been before: {device}.\n\nIf that was you, there is nothing to do. If not, somebody may be reading your messages: make your mailbox or phone safe first, then look at your devices.',
    why: 'You get this message for your security, at any hour, whenever your account is opened on a new device.',
  },
  'zh-CN': {
    title: '账户在新设备上登录',
    short: '您的账户在新设备上登录：{device}。不是您本人？请查看您的设备。此消息为保障您的安全而发。',
    text: '有人在一台新设备上登录了您的账户：{device}。\n\n如果是您本人，无需处理。如果不是，说明有人能看到您的消息：请先确保邮箱或手机安全，再查看您的设备。',
    why: '此消息为保障您的安全而发：账户每次在新设备上登录时，不论何时都会发送。',
  },
  de: {
    title: 'Anmeldung auf einem neuen Gerät',
    short:
      'Ihr Konto wurde auf einem neuen Gerät geöffnet: {device}. Nicht Sie? Sehen Sie Ihre Geräte an. Zu Ihrer Sicherheit.',
    text: 'Jemand hat sich in Ihrem Konto angemeldet, auf einem Gerät, auf dem Sie noch nie waren: {device}.\n\nWaren Sie das, ist nichts zu tun. Wenn nicht, kann jemand Ihre Nachrichten lesen: sichern Sie zuerst Postfach oder Telefon, dann sehen Sie Ihre Geräte an.',
    why: 'Sie erhalten diese Nachricht zu Ihrer Sicherheit, zu jeder Stunde, wenn Ihr Konto auf einem neuen Gerät geöffnet wird.',
  },
};

/** @param date until when it can be taken back, in words */
export function accountClosed(language: Language, date: string): Words {
  const { title, short, text, why } = closed[language];
  const filled = (line: string) => line.replace('{date}', () => date);
  return { title, short: filled(short), text: filled(text), why };
}

const closed: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Your account is closed',
    short:
      'Your account is closed. Sign in before {date} to take that back; after that it is erased. Sent because it was closed.',
    text: 'Your account was closed, and you were signed out everywhere.\n\nUntil {date} nothing is lost: sign in, and take the closing back. After that everything we hold about you is erased, and nobody can bring it back.\n\nIf it was not you who closed it, sign in now and take it back.',
    why: 'You get this message because your account was closed. It comes once, whatever your switches say.',
  },
  'zh-CN': {
    title: '您的账户已注销',
    short: '您的账户已注销。{date}前登录即可撤销，之后将被删除。因账户被注销，故有此消息。',
    text: '您的账户已注销，所有设备均已退出登录。\n\n{date}之前不会丢失任何内容：登录后即可撤销注销。此后，我们持有的与您有关的一切都将被删除，任何人都无法恢复。\n\n如果不是您本人注销的，请立即登录并撤销。',
    why: '您收到此消息，是因为您的账户被注销。此消息只发一次，不受您的开关影响。',
  },
  de: {
    title: 'Ihr Konto ist geschlossen',
    short:
      'Ihr Konto ist geschlossen. Melden Sie sich vor dem {date} an, um das zurückzunehmen; danach wird es gelöscht. Grund: es wurde geschlossen.',
    text: 'Ihr Konto wurde geschlossen, und Sie sind überall abgemeldet.\n\nBis zum {date} ist nichts verloren: Melden Sie sich an und nehmen Sie die Schliessung zurück. Danach wird alles gelöscht, was wir von Ihnen haben, und niemand kann es zurückholen.\n\nHaben nicht Sie es geschlossen, dann melden Sie sich jetzt an und nehmen Sie es zurück.',
    why: 'Sie erhalten diese Nachricht, weil Ihr Konto geschlossen wurde. Sie kommt einmal, was immer Ihre Schalter sagen.',
  },
};
