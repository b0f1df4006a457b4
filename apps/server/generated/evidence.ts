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
        "… 808 more"
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
        "… 2699 more"
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
        "no purpose but the service sees a row, not even one with the right to read the category",
        "the table of a day is nobody’s: there is no way around the whole"
      ],
      "operation": [
        "one row a request: operation, templated URL, browser family, time, region, sealed address",
        "no address stands in clear, and nothing that was sent does",
        "a made-up session cookie hides no address",
        "security and privacy officers read it without addresses; the reading is recorded",
        "after its days the key of the day is shredded first and the rows go",
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
        "with the gate out of the way the row policy hides them from the purpose at once"
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
        "… 259 more"
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
        "… 265 more"
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
        "… 259 more"
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
        "backup may select contact.person_id",
        "backup may not insert contact.person_id",
        "backup may not update contact.person_id",
        "backup may select contact.id",
        "backup may not insert contact.id",
        "backup may not update contact.id",
        "backup may select contact.sealed",
        "backup may not insert contact.sealed",
        "backup may not update contact.sealed",
        "backup may not delete from contact",
        "backup may select device.person_id",
        "backup may not insert device.person_id",
        "… 284 more"
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
        "the answer is the same whether or not there is an account"
      ]
    }
  },
  "E.6": {
    "walls": [
      "gate"
    ],
    "tests": {
      "gate": [
        "what serves a request needs no opening because this ground lets it; taken back, it is refused"
      ]
    }
  },
  "E.7": {
    "walls": [
      "gate"
    ],
    "tests": {
      "gate": [
        "service may read log",
        "person may not read log for service"
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
      "operation": [
        "the report is for privacy officers; it holds rules with what says so, and counts",
        "a privacy officer finds what went and what says how long everything stays"
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
        "a backup that is cut off anywhere is refused, at the border of a chunk too"
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
        "the master key is changed under reads and writes, and nobody is turned away"
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
        "… 1351 more"
      ],
      "ledger": [
        "the proof of a use is checked in the browser itself"
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
