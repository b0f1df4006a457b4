// Generated from the names of the tests by `npm run generate`. Do not edit.
import type { Evidence } from '@axent/policy/compile';

export const evidence: Readonly<Record<string, Evidence>> = {
  "G.accept": {
    "walls": [
      "gate",
      "database",
      "operation"
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
        "service may collect ownership only after the notice is accepted",
        "service may collect message only after the notice is accepted",
        "service may collect consent",
        "service may collect consent before the notice is accepted",
        "service may read log before the notice is accepted",
        "… 871 more"
      ],
      "database": [
        "no table stands outside these checks",
        "support may not select contact.person_id",
        "support may not insert contact.person_id",
        "support may not update contact.person_id",
        "security may not select contact.person_id",
        "security may not insert contact.person_id",
        "security may not update contact.person_id",
        "fraud may not select contact.person_id",
        "fraud may not insert contact.person_id",
        "fraud may not update contact.person_id",
        "archive may not select contact.person_id",
        "archive may not insert contact.person_id",
        "… 2882 more"
      ],
      "operation": [
        "accepting leads on, opens nothing, and is kept without any identifier",
        "what was accepted is recorded with version, language and the hash of the exact text"
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
        "service may collect log"
      ],
      "database": [
        "no purpose but the service sees a row, not even one with the right to read the category"
      ],
      "operation": [
        "one row a request: operation, templated URL, browser family, time, region, sealed address",
        "no address stands in clear, and nothing that was sent does",
        "a made-up session cookie hides no address",
        "security and privacy officers read it without addresses; the reading is recorded",
        "after its days the key of the day is shredded first and the rows go",
        "the log is kept for 30 days, and for 180 in mainland China, where that duty is offered",
        "pages, files and what leads nowhere are logged too, without what was asked for"
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
        "a device is told in words, never by a fingerprint, and its identifier can be reset"
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
      "gate"
    ],
    "tests": {
      "gate": [
        "service may collect contact",
        "agent may not collect contact for service",
        "service may collect identity",
        "agent may not collect identity for service",
        "service may collect address",
        "agent may not collect address for service",
        "service may collect ownership",
        "agent may not collect ownership for service",
        "authentication may collect contact",
        "authentication may collect wechat"
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
        "the first screen is the notice, and who leaves leaves nothing behind"
      ]
    }
  },
  "F.nearby.no-trajectory": {
    "walls": [
      "disk"
    ],
    "tests": {
      "disk": [
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
      "operation"
    ],
    "tests": {
      "gate": [
        "before the opening nothing is collected and nothing read",
        "service may collect position only once nearby is open",
        "service may read position only once nearby is open"
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
        "service may not read position from the closing of nearby on"
      ],
      "database": [
        "with the gate out of the way the row policy hides them from the purpose at once",
        "what a closed function left is shown by no matter"
      ],
      "operation": [
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
        "after fourteen days key and rows are gone, and a copy taken earlier cannot be opened",
        "… 2 more"
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
        "service may not read preference",
        "service may not read survey_answer",
        "service may not read signal",
        "… 20 more"
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
        "… 4 more"
      ],
      "database": [
        "service may select contact.person_id",
        "service may not insert contact.person_id",
        "service may not update contact.person_id",
        "service may select contact.id",
        "service may not insert contact.id",
        "service may not update contact.id",
        "service may select contact.sealed",
        "service may not insert contact.sealed",
        "service may not update contact.sealed",
        "service may not delete from contact",
        "service may select device.person_id",
        "service may not insert device.person_id",
        "… 251 more"
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
        "authentication may not read credentials",
        "authentication may not read hint",
        "authentication may not read photo",
        "authentication may not read video",
        "authentication may not read recording",
        "authentication may not read transcript",
        "authentication may not read need",
        "authentication may not read conversation",
        "authentication may not read ownership",
        "… 31 more"
      ],
      "gate": [
        "a wrong code is refused, the right one works once",
        "authentication may read contact",
        "authentication may read wechat",
        "authentication may read device"
      ],
      "database": [
        "authentication may select contact.person_id",
        "authentication may insert contact.person_id",
        "authentication may not update contact.person_id",
        "authentication may select contact.id",
        "authentication may insert contact.id",
        "authentication may not update contact.id",
        "authentication may select contact.sealed",
        "authentication may insert contact.sealed",
        "authentication may update contact.sealed",
        "authentication may not delete from contact",
        "authentication may select device.person_id",
        "authentication may insert device.person_id",
        "… 257 more"
      ]
    }
  },
  "U.rights": {
    "walls": [
      "type",
      "gate",
      "database"
    ],
    "tests": {
      "type": [
        "rights may not read credentials",
        "rights may not read hint",
        "rights may not read photo",
        "rights may not read video",
        "rights may not read recording",
        "rights may not read transcript",
        "rights may not read need",
        "rights may not read conversation",
        "rights may not read preference",
        "rights may not read survey_answer",
        "rights may not read signal",
        "rights may not read campaign",
        "… 21 more"
      ],
      "gate": [
        "rights may collect contact",
        "rights may collect identity",
        "rights may collect address",
        "rights may collect wechat",
        "rights may collect ownership",
        "rights may collect device",
        "rights may collect request",
        "rights may collect consent",
        "rights may read log",
        "rights may read device",
        "rights may read contact",
        "rights may read identity",
        "… 6 more"
      ],
      "database": [
        "rights may select contact.person_id",
        "rights may insert contact.person_id",
        "rights may not update contact.person_id",
        "rights may select contact.id",
        "rights may insert contact.id",
        "rights may not update contact.id",
        "rights may select contact.sealed",
        "rights may insert contact.sealed",
        "rights may update contact.sealed",
        "rights may delete from contact",
        "rights may select device.person_id",
        "rights may insert device.person_id",
        "… 251 more"
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
        "the answer is the same whether or not there is an account"
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
        "proposed by one and approved by another, a matter opens what it names to its role",
        "the second is never the first",
        "of two officers at the same moment one approves, and the other is told",
        "without a lawful basis in this legal area there is no matter",
        "persons that do not exist, a day that is over or too far, a foreign role: refused",
        "a proposal that was left lying past its last day is approved by nobody",
        "what stands for security is shown to security, and opened by its role alone",
        "matters are counted in public, few of them only as fewer than five",
        "in mainland China the bases of its own law count, and no others",
        "a recorded legal claim keeps withheld data from being shredded, and nobody gets to see it",
        "a matter that ends in the middle of the work stops the next box",
        "a read by a matter is in the ledger with its name, and shown once the person may be told"
      ],
      "ledger": [
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
        "service cannot read the passwords",
        "… 199 more"
      ],
      "operation": []
    }
  },
  "S.alteration": {
    "walls": [
      "database",
      "ledger"
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
        "… 1626 more"
      ],
      "ledger": [
        "the proof of a use is checked in the browser itself"
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
        "production refuses a mail carrier without terms, and takes one whose last day is named",
        "from registering to ending, data goes out exactly while terms are in date",
        "the person sees with whom what was shared",
        "in mainland China data goes to third parties there, and to none elsewhere",
        "a database never changes its legal area",
        "without terms no mail leaves, it waits, and leaves once they are on file",
        "terms that have run out keep mail back",
        "what the settings name is written once; from then on the register counts",
        "a mail server of the operator’s own, and the local outbox, are no third parties",
        "a registered third party whose terms stand gets the fields that are listed",
        "an officer who ends it in the middle of the work stops the next field",
        "a share that was taken back hands nothing over, nor one whose work is done",
        "… 1 more"
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
      "operation"
    ],
    "tests": {
      "operation": [
        "people see what changed, in their language, and are asked anew because it widened",
        "who accepts anew is served in full, and the old version stays readable"
      ]
    }
  }
};
