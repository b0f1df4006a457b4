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
        "… 866 more"
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
        "… 3322 more"
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
        "… 1 more"
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
        "… 291 more"
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
        "… 297 more"
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
        "rights may not read survey_answer",
        "rights may not read signal",
        "rights may not read campaign",
        "rights may not read software",
        "… 19 more"
      ],
      "gate": [
        "rights may collect contact",
        "rights may collect identity",
        "rights may collect address",
        "rights may collect wechat",
        "rights may collect ownership",
        "rights may collect device",
        "rights may collect preference",
        "rights may collect request",
        "rights may collect consent",
        "rights may read log",
        "rights may read device",
        "rights may read contact",
        "… 8 more"
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
        "… 291 more"
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
        "authentication tells nobody of a changed notice",
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
  "M.push": {
    "walls": [
      "type",
      "gate",
      "operation"
    ],
    "tests": {
      "type": [],
      "gate": [
        "authentication may send security",
        "service may send account",
        "service may send appointment",
        "rights may send notice_change",
        "rights may send incident"
      ],
      "operation": []
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
        "… 1486 more"
      ],
      "ledger": [
        "the proof of a use is checked in the browser itself"
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
