// Generated from the names of the tests by `npm run generate`. Do not edit.
import type { Evidence } from '@axent/policy/compile';

export const evidence: Readonly<Record<string, Evidence>> = {
  "G.accept": {
    "walls": [
      "gate",
      "database",
      "operation",
      "notice"
    ],
    "tests": {
      "gate": [
        "service may collect log before the notice is accepted",
        "service may collect device only after the notice is accepted",
        "service may collect position only after the notice is accepted",
        "service may collect place only after the notice is accepted",
        "service may collect contact only after the notice is accepted",
        "service may collect identity only after the notice is accepted",
        "service may collect address only after the notice is accepted",
        "service may collect message only after the notice is accepted",
        "service may collect consent",
        "service may collect consent before the notice is accepted",
        "service may read log before the notice is accepted",
        "service may read device only after the notice is accepted",
        "… 803 more"
      ],
      "database": [
        "no table stands outside these checks",
        "support may not select credential.person_id",
        "support may not insert credential.person_id",
        "support may not update credential.person_id",
        "security may not select credential.person_id",
        "security may not insert credential.person_id",
        "security may not update credential.person_id",
        "fraud may not select credential.person_id",
        "fraud may not insert credential.person_id",
        "fraud may not update credential.person_id",
        "archive may not select credential.person_id",
        "archive may not insert credential.person_id",
        "… 7569 more"
      ],
      "operation": [
        "the first screen is the notice, and who leaves leaves nothing behind",
        "accepting leads on, opens nothing, and is kept without any identifier",
        "the notice, who stands behind it and whether it is true are read without accepting",
        "what was accepted is recorded with version, language and the hash of the exact text"
      ],
      "notice": [
        "what is hashed names the words in force and nothing of the operator, who has a hash of their own"
      ]
    }
  },
  "C.log": {
    "walls": [
      "gate",
      "database",
      "operation"
    ],
    "tests": {
      "gate": [
        "boxes of another time are refused in the middle of an incident that stands",
        "service may collect log"
      ],
      "database": [
        "no purpose but the service sees a row, not even one with the right to read the category",
        "the table of a day is nobody’s: there is no way around the whole",
        "of log_entry, security sees rows of an incident’s window",
        "of log_entry, security does not see rows before the window",
        "of log_entry, security does not see rows after the window",
        "of log_entry, security does not see rows of an incident that nobody approved",
        "of log_entry, security does not see rows of an incident that was ended",
        "of log_entry, security does not see rows of an incident that is over",
        "of log_entry, fraud does not see rows of an incident’s window",
        "of log_entry, rights does not see rows of an incident’s window",
        "of log_entry, service sees its rows",
        "of log_entry, service adds a row",
        "… 14 more"
      ],
      "operation": [
        "one row a request: operation, templated URL, browser family, time, region, sealed address",
        "no address stands in clear, and nothing that was sent does",
        "a made-up session cookie hides no address",
        "security and privacy officers read it without addresses; the reading is recorded",
        "after its days the key of the day is shredded first and the rows go",
        "the log is kept for 30 days, and for 180 in mainland China, where that duty is offered",
        "pages, files and what leads nowhere are logged too, without what was asked for",
        "for pages too: a session keeps the country only, a made-up cookie hides no address",
        "a session that has ended hides no address any more",
        "are there for who has accepted nothing, page by page, and leave no cookie",
        "describing the page to a known person is logged as theirs, with no address beside it",
        "one proposes, another approves, addresses are opened, and it is ended",
        "… 4 more"
      ]
    }
  },
  "C.credentials": {
    "walls": [
      "gate",
      "operation",
      "disk"
    ],
    "tests": {
      "gate": [
        "authentication may collect credentials",
        "authentication may collect hint"
      ],
      "operation": [
        "a password lets its person in, and nobody else",
        "letters typed on another keyboard are the same password",
        "whoever has no account, or no password, is answered as with a wrong one",
        "passwords that are short, common or made of the address are refused",
        "the hint may not tell the password, and is shown to who has just proved themself",
        "ten wrong passwords close that door for an hour; a code opens another",
        "with an authenticator app, code and password open only half",
        "a recovery code counts once, in any spelling; new ones end the old",
        "guesses at the second step count for the person, whatever way they began by",
        "a passkey is made on the device, and lets in without a word",
        "whoever has a second step owes it after WeChat as well"
      ],
      "disk": [
        "no password, secret or recovery code stands readable in any row"
      ]
    }
  },
  "C.device": {
    "walls": [
      "gate",
      "operation"
    ],
    "tests": {
      "gate": [
        "service may collect device",
        "authentication may collect device"
      ],
      "operation": [
        "a device is told in words, with its network and the country of the visit",
        "the next visit takes the place of the last: its country, its network, its browser",
        "a new identifier: the old one is nowhere, the session and what is open stay",
        "with the device’s identifier its push address goes",
        "what was collected on the device stays readable, under the new identifier alone",
        "a real browser tells its network when asked, and the page shows it with the country"
      ]
    }
  },
  "C.device.position": {
    "walls": [
      "gate",
      "operation"
    ],
    "tests": {
      "gate": [
        "service may collect place",
        "agent may not collect place for service"
      ],
      "operation": [
        "the value itself cannot be written, printed, stored or handed to strangers"
      ]
    }
  },
  "C.profile": {
    "walls": [
      "gate",
      "database",
      "operation"
    ],
    "tests": {
      "gate": [
        "service may collect contact",
        "agent may not collect contact for service",
        "service may collect identity",
        "agent may not collect identity for service",
        "service may collect address",
        "agent may not collect address for service",
        "authentication may collect contact",
        "authentication may collect wechat",
        "service may not collect ownership before it is built",
        "service may not read ownership before it is built",
        "fraud may not read ownership before it is built",
        "rights may not collect ownership before it is built",
        "… 1 more"
      ],
      "database": [
        "push addresses of other people are not seen",
        "of identity, service sees a person’s own rows",
        "of identity, service does not see another person’s rows",
        "of identity, service adds a row of the person",
        "of identity, service does not add a row for another person",
        "of mailing_address, service sees a person’s own rows",
        "of mailing_address, service does not see another person’s rows",
        "of mailing_address, service adds a row of the person",
        "of mailing_address, service does not add a row for another person"
      ],
      "operation": [
        "a new address takes the place of the old one, which is told and opens nothing any more",
        "a phone is a second way in, and each of the two can go, but not both",
        "nothing is demanded: an account works with nothing given",
        "name, business name and address are kept sealed, shown to their person alone, in the download too",
        "each is emptied again, and what holds nothing any more leaves no row",
        "kept twice, it is there once; two changes at the same moment do not undo each other",
        "nobody is found by a name: the same one may be anybody’s",
        "the same number finds the same account, however it is written",
        "a browser’s address is held with the person, shown to them, and goes when they close it",
        "on a phone one gives a name, an address of Italy, corrects what is wrong beside its field, and empties it again",
        "in Chinese the form runs from the large to the small, and the label ends with the name",
        "in German, without a connection nothing that was typed is lost, and it is kept once it is back",
        "… 7 more"
      ]
    }
  },
  "F.nearby": {
    "walls": [
      "gate",
      "operation"
    ],
    "tests": {
      "gate": [
        "service may collect position",
        "agent may not collect position for service",
        "service may read position",
        "agent may not read position for service"
      ],
      "operation": [
        "the first store is the nearest that displays a product, with its distance",
        "one reading answers the nearest store, what can be bought, and what can be ordered",
        "a place that was typed works as well, in German, with nothing opened"
      ]
    }
  },
  "F.nearby.no-trajectory": {
    "walls": [
      "disk"
    ],
    "tests": {
      "disk": [
        "no answer to a position or a typed place is in any cache of the browser",
        "no position is anywhere in the database, its log of changes included",
        "no position is in the data folder: keys, queues, caches",
        "no position is in any line of the log, at its most talkative",
        "answers give rounded distances, never the position back",
        "what was typed is kept nowhere",
        "a track cannot be rebuilt: what is held of a walk is that it was asked, not where"
      ]
    }
  },
  "F.open": {
    "walls": [
      "gate",
      "database",
      "operation"
    ],
    "tests": {
      "gate": [
        "before the opening nothing is collected and nothing read",
        "service may collect position only once nearby is open",
        "service may read position only once nearby is open",
        "service may collect position once nearby is open",
        "service may collect position only once nearby is open",
        "service may collect position by no other opening than its own",
        "service may read position once nearby is open",
        "service may read position only once nearby is open",
        "service may read position by no other opening than its own",
        "service may collect scan once camera.scan is open",
        "service may collect scan only once camera.scan is open",
        "service may collect scan by no other opening than its own",
        "… 66 more"
      ],
      "database": [
        "of voice_note, support sees the rows of a function that is open",
        "of voice_note, support adds a row of a function that is open"
      ],
      "operation": [
        "before the opening nothing is collected and nothing read",
        "opened, what is collected is stored sealed and can be read",
        "nearby asks at the moment of use, in our words first, and then shows the nearest"
      ]
    }
  },
  "F.close": {
    "walls": [
      "gate",
      "database",
      "operation"
    ],
    "tests": {
      "gate": [
        "from the next decision on it is refused, collecting and reading",
        "with the row policy out of the way the gate refuses rows already held",
        "service may not collect position from the closing of nearby on",
        "service may not read position from the closing of nearby on",
        "service may collect position no more once nearby is closed",
        "service may read position no more once nearby is closed",
        "service may collect scan no more once camera.scan is closed",
        "service may read scan no more once camera.scan is closed",
        "support may collect photo no more once camera.photo is closed",
        "support may read photo no more once camera.photo is closed",
        "support may collect video no more once camera.video is closed",
        "support may read video no more once camera.video is closed",
        "… 49 more"
      ],
      "database": [
        "with the gate out of the way the row policy hides them from the purpose at once",
        "what was collected on one server is hidden on the other as soon as the function is closed",
        "what a closed function left is shown by no matter",
        "of voice_note, support does not see a row that is withheld",
        "of voice_note, support does not see the rows of a function that is closed",
        "of voice_note, support does not add a row of a function that is closed"
      ],
      "operation": [
        "what a closed function left is counted when it is shredded",
        "from the next decision on it is refused, collecting and reading",
        "the person still sees, counts and downloads what is withheld",
        "withheld rows can be deleted one by one, and nobody else can delete them",
        "reopening gives everything back and stops the days",
        "closed on one device, the rows of another stay as they are",
        "closing and reading at the same moment, each read is before the closing or refused",
        "closing and collecting at the same moment leaves nothing open behind",
        "closed at one node, refused at the other from the next decision on",
        "improving, measuring and personalising are objected to one by one, on every device",
        "an objection made before signing in is not lost by it",
        "a browser that sends Sec-GPC closes what the notice says, until the person acts",
        "… 5 more"
      ]
    }
  },
  "F.close.past": {
    "walls": [
      "operation"
    ],
    "tests": {
      "operation": [
        "the records of use stand after closing and after shredding"
      ]
    }
  },
  "U.service": {
    "walls": [
      "type",
      "gate",
      "database"
    ],
    "tests": {
      "type": [
        "service may not read wechat",
        "service may not read credentials",
        "service may not read hint",
        "service may not read photo",
        "service may not read video",
        "service may not read recording",
        "service may not read transcript",
        "service may not read need",
        "service may not read conversation",
        "service may not read ownership: not built yet",
        "service may not read preference",
        "service may not read survey_answer",
        "… 22 more"
      ],
      "gate": [
        "service may collect message",
        "agent may not collect message for service",
        "service may read device",
        "agent may not read device for service",
        "service may read place",
        "agent may not read place for service",
        "service may read contact",
        "agent may not read contact for service",
        "service may read identity",
        "agent may not read identity for service",
        "service may read address",
        "agent may not read address for service",
        "… 2 more"
      ],
      "database": [
        "service may not select credential.person_id",
        "service may not insert credential.person_id",
        "service may not update credential.person_id",
        "service may not select credential.id",
        "service may not insert credential.id",
        "service may not update credential.id",
        "service may not select credential.kind",
        "service may not insert credential.kind",
        "service may not update credential.kind",
        "service may not select credential.sealed",
        "service may not insert credential.sealed",
        "service may not update credential.sealed",
        "… 752 more"
      ]
    }
  },
  "U.authentication": {
    "walls": [
      "type",
      "gate",
      "database"
    ],
    "tests": {
      "type": [
        "authentication may not read log",
        "authentication may not read identity",
        "authentication may not read address",
        "authentication may not read photo",
        "authentication may not read video",
        "authentication may not read recording",
        "authentication may not read transcript",
        "authentication may not read need",
        "authentication may not read conversation",
        "authentication may not read ownership",
        "authentication may not read preference",
        "authentication may not read survey_answer",
        "… 27 more"
      ],
      "gate": [
        "a wrong code is refused, the right one works once",
        "authentication may read contact",
        "authentication may read wechat",
        "authentication may read credentials",
        "authentication may read hint",
        "authentication may read device"
      ],
      "database": [
        "authentication may select credential.person_id",
        "authentication may insert credential.person_id",
        "authentication may not update credential.person_id",
        "authentication may select credential.id",
        "authentication may insert credential.id",
        "authentication may not update credential.id",
        "authentication may select credential.kind",
        "authentication may insert credential.kind",
        "authentication may update credential.kind",
        "authentication may select credential.sealed",
        "authentication may insert credential.sealed",
        "authentication may update credential.sealed",
        "… 766 more"
      ]
    }
  },
  "U.security": {
    "walls": [
      "type",
      "gate",
      "database",
      "operation"
    ],
    "tests": {
      "type": [
        "security may not read device",
        "security may not read contact",
        "security may not read identity",
        "security may not read address",
        "security may not read wechat",
        "security may not read credentials",
        "security may not read hint",
        "security may not read photo",
        "security may not read video",
        "security may not read recording",
        "security may not read transcript",
        "security may not read need",
        "… 38 more"
      ],
      "gate": [
        "security may collect signal",
        "privacy_officer may not collect signal for security",
        "security may read log",
        "privacy_officer may not read log for security",
        "security may read signal",
        "privacy_officer may not read signal for security"
      ],
      "database": [
        "of risk_signal, security sees its rows",
        "of risk_signal, security adds a row",
        "of risk_signal, rights does not see its rows",
        "of risk_signal, rights does not add a row",
        "of risk_signal, fraud does not see its rows",
        "of risk_signal, fraud does not add a row"
      ],
      "operation": [
        "wrong codes from one address are a signal from their number on, without an address",
        "nothing is counted of who is signed in, and a made-up session hides nothing",
        "signals are for security, and for nobody else",
        "the fingerprint of an address changes with the day, and cannot be made again"
      ]
    }
  },
  "U.fraud": {
    "walls": [
      "type",
      "gate",
      "database",
      "operation"
    ],
    "tests": {
      "type": [
        "fraud may not read log",
        "fraud may not read device",
        "fraud may not read contact",
        "fraud may not read identity",
        "fraud may not read address",
        "fraud may not read wechat",
        "fraud may not read credentials",
        "fraud may not read hint",
        "fraud may not read photo",
        "fraud may not read video",
        "fraud may not read recording",
        "fraud may not read transcript",
        "… 56 more"
      ],
      "gate": [
        "fraud may collect signal",
        "agent may not collect signal for fraud",
        "fraud may read signal",
        "agent may not read signal for fraud"
      ],
      "database": [
        "of fraud_signal, fraud sees its rows",
        "of fraud_signal, fraud adds a row",
        "of fraud_signal, security does not see its rows",
        "of fraud_signal, security does not add a row",
        "of fraud_signal, rights does not see its rows",
        "of fraud_signal, rights does not add a row",
        "of fraud_signal, service does not see its rows",
        "of fraud_signal, service does not add a row",
        "of fraud_signal, personalise does not see its rows",
        "of fraud_signal, personalise does not add a row",
        "of fraud_signal, measure does not see its rows",
        "of fraud_signal, measure does not add a row",
        "… 14 more"
      ],
      "operation": [
        "when the day’s money for SMS is spent, mail is offered to everybody alike",
        "one browser that asks for many people is asked to wait, and then refused",
        "failures at an account are counted by network, and at its own fingerprint",
        "passwords that are guessed from all over are no longer asked; a code still lets its person in",
        "many sign-ups from one network within minutes are asked to wait",
        "on a device that is new to an account, how it is reached is not changed for a day",
        "who is held learns why, answers, and a person decides; every step is theirs to see",
        "a case is shown and answered by nobody but its person, and decided by security alone",
        "a case lies sealed, and the signals hold no address, number or person",
        "what was counted is gone after two days, and what its fingerprints were made with",
        "held, the person reads why and answers; security reads it and releases them",
        "refused, the person reads the note, and may object"
      ]
    }
  },
  "U.rights": {
    "walls": [
      "type",
      "gate",
      "database",
      "operation"
    ],
    "tests": {
      "type": [
        "rights may not read credentials",
        "rights may not read photo",
        "rights may not read video",
        "rights may not read recording",
        "rights may not read transcript",
        "rights may not read need",
        "rights may not read conversation",
        "rights may not read ownership: not built yet",
        "rights may not read survey_answer",
        "rights may not read campaign",
        "rights may not read software",
        "rights may not look at credentials",
        "… 22 more"
      ],
      "gate": [
        "rights may collect contact",
        "visitor may not collect contact for rights",
        "rights may collect wechat",
        "visitor may not collect wechat for rights",
        "rights may collect device",
        "visitor may not collect device for rights",
        "rights may collect preference",
        "visitor may not collect preference for rights",
        "rights may collect consent",
        "visitor may not collect consent for rights",
        "rights may collect identity",
        "visitor may not collect identity for rights",
        "… 35 more"
      ],
      "database": [
        "the function behind them gives a login the rows of its own subject, and none without one",
        "rights may not select credential.person_id",
        "rights may not insert credential.person_id",
        "rights may not update credential.person_id",
        "rights may not select credential.id",
        "rights may not insert credential.id",
        "rights may not update credential.id",
        "rights may not select credential.kind",
        "rights may not insert credential.kind",
        "rights may not update credential.kind",
        "rights may not select credential.sealed",
        "rights may not insert credential.sealed",
        "… 758 more"
      ],
      "operation": [
        "rows go when the days of their category are over, by the row’s own age",
        "one sees what one accepted, opened and closed, with version, language, text and time",
        "nobody else’s stand among them, on the page or in the file",
        "looking at them is a use like any other, with its record and its proof",
        "a phone number is corrected, shown at once, and taken away again",
        "a name and an address are corrected by the rules by which they were taken, field by field",
        "what was given freely is deleted whenever the person says so, and emptying all of it is the same",
        "of another person nothing is corrected or deleted",
        "two officers, the old address told, 72 hours: then the new address is the way in, and the old one is none",
        "the owner stops it with one press, and nothing changes",
        "whether there is an account is told to nobody who asks; what does not fit is seen, and cannot be approved",
        "refused after the first approval it goes no further; an address that became somebody’s leads nobody into an account",
        "… 18 more"
      ]
    }
  },
  "U.backup": {
    "walls": [
      "type",
      "gate",
      "database",
      "operation",
      "disk"
    ],
    "tests": {
      "type": [
        "backup may not read log",
        "backup may not read device",
        "backup may not read contact",
        "backup may not read identity",
        "backup may not read address",
        "backup may not read wechat",
        "backup may not read credentials",
        "backup may not read hint",
        "backup may not read photo",
        "backup may not read video",
        "backup may not read recording",
        "backup may not read transcript",
        "… 40 more"
      ],
      "gate": [
        "backup may not collect log",
        "backup may not collect device",
        "backup may not collect position",
        "backup may not collect place",
        "backup may not collect contact",
        "backup may not collect identity",
        "backup may not collect address",
        "backup may not collect wechat",
        "backup may not collect credentials",
        "backup may not collect hint",
        "backup may not collect scan",
        "backup may not collect photo",
        "… 51 more"
      ],
      "database": [
        "backup may select credential.person_id",
        "backup may not insert credential.person_id",
        "backup may not update credential.person_id",
        "backup may select credential.id",
        "backup may not insert credential.id",
        "backup may not update credential.id",
        "backup may select credential.kind",
        "backup may not insert credential.kind",
        "backup may not update credential.kind",
        "backup may select credential.sealed",
        "backup may not insert credential.sealed",
        "backup may not update credential.sealed",
        "… 799 more"
      ],
      "operation": [
        "while the policy in force offers no backups, none is made"
      ],
      "disk": [
        "restored, who was erased after the backup is unreadable, and the others are read",
        "what a backup holds is sealed: no address, no word of anybody, no key"
      ]
    }
  },
  "M.code": {
    "walls": [
      "type",
      "gate",
      "operation"
    ],
    "tests": {
      "type": [
        "a use cannot be widened to another purpose",
        "nor to any purpose",
        "nor narrowed from one of many",
        "the service sends no codes",
        "news need an opening, and are not offered yet"
      ],
      "gate": [
        "authentication may collect message",
        "authentication may read message",
        "authentication may send code"
      ],
      "operation": [
        "a code goes to whoever asked, says why it came, and nothing rides along",
        "the answer is the same whether or not there is an account",
        "a code has one meaning: one that proves an address signs nobody in, and the other way round",
        "a code that proves an address does not sign in, nor one that signs in prove",
        "a code comes by SMS, and opens the account of the number",
        "is slow: who asked first is told, and told when the code has left",
        "hangs: after ten seconds without an answer it counts as slow",
        "says no for good (5xx): it is not asked again, and whoever waits is told",
        "comes back too late: a code that has run out is dropped, not sent",
        "who waits for a code that does not leave is told, and told when it has left",
        "a number as people write it where they live, a code by SMS, and in",
        "the outbox shows a code as text, whatever somebody wrote"
      ]
    }
  },
  "M.push": {
    "walls": [
      "type",
      "gate",
      "operation"
    ],
    "tests": {
      "type": [
        "authentication tells nobody of a changed notice",
        "the service tells nobody of a sign-in",
        "the service tells nobody of a closed account",
        "what a case needs is not sent yet",
        "recalls are not sent yet",
        "no service message carries promotion"
      ],
      "gate": [
        "authentication may send security",
        "service may send appointment",
        "rights may send account",
        "rights may send notice_change",
        "rights may send incident"
      ],
      "operation": [
        "a way into the account that changed is told to its owner",
        "who signs in on a new device is told in every open browser and by mail, and why",
        "what waited reaches no browser from which its person has signed out meanwhile",
        "quiet hours are nine to eight until the person says otherwise, in a zone that exists",
        "a changed notice is told to everybody who accepted an earlier one, at night in the morning",
        "what is for the person’s safety comes at night, too",
        "closed, everybody is signed out everywhere, and a message tells the way back",
        "every push that reaches the browser is shown, one that comes twice once",
        "an address that the browser changed is told anew; one whose device shows nothing is forgotten",
        "one proposes, another approves, addresses are opened, and it is ended",
        "an incident that was approved with words is told to everybody once, at night too"
      ]
    }
  },
  "E.1": {
    "walls": [
      "type",
      "gate",
      "database",
      "operation"
    ],
    "tests": {
      "type": [
        "no matter is for service",
        "no matter is for authentication",
        "no matter is for support",
        "no matter is for fraud",
        "no matter is for backup",
        "no matter is for protect",
        "no matter is for improve",
        "no matter is for personalise",
        "no matter is for measure",
        "no matter is for software",
        "no matter is for survey",
        "no matter is for rights",
        "… 7 more"
      ],
      "gate": [
        "a matter that stands opens exactly what it names",
        "a basis of another legal area, or of no law, opens nothing",
        "proposed alone, ended early or past its last day, it opens nothing",
        "another role or another purpose than its own opens nothing",
        "by a matter on this ground, categories: contact, identity, address, wechat, log, device, ownership, conversation, photo, video, recording, transcript, need, signal, request, message",
        "by a matter on this ground, lawful bases here: GDPR Art. 6(1)(c), FADP Art. 31(1)",
        "by a matter on this ground, purposes: archive, security"
      ],
      "database": [
        "a matter that stands shows the boxes it names",
        "another category stays hidden",
        "a person that it does not name stays hidden",
        "another purpose gets nothing",
        "what nobody approved shows nothing",
        "what has ended shows nothing",
        "on its last day it still shows them",
        "a day later it shows nothing",
        "past its last day by the server’s clock it shows nothing",
        "past its last day, whatever that clock says",
        "a matter of another legal area shows nothing",
        "the policy lets no matter open this",
        "… 30 more"
      ],
      "operation": [
        "without a lawful basis in this legal area there is no matter",
        "matters are counted in public, few of them only as fewer than five",
        "in mainland China the bases of its own law count, and no others",
        "what the law forbids to say is not counted in public"
      ]
    }
  },
  "E.2": {
    "walls": [
      "type",
      "gate",
      "database",
      "operation"
    ],
    "tests": {
      "type": [
        "no matter is for service",
        "no matter is for authentication",
        "no matter is for support",
        "no matter is for fraud",
        "no matter is for backup",
        "no matter is for protect",
        "no matter is for improve",
        "no matter is for personalise",
        "no matter is for measure",
        "no matter is for software",
        "no matter is for survey",
        "no matter is for rights",
        "… 7 more"
      ],
      "gate": [
        "a matter that stands opens exactly what it names",
        "a basis of another legal area, or of no law, opens nothing",
        "proposed alone, ended early or past its last day, it opens nothing",
        "another role or another purpose than its own opens nothing",
        "by a matter on this ground, categories: contact, identity, address, wechat, log, device, ownership, conversation, photo, video, recording, transcript, need, signal, request, message",
        "by a matter on this ground, lawful bases here: GDPR Art. 6(1)(d), GDPR Art. 6(1)(e), FADP Art. 31(1)",
        "by a matter on this ground, purposes: archive, security"
      ],
      "database": [
        "a matter that stands shows the boxes it names",
        "another category stays hidden",
        "a person that it does not name stays hidden",
        "another purpose gets nothing",
        "what nobody approved shows nothing",
        "what has ended shows nothing",
        "on its last day it still shows them",
        "a day later it shows nothing",
        "past its last day by the server’s clock it shows nothing",
        "past its last day, whatever that clock says",
        "a matter of another legal area shows nothing",
        "the policy lets no matter open this",
        "… 30 more"
      ],
      "operation": [
        "without a lawful basis in this legal area there is no matter",
        "matters are counted in public, few of them only as fewer than five",
        "in mainland China the bases of its own law count, and no others",
        "a matter that keeps nothing does not hold shredding up"
      ]
    }
  },
  "E.3": {
    "walls": [
      "type",
      "gate",
      "database",
      "operation",
      "ledger"
    ],
    "tests": {
      "type": [
        "no matter is for service",
        "no matter is for authentication",
        "no matter is for support",
        "no matter is for fraud",
        "no matter is for backup",
        "no matter is for protect",
        "no matter is for improve",
        "no matter is for personalise",
        "no matter is for measure",
        "no matter is for software",
        "no matter is for survey",
        "no matter is for rights",
        "… 7 more"
      ],
      "gate": [
        "a matter that stands opens exactly what it names",
        "a basis of another legal area, or of no law, opens nothing",
        "proposed alone, ended early or past its last day, it opens nothing",
        "another role or another purpose than its own opens nothing",
        "what the ground does not let any matter open stays closed, whatever the matter says",
        "by a matter on this ground, categories: contact, identity, address, wechat, log, device, ownership, conversation, photo, video, recording, transcript, need, signal, request, message",
        "by a matter on this ground, lawful bases here: GDPR Art. 6(1)(c), FADP Art. 31(1)",
        "by a matter on this ground, purposes: archive, security",
        "in a request, a matter opens to privacy_officer what it names of whom it names",
        "in a request, a matter opens to security what it names of whom it names"
      ],
      "database": [
        "a matter that stands shows the boxes it names",
        "another category stays hidden",
        "a person that it does not name stays hidden",
        "another purpose gets nothing",
        "what nobody approved shows nothing",
        "what has ended shows nothing",
        "on its last day it still shows them",
        "a day later it shows nothing",
        "past its last day by the server’s clock it shows nothing",
        "past its last day, whatever that clock says",
        "a matter of another legal area shows nothing",
        "the policy lets no matter open this",
        "… 30 more"
      ],
      "operation": [
        "the order is attached by who proposes, read by who approves, and nobody approves unread",
        "a PDF, PNG or JPEG by its content, five megabytes, the one that was proposed; else refused",
        "only the one who proposed brings it, once, while it waits; a piece that is missing is no document",
        "proposed by one and approved by another, a matter opens what it names to its role",
        "the second is never the first",
        "of two officers at the same moment one approves, and the other is told",
        "without a lawful basis in this legal area there is no matter",
        "persons that do not exist, a day that is over or too far, a foreign role: refused",
        "a proposal that was left lying past its last day is approved by nobody",
        "what stands for security is shown to security, and opened by its role alone",
        "matters are counted in public, few of them only as fewer than five",
        "in mainland China the bases of its own law count, and no others",
        "… 3 more"
      ],
      "ledger": [
        "every look at the order leaves a record with each of its persons, told when it may be",
        "the acts of officers commit to the evidence, for each person, and are told when it may be"
      ]
    }
  },
  "E.4": {
    "walls": [
      "type",
      "gate",
      "database",
      "operation"
    ],
    "tests": {
      "type": [
        "no matter is for service",
        "no matter is for authentication",
        "no matter is for support",
        "no matter is for fraud",
        "no matter is for backup",
        "no matter is for protect",
        "no matter is for improve",
        "no matter is for personalise",
        "no matter is for measure",
        "no matter is for software",
        "no matter is for survey",
        "no matter is for rights",
        "… 7 more"
      ],
      "gate": [
        "a matter that stands opens exactly what it names",
        "a basis of another legal area, or of no law, opens nothing",
        "proposed alone, ended early or past its last day, it opens nothing",
        "another role or another purpose than its own opens nothing",
        "by a matter on this ground, categories: contact, identity, address, wechat",
        "by a matter on this ground, lawful bases here: GDPR Art. 6(1)(f), FADP Art. 30(3)",
        "by a matter on this ground, purposes: archive, security"
      ],
      "database": [
        "a matter that stands shows the boxes it names",
        "another category stays hidden",
        "a person that it does not name stays hidden",
        "another purpose gets nothing",
        "what nobody approved shows nothing",
        "what has ended shows nothing",
        "on its last day it still shows them",
        "a day later it shows nothing",
        "past its last day by the server’s clock it shows nothing",
        "past its last day, whatever that clock says",
        "a matter of another legal area shows nothing",
        "the policy lets no matter open this",
        "… 30 more"
      ],
      "operation": [
        "without a lawful basis in this legal area there is no matter",
        "matters are counted in public, few of them only as fewer than five",
        "in mainland China the bases of its own law count, and no others"
      ]
    }
  },
  "E.5": {
    "walls": [
      "type",
      "gate",
      "database",
      "operation"
    ],
    "tests": {
      "type": [
        "no matter is for service",
        "no matter is for authentication",
        "no matter is for support",
        "no matter is for fraud",
        "no matter is for backup",
        "no matter is for protect",
        "no matter is for improve",
        "no matter is for personalise",
        "no matter is for measure",
        "no matter is for software",
        "no matter is for survey",
        "no matter is for rights",
        "… 7 more"
      ],
      "gate": [
        "a matter that stands opens exactly what it names",
        "a basis of another legal area, or of no law, opens nothing",
        "proposed alone, ended early or past its last day, it opens nothing",
        "another role or another purpose than its own opens nothing",
        "by a matter on this ground, categories: contact, identity, address, wechat, ownership",
        "by a matter on this ground, lawful bases here: GDPR Art. 6(1)(f), FADP Art. 31(1)",
        "by a matter on this ground, purposes: archive, security"
      ],
      "database": [
        "a matter that stands shows the boxes it names",
        "another category stays hidden",
        "a person that it does not name stays hidden",
        "another purpose gets nothing",
        "what nobody approved shows nothing",
        "what has ended shows nothing",
        "on its last day it still shows them",
        "a day later it shows nothing",
        "past its last day by the server’s clock it shows nothing",
        "past its last day, whatever that clock says",
        "a matter of another legal area shows nothing",
        "the policy lets no matter open this",
        "… 30 more"
      ],
      "operation": [
        "without a lawful basis in this legal area there is no matter",
        "matters are counted in public, few of them only as fewer than five",
        "in mainland China the bases of its own law count, and no others"
      ]
    }
  },
  "E.6": {
    "walls": [
      "gate",
      "database"
    ],
    "tests": {
      "gate": [
        "what serves a request needs no opening because this ground lets it; taken back, it is refused",
        "each standing rule names exactly the uses that rest on its ground",
        "a use for which no standing rule speaks, in one legal area or for so long, does not compile",
        "no matter opens anything on a standing ground",
        "by a matter on this ground, categories: none",
        "by a matter on this ground, lawful bases here: none",
        "by a matter on this ground, purposes: none"
      ],
      "database": [
        "a matter on this ground shows something on no basis alone"
      ]
    }
  },
  "E.7": {
    "walls": [
      "gate",
      "database"
    ],
    "tests": {
      "gate": [
        "each standing rule names exactly the uses that rest on its ground",
        "a use for which no standing rule speaks, in one legal area or for so long, does not compile",
        "the log is read because safe operation lets it; taken back, it is refused",
        "no matter opens anything on a standing ground",
        "by a matter on this ground, categories: none",
        "by a matter on this ground, lawful bases here: none",
        "by a matter on this ground, purposes: none",
        "service may read log",
        "person may not read log for service"
      ],
      "database": [
        "a matter on this ground shows something on no basis alone"
      ]
    }
  },
  "E.8": {
    "walls": [
      "type",
      "gate",
      "database",
      "operation"
    ],
    "tests": {
      "type": [
        "no matter is for service",
        "no matter is for authentication",
        "no matter is for support",
        "no matter is for fraud",
        "no matter is for backup",
        "no matter is for protect",
        "no matter is for improve",
        "no matter is for personalise",
        "no matter is for measure",
        "no matter is for software",
        "no matter is for survey",
        "no matter is for rights",
        "… 7 more"
      ],
      "gate": [
        "a matter that stands opens exactly what it names",
        "a basis of another legal area, or of no law, opens nothing",
        "proposed alone, ended early or past its last day, it opens nothing",
        "another role or another purpose than its own opens nothing",
        "by a matter on this ground, categories: contact, identity, address, wechat, conversation",
        "by a matter on this ground, lawful bases here: GDPR Art. 85(2), FADP Art. 31(2)(d)",
        "by a matter on this ground, purposes: archive, security"
      ],
      "database": [
        "a matter that stands shows the boxes it names",
        "another category stays hidden",
        "a person that it does not name stays hidden",
        "another purpose gets nothing",
        "what nobody approved shows nothing",
        "what has ended shows nothing",
        "on its last day it still shows them",
        "a day later it shows nothing",
        "past its last day by the server’s clock it shows nothing",
        "past its last day, whatever that clock says",
        "a matter of another legal area shows nothing",
        "the policy lets no matter open this",
        "… 30 more"
      ],
      "operation": [
        "without a lawful basis in this legal area there is no matter",
        "matters are counted in public, few of them only as fewer than five",
        "in mainland China the bases of its own law count, and no others"
      ]
    }
  },
  "E.9": {
    "walls": [
      "type",
      "gate",
      "database",
      "operation"
    ],
    "tests": {
      "type": [
        "no matter is for service",
        "no matter is for authentication",
        "no matter is for support",
        "no matter is for fraud",
        "no matter is for backup",
        "no matter is for protect",
        "no matter is for improve",
        "no matter is for personalise",
        "no matter is for measure",
        "no matter is for software",
        "no matter is for survey",
        "no matter is for rights",
        "… 7 more"
      ],
      "gate": [
        "each standing rule names exactly the uses that rest on its ground",
        "a use for which no standing rule speaks, in one legal area or for so long, does not compile",
        "what answers people about their rights rests on this ground; taken back, it is refused",
        "a matter that stands opens exactly what it names",
        "a basis of another legal area, or of no law, opens nothing",
        "proposed alone, ended early or past its last day, it opens nothing",
        "another role or another purpose than its own opens nothing",
        "by a matter on this ground, categories: contact, identity, address, wechat, log, device, ownership, conversation, photo, video, recording, transcript, need, signal, request, message",
        "by a matter on this ground, lawful bases here: GDPR Art. 6(1)(c), FADP Art. 31(1)",
        "by a matter on this ground, purposes: archive, security"
      ],
      "database": [
        "a matter that stands shows the boxes it names",
        "another category stays hidden",
        "a person that it does not name stays hidden",
        "another purpose gets nothing",
        "what nobody approved shows nothing",
        "what has ended shows nothing",
        "on its last day it still shows them",
        "a day later it shows nothing",
        "past its last day by the server’s clock it shows nothing",
        "past its last day, whatever that clock says",
        "a matter of another legal area shows nothing",
        "the policy lets no matter open this",
        "… 30 more"
      ],
      "operation": [
        "the log is kept for 30 days, and for 180 in mainland China, where that duty is offered",
        "without a lawful basis in this legal area there is no matter",
        "matters are counted in public, few of them only as fewer than five",
        "a request outlives the account, as the law asks, and is found by its address no more than it was",
        "in mainland China the bases of its own law count, and no others"
      ]
    }
  },
  "S.access": {
    "walls": [
      "database",
      "operation"
    ],
    "tests": {
      "database": [
        "nothing is reviewed, ticked or listed in the name of somebody without the role",
        "every table of a person’s rows shows a login that person’s rows alone",
        "service cannot take an advisory lock",
        "service cannot try an advisory lock",
        "service cannot notify through the function",
        "service cannot make a large object",
        "service cannot sleep",
        "service cannot make a temporary table",
        "service cannot make a table",
        "service cannot make a function",
        "service cannot become the owner",
        "service cannot become the kernel",
        "… 200 more"
      ],
      "operation": [
        "the report is for privacy officers; it holds rules with what says so, and counts",
        "reviewers see who holds which role, and nobody else does",
        "nobody reviews themself, also not by a number of their own making",
        "a role that is kept is due again an interval later",
        "what is taken away is gone with the next request, everywhere",
        "the role of a privacy officer is taken away by two, and the last one stays",
        "training notes are read as they stand, and due again after a year",
        "everybody says what they are called, and only of themself",
        "what is seen to in rooms and on machines is ticked, and due again",
        "the history says who did what, for a file",
        "what was asked long ago counts no more",
        "a review that nobody made needs a hand",
        "… 7 more"
      ]
    }
  },
  "S.third-party": {
    "walls": [
      "type",
      "gate",
      "database",
      "operation"
    ],
    "tests": {
      "type": [
        "service may not share with carrier.mail",
        "service may not share with carrier.sms",
        "service may not share with carrier.push",
        "service may not share with carrier.wechat",
        "service may not share with partner.joint",
        "service may not share with authority.supervision",
        "rights may not share with carrier.mail",
        "rights may not share with carrier.sms",
        "rights may not share with carrier.push",
        "rights may not share with carrier.wechat",
        "rights may not share with partner.service",
        "rights may not share with partner.joint",
        "… 55 more"
      ],
      "gate": [
        "who is not in the register gets nothing",
        "an entry of another kind does not stand for this one",
        "no terms, terms that have run out and terms that have not begun: no data",
        "a third party in another legal area gets nothing",
        "a field that the register does not list, or the policy, is not handed over",
        "terms that expire between two fields stop the second, and nothing of the first leaves",
        "service may hand nothing to carrier.mail",
        "service may hand nothing to carrier.sms",
        "service may hand nothing to carrier.push",
        "service may hand nothing to carrier.wechat",
        "service may hand contact, identity, address, ownership to partner.service",
        "service may hand nothing to partner.joint",
        "… 94 more"
      ],
      "database": [
        "the purpose that keeps the register writes it for an officer only",
        "terms that stand let a listed field out",
        "who has ended gets nothing",
        "another legal area gets nothing",
        "no terms let nothing out",
        "terms let data out on their first day",
        "terms that have not begun let nothing out",
        "terms let data out on their last day",
        "terms that are over let nothing out",
        "terms that are over by the server’s clock let nothing out",
        "terms that are over let nothing out, whatever the server’s clock says",
        "terms that have not begun by the server’s clock let nothing out",
        "… 24 more"
      ],
      "operation": [
        "in production each carrier of a file says whose it is, and all but one’s own ask for terms",
        "production refuses a mail carrier without terms, and takes one whose last day is named",
        "from registering to ending, data goes out exactly while terms are in date",
        "the person sees with whom what was shared",
        "whoever got data is told an hour before it is erased, once, and the person beforehand that they will be",
        "in mainland China data goes to third parties there, and to none elsewhere",
        "a database never changes its legal area",
        "without terms no mail leaves, it waits, and leaves once they are on file",
        "terms that have run out keep mail back",
        "what the settings name is written once; from then on the register counts",
        "a mail server of the operator’s own, and the local outbox, are no third parties",
        "a carrier of the file is its company’s unless it says own; so are the push services",
        "… 4 more"
      ]
    }
  },
  "S.loss": {
    "walls": [
      "disk",
      "ledger",
      "operation"
    ],
    "tests": {
      "disk": [
        "restored, who was erased after the backup is unreadable, and the others are read",
        "a backup that is cut off anywhere is refused, at the border of a chunk too",
        "after seven days keys and rows are gone wherever there were any, and the address is free"
      ],
      "ledger": [
        "the log ended where it was; the next one holds the restored entries and contradicts nobody",
        "a database that is older than the newest published head is not served"
      ],
      "operation": [
        "backed up while the server runs, restored into a fresh folder, and served",
        "kill -9 in the middle of a backup leaves nothing that looks whole",
        "the master key is changed without a stop, then the old one opens nothing",
        "a backup of an earlier release is brought to this one",
        "the master key is changed under reads and writes, and nobody is turned away",
        "closing asks for a sign-in of the last minutes, and changes nothing without",
        "closed, everybody is signed out everywhere, and a message tells the way back",
        "until then signing in offers the way back and nothing else, on each server",
        "ended in the middle, it is finished by the next run; two at once erase each once",
        "what a standing matter names stays closed until the matter has ended",
        "signing out leaves a closed account closed, and its code does not sign in anybody else",
        "somebody closes their account, is told how to come back, comes back, and all is there"
      ]
    }
  },
  "S.alteration": {
    "walls": [
      "database",
      "ledger",
      "disk"
    ],
    "tests": {
      "database": [
        "service may not read kernel.policy_version",
        "service may not delete from kernel.policy_version",
        "service may not empty kernel.policy_version",
        "authentication may not read kernel.policy_version",
        "authentication may not delete from kernel.policy_version",
        "authentication may not empty kernel.policy_version",
        "support may not read kernel.policy_version",
        "support may not delete from kernel.policy_version",
        "support may not empty kernel.policy_version",
        "security may not read kernel.policy_version",
        "security may not delete from kernel.policy_version",
        "security may not empty kernel.policy_version",
        "… 2527 more"
      ],
      "ledger": [
        "a log that takes no more reads lets no value out, and tells the operator why",
        "a write that cannot be recorded is not made",
        "a log that does not answer holds the answer back, and then refuses it",
        "the proof of a use is checked in the browser itself",
        "every use is decided again from its record with the same answer, and the record is that of its leaf",
        "an earlier use is decided by the version of its time, whatever is published since",
        "what was sent to many at once is one leaf, and is decided again for each of them",
        "a record that was swapped for another is found out by its leaf",
        "after erasure there is nothing to decide again, and that is the answer"
      ],
      "disk": [
        "a backup with any byte changed is refused"
      ]
    }
  },
  "R.publish": {
    "walls": [
      "gate",
      "database",
      "operation"
    ],
    "tests": {
      "gate": [
        "a release knows its policy, yet nothing of it holds before it is published",
        "a narrowing applies at once, to everybody"
      ],
      "database": [
        "a release knows its policy, yet nothing of it holds before it is published"
      ],
      "operation": [
        "published amid a hundred requests, each is answered under one policy and recorded so",
        "the officer sees the difference and publishes; everybody meets the new version",
        "notice, gate, grants and ledger switch together to one hash"
      ]
    }
  },
  "R.review": {
    "walls": [
      "gate",
      "database",
      "operation"
    ],
    "tests": {
      "gate": [
        "a reader that came later does not profit from an opening made before, and the others go on",
        "accepting the notice anew opens nothing anew",
        "a longer keeping waits for the opening too, for rows already held; the person sees them",
        "a widening never stretches what was accepted or opened earlier",
        "service may collect position no further than nearby was opened for",
        "service may read position no further than nearby was opened for",
        "service may collect scan no further than camera.scan was opened for",
        "service may read scan no further than camera.scan was opened for",
        "support may collect photo no further than camera.photo was opened for",
        "support may read photo no further than camera.photo was opened for",
        "support may collect video no further than camera.video was opened for",
        "support may read video no further than camera.video was opened for",
        "… 112 more"
      ],
      "database": [
        "with the gate off, the row policy asks which version was opened, not which was accepted",
        "a longer keeping waits for the opening too, for rows already held; the person sees them",
        "with the gate off, the row policy still asks which version the person accepted",
        "of identity, service does not see rows of somebody who accepted nothing",
        "of identity, service does not add a row for somebody who accepted nothing",
        "of identity, rights does not see rows of somebody who accepted nothing",
        "of identity, rights does not add a row for somebody who accepted nothing",
        "of mailing_address, service does not see rows of somebody who accepted nothing",
        "of mailing_address, service does not add a row for somebody who accepted nothing",
        "of mailing_address, rights does not see rows of somebody who accepted nothing",
        "of mailing_address, rights does not add a row for somebody who accepted nothing",
        "of voice_note, support does not see the rows of an opening that does not reach so far",
        "… 7 more"
      ],
      "operation": [
        "at the next visit people see what changed, and are told once",
        "a notice that grew asks anew; who puts it off goes on within the old limits",
        "what was widened and narrowed again asks nothing of who accepted it before",
        "opened anew, it reaches as far as the notice says now",
        "people see what changed, in their language, and are asked anew because it widened",
        "who accepts anew is served in full, and the old version stays readable"
      ]
    }
  }
};
