import type en from './en.ts';

export default {
  console: 'Konsole',
  welcome: 'Willkommen',
  welcome_lead:
    'Dieser Link nimmt Sie in den Kreis der Mitarbeitenden auf. Er gilt einmal. Danach melden Sie sich mit Ihrer Mailadresse an.',
  no_link: 'Diese Seite braucht einen Einmallink',
  no_link_next:
    'Öffnen Sie den Link genau so, wie Sie ihn bekommen haben; sein Geheimnis steht hinter dem #. Haben Sie ihn schon benutzt, melden Sie sich an.',
  to_sign_in: 'Anmelden',
  sign_in: 'Anmelden',
  sign_in_lead: 'Für die Menschen, die hier arbeiten. Wir senden einen Code an Ihre Mailadresse.',
  in_short: 'Der Datenschutzhinweis in Kürze',
  whole_notice: 'Ganz lesen',
  address: 'Mailadresse',
  address_hint: 'Damit melden Sie sich an; mehr wird nicht gefragt.',
  send: 'Code senden',
  accept_send: 'Annehmen und Code senden',
  code: 'Code',
  code_hint: 'Acht Ziffern, in der Mail, die eben an {address} ging. Sie gelten zehn Minuten.',
  enter: 'Anmelden',
  redeem: 'Anfangen',
  confirm_enter: 'Bestätigen',
  resend: 'Neuen Code senden',
  resend_wait: 'Ein neuer Code lässt sich in {count|# Sekunde|# Sekunden} senden.',
  resent: 'Noch einmal gesendet.',
  other_address: 'Andere Adresse nehmen',
  confirm: 'Bestätigen Sie, dass Sie es sind',
  confirm_lead:
    'Dafür braucht es eine Anmeldung aus den letzten zehn Minuten. Wir senden Ihnen einen Code; Ihre Arbeit hier bleibt stehen.',
  cancel: 'Lassen',
  stranger: 'Hier arbeiten die Leute von {brand}',
  stranger_lead:
    'Sie sind als Kundin oder Kunde angemeldet. Mit dieser Adresse gibt es in der Konsole nichts zu tun.',
  stranger_app: 'Zur App',
  sign_out: 'Abmelden',
  staff: 'Menschen',
  officers: 'Datenschutzverantwortliche',
  one_officer: 'Zum Veröffentlichen genügen Sie allein. Mit einer zweiten Person braucht es Sie beide.',
  more_officers: 'Zum Veröffentlichen braucht es zwei von Ihnen.',
  invite: 'Einladen',
  invite_title: 'Jemanden in die Konsole einladen',
  invite_lead:
    'Sie bekommen einen Link zum Weitergeben. Er gilt einmal, einen Tag lang, und ist nur jetzt zu sehen.',
  invite_role: 'Was die Person darf',
  invite_name: 'Name bei der Arbeit',
  invite_name_hint: 'Damit später klar ist, wessen Zugang durchgesehen wird.',
  role_privacy_officer: 'Datenschutz',
  role_security: 'Sicherheit',
  role_administrator: 'Administration',
  does_privacy_officer:
    'Veröffentlicht Fassungen, sieht Zugänge durch und sieht alles ausser Warnzeichen und geöffneten Adressen.',
  does_security:
    'Sieht Betriebsprotokoll und Warnzeichen, behandelt Vorfälle, entscheidet über Angehaltene, sieht Zugänge durch.',
  does_administrator:
    'Sieht, wie das Produkt läuft, Fassungen und Datenkarte, und schaut nach Räumen und Maschinen; kein Protokoll.',
  make_link: 'Link machen',
  link: 'Der Link',
  link_until: 'Gilt einmal, bis {until}.',
  copy: 'Kopieren',
  copied: 'Kopiert',
  done: 'Fertig',
} as const satisfies Readonly<Record<keyof typeof en, string>>;
