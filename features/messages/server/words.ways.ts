import type { Language, Words } from './words.ts';

/** What has changed, by the event's `what`, as it stands within a sentence. */
const changes: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    password_set: 'a new password was set',
    password_dropped: 'the password was removed',
    passkey_set: 'a passkey was added',
    passkey_dropped: 'a passkey was removed',
    authenticator_set: 'an authenticator app was set up',
    authenticator_dropped: 'the authenticator app was removed',
    recovery_set: 'new recovery codes were made',
    recovery_used: 'a recovery code was used',
    two_steps_on: 'a passkey is asked for as a second step',
    two_steps_off: 'no second step is asked for any more',
    email_set: 'the mail address was set',
    email_dropped: 'the mail address was removed',
    phone_set: 'the phone number was set',
    phone_dropped: 'the phone number was removed',
    wechat_set: 'WeChat was connected',
    wechat_dropped: 'WeChat was disconnected',
    other: 'how one signs in was changed',
  },
  'zh-CN': {
    password_set: '设置了新密码',
    password_dropped: '移除了密码',
    passkey_set: '添加了通行密钥',
    passkey_dropped: '移除了通行密钥',
    authenticator_set: '设置了身份验证器',
    authenticator_dropped: '移除了身份验证器',
    recovery_set: '生成了新的恢复码',
    recovery_used: '使用了一个恢复码',
    two_steps_on: '开启了通行密钥第二步验证',
    two_steps_off: '关闭了第二步验证',
    email_set: '设置了邮箱',
    email_dropped: '移除了邮箱',
    phone_set: '设置了手机号码',
    phone_dropped: '移除了手机号码',
    wechat_set: '关联了微信',
    wechat_dropped: '取消了微信关联',
    other: '更改了登录方式',
  },
  de: {
    password_set: 'ein neues Passwort wurde gesetzt',
    password_dropped: 'das Passwort wurde entfernt',
    passkey_set: 'ein Passkey wurde hinzugefügt',
    passkey_dropped: 'ein Passkey wurde entfernt',
    authenticator_set: 'eine Authenticator-App wurde eingerichtet',
    authenticator_dropped: 'die Authenticator-App wurde entfernt',
    recovery_set: 'neue Ersatzcodes wurden gemacht',
    recovery_used: 'ein Ersatzcode wurde benutzt',
    two_steps_on: 'nach einem Passkey wird als zweitem Schritt gefragt',
    two_steps_off: 'nach keinem zweiten Schritt wird mehr gefragt',
    email_set: 'die Mailadresse wurde gesetzt',
    email_dropped: 'die Mailadresse wurde entfernt',
    phone_set: 'die Telefonnummer wurde gesetzt',
    phone_dropped: 'die Telefonnummer wurde entfernt',
    wechat_set: 'WeChat wurde verbunden',
    wechat_dropped: 'WeChat wurde getrennt',
    other: 'die Anmeldung wurde geändert',
  },
};

const words: Readonly<Record<Language, Words>> = {
  en: {
    title: 'How you sign in has changed',
    short: 'Your AXENT account: {change}. Not you? Look at how you sign in. Sent for your security.',
    text: 'In your account, {change}.\n\nIf that was you, there is nothing to do. If not, sign in now, sign out everywhere else, and look at every way in.',
    why: 'You get this message for your security, at any hour, whenever a way into your account changes.',
  },
  'zh-CN': {
    title: '您的登录方式有变更',
    short: '您的账户{change}。不是您本人？请查看登录方式。此消息为保障您的安全而发。',
    text: '您的账户{change}。\n\n如果是您本人，无需处理。如果不是，请立即登录，退出其他所有设备，并检查每一种登录方式。',
    why: '此消息为保障您的安全而发：账户的登录方式每次变更时，不论何时都会发送。',
  },
  de: {
    title: 'Ihre Anmeldung hat sich geändert',
    short: 'Ihr AXENT-Konto: {change}. Nicht Sie? Sehen Sie Ihre Anmeldung an. Zu Ihrer Sicherheit.',
    text: 'In Ihrem Konto gilt: {change}.\n\nWaren Sie das, ist nichts zu tun. Wenn nicht, melden Sie sich jetzt an, melden Sie alle anderen Geräte ab und sehen Sie jeden Weg ins Konto an.',
    why: 'Sie erhalten diese Nachricht zu Ihrer Sicherheit, zu jeder Stunde, wenn sich ein Weg in Ihr Konto ändert.',
  },
};

/** @param what as the event says it */
export function wayChanged(language: Language, what: string): Words {
  const change = changes[language][what] ?? changes[language].other ?? '';
  const { title, short, text, why } = words[language];
  const filled = (line: string) => line.replace('{change}', () => change);
  return { title, short: filled(short), text: filled(text), why };
}
