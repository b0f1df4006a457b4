import { operation } from '@axent/kernel/operation';
import Type from 'typebox';

const Id = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', maxLength: 36 });
/** ISO 8601 in UTC; every text that fits is a moment. */
const Time = Type.String({
  pattern:
    '^2\\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d([.]\\d{1,3})?)?Z$',
  maxLength: 24,
});
/** Words without control characters, lines apart. */
const words = (most: number) =>
  Type.String({ minLength: 1, maxLength: most, pattern: '^[^\\x00-\\x09\\x0b-\\x1f\\x7f\\ud800-\\udfff]+$' });
const TimeOrNull = Type.Union([Type.String(), Type.Null()]);

/** What people are told, in each language: what happened, and what they can do. */
const Telling = Type.Object(
  {
    en: Type.Object({ what: words(600), next: words(600) }, { additionalProperties: false }),
    'zh-CN': Type.Object({ what: words(600), next: words(600) }, { additionalProperties: false }),
    de: Type.Object({ what: words(600), next: words(600) }, { additionalProperties: false }),
  },
  { additionalProperties: false },
);

export const signals = operation({
  name: 'security.signals',
  method: 'GET',
  path: '/api/security/signals',
  summary: 'What stood out, by day and rule, at a fingerprint that changes every day; no address',
  purpose: 'security',
  actors: ['security'],
  acceptance: true,
  input: Type.Object({}),
  output: Type.Object({
    signals: Type.Array(
      Type.Object({
        id: Type.String(),
        day: Type.String(),
        rule: Type.String(),
        /** From so many times a day on it is a signal. */
        from_times: Type.Integer(),
        times: Type.Integer(),
        fingerprint: Type.String(),
        last_at: Type.String(),
      }),
    ),
  }),
  errors: [],
});

const handling = {
  purpose: 'service',
  actors: ['security', 'privacy_officer'],
  acceptance: true,
} as const;

export const incidents = operation({
  ...handling,
  name: 'security.incidents',
  method: 'GET',
  path: '/api/security/incidents',
  summary: 'Incidents: what they are, who has to approve, and how often addresses were opened',
  input: Type.Object({}),
  output: Type.Object({
    incidents: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        why: Type.String(),
        from: Type.String(),
        until: Type.String(),
        state: Type.Union([
          Type.Literal('proposed'),
          Type.Literal('stands'),
          Type.Literal('ended'),
          Type.Literal('over'),
        ]),
        /** Whether the reader proposed it: somebody else has to approve. */
        own: Type.Boolean(),
        proposed_at: Type.String(),
        approved_at: TimeOrNull,
        ends_at: TimeOrNull,
        /** What people are told; null: nothing. */
        telling: Type.Union([Telling, Type.Null()]),
        looks: Type.Array(Type.Object({ at: Type.String(), rows: Type.Integer() })),
      }),
    ),
  }),
  errors: [],
});

const act = { ...handling, method: 'POST', fresh: true, per_minute: 30 } as const;
const Done = Type.Object({ id: Type.String() });

export const propose = operation({
  ...act,
  name: 'security.propose',
  path: '/api/security/propose',
  summary:
    'Propose an incident: its name, its reason, its window of a week at most, and what people are told',
  input: Type.Object(
    {
      name: Type.String({
        minLength: 3,
        maxLength: 80,
        pattern: '^[^\\x00-\\x1f\\x7f\\ud800-\\udfff]+$',
      }),
      why: words(1000),
      from: Time,
      until: Time,
      telling: Type.Union([Telling, Type.Null()]),
    },
    { additionalProperties: false },
  ),
  output: Done,
  errors: ['incident_name_taken', 'window_wrong', 'window_too_long'],
});

export const approve = operation({
  ...act,
  name: 'security.approve',
  path: '/api/security/approve',
  summary: 'Approve an incident that somebody else proposed; from then on it stands, and people are told',
  input: Type.Object({ id: Id }, { additionalProperties: false }),
  output: Done,
  errors: ['incident_unknown', 'incident_decided', 'own_incident'],
});

export const end = operation({
  ...act,
  name: 'security.end',
  path: '/api/security/end',
  summary: 'End an incident, or refuse one that was proposed; nothing is opened from then on',
  input: Type.Object({ id: Id }, { additionalProperties: false }),
  output: Done,
  errors: ['incident_unknown', 'incident_decided'],
});

export const addresses = operation({
  name: 'security.addresses',
  method: 'POST',
  path: '/api/security/addresses',
  summary: 'Requests of an incident’s window with their addresses opened, the newest first; noted each time',
  purpose: 'security',
  actors: ['security'],
  acceptance: true,
  fresh: true,
  per_minute: 30,
  input: Type.Object({ incident: Id, before: Type.Optional(Id) }, { additionalProperties: false }),
  output: Type.Object({
    rows: Type.Array(
      Type.Object({
        id: Type.String(),
        at: Type.String(),
        operation: Type.String(),
        status: Type.Integer(),
        region: Type.String(),
        /** Null: its day's key is gone. */
        address: Type.Union([Type.String(), Type.Null()]),
      }),
    ),
    next: Type.Union([Type.String(), Type.Null()]),
  }),
  errors: ['no_incident'],
});
