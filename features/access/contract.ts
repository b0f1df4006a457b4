import { operation } from '@axent/kernel/operation';
import Type from 'typebox';

const Id = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', maxLength: 36 });
const LanguageSchema = Type.Union([Type.Literal('en'), Type.Literal('zh-CN'), Type.Literal('de')]);
const RoleName = Type.Union([
  Type.Literal('privacy_officer'),
  Type.Literal('security'),
  Type.Literal('administrator'),
  Type.Literal('agent'),
  Type.Literal('supervisor'),
  Type.Literal('marketer'),
  Type.Literal('product_manager'),
  Type.Literal('release_manager'),
  Type.Literal('store_staff'),
]);
const TopicName = Type.Union([
  Type.Literal('purpose'),
  Type.Literal('signs'),
  Type.Literal('requests'),
  Type.Literal('addresses'),
  Type.Literal('machines'),
]);
const PremiseName = Type.Union([
  Type.Literal('rooms'),
  Type.Literal('visitors'),
  Type.Literal('screens'),
  Type.Literal('keys'),
  Type.Literal('copies'),
  Type.Literal('disks'),
]);
/** Words on one line, without control characters. */
const Name = Type.String({ minLength: 1, maxLength: 80, pattern: '^[^\\x00-\\x1f\\x7f\\ud800-\\udfff]+$' });
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$', maxLength: 64 });
const TimeOrNull = Type.Union([Type.String(), Type.Null()]);

const reviewers = ['privacy_officer', 'security'] as const;

export const mine = operation({
  name: 'access.mine',
  method: 'GET',
  path: '/api/access/mine',
  summary: 'What the member of staff is called at work, and what they are to read once a year',
  purpose: 'authentication',
  actors: [...reviewers, 'administrator'],
  acceptance: true,
  input: Type.Object({ language: LanguageSchema }),
  output: Type.Object({
    name: Type.Union([Type.String(), Type.Null()]),
    notes: Type.Array(
      Type.Object({
        topic: TopicName,
        title: Type.String(),
        text: Type.Array(Type.String()),
        /** SHA-256 of title and text; what is said to be read. */
        hash: Hash,
        /** Null: not read as it stands, in any language. */
        read_at: TimeOrNull,
        /** True: it is to be read, again or for the first time. */
        due: Type.Boolean(),
      }),
    ),
  }),
  errors: [],
});

export const name = operation({
  name: 'access.name',
  method: 'POST',
  path: '/api/access/name',
  summary: 'Say what one is called at work',
  purpose: 'authentication',
  actors: [...reviewers, 'administrator'],
  acceptance: true,
  input: Type.Object({ name: Name }, { additionalProperties: false }),
  output: Type.Object({}),
  errors: [],
});

export const read = operation({
  name: 'access.read',
  method: 'POST',
  path: '/api/access/read',
  summary: 'Say that a training note was read and will be kept to',
  purpose: 'authentication',
  actors: [...reviewers, 'administrator'],
  acceptance: true,
  input: Type.Object(
    { topic: TopicName, hash: Hash, language: LanguageSchema },
    { additionalProperties: false },
  ),
  output: Type.Object({}),
  errors: ['note_changed'],
});

export const staff = operation({
  name: 'access.staff',
  method: 'GET',
  path: '/api/access/staff',
  summary: 'Who holds which role, and by when somebody else has to look at it again',
  purpose: 'authentication',
  actors: [...reviewers],
  acceptance: true,
  input: Type.Object({}),
  output: Type.Object({
    review_days: Type.Integer(),
    held: Type.Array(
      Type.Object({
        person: Type.String(),
        /** Null: they have not said. */
        name: Type.Union([Type.String(), Type.Null()]),
        role: Type.String(),
        granted_at: Type.String(),
        /** Null: not signed in within the last weeks. */
        seen_at: TimeOrNull,
        due_at: Type.String(),
        overdue: Type.Boolean(),
        /** Whether it is the reader's own. */
        own: Type.Boolean(),
        /** Since when a first reviewer wants it taken away; a second one has to agree. */
        asked_at: TimeOrNull,
        asked_by_me: Type.Boolean(),
      }),
    ),
  }),
  errors: [],
});

export const review = operation({
  name: 'access.review',
  method: 'POST',
  path: '/api/access/review',
  summary: 'Keep a role of somebody else, or take it away; it is gone with their next request',
  purpose: 'authentication',
  actors: [...reviewers],
  acceptance: true,
  fresh: true,
  input: Type.Object({ person: Id, role: RoleName, keep: Type.Boolean() }, { additionalProperties: false }),
  output: Type.Object({
    /** `asked`: the role of a privacy officer is taken away by two, and this was the first. */
    verdict: Type.Union([Type.Literal('kept'), Type.Literal('asked'), Type.Literal('taken')]),
  }),
  errors: ['own_access', 'access_gone', 'last_officer'],
});

export const premisesList = operation({
  name: 'access.premises',
  method: 'GET',
  path: '/api/access/premises',
  summary: 'What the operator sees to in rooms and on machines, and when that was done last',
  purpose: 'authentication',
  actors: ['privacy_officer', 'administrator'],
  acceptance: true,
  input: Type.Object({}),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        item: PremiseName,
        days: Type.Integer(),
        done_at: TimeOrNull,
        /** Null: it never was seen to. */
        due_at: TimeOrNull,
        overdue: Type.Boolean(),
      }),
    ),
  }),
  errors: [],
});

export const tick = operation({
  name: 'access.tick',
  method: 'POST',
  path: '/api/access/tick',
  summary: 'Say that something in rooms or on machines was seen to now',
  purpose: 'authentication',
  actors: ['privacy_officer', 'administrator'],
  acceptance: true,
  input: Type.Object({ item: PremiseName }, { additionalProperties: false }),
  output: Type.Object({}),
  errors: [],
});

export const history = operation({
  name: 'access.history',
  method: 'GET',
  path: '/api/access/history',
  summary: 'Everything that was done about access, the newest first',
  purpose: 'authentication',
  actors: [...reviewers],
  acceptance: true,
  input: Type.Object({}),
  output: Type.Object({
    acts: Type.Array(
      Type.Object({
        at: Type.String(),
        act: Type.Union([
          Type.Literal('granted'),
          Type.Literal('kept'),
          Type.Literal('asked'),
          Type.Literal('taken'),
          Type.Literal('read'),
          Type.Literal('ticked'),
        ]),
        /** A role, a topic or an item. */
        what: Type.String(),
        who: Type.Union([Type.String(), Type.Null()]),
        whom: Type.Union([Type.String(), Type.Null()]),
      }),
    ),
  }),
  errors: [],
});
