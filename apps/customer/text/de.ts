import type en from './en.ts';

export default {
  skip: 'Zum Inhalt',
  main: 'Hauptnavigation',
  home: 'Start',
  stores: 'Läden',
  your_data: 'Ihre Daten',
  notice: 'Datenschutz',
  coverage: 'Stimmt das auch?',
  imprint: 'Impressum',
  home_title: 'Was brauchen Sie?',
  home_stores: 'Einen Laden finden',
  home_stores_detail: 'Den nächsten, der verkauft oder zeigt, was Sie sehen möchten',
  home_data: 'Sehen, was über Sie bekannt ist',
  home_data_detail: 'Was wir haben, was wozu verwendet wurde; berichtigen, mitnehmen, schliessen',
  home_open: 'Eine Funktion öffnen oder schliessen',
  home_open_detail: 'In Ihrer Nähe, Nachrichten und anderes: Schliessen wirkt sofort, mit und ohne Konto',
  home_notice: 'Die Datenschutzerklärung lesen',
  home_notice_detail: 'Kurz auf einer Seite, alles Weitere einen Fingertipp tiefer',
  changed: 'Die Erklärung hat sich geändert. Sie verlangt nichts von Ihnen.',
  grown:
    'Der Hinweis ist weiter geworden. Was Sie angenommen haben, behält seine Grenzen, bis Sie den neuen annehmen.',
  changed_see: 'Ansehen, was sich geändert hat',
  signed_out: 'Sie sind abgemeldet',
  signed_out_lead:
    'Dieser Browser zeigt nichts mehr von Ihrem Konto. Was Sie darin geöffnet haben, bleibt beim Konto.',
  missing: 'Hier ist nichts',
  missing_lead:
    'Diese Adresse führt nirgendwohin. Vielleicht ist sie vertippt, oder die Seite ist umgezogen.',
  missing_home: 'Zum Start',
  unreachable_kept: 'Was Sie geöffnet oder geschlossen hatten, ist unverändert.',
} as const satisfies Readonly<Record<keyof typeof en, string>>;
