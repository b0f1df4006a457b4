import { operation } from '@axent/kernel/operation';
import Type from 'typebox';

const Id = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', maxLength: 36 });
/** Words without control characters, lines apart. */
const Words = Type.String({
  minLength: 1,
  maxLength: 1000,
  pattern: '^[^\\x00-\\x09\\x0b-\\x1f\\x7f\\ud800-\\udfff]+$',
});
const TextOrNull = Type.Union([Type.String(), Type.Null()]);
const State = Type.Union([
  Type.Literal('held'),
  Type.Literal('answered'),
  Type.Literal('released'),
  Type.Literal('refused'),
]);

const shown = {
  id: Type.String(),
  /** The rule by its name. */
  rule: Type.String(),
  /** The count by which it was decided. */
  weight: Type.Integer(),
  state: State,
  at: Type.String(),
  answer: TextOrNull,
  /** What the reviewer wrote to the person. */
  note: TextOrNull,
  decided_at: TextOrNull,
};

export const own = operation({
  name: 'fraud.own',
  method: 'GET',
  path: '/api/fraud/own',
  summary: 'Why the person is held, what they answered, and what was decided',
  purpose: 'rights',
  actors: ['person'],
  acceptance: true,
  input: Type.Object({}),
  output: Type.Object({
    cases: Type.Array(Type.Object({ ...shown, may_answer: Type.Boolean() })),
  }),
  errors: [],
});

export const answer = operation({
  name: 'fraud.answer',
  method: 'POST',
  path: '/api/fraud/answer',
  summary: 'Answer why one is held, and ask a person to look at it',
  purpose: 'fraud',
  actors: ['person'],
  acceptance: true,
  per_minute: 10,
  input: Type.Object({ id: Id, text: Words }, { additionalProperties: false }),
  output: Type.Object({}),
  errors: ['case_unknown', 'case_not_open'],
});

const desk = { purpose: 'fraud', actors: ['security'], acceptance: true } as const;

export const queue = operation({
  ...desk,
  name: 'fraud.queue',
  method: 'GET',
  path: '/api/fraud/queue',
  summary: 'Who is held and why, those who answered first; who they are is not told',
  input: Type.Object({ done: Type.Optional(Type.Boolean()) }),
  output: Type.Object({
    cases: Type.Array(Type.Object(shown)),
    /** There are more than are shown. */
    more: Type.Boolean(),
  }),
  errors: [],
});

export const decide = operation({
  ...desk,
  name: 'fraud.decide',
  method: 'POST',
  path: '/api/fraud/decide',
  summary: 'Release somebody who is held, or refuse, with a note to them',
  fresh: true,
  per_minute: 30,
  input: Type.Object({ id: Id, release: Type.Boolean(), note: Words }, { additionalProperties: false }),
  output: Type.Object({}),
  errors: ['case_unknown', 'case_not_open'],
});
