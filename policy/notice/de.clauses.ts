import type { ClauseTexts } from './words.ts';

export const clauses = {
  'G.accept': {
    title: 'Zuerst Ihr Einverständnis',
    short:
      'Sie nutzen den Dienst zu diesen Bedingungen, oder Sie gehen, und es bleibt nur eine Zeile im Protokoll.',
    text: [
      'Diese Erklärung, das Impressum, der Katalog, die Hilfe und die Sicherheitsseiten stehen allen offen. Alles andere beginnt, wenn Sie zustimmen.',
      'Zustimmen heisst: Sie kennen diese Bedingungen und sind einverstanden. Standort, Kamera, Mikrofon und alles Ähnliche bleiben dabei aus; jedes davon fragt Sie dann, wenn Sie es brauchen.',
      'Wir halten fest, welche Fassung Sie angenommen haben, in welcher Sprache, und einen Fingerabdruck genau des Textes, den Sie gesehen haben. Ohne Anmeldung liegt dieser Vermerk in Ihrem eigenen Browser und enthält nichts, was auf Sie weist.',
      'Sie müssen mindestens {minimum_age} Jahre alt sein. Ihr Wort genügt uns; ein Geburtsdatum fragen wir nicht.',
      'Verantwortlich für Ihre Daten: {controller}. Schreiben Sie an {contact}. Vertretung: {representative}. Beschweren können Sie sich auch bei: {authority}.',
    ],
  },
  'C.log': {
    title: 'Was der Server mitschreibt',
    short:
      'Jeder Abruf hinterlässt für kurze Zeit eine Zeile im Protokoll; Ihre Netzadresse darin ist versiegelt.',
    text: [
      'In der Zeile steht, was abgerufen wurde, welche Seite, welche Art Browser, wann, aus welcher Region und von welcher Netzadresse.',
      'Die Netzadresse ist mit einem Schlüssel versiegelt, der einen Tag lang gilt und mit den Zeilen vernichtet wird. Niemand sieht sich Adressen an; geöffnet wird eine nur für einen benannten Vorfall.',
      'Die Region kommt aus einer Tabelle auf unseren eigenen Rechnern. Sind Sie angemeldet, behalten wir das Land und nichts Genaueres.',
    ],
  },
  'C.device': {
    title: 'Ihr Gerät',
    short: 'Wir erkennen Ihr Gerät an einer eigenen Nummer, die Sie jederzeit wechseln können.',
    text: [
      'Wir kennen die Art des Geräts, das Betriebssystem, die Art der Verbindung, falls der Browser sie nennt, und eine Kennung, die wir selbst vergeben.',
      'Aus den Merkmalen Ihres Geräts berechnen wir nie einen Fingerabdruck. Unter «Meine Geräte» sehen Sie, was wir haben, und holen sich eine neue Kennung.',
      'Zu jedem Gerät merken wir uns das Land des letzten Besuchs. Der nächste Besuch überschreibt es.',
    ],
  },
  'C.device.position': {
    title: 'Wo Sie sind, ohne zu tippen',
    short:
      'Ist der Standort offen, liest die App Ihre Position selbst; ein Ort oder eine Postleitzahl tut es genauso.',
    text: [
      'Die Position wird einmal gelesen, wenn Sie eine Ansicht öffnen, die sie braucht. Sie beantwortet Ihre Frage und ist weg.',
      'Möchten Sie das nicht, tippen Sie einen Ort oder eine Postleitzahl. Die Antworten sind dieselben, und das Getippte behalten wir nicht.',
    ],
  },
  'C.profile': {
    title: 'Was Sie uns über sich sagen',
    short: 'Name, Telefon, E-Mail, Adresse, WeChat und Firma: jedes nur dort gefragt, wo es gebraucht wird.',
    text: [
      'Neben jedem Feld steht, wozu es dient. Was Sie nicht brauchen, lassen Sie leer: Zum Anmelden genügt eine E-Mail-Adresse.',
      'Alles wird versiegelt gespeichert. Ihr Konto finden wir über einen verschlüsselten Fingerabdruck von E-Mail, Telefon oder WeChat-Kennung, nicht durch Suchen in lesbarem Text.',
      'Auch Ihre Produkte mit Seriennummer und Kaufbeleg gehören hierher, wenn Sie sie eintragen möchten.',
    ],
  },
  'C.credentials': {
    title: 'Was Ihr Konto schützt',
    short: 'Passwort, Passkeys und Ersatzcodes lassen Sie hinein und dienen sonst nichts.',
    text: [
      'Von einem Passwort behalten wir nur einen langsam berechneten, gesalzenen Hash. Niemand hier kann es lesen oder eines für Sie wählen.',
      'Eine Merkhilfe ist freiwillig. Sie liegt versiegelt, darf das Passwort nicht verraten und erscheint erst, wenn ein Code gezeigt hat, dass Sie es sind.',
    ],
  },
  'F.nearby': {
    title: 'In Ihrer Nähe',
    short:
      'Mit Ihrem Standort zeigen wir den nächsten Laden, der ein Produkt verkauft oder ausstellt, und was Sie dort bekommen.',
    text: [
      'Das öffnen Sie einmal. Danach liest jede Ansicht, die Ihre Position braucht, sie beim Öffnen ein einziges Mal, nie im Hintergrund.',
      'Daraus ergeben sich die nächsten Läden und die Produkte und Dienste, die es bei Ihnen gibt.',
    ],
  },
  'F.nearby.no-trajectory': {
    title: 'Keine Spur Ihrer Wege',
    short: 'Wir nutzen die Position des Augenblicks. Positionen fügen wir nie zusammen.',
    text: [
      'Es gibt keinen Ort, an dem Ihre genaue Position stehen könnte: keine Tabelle, kein Protokoll, keine Warteschlange, keine Sicherung.',
      'Entfernungen in Antworten sind gerundet. Kartenbilder und Ortssuche kommen von unseren eigenen Servern. Der Verweis zur Wegbeschreibung nennt den Ort des Ladens, nicht Ihren.',
      'Keine Ansicht und keine Auswertung listet die Orte eines Menschen über die Zeit auf.',
    ],
  },
  'F.camera': {
    title: 'Kamera',
    short: 'Codes scannen, fotografieren und filmen sind dreierlei; jedes öffnen Sie für sich.',
    text: [
      'Beim Scannen bleiben die Bilder auf Ihrem Gerät; verwendet wird nur der gelesene Code.',
      'Ein Foto oder ein Film geht erst an den Kundendienst, wenn Sie es abschicken.',
    ],
  },
  'F.photos': {
    title: 'Ausgesuchte Fotos und Videos',
    short:
      'Was Sie schicken, zeigt uns, um welches Produkt es geht, und hilft bei der Lösung. Dazu dient es und zu nichts sonst.',
    text: [
      'Verborgene Angaben, allen voran der Aufnahmeort, werden auf Ihrem Gerät entfernt und auf unserem Server noch einmal, bevor etwas gespeichert wird.',
      'Bilder und Filme werden 30 Tage nach dem Ende Ihres Falls gelöscht.',
    ],
  },
  'F.voice': {
    title: 'Sprachnachrichten',
    short:
      'Sprechen statt tippen: Wir haben die Aufnahme, ihren Text und was wir verstanden haben, und Sie sehen alle drei.',
    text: [
      'Den Text und unser Verständnis können Sie berichtigen. Die Aufnahme hilft herauszufinden, welche Hilfe Sie brauchen, mehr nicht.',
      'Nie benutzen wir eine Stimme, um zu erkennen, wer spricht.',
    ],
  },
  'F.open': {
    title: 'Sie öffnen',
    short: 'Bevor Sie eine Funktion öffnen, wird für sie nichts erhoben.',
    text: [
      'Unsere Frage kommt zuerst, in unseren Worten und dann, wenn Sie die Funktion brauchen. Sie sagt, was verwendet wird, wozu und wie lange. Erst danach fragt Ihr Gerät selbst.',
      'Beide Antworten müssen Ja lauten. Wir halten fest, was Sie geöffnet haben, wann, und welche Worte Sie dabei sahen.',
    ],
  },
  'F.close': {
    title: 'Sie schliessen',
    short: 'Schliessen wirkt sofort, wo immer Sie es tun, auch für das, was wir schon haben.',
    text: [
      'Schliessen Sie eine Funktion hier, in der Datenschutzzentrale oder indem Sie die Erlaubnis auf Ihrem Gerät entziehen. Von da an wird nichts mehr erhoben oder verwendet, und die Funktion bleibt aus, bis Sie sie wieder öffnen.',
      'Früher Erhobenes ist sofort verborgen, vor unseren Leuten wie vor unseren Maschinen. Sie selbst sehen es weiter; Sie können es herunterladen, löschen oder die Funktion wieder öffnen. Nach {withheld_days} Tagen wird es vernichtet, ausser ein festgehaltener Rechtsanspruch braucht es.',
      'Kein anderer Grund in dieser Erklärung umgeht eine geschlossene Funktion. Die Ansicht sagt, warum etwas nicht geht, und bietet einen anderen Weg.',
    ],
  },
  'F.close.past': {
    title: 'Was vor dem Schliessen geschah',
    short: 'Schliessen macht nicht ungeschehen, was bei offener Funktion geschah.',
    text: [
      'Die Vermerke über die Verwendung bleiben, damit Sie sie prüfen können. Ein Fall bleibt bestehen, ebenso Ergebnisse, die Sie selbst bestätigt haben, etwa das Produkt oder das Anliegen. Der Text einer Aufnahme geht mit der Aufnahme.',
    ],
  },
  'U.service': {
    title: 'Tun, worum Sie bitten',
    short: 'Wir verwenden Ihre Daten für das, weswegen Sie gekommen sind, und für nicht mehr.',
    text: [
      'Einen Laden finden, Ihr Konto führen, zeigen, was Sie besitzen: Jedes nimmt nur die Daten, die es braucht.',
    ],
  },
  'U.authentication': {
    title: 'Sie hineinlassen',
    short: 'E-Mail oder Telefon und Ihr Gerät zeigen, dass Sie es sind.',
    text: [
      'Dazu gehört, Ihnen einen Code zu schicken, ihn zu prüfen und Sie angemeldet zu halten. Von Ihren Fällen und Nachrichten sieht dieser Zweck nichts.',
    ],
  },
  'U.support': {
    title: 'Kundendienst',
    short: 'Wer Ihren Fall bearbeitet, sieht Ihren Fall und was Sie dafür geschickt haben.',
    text: [
      'Zu sehen sind Ihr Name, wie man Sie erreicht, das Produkt, das Gespräch und, solange Sie diese Funktionen offen lassen, Bilder, Filme und Sprachnachrichten.',
      'Fälle anderer Leute bleiben dabei verborgen.',
    ],
  },
  'U.security': {
    title: 'Sicherheit des Dienstes',
    short: 'Protokoll und Warnzeichen verraten Angriffe. Dafür sind sie da, und wenige lesen sie.',
    text: [
      'Gezählt und verglichen werden verschlüsselte Fingerabdrücke, die regelmässig wechseln, nicht Adressen.',
    ],
  },
  'U.fraud': {
    title: 'Betrug bemerken',
    short:
      'Warnzeichen und Seriennummern helfen, ein gestohlenes Konto oder einen erfundenen Anspruch zu bemerken.',
    text: [
      'Dieser Zweck liest Protokoll, Warnzeichen und Ihre Produkte, aber nichts, was Sie geschrieben oder gesagt haben.',
    ],
  },
  'U.archive': {
    title: 'Archiv',
    short: 'Was wir von Gesetzes wegen behalten müssen, liegt so lange in einem geschlossenen Archiv.',
    text: ['Das ist wenig: Fälle und Käufe, die zu den Büchern gehören, und Ihre Begehren zu Ihren Rechten.'],
  },
  'U.backup': {
    title: 'Sicherung',
    short: 'Sicherungen enthalten nur Verschlossenes; niemand liest darin.',
    text: [
      'Die Schlüssel liegen anderswo. Was vernichtet wurde, bleibt es auch, wenn eine Sicherung zurückgespielt wird.',
    ],
  },
  'U.protect': {
    title: 'Sichere Produkte',
    short: 'Erweist sich ein Produkt als gefährlich, suchen wir seine Besitzer und warnen sie.',
    text: [
      'Dazu dienen Seriennummern und wie man Sie erreicht. Fehler werden je Gerät gezählt, damit schon wenige auffallen.',
    ],
  },
  'U.improve': {
    title: 'Besser werden',
    short: 'Wir lernen aus Summen und Pseudonymen, und Sie können sich herausnehmen.',
    text: [
      'Gruppen, in denen man sich nicht verbergen könnte, werden nicht gezeigt. Schalten Sie dies aus, zählen Ihre Daten nicht mehr mit.',
    ],
  },
  'U.personalise': {
    title: 'Auf Sie zugeschnitten',
    short: 'Sprache, Region und Hilfe zu dem, was Sie besitzen. Ein Schalter stellt es ab.',
    text: [
      'Abgestellt geht alles weiter, auch das Suchen nach Entfernung. Nur Ihre Sprache bleibt, wie Sie sie gewählt haben.',
    ],
  },
  'U.measure': {
    title: 'Ob Werbung wirkt',
    short: 'Wir vergleichen Gruppen, nie einzelne Menschen, und ohne Werbekennung.',
    text: [
      'Ein ausgeloster Teil sieht keine Werbung; der Unterschied ist die Wirkung. Kleine Gruppen bleiben weg, und die Zahlen sind ein wenig unscharf.',
    ],
  },
  'U.software': {
    title: 'Neue Software für Ihre Produkte',
    short:
      'Angeboten wird nur geprüfte und signierte Software, schrittweise, und erst Ihr Ja installiert sie.',
    text: ['Wir merken uns, welche Version läuft, welche angeboten wurde und was Sie geantwortet haben.'],
  },
  'U.survey': {
    title: 'Umfragen',
    short: 'Eine Umfrage schicken wir nur, wenn Sie das geöffnet haben, und selten.',
    text: [
      'Umfragen und Werbung teilen sich ein kleines gemeinsames Kontingent. Eine einzelne Frage im Gespräch gehört zum Gespräch.',
    ],
  },
  'U.rights': {
    title: 'Ihre Rechte',
    short:
      'Ansehen, berichtigen, mitnehmen, widersprechen, löschen: in der Datenschutzzentrale, ohne jemanden zu fragen.',
    text: [
      'Dort finden Sie in klaren Worten alles, was wir über Sie haben, jede Verwendung und dazu einen Beweis, den Sie selbst prüfen.',
      'Dem Verbessern, dem Zuschneiden und dem Messen können Sie einzeln widersprechen. Soll ein Mensch antworten, stellen Sie dort ein Begehren, auch ohne Konto: es wird in der Frist des Gesetzes beantwortet. Oder schreiben Sie an {contact}; auch {authority} steht Ihnen offen.',
    ],
  },
  'M.code': {
    title: 'Codes',
    short: 'Einen Code bekommen Sie, wenn Sie einen verlangt haben. Sonst fährt nichts mit.',
    text: [
      'Ein Code gilt einmal und wenige Minuten. Nachricht und Adresse werden entfernt, sobald zugestellt ist.',
    ],
  },
  'M.push': {
    title: 'Nachrichten, die der Dienst braucht',
    short: 'Ihr Fall, ein Termin, Ihr Konto, Ihre Sicherheit: Werbung ist nicht dabei.',
    text: [
      'Den Weg wählen Sie. Konto, Sicherheit, Änderungen dieser Erklärung, Vorfälle und Produktsicherheit erreichen Sie immer; Sicherheit, Vorfälle und Produktsicherheit auch nachts.',
      'Jede Nachricht sagt, warum sie kommt.',
    ],
  },
  'M.news': {
    title: 'Neues und Angebote',
    short: 'Nur wenn Sie es geöffnet haben; ein Fingertipp stellt es ab.',
    text: ['Es sind wenige, und nachts ist Ruhe.'],
  },
  'M.joint': {
    title: 'Gemeinsam mit einem Partner',
    short:
      'Wirkt ein Partner an einem Dienst mit, hören Sie davon erst, wenn Sie diesem Partner namentlich zugestimmt haben.',
    text: ['Der Partner bekommt nur die Angaben, die der Dienst braucht.'],
  },
  'E.1': {
    title: 'Nationale Sicherheit und Verteidigung',
    short: 'Geht es um die Sicherheit oder Verteidigung des Landes, kann das Gesetz Daten verlangen.',
    text: [
      'Das öffnet sich nur für eine benannte Sache: mit einer Rechtsgrundlage, die bei Ihnen gilt, schriftlich belegt, von zwei Personen freigegeben, in Umfang und Zeit begrenzt.',
    ],
  },
  'E.2': {
    title: 'Öffentliche Sicherheit und Gesundheit',
    short: 'Um eine ernste Gefahr für alle abzuwenden, kann das Gesetz Daten verlangen.',
    text: ['Es gelten dieselben Bedingungen: eine benannte Sache, Belege, zwei Personen, ein Enddatum.'],
  },
  'E.3': {
    title: 'Strafverfahren',
    short: 'Ermittler, Staatsanwaltschaft und Gerichte können für ein Verfahren Daten verlangen.',
    text: ['Es gelten dieselben Bedingungen, und wir sagen es Ihnen, sobald das Gesetz es erlaubt.'],
  },
  'E.4': {
    title: 'Was Sie selbst öffentlich gemacht haben',
    short: 'Was Sie für alle veröffentlicht haben, darf ohne neue Frage verwendet werden.',
    text: ['Jede solche Verwendung ist eine benannte Sache, von zwei Personen freigegeben, mit Enddatum.'],
  },
  'E.5': {
    title: 'Rechtmässig Veröffentlichtes',
    short: 'Pressebeiträge und öffentliche Register darf man verwenden wie jeder andere.',
    text: ['Jede solche Verwendung ist eine benannte Sache, von zwei Personen freigegeben, mit Enddatum.'],
  },
  'E.6': {
    title: 'Nötig für Ihr Anliegen',
    short:
      'Was Ihr eigener Wunsch unbedingt braucht, wird dafür verwendet und nicht ein zweites Mal erfragt.',
    text: [
      'Wer einen Code per E-Mail verlangt, gibt dafür eine E-Mail-Adresse an. Daten einer geschlossenen Funktion sind nie dabei.',
    ],
  },
  'E.7': {
    title: 'Den Dienst am Laufen halten',
    short: 'Mit dem Protokoll finden wir Fehler und wehren Angriffe ab.',
    text: [
      'Ohne es bliebe unbemerkt, dass etwas kaputt ist. Daten einer geschlossenen Funktion sind nie dabei.',
    ],
  },
  'E.8': {
    title: 'Rechtmässige Berichterstattung',
    short: 'Das Gesetz erlaubt der Presse, für ihre Berichte Daten zu verwenden.',
    text: ['Das öffnet sich nur für eine benannte Sache, von zwei Personen freigegeben, mit Enddatum.'],
  },
  'E.9': {
    title: 'Andere gesetzliche Pflichten',
    short:
      'Rückrufe, Buchführung, Ihre Rechte, Meldungen von Vorfällen und das Aufbewahren von Protokollen sind Pflicht.',
    text: [
      'Jede davon steht in unserer Richtlinie mit Gesetz, Zweck, Daten und Dauer. Alles Weitere öffnet sich nur als benannte Sache.',
    ],
  },
  'S.access': {
    title: 'Verschlossen vor Fremden',
    short: 'Jeder Blick auf Ihre Daten hat einen Zweck, muss durch drei Wände und hinterlässt einen Vermerk.',
    text: [
      'Das Programm, die Entscheidung im Betrieb und die Datenbank weisen jede für sich ab, was diese Erklärung nicht erlaubt.',
      'Unsere Leute sehen nur, was ihre Aufgabe braucht. Für die schwersten Schritte braucht es zwei von ihnen.',
      'Wer Zugang hat, wird alle paar Monate durchgesehen, immer von jemand anderem. Alle, die hier arbeiten, lesen jährlich, woran sie sich halten müssen; Räume und Maschinen werden nach einer Liste geprüft.',
    ],
  },
  'S.loss': {
    title: 'Sicher vor Verlust',
    short: 'Was Ihnen bestätigt wurde, ist sicher geschrieben, und Sicherungen werden erprobt.',
    text: [
      'Ein Konto zu löschen verlangt einen frischen Nachweis, dass Sie es sind, und lässt sich sieben Tage lang zurücknehmen.',
    ],
  },
  'S.alteration': {
    title: 'Sicher vor heimlicher Änderung',
    short: 'Verwendungen stehen in einem Hauptbuch, in dem sich nichts unbemerkt ändern lässt.',
    text: [
      'Zu jeder Verwendung bekommen Sie einen Beweis. Prüfen lässt er sich in Ihrem Browser oder mit Werkzeugen anderer.',
    ],
  },
  'S.third-party': {
    title: 'Firmen, die uns helfen',
    short: 'Andere sehen nur, was sie müssen, und unter strengen Auflagen. Ohne Auflagen keine Daten.',
    text: [
      'Jede Firma ist eingetragen, mit den Feldern, die sie bekommt, und gültiger Verschwiegenheit. Jede Weitergabe wird festgehalten.',
    ],
  },
  'S.residual': {
    title: 'Was niemand versprechen kann',
    short: 'Kein System ist ganz sicher. Auch unseres nicht.',
    text: [
      'Wir können Schaden unwahrscheinlich und klein machen, nicht unmöglich: Netze, Geräte und Menschen haben Schwächen, manche davon noch unbekannt.',
      'Geschieht etwas, zeigt das Hauptbuch, wessen Daten berührt wurden. Dann sagen wir es Ihnen und der Behörde, und die Uhr läuft.',
    ],
  },
  'R.publish': {
    title: 'Wenn sich diese Erklärung ändert',
    short: 'Eine neue Fassung gilt in einem einzigen Augenblick: Worte, Fragen und Schlösser zugleich.',
    text: ['Nie gilt halb die eine und halb die andere. Frühere Fassungen bleiben lesbar.'],
  },
  'R.review': {
    title: 'Sie sehen, was sich geändert hat',
    short: 'Beim nächsten Besuch sagen wir in klaren Worten, was anders ist.',
    text: [
      'Schützt eine Änderung Sie besser, gilt sie für Sie sofort.',
      'Wollen wir mehr als bisher, dehnt das Ihr früheres Ja nicht aus. Die alten Grenzen gelten für Sie, bis Sie den neuen zustimmen.',
    ],
  },
} as const satisfies ClauseTexts;
