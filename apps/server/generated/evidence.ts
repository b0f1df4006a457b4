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
        "… 1672 more"
      ],
      "operation": []
    }
  },
  "C.log": {
    "walls": [
      "gate"
    ],
    "tests": {
      "gate": [
        "service may collect log"
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
      "operation": []
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
      "operation": []
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
      "operation": []
    }
  },
  "F.nearby.no-trajectory": {
    "walls": [
      "disk"
    ],
    "tests": {
      "disk": []
    }
  },
  "F.open": {
    "walls": [
      "gate",
      "operation"
    ],
    "tests": {
      "gate": [
        "service may collect position only once nearby is open",
        "service may read position only once nearby is open"
      ],
      "operation": []
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
        "service may not collect position from the closing of nearby on",
        "service may not read position from the closing of nearby on"
      ],
      "database": [],
      "operation": []
    }
  },
  "F.close.past": {
    "walls": [
      "operation"
    ],
    "tests": {
      "operation": []
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
        "… 141 more"
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
        "… 147 more"
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
        "… 141 more"
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
      "operation": []
    }
  },
  "E.6": {
    "walls": [
      "gate"
    ],
    "tests": {
      "gate": []
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
      "operation"
    ],
    "tests": {
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
        "… 1248 more"
      ],
      "ledger": []
    }
  },
  "R.publish": {
    "walls": [
      "gate",
      "database",
      "operation"
    ],
    "tests": {
      "gate": [],
      "database": [],
      "operation": []
    }
  },
  "R.review": {
    "walls": [
      "operation"
    ],
    "tests": {
      "operation": []
    }
  }
};
