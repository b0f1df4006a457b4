import type { OutboxMail } from './outbox.ts';

/** The outbox as a page without script: mailbox and phone apart; it loads itself again every two seconds. */
export function outboxPage(mails: readonly OutboxMail[]): string {
  const of = (channel: string) => mails.filter((mail) => mail.channel === channel);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Outbox</title>
<link rel="stylesheet" href="/outbox.css"></head><body><main><h1>Outbox</h1>
<p>What no carrier is set for ends here, in memory, on this machine only. Newest first.</p>
<h2>Mail</h2>
${itemsOf(of('mail')) || '<p>Nothing yet. Ask for a code by mail and it appears here.</p>'}
<h2>SMS</h2>
${itemsOf(of('sms')) || '<p>Nothing yet. Ask for a code to a phone number and it appears here.</p>'}</main></body></html>`;
}

function itemsOf(mails: readonly OutboxMail[]): string {
  const items = mails.map(
    (mail) =>
      `<article><header><b>${escapeHtml(mail.subject)}</b><span>${escapeHtml(mail.to)} · ${mail.at
        .toISOString()
        .slice(
          11,
          19,
        )} UTC</span></header><p>${escapeHtml(mail.text.trim()).replaceAll('\n', '<br>')}</p></article>`,
  );
  return items.join('\n');
}

export const outboxStyle = `
:root{color-scheme:light dark;font:16px/1.5 system-ui,"PingFang SC","Noto Sans CJK SC",sans-serif}
body{margin:0;background:light-dark(#fbfcfc,#15191b);color:light-dark(#1a2226,#e8eef0)}
main{max-width:44rem;margin:0 auto;padding:2rem 1rem}h1,h2{font-weight:600;line-height:1.2}h2{margin:2rem 0 0}
article{border:1px solid light-dark(#dbe2e4,#303a3e);border-radius:12px;padding:1rem 1.25rem;margin:1rem 0}
article header{display:flex;flex-wrap:wrap;gap:.25rem 1rem;justify-content:space-between}
article header span{opacity:.75}`;

function escapeHtml(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => names[character] ?? character);
}
