import { operation } from '@axent/kernel/operation';
import Type from 'typebox';

const Id = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', maxLength: 36 });
/** An ISO date; a day that is not in the calendar is refused by the operation. */
const Day = Type.String({ pattern: '^2\\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', maxLength: 10 });
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$', maxLength: 64 });
const LanguageSchema = Type.Union([Type.Literal('en'), Type.Literal('zh-CN'), Type.Literal('de')]);
const InLanguage = Type.Object({ language: LanguageSchema });
const Area = Type.Union([Type.Literal('eu_ch'), Type.Literal('cn')]);
/** Words on one line, without control characters. */
const line = (most: number) =>
  Type.String({ minLength: 1, maxLength: most, pattern: '^[^\\x00-\\x1f\\x7f\\ud800-\\udfff]+$' });
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()]);

const Terms = Type.Object({
  state: Type.Union([
    Type.Literal('missing'),
    Type.Literal('early'),
    Type.Literal('stand'),
    Type.Literal('run_out_soon'),
    Type.Literal('over'),
  ]),
  from: orNull(Type.String()),
  until: orNull(Type.String()),
  /** SHA-256 of the document. */
  hash: orNull(Type.String()),
  /** Until the last day; negative: so many ago. */
  days_left: orNull(Type.Integer()),
});

const Field = Type.Object({ field: Type.String(), category_name: Type.String() });

const Recipient = Type.Object({
  id: Type.String(),
  /** The newest of its changes; a change names the one it rests on. */
  change: Type.String(),
  kind: Type.String(),
  kind_name: Type.String(),
  carrier: orNull(Type.String()),
  name: Type.String(),
  work: Type.String(),
  area: Area,
  contact: Type.String(),
  fields: Type.Array(Type.String()),
  terms: Terms,
  ended: Type.Boolean(),
  /** Whether data may go there now. */
  open: Type.Boolean(),
  /** How many people something of was handed over. */
  people: Type.Integer(),
});

const officer = {
  purpose: 'archive',
  actors: ['privacy_officer'],
  acceptance: true,
} as const;

export const list = operation({
  name: 'recipients.list',
  method: 'GET',
  path: '/api/recipients',
  summary:
    'The register of third parties, with the state of their terms and the mail that waits for want of them',
  ...officer,
  input: InLanguage,
  output: Type.Object({
    recipients: Type.Array(Recipient),
    /** The policy's kinds of third parties, with all that each may get. */
    kinds: Type.Array(
      Type.Object({
        kind: Type.String(),
        name: Type.String(),
        role: Type.Union([Type.Literal('carrier'), Type.Literal('partner'), Type.Literal('authority')]),
        offered: Type.Boolean(),
        fields: Type.Array(Field),
      }),
    ),
    area: Area,
    /** Messages that wait because the terms of a carrier do not stand. */
    held: Type.Integer(),
    /** UTC. */
    today: Type.String(),
  }),
  errors: [],
});

export const history = operation({
  name: 'recipients.history',
  method: 'GET',
  path: '/api/recipients/history',
  summary: 'Every change of one entry of the register, newest first',
  ...officer,
  input: Type.Object({ id: Id }),
  output: Type.Object({
    changes: Type.Array(
      Type.Object({
        id: Type.String(),
        act: Type.Union([
          Type.Literal('registered'),
          Type.Literal('changed'),
          Type.Literal('terms'),
          Type.Literal('ended'),
        ]),
        at: Type.String(),
        /** It came from the settings, at the first start. */
        by_settings: Type.Boolean(),
        name: Type.String(),
        fields: Type.Array(Type.String()),
        from: orNull(Type.String()),
        until: orNull(Type.String()),
      }),
    ),
  }),
  errors: [],
});

const changed = {
  ...officer,
  method: 'POST',
  fresh: true,
  per_minute: 30,
  output: Type.Object({ id: Type.String(), change: Type.String() }),
} as const;

export const put = operation({
  name: 'recipients.put',
  path: '/api/recipients/put',
  summary: 'Register a third party, or correct what stands about it',
  ...changed,
  input: Type.Object(
    {
      /** Absent: a new one. */
      id: Type.Optional(Id),
      /** The change that was shown. */
      base: Type.Optional(Id),
      kind: Type.String({ maxLength: 60 }),
      /** The carrier of the settings that it stands behind, for example `mail`. */
      carrier: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9._-]{0,59}$', maxLength: 60 })),
      name: line(120),
      work: line(300),
      area: Area,
      contact: line(200),
      fields: Type.Array(Type.String({ maxLength: 80 }), { minItems: 1, maxItems: 60, uniqueItems: true }),
    },
    { additionalProperties: false },
  ),
  errors: ['entry_changed', 'carrier_taken', 'kind_unknown', 'field_not_listed'],
});

export const terms = operation({
  name: 'recipients.terms',
  path: '/api/recipients/terms',
  summary: 'Put confidentiality terms on file, in place of those there were',
  ...changed,
  input: Type.Object(
    { id: Id, base: Id, from: Day, until: Day, hash: orNull(Hash) },
    { additionalProperties: false },
  ),
  errors: ['entry_changed', 'entry_unknown', 'days_out_of_order'],
});

export const end = operation({
  name: 'recipients.end',
  path: '/api/recipients/end',
  summary: 'End a third party: from this moment on nothing more goes there',
  ...changed,
  input: Type.Object({ id: Id, base: Id }, { additionalProperties: false }),
  errors: ['entry_changed', 'entry_unknown'],
});

export const mine = operation({
  name: 'recipients.mine',
  method: 'GET',
  path: '/api/recipients/mine',
  summary: 'With whom data of the person was shared, the latest first',
  purpose: 'rights',
  actors: ['person'],
  acceptance: true,
  input: InLanguage,
  output: Type.Object({
    recipients: Type.Array(
      Type.Object({
        id: Type.String(),
        kind_name: Type.String(),
        name: Type.String(),
        /** What they do for us. */
        work: Type.String(),
        contact: Type.String(),
        fields: Type.Array(Field),
        first_at: Type.String(),
        last_at: Type.String(),
      }),
    ),
  }),
  errors: [],
});
