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
        "service may collect message only after the notice is accepted",
        "service may collect consent",
        "service may collect consent before the notice is accepted",
        "service may read log before the notice is accepted",
        "service may read device only after the notice is accepted",
        "service may read place only after the notice is accepted",
        "service may read contact only after the notice is accepted",
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
        "… 2541 more"
      ],
      "operation": [
        "accepting leads on, opens nothing, and is kept without any identifier",
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
        "service may collect log"
      ],
      "database": [
        "no purpose but the service sees a row, not even one with the right to read the category",
        "of operation_log, service sees its rows",
        "of operation_log, service adds a row",
        "of operation_log, rights does not see its rows",
        "of operation_log, rights does not add a row",
        "of operation_log, security does not see its rows",
        "of operation_log, security does not add a row",
        "of operation_log, fraud does not see its rows",
        "of operation_log, fraud does not add a row"
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
        "authentication may collect contact",
        "service may not collect identity before it is built",
        "service may not collect address before it is built",
        "service may not collect ownership before it is built",
        "service may not read identity before it is built",
        "service may not read address before it is built",
        "service may not read ownership before it is built",
        "authentication may not collect wechat before it is built",
        "authentication may not read wechat before it is built",
        "rights may not collect identity before it is built",
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
        "of voice_note, support does not see a row that is withheld",
        "of voice_note, support does not see the rows of a function that is closed",
        "of voice_note, support does not add a row of a function that is closed"
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
        "service may not read identity: not built yet",
        "service may not read address: not built yet",
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
        "… 26 more"
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
        "service may read consent",
        "agent may not read consent for service"
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
        "… 222 more"
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
        "authentication may not read wechat: not built yet",
        "authentication may not read credentials",
        "authentication may not read hint",
        "authentication may not read photo",
        "authentication may not read video",
        "authentication may not read recording",
        "authentication may not read transcript",
        "authentication may not read need",
        "authentication may not read conversation",
        "… 33 more"
      ],
      "gate": [
        "a wrong code is refused, the right one works once",
        "authentication may read contact",
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
        "… 228 more"
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
        "rights may not read identity: not built yet",
        "rights may not read address: not built yet",
        "rights may not read wechat: not built yet",
        "rights may not read credentials",
        "rights may not read hint",
        "rights may not read photo",
        "rights may not read video",
        "rights may not read recording",
        "rights may not read transcript",
        "rights may not read need",
        "rights may not read conversation",
        "rights may not read ownership: not built yet",
        "… 31 more"
      ],
      "gate": [
        "rights may collect contact",
        "rights may collect device",
        "rights may collect consent",
        "rights may read log",
        "rights may read device",
        "rights may read contact",
        "rights may read message",
        "rights may read consent",
        "rights may not collect request before it is built",
        "rights may not read request before it is built",
        "improve may read device until improve is objected to",
        "improve may read ownership until improve is objected to",
        "… 7 more"
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
        "… 223 more"
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
        "… 1290 more"
      ],
      "ledger": [
        "a log that takes no more reads lets no value out, and tells the operator why",
        "a write that cannot be recorded is not made",
        "a log that does not answer holds the answer back, and then refuses it",
        "the proof of a use is checked in the browser itself",
        "every use is decided again from its record with the same answer, and the record is that of its leaf",
        "an earlier use is decided by the version of its time, whatever is published since",
        "a record that was swapped for another is found out by its leaf",
        "after erasure there is nothing to decide again, and that is the answer"
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
        "… 68 more"
      ],
      "database": [
        "with the gate off, the row policy asks which version was opened, not which was accepted",
        "a longer keeping waits for the opening too, for rows already held; the person sees them",
        "with the gate off, the row policy still asks which version the person accepted",
        "of voice_note, support does not see the rows of an opening that does not reach so far",
        "of voice_note, support does not add a row of an opening that does not reach so far",
        "of fault, service sees what came later, of those who accepted it",
        "of fault, service does not see what came later, of those who did not",
        "of fault, rights sees what came later, of those who accepted it",
        "of fault, rights does not see what came later, of those who did not",
        "of fault, service adds what came later, for those who accepted it",
        "of fault, service does not add what came later, for those who did not"
      ],
      "operation": [
        "opened anew, it reaches as far as the notice says now",
        "people see what changed, in their language, and are asked anew because it widened",
        "who accepts anew is served in full, and the old version stays readable"
      ]
    }
  }
};
