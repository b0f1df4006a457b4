import type { Notes } from './notes.ts';

export const notes: Notes = {
  purpose: {
    title: 'Nur für die Arbeit, die ansteht',
    text: [
      'Sie sehen Daten eines Menschen, weil eine Ihrer Aufgaben sie jetzt braucht, und für nichts anderes. Neugier ist kein Zweck, ein Gefallen für Bekannte auch nicht.',
      'Jeder Blick hinterlässt einen Vermerk. Der Mensch selbst kann ihn sehen, und wer den Zugang durchsieht, auch.',
      'Nichts verlässt die Konsole als Bildschirmfoto, private Nachricht oder eigene Liste. Was hinaus muss, hat einen Weg, der es festhält.',
    ],
  },
  signs: {
    title: 'Wenn etwas nicht stimmt',
    text: [
      'Ein verlorenes Gerät, eine Mail, die Ihren Code wollte, Daten, die Sie nicht hätten sehen sollen: Sagen Sie es sofort der Sicherheit, auch wenn es Ihr eigener Fehler war.',
      'Die Frist, Betroffene und Behörde zu unterrichten, läuft ab dem Moment, in dem die Erste von uns es weiss. Eine Stunde Überlegen ist eine verlorene Stunde.',
      'Ändern und löschen Sie nichts, bevor die Sicherheit es gesehen hat: Was geschah, muss aus dem hervorgehen, was da ist.',
      'Niemand von uns fragt Sie je nach einem Code, und niemand darf Ihren haben.',
    ],
  },
  requests: {
    title: 'Begehren beantworten',
    text: [
      'Auskunft, Kopie, Berichtigung, Widerspruch und Löschung haben eine Frist. Beginnen Sie am Tag, an dem sie eintreffen.',
      'Vergewissern Sie sich, dass es der Mensch selbst ist. Eine freundliche Stimme beweist nichts; eine Anmeldung schon.',
      'Eine gesetzliche Pflicht zum Aufbewahren geht dem Wunsch zu löschen vor, und die Antwort sagt das offen, mit dem Gesetz.',
      'Eine gesetzliche Ausnahme braucht einen Vorgang, schriftliche Belege und eine zweite Person. Leihen Sie Ihre Zustimmung nie aus: Lesen Sie, was Sie gutheissen.',
    ],
  },
  addresses: {
    title: 'Das Protokoll und die Adressen darin',
    text: [
      'Das Protokoll zeigt, was abgerufen wurde, nicht von wem. Versuchen Sie nicht, daraus auf jemanden zu schliessen.',
      'Die Adresse einer Zeile ist versiegelt. Geöffnet wird sie nur für einen benannten Vorfall, in den Stunden, die er nennt, und wenn zwei zustimmen.',
      'Muster liest man aus Fingerabdrücken, die täglich wechseln. Tragen Sie sie nicht von einem Tag in den nächsten.',
    ],
  },
  machines: {
    title: 'Maschinen, Schlüssel und Kopien',
    text: [
      'Hauptschlüssel und Sicherung liegen nie am selben Ort, und niemand trägt beides.',
      'Eine Kopie der Datenbank sind Personendaten, auch versiegelt. Sie liegt nur dort, wo die Anleitung zur Sicherung es sagt.',
      'Aktualisieren Sie beizeiten, und üben Sie das Zurückspielen, bevor Sie es brauchen.',
      'Ein Datenträger, der das Haus verlässt, wird zuvor zerstört, und jemand hält das fest.',
    ],
  },
};
