import type en from './en.ts';

export default {
  loading: 'Wird geladen',
  offline: 'Sie sind offline. Was Sie schon geöffnet haben, geht weiterhin.',
  language: 'Sprache',
  theme: 'Hell oder dunkel',
  theme_system: 'Wie das Gerät',
  theme_light: 'Hell',
  theme_dark: 'Dunkel',
  leave: 'Schliessen, ohne zu speichern',
  try_again: 'Noch einmal versuchen',
  sign_in_again: 'Neu anmelden',
  prompt_what: 'Was verwendet wird',
  prompt_purpose: 'Wofür',
  prompt_kept: 'Wie lange',
  prompt_otherwise: 'Wenn nicht',
  problem_offline: 'Wir haben den Server nicht erreicht.',
  problem_offline_next: 'Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  problem_server: 'Bei uns ist etwas schiefgegangen.',
  problem_server_next: 'Versuchen Sie es gleich noch einmal. Bleibt es dabei, schreiben Sie uns.',
  problem_busy: 'Das war etwas zu oft hintereinander.',
  problem_busy_next: 'Warten Sie eine Minute und versuchen Sie es dann noch einmal.',
} as const satisfies Readonly<Record<keyof typeof en, string>>;
