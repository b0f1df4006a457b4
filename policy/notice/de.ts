import { computed } from './de.changes.ts';
import { clauses } from './de.clauses.ts';
import { names } from './de.names.ts';
import { prompts } from './de.prompts.ts';
import type { PolicyWords } from './words.ts';

export const de = {
  title: 'Ihr Datenschutz bei {brand}',
  in_short: [
    'Umsehen können Sie sich ohne Konto. Alles Weitere beginnt, wenn Sie dieser Erklärung zustimmen.',
    'Wir erheben nur, was eine Sache braucht, und sagen wozu, gleich dort, wo wir fragen.',
    'Standort, Kamera, Bilder und Stimme bleiben aus, bis Sie sie öffnen. Schliessen wirkt sofort.',
    'Ihre Position gilt für den Augenblick und wird nie behalten. Es gibt keine Spur Ihrer Wege.',
    'Jede Verwendung Ihrer Daten wird festgehalten, und Sie können das selbst prüfen.',
    'Neues und Angebote kommen nur nach Ihrem Ja, und ein Fingertipp stellt sie ab.',
    'Ganz sicher ist nichts. Geschieht etwas, sagen wir es Ihnen.',
  ],
  ...names,
  clauses,
  prompts,
  ...computed,
  unbuilt: {
    'C.profile': ['Die Produkte, die Ihnen gehören.'],
  },
} as const satisfies PolicyWords;
