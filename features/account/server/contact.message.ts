type Language = 'en' | 'zh-CN' | 'de';

const mail = {
  en: {
    subject: 'This address no longer opens your AXENT account',
    text: 'Somebody who was signed in to your AXENT account gave another mail address in the place of this one. Signing in works with the new address from now on.\n\nWas that you? Then there is nothing to do. If not, write to customer service at once: this mail shows that the address was yours.\n\nYou get this mail because it is the last one that goes to this address.\n',
  },
  'zh-CN': {
    subject: '此地址不再用于登录您的 AXENT 账户',
    text: '有人在登录您的 AXENT 账户后，用另一个邮箱替换了此地址。今后请使用新地址登录。\n\n如果是您本人，无需处理。如果不是，请立即联系客户服务：此邮件可证明该地址曾属于您的账户。\n\n您收到此邮件，因为这是发送到此地址的最后一封。\n',
  },
  de: {
    subject: 'Diese Adresse öffnet Ihr AXENT-Konto nicht mehr',
    text: 'Jemand, der in Ihrem AXENT-Konto angemeldet war, hat an die Stelle dieser Mailadresse eine andere gesetzt. Die Anmeldung geht ab jetzt mit der neuen.\n\nWaren Sie das? Dann ist nichts zu tun. Wenn nicht, schreiben Sie sofort dem Kundendienst: diese Mail zeigt, dass die Adresse Ihre war.\n\nSie erhalten diese Mail, weil sie die letzte ist, die an diese Adresse geht.\n',
  },
} as const;

/** One segment each. */
const sms = {
  en: 'This number no longer opens your AXENT account. If that was not you, call customer service at once. It is our last message to this number.',
  'zh-CN': '此号码不再用于登录您的AXENT账户。如非本人操作，请立即联系客服。这是最后一条。',
  de: 'Diese Nummer öffnet Ihr AXENT-Konto nicht mehr. Waren Sie das nicht, rufen Sie sofort den Kundendienst an. Letzte Nachricht an sie.',
} as const;

/** To an address or a number that was a way in until now. */
export function contactChanged(
  kind: 'email' | 'phone',
  language: Language,
): { readonly subject: string; readonly text: string } {
  return kind === 'email' ? mail[language] : { subject: '', text: sms[language] };
}
