import { operation } from '@axent/kernel/operation';
import { address_refusals } from '@axent/profile/contract';
import Type from 'typebox';

export { account_closed } from './contract.closing.ts';

/** A UUID in lower case. */
const Id = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', maxLength: 36 });

const Item = Type.Object({
  id: Type.String(),
  /** Where it is held: `table.column` of the data map. */
  place: Type.String(),
  /** Fields in clear; absent values are null. */
  value: Type.Record(Type.String(), Type.Union([Type.String(), Type.Null()])),
  /** `withheld`: its function is closed; nobody but the person sees it until it is shredded. */
  state: Type.Union([Type.Literal('held'), Type.Literal('withheld')]),
  correctable: Type.Boolean(),
  /** The person can have this row deleted; the others go with the account. */
  deletable: Type.Boolean(),
});

const Holding = Type.Object({
  category: Type.String(),
  items: Type.Array(Item),
});

export const holdings = operation({
  name: 'privacy.holdings',
  method: 'GET',
  path: '/api/privacy/holdings',
  summary: 'What is held about the person, category by category, in clear',
  purpose: 'rights',
  actors: ['person'],
  acceptance: true,
  input: Type.Object({}),
  output: Type.Object({ holdings: Type.Array(Holding) }),
  errors: [],
});

export const correct = operation({
  name: 'privacy.correct',
  method: 'POST',
  path: '/api/privacy/correct',
  summary: 'Correct one field of what is held',
  purpose: 'rights',
  actors: ['person'],
  acceptance: true,
  input: Type.Object(
    {
      place: Type.String({ maxLength: 100 }),
      id: Id,
      value: Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 500 })),
    },
    { additionalProperties: false },
  ),
  output: Item,
  errors: [
    'item_unknown',
    'not_correctable',
    'phone_uncallable',
    'fresh_sign_in_needed',
    ...address_refusals,
  ],
});

export const remove = operation({
  name: 'privacy.delete',
  method: 'POST',
  path: '/api/privacy/delete',
  summary: 'Delete one thing that a function collected, withheld or not, or that the person gave freely',
  purpose: 'rights',
  actors: ['person'],
  acceptance: true,
  input: Type.Object({ place: Type.String({ maxLength: 100 }), id: Id }, { additionalProperties: false }),
  output: Type.Object({ id: Type.String() }),
  errors: ['item_unknown', 'not_deletable', 'kept_by_law'],
});

const Use = Type.Object({
  id: Type.String(),
  at: Type.String(),
  operation: Type.String(),
  clause: Type.String(),
  purpose: Type.String(),
  categories: Type.Array(Type.String()),
  /** Role that acted, never a name: `person` is the person's own act. */
  role: Type.String(),
  /** The third party that got it, by its name. */
  recipient: Type.Optional(Type.String()),
  /** The legal exception that it rests on, by its name. */
  matter: Type.Optional(Type.String()),
});

/** One opening or closing, on whichever device. */
const OpeningChange = Type.Object({
  function: Type.String(),
  open: Type.Boolean(),
  revision: Type.String(),
  /** `person`, or `device`: its own permission was taken away. */
  by: Type.String(),
  changed_at: Type.String(),
});

export const download = operation({
  name: 'privacy.download',
  method: 'GET',
  path: '/api/privacy/download',
  summary:
    'Everything that is held about the person, with the newest uses made of it; `next` leads to the older ones',
  purpose: 'rights',
  actors: ['person'],
  acceptance: true,
  input: Type.Object({}),
  output: Type.Object({
    made_at: Type.String(),
    revision: Type.String(),
    holdings: Type.Array(Holding),
    openings: Type.Array(OpeningChange),
    uses: Type.Array(Use),
    next: Type.Union([Type.String(), Type.Null()]),
  }),
  errors: [],
});

export const uses = operation({
  name: 'privacy.uses',
  method: 'GET',
  path: '/api/privacy/uses',
  summary: 'Uses that were made of the data of the person, newest first, paged by key',
  purpose: 'rights',
  actors: ['person'],
  acceptance: true,
  input: Type.Object({
    before: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  output: Type.Object({ uses: Type.Array(Use), next: Type.Union([Type.String(), Type.Null()]) }),
  errors: [],
});

export const receipt = operation({
  name: 'privacy.receipt',
  method: 'GET',
  path: '/api/privacy/receipt',
  summary: 'The proof of one use as a .tlog-proof receipt, verifiable without this server',
  purpose: 'rights',
  actors: ['person'],
  acceptance: true,
  input: Type.Object({ id: Id }),
  output: Type.Object({
    /** `pending`: recorded durably, joins the tree within seconds. */
    state: Type.Union([Type.Literal('ready'), Type.Literal('pending')]),
    text: Type.Union([Type.String(), Type.Null()]),
    vkey: Type.String(),
  }),
  errors: ['item_unknown'],
});

export const replay = operation({
  name: 'privacy.replay',
  method: 'GET',
  path: '/api/privacy/replay',
  summary: 'Decide one use again from its record, and compare the record with its leaf in the log',
  purpose: 'rights',
  actors: ['person'],
  acceptance: true,
  input: Type.Object({ id: Id }),
  output: Type.Object({
    /** `unrecorded`: from a release that did not note what it rested on. `erased`: the record is unreadable for good. */
    decision: Type.Union([
      Type.Literal('same'),
      Type.Literal('different'),
      Type.Literal('unrecorded'),
      Type.Literal('erased'),
    ]),
    /** `pending`: joins the tree within seconds. */
    leaf: Type.Union([
      Type.Literal('matches'),
      Type.Literal('differs'),
      Type.Literal('pending'),
      Type.Null(),
    ]),
  }),
  errors: ['item_unknown'],
});
