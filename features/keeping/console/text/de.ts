import type en from './en.ts';

export default {
  keeping: 'Aufbewahren und Löschen',
  keeping_lead:
    'Wie lange alles bleibt, was das bestimmt, und was gegangen ist, weil seine Zeit um war. Nur Zahlen.',
  rules: 'Wie lange',
  deletions: 'Was gelöscht wurde',
  kind: 'Was',
  days: 'Bleibt',
  account: 'Solange das Konto besteht',
  because: 'Weil',
  others: 'Kürzer, zählt also nicht',
  policy: '{clause} für {purpose}',
  law: '{law} ({clause})',
  day: 'Tag',
  rows: 'Zeilen',
  kept: 'War da seit',
  nothing: 'Noch war nichts fällig. Was geht, steht hier Tag für Tag.',
  none: '–',
  next: 'Nächste Zeile',
  previous: 'Zeile davor',
  more: 'Zeile öffnen oder schließen',
  not_for_you: 'Diese Seite ist für Datenschutzbeauftragte',
  not_for_you_lead: 'Ihre Rolle liest sie nicht. Was Sie sehen können, steht in der Liste an der Seite.',
} as const satisfies Record<keyof typeof en, string>;
