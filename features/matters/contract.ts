import { operation } from '@axent/kernel/operation';
import Type from 'typebox';

const Id = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', maxLength: 36 });
const Day = Type.String({ pattern: '^2\\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', maxLength: 10 });
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$', maxLength: 64 });
const LanguageSchema = Type.Union([Type.Literal('en'), Type.Literal('zh-CN'), Type.Literal('de')]);
const InLanguage = Type.Object({ language: LanguageSchema });
const line = (most: number) =>
  Type.String({ minLength: 1, maxLength: most, pattern: '^[^\\x00-\\x1f\\x7f\\ud800-\\udfff]+$' });
const Word = Type.String({ pattern: '^[a-z_]+$', maxLength: 40 });
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()]);

const Ground = Type.String({ pattern: '^E\\.[1-9]$', maxLength: 3 });
const State = Type.Union([
  Type.Literal('proposed'),
  Type.Literal('stands'),
  Type.Literal('ended'),
  Type.Literal('over'),
  Type.Literal('lapsed'),
]);
const Named = Type.Object({ id: Type.String(), name: Type.String() });

const DocumentType = Type.Union([
  Type.Literal('application/pdf'),
  Type.Literal('image/png'),
  Type.Literal('image/jpeg'),
]);

const Matter = Type.Object({
  id: Type.String(),
  ground: Type.String(),
  ground_name: Type.String(),
  name: Type.String(),
  basis: Type.String(),
  /** The exact law or order that it stands on. */
  provision: Type.String(),
  purpose_name: Type.String(),
  purpose: Type.String(),
  roles: Type.Array(Type.String()),
  categories: Type.Array(Named),
  /** SHA-256 of the written evidence. */
  evidence: Type.String(),
  /** The document itself, where it is attached; `seen`: by the caller. */
  document: orNull(Type.Object({ type: DocumentType, bytes: Type.Integer(), seen: Type.Boolean() })),
  state: State,
  ends_on: Type.String(),
  tell_from: orNull(Type.String()),
  keeps_withheld: Type.Boolean(),
  people: Type.Integer(),
  /** Proposed by the caller, who can therefore not approve it. */
  own: Type.Boolean(),
  acts: Type.Array(
    Type.Object({
      act: Type.Union([
        Type.Literal('proposed'),
        Type.Literal('approved'),
        Type.Literal('ended'),
        Type.Literal('telling'),
      ]),
      at: Type.String(),
      day: orNull(Type.String()),
      own: Type.Boolean(),
    }),
  ),
});

const officer = {
  purpose: 'archive',
  actors: ['privacy_officer'],
  acceptance: true,
} as const;

export const list = operation({
  name: 'matters.list',
  method: 'GET',
  path: '/api/matters',
  summary: 'Legal exceptions, newest first, and what each ground of the policy lets a matter be',
  ...officer,
  input: InLanguage,
  output: Type.Object({
    matters: Type.Array(Matter),
    grounds: Type.Array(
      Type.Object({
        ground: Type.String(),
        name: Type.String(),
        /** Lawful bases in this legal area; none: no matter. */
        bases: Type.Array(Type.String()),
        purposes: Type.Array(
          Type.Object({ id: Type.String(), name: Type.String(), roles: Type.Array(Type.String()) }),
        ),
        categories: Type.Array(Named),
        longest_days: Type.Integer(),
        keeps_withheld: Type.Boolean(),
      }),
    ),
    /** As many as there are; one alone can approve nothing. */
    officers: Type.Integer(),
    /** UTC. */
    today: Type.String(),
  }),
  errors: [],
});

const acted = { ...officer, method: 'POST', fresh: true, per_minute: 30 } as const;
const Done = Type.Object({ id: Type.String() });
const OfMatter = Type.Object({ id: Id }, { additionalProperties: false });

export const propose = operation({
  name: 'matters.propose',
  path: '/api/matters/propose',
  summary: 'Propose a matter; it stands once another officer has approved it',
  ...acted,
  input: Type.Object(
    {
      ground: Ground,
      name: line(80),
      basis: line(60),
      provision: line(300),
      purpose: Word,
      roles: Type.Array(Word, { minItems: 1, maxItems: 5, uniqueItems: true }),
      categories: Type.Array(Word, { minItems: 1, maxItems: 30, uniqueItems: true }),
      evidence: Hash,
      /** Mail addresses or phone numbers as the evidence names them; not stored. */
      people: Type.Array(line(255), { minItems: 1, maxItems: 200 }),
      ends_on: Day,
      tell_from: orNull(Day),
      keeps_withheld: Type.Boolean(),
    },
    { additionalProperties: false },
  ),
  output: Done,
  errors: [
    'no_basis',
    'not_in_policy',
    'role_unfit',
    'person_unknown',
    'end_past',
    'end_too_far',
    'name_taken',
  ],
});

export const approve = operation({
  name: 'matters.approve',
  path: '/api/matters/approve',
  summary: 'Stand behind a matter that another officer proposed; from then on it stands',
  ...acted,
  input: OfMatter,
  output: Done,
  errors: [
    'matter_unknown',
    'own_proposal',
    'already_approved',
    'matter_ended',
    'end_past',
    'not_in_policy',
    'evidence_unseen',
  ],
});

/** Bytes of a document in one request. */
export const piece_bytes = 45_000;
const pieces_most = 120;

export const attach = operation({
  name: 'matters.attach',
  path: '/api/matters/attach',
  summary: "Bring the document whose fingerprint a proposal of one's own names, piece by piece",
  ...acted,
  per_minute: 600,
  input: Type.Object(
    {
      id: Id,
      number: Type.Integer({ minimum: 0, maximum: pieces_most - 1 }),
      last: Type.Boolean(),
      /** Base64. */
      content: Type.String({ minLength: 4, maxLength: 60_000, pattern: '^[A-Za-z0-9+/]+={0,2}$' }),
    },
    { additionalProperties: false },
  ),
  output: Done,
  errors: [
    'matter_unknown',
    'not_own_matter',
    'matter_settled',
    'evidence_there',
    'evidence_lost',
    'evidence_kind',
    'evidence_large',
    'evidence_differs',
  ],
});

/** Every look is noted, and a record for each person of the matter. */
export const look = operation({
  name: 'matters.look',
  path: '/api/matters/look',
  summary: 'The document that a matter rests on',
  ...officer,
  method: 'POST',
  per_minute: 30,
  input: OfMatter,
  output: Type.Object({
    type: DocumentType,
    /** Under which it is saved. */
    name: Type.String(),
    /** Base64. */
    content: Type.String(),
  }),
  errors: ['matter_unknown', 'evidence_none', 'evidence_lost', 'shredded'],
});

export const end = operation({
  name: 'matters.end',
  path: '/api/matters/end',
  summary: 'End a matter before its last day',
  ...acted,
  input: OfMatter,
  output: Done,
  errors: ['matter_unknown', 'matter_ended'],
});

export const tell = operation({
  name: 'matters.tell',
  path: '/api/matters/tell',
  summary: 'Set the day from which on the persons of a matter see it; null: not yet known',
  ...acted,
  input: Type.Object({ id: Id, day: orNull(Day) }, { additionalProperties: false }),
  output: Done,
  errors: ['matter_unknown', 'day_unknown'],
});

const reading = {
  method: 'POST',
  acceptance: true,
  input: Type.Object(
    {
      id: Id,
      /** Their place among the matter's persons, from 1. */
      person: Type.Integer({ minimum: 1, maximum: 1000 }),
      language: LanguageSchema,
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    categories: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        items: Type.Array(Type.Record(Type.String(), orNull(Type.String()))),
      }),
    ),
  }),
  errors: ['no_matter', 'shredded', 'person_unknown'],
} as const;

/** Every read leaves a record that names the matter, so that it is no GET. */
export const read = operation({
  name: 'matters.read',
  path: '/api/matters/read',
  summary: 'What a matter opens of one of its persons, for the file',
  purpose: 'archive',
  actors: ['privacy_officer'],
  ...reading,
});

export const inspect = operation({
  name: 'matters.inspect',
  path: '/api/matters/inspect',
  summary: 'What a matter opens of one of its persons, for security',
  purpose: 'security',
  actors: ['security'],
  ...reading,
});

export const standing = operation({
  name: 'matters.standing',
  method: 'GET',
  path: '/api/matters/standing',
  summary: 'The matters that stand for security now',
  purpose: 'security',
  actors: ['security'],
  acceptance: true,
  input: InLanguage,
  output: Type.Object({
    matters: Type.Array(
      Type.Object({
        id: Type.String(),
        ground: Type.String(),
        ground_name: Type.String(),
        name: Type.String(),
        categories: Type.Array(Named),
        ends_on: Type.String(),
        people: Type.Integer(),
      }),
    ),
  }),
  errors: [],
});

export const counts = operation({
  name: 'matters.counts',
  method: 'GET',
  path: '/api/matters/counts',
  summary: 'How many matters were approved on each ground in each year, as far as the law lets it be said',
  purpose: 'service',
  actors: [
    'visitor',
    'person',
    'agent',
    'supervisor',
    'marketer',
    'product_manager',
    'release_manager',
    'store_staff',
    'privacy_officer',
    'security',
    'administrator',
  ],
  acceptance: false,
  input: InLanguage,
  output: Type.Object({
    /** Newest first; the present year is always there. */
    years: Type.Array(Type.Integer()),
    grounds: Type.Array(
      Type.Object({
        ground: Type.String(),
        name: Type.String(),
        /** In the order of the years. */
        counts: Type.Array(
          Type.Object({
            /** `below`: at least one, and fewer than `count`. `not_said`: the law forbids it. */
            kind: Type.Union([Type.Literal('exactly'), Type.Literal('below'), Type.Literal('not_said')]),
            count: Type.Integer(),
          }),
        ),
      }),
    ),
  }),
  errors: [],
});

export const mine = operation({
  name: 'matters.mine',
  method: 'GET',
  path: '/api/matters/mine',
  summary: 'Legal exceptions by which data of the person was or may be used, as soon as they may be told',
  purpose: 'rights',
  actors: ['person'],
  acceptance: true,
  input: InLanguage,
  output: Type.Object({
    matters: Type.Array(
      Type.Object({
        id: Type.String(),
        ground: Type.String(),
        ground_name: Type.String(),
        name: Type.String(),
        basis: Type.String(),
        provision: Type.String(),
        purpose_name: Type.String(),
        categories: Type.Array(Named),
        evidence: Type.String(),
        from: Type.String(),
        until: Type.String(),
        ended: Type.Boolean(),
      }),
    ),
  }),
  errors: [],
});
