import type en from './en.ts';

export default {
  reviews: 'Angehalten',
  reviews_lead:
    'Hält eine Regel etwas auf, bis ein Mensch es angesehen hat, steht es hier: warum, und was entschieden wurde.',
  up: 'Ihre Daten',
  none: 'Von Ihnen ist nichts angehalten',
  none_text: 'Käme es je dazu, läsen Sie hier warum, und könnten antworten.',
  state_held: 'Wartet auf Ihre Antwort',
  state_answered: 'Ein Mensch sieht es sich an',
  state_released: 'Freigegeben',
  state_refused: 'Abgelehnt',
  rule_many_accounts:
    'Auf dem Gerät, das Sie benutzten, entstanden an einem Tag {count} Konten. Darum darf niemand ändern, wie Ihres erreicht wird, bis es jemand angesehen hat.',
  rule_taking_over:
    'Das Gerät, das Sie benutzten, war eben für {count} Konten neu geworden und sollte dann ändern, wie Ihres erreicht wird. So werden Konten gestohlen.',
  rule_other: 'Eine Regel hielt es auf.',
  goes_on: 'Alles andere an Ihrem Konto geht wie zuvor.',
  since: 'Angehalten seit',
  decided: 'Entschieden',
  your_answer: 'Ihre Antwort',
  their_note: 'Was geschrieben wurde',
  answer: 'Was geschah, in Ihren Worten',
  answer_hint: 'Zwei Sätze genügen. Nur unsere Leute von der Sicherheit lesen sie.',
  send: 'Senden und prüfen lassen',
  object: 'Sie halten das für falsch? Schreiben Sie noch einmal, oder an die im Impressum Genannten.',
} satisfies Record<keyof typeof en, string>;
