import { operation } from '@axent/kernel/operation';
import Type from 'typebox';

const LanguageSchema = Type.Union([Type.Literal('en'), Type.Literal('zh-CN'), Type.Literal('de')]);
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$', maxLength: 64 });
const Kind = Type.Union([Type.Literal('narrowing'), Type.Literal('neutral'), Type.Literal('widening')]);
const Change = Type.Object({
  kind: Kind,
  clause: Type.String(),
  /** What changed, in the language asked for. */
  words: Type.String(),
});
const InLanguage = Type.Object({ language: LanguageSchema });

const Version = Type.Object({
  sequence: Type.Integer(),
  revision: Type.String(),
  hash: Type.String(),
  published_at: Type.String(),
  class: Type.Union([Kind, Type.Literal('first')]),
  /** How many officers stood behind it; 0: it came with the installation. */
  approvals: Type.Integer(),
  changes: Type.Array(Change),
});

const Approvals = Type.Object({
  given: Type.Integer(),
  needed: Type.Integer(),
  /** Whether one of those given is the caller's. */
  own: Type.Boolean(),
});

const readers = ['privacy_officer', 'security', 'administrator'] as const;

export const state = operation({
  name: 'publication.state',
  method: 'GET',
  path: '/api/publication',
  summary: 'The policy in force, the one this release was made with, and what publishing it would change',
  purpose: 'service',
  actors: [...readers],
  acceptance: true,
  input: InLanguage,
  output: Type.Object({
    published: Version,
    release: Type.Object({ revision: Type.String(), hash: Type.String() }),
    /** Null when the release's policy is in force. */
    difference: Type.Union([Type.Object({ class: Kind, changes: Type.Array(Change) }), Type.Null()]),
    approvals: Approvals,
  }),
  errors: [],
});

export const publish = operation({
  name: 'publication.publish',
  method: 'POST',
  path: '/api/publication/publish',
  summary: "Stand behind publishing this release's policy; it is published once enough officers do",
  purpose: 'service',
  actors: ['privacy_officer'],
  acceptance: true,
  fresh: true,
  input: Type.Object(
    {
      /** Of the release's policy whose difference was shown. */
      hash: Hash,
      /** Version in force when it was shown. */
      base: Type.Integer({ minimum: 1 }),
    },
    { additionalProperties: false },
  ),
  output: Approvals,
  errors: ['state_changed', 'already_published'],
  per_minute: 10,
});

export const withdraw = operation({
  name: 'publication.withdraw',
  method: 'POST',
  path: '/api/publication/withdraw',
  summary: 'Take back the own approval while it waits for another',
  purpose: 'service',
  actors: ['privacy_officer'],
  acceptance: true,
  input: Type.Object({}, { additionalProperties: false }),
  output: Approvals,
  errors: [],
  per_minute: 10,
});

export const versions = operation({
  name: 'publication.versions',
  method: 'GET',
  path: '/api/publication/versions',
  summary: 'Every published version, newest first, with its class, its approvals and what changed',
  purpose: 'service',
  actors: [...readers],
  acceptance: true,
  input: InLanguage,
  output: Type.Object({ versions: Type.Array(Version) }),
  errors: [],
});

export const ledger = operation({
  name: 'publication.ledger',
  method: 'GET',
  path: '/api/publication/ledger',
  summary: 'The head of the ledger, what waits to join it, and whether it is being appended to',
  purpose: 'service',
  actors: [...readers],
  acceptance: true,
  input: Type.Object({}),
  output: Type.Object({
    /** Null before the log has begun. */
    head: Type.Union([
      Type.Object({
        size: Type.Integer(),
        /** Hexadecimal. */
        root: Type.String(),
        at: Type.String(),
        /** The signed note, as anybody can fetch it. */
        note: Type.String(),
      }),
      Type.Null(),
    ]),
    pending: Type.Integer(),
    appending: Type.Boolean(),
    vkey: Type.String(),
    now: Type.String(),
  }),
  errors: [],
});

export const uses = operation({
  name: 'publication.uses',
  method: 'GET',
  path: '/api/publication/uses',
  summary: 'How often each clause let data be used today, over all people',
  purpose: 'service',
  actors: [...readers],
  acceptance: true,
  input: InLanguage,
  output: Type.Object({
    /** UTC. */
    day: Type.String(),
    /** The most used first; clauses that were not used are left out. */
    clauses: Type.Array(Type.Object({ clause: Type.String(), title: Type.String(), uses: Type.Integer() })),
  }),
  errors: [],
});

const Holder = Type.Object({
  purpose: Type.String(),
  name: Type.String(),
  /** The clause that decides. */
  clause: Type.String(),
  offered: Type.Boolean(),
  /** The function that must be open. */
  function: Type.Union([Type.String(), Type.Null()]),
});

export const dataMap = operation({
  name: 'publication.data_map',
  method: 'GET',
  path: '/api/publication/data-map',
  summary: 'Every category of personal data: where it is stored, and which purposes may collect and read it',
  purpose: 'service',
  actors: [...readers],
  acceptance: true,
  input: InLanguage,
  output: Type.Object({
    /** In the policy's order. */
    purposes: Type.Array(
      Type.Object({ purpose: Type.String(), name: Type.String(), offered: Type.Boolean() }),
    ),
    categories: Type.Array(
      Type.Object({
        category: Type.String(),
        name: Type.String(),
        /** What exactly it holds. */
        holds: Type.String(),
        storage: Type.Union([Type.Literal('sealed'), Type.Literal('plain'), Type.Literal('fleeting')]),
        /** Whether any use of it is offered now. */
        offered: Type.Boolean(),
        places: Type.Array(
          Type.Object({ table: Type.String(), column: Type.String(), writers: Type.Array(Type.String()) }),
        ),
        collectors: Type.Array(Holder),
        readers: Type.Array(Holder),
        /** Longest of its uses; null: while the account lives, 0: never stored. */
        retention_days: Type.Union([Type.Integer(), Type.Null()]),
      }),
    ),
  }),
  errors: [],
});

const Law = Type.Object({ gdpr: Type.String(), fadp: Type.String(), pipl: Type.String() });

/** Data that one purpose uses on the same ground and keeps as long. */
const RecordedData = Type.Object({
  category: Type.String(),
  name: Type.String(),
  /** What exactly it holds. */
  holds: Type.String(),
  /** Laws under which it is sensitive. */
  sensitive: Type.Array(Type.String()),
  verbs: Type.Array(Type.Union([Type.Literal('collect'), Type.Literal('read'), Type.Literal('send')])),
  basis: Law,
  /** Null: while the account lives, 0: never stored. */
  retention_days: Type.Union([Type.Integer(), Type.Null()]),
  /** The function that must be open. */
  function_name: Type.Union([Type.String(), Type.Null()]),
  offered: Type.Boolean(),
});

export const record = operation({
  name: 'publication.record',
  method: 'GET',
  path: '/api/publication/record',
  summary: 'The record of processing activities (GDPR Art. 30, FADP Art. 12), from the policy in force',
  purpose: 'service',
  actors: ['privacy_officer'],
  acceptance: true,
  input: InLanguage,
  output: Type.Object({
    version: Type.Object({
      sequence: Type.Integer(),
      revision: Type.String(),
      hash: Type.String(),
      published_at: Type.String(),
    }),
    controller: Type.Object({
      name: Type.String(),
      address: Type.String(),
      contact: Type.String(),
      representative: Type.String(),
      authority: Type.String(),
    }),
    /** The one legal area in which this deployment keeps personal data. */
    area: Type.Union([Type.Literal('eu_ch'), Type.Literal('cn')]),
    activities: Type.Array(
      Type.Object({
        purpose: Type.String(),
        name: Type.String(),
        clause: Type.String(),
        offered: Type.Boolean(),
        concerned: Type.Array(
          Type.Union([Type.Literal('visitors'), Type.Literal('customers'), Type.Literal('staff')]),
        ),
        /** Roles of staff who read any of it. */
        roles: Type.Array(Type.String()),
        recipients: Type.Array(
          Type.Object({ id: Type.String(), role: Type.String(), offered: Type.Boolean() }),
        ),
        /** Why the PIPL (Art. 55) asks for an impact assessment. */
        assessments: Type.Array(
          Type.Union([Type.Literal('sensitive'), Type.Literal('automated'), Type.Literal('entrusted')]),
        ),
        data: Type.Array(RecordedData),
      }),
    ),
    measures: Type.Array(Type.Object({ clause: Type.String(), title: Type.String(), short: Type.String() })),
  }),
  errors: [],
});
