import type en from './en.ts';

export default {
  title: 'Wie wir Sie erreichen',
  lead: 'Nachrichten, die der Dienst braucht: Ihr Konto, Ihre Sicherheit, eine Änderung unserer Erklärung. Werbung ist nicht dabei.',
  up: 'Ihre Daten',
  push: 'Nachrichten in diesem Browser',
  push_on: 'Sie kommen zuerst hierher; Mail kommt dazu, wo niemand etwas verpassen darf.',
  push_off: 'Sie kommen per Mail oder auf Ihr Telefon.',
  push_opened: 'Ab jetzt kommen Nachrichten in diesen Browser.',
  push_closed: 'Die Adresse dieses Browsers ist vergessen.',
  on: 'ein',
  off: 'aus',
  unable:
    'Dieser Browser nimmt keine Nachrichten. Auf einem iPhone legen Sie AXENT zuerst auf den Startbildschirm.',
  denied:
    'Das Gerät hat abgelehnt. Erlauben Sie in seinen Einstellungen Mitteilungen für diese Seite, dann noch einmal.',
  no_service:
    'Der Nachrichtendienst des Browsers antwortet nicht. Nichts wurde gespeichert; Mail erreicht Sie wie bisher.',
  prompt_title: 'Nachrichten in diesem Browser?',
  prompt_what: 'Eine Adresse, die dieser Browser für uns macht. Über Sie sagt sie nichts.',
  prompt_purpose: 'Um Ihnen hier zu sagen, was Ihr Konto, Ihre Sicherheit und diese Erklärung angeht.',
  prompt_kept: 'Versiegelt, bis Sie es abstellen, das Gerät zurücksetzen oder Ihr Konto geht.',
  prompt_otherwise: 'Mail erreicht Sie wie bisher.',
  prompt_open: 'Kommen lassen',
  prompt_not_now: 'Jetzt nicht',
  quiet: 'Ruhezeiten',
  quiet_lead:
    'Was warten kann, wartet, bis sie vorbei sind. Was Ihre Sicherheit angeht, kommt zu jeder Stunde.',
  from: 'Ruhe von',
  to: 'bis',
  zone: 'In Ihrer Zeitzone: {zone}',
  zone_unknown: 'Ihre Zeitzone ist noch nicht bekannt; es gilt die unseres Ortes.',
  use_zone: 'Zeitzone dieses Geräts verwenden, {zone}',
  never_quiet: 'Keine Ruhezeiten: Nachrichten kommen jederzeit.',
  saved: 'Gespeichert.',
} as const satisfies Readonly<Record<keyof typeof en, string>>;
