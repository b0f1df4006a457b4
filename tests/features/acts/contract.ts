import { operation } from '@axent/kernel/operation';
import Type from 'typebox';

const Note = Type.Object({ note: Type.String({ maxLength: 100 }) }, { additionalProperties: false });

/** Done once for each idempotency key. */
export const once = operation({
  name: 'acts.once',
  method: 'POST',
  path: '/api/acts/once',
  summary: 'An act that counts each time it is done',
  purpose: 'service',
  actors: ['person'],
  acceptance: true,
  input: Note,
  output: Type.Object({ done: Type.Boolean() }),
  errors: ['act_failed'],
  once: true,
});

/** Asks for a sign-in of the last ten minutes. */
export const guarded = operation({
  name: 'acts.guarded',
  method: 'POST',
  path: '/api/acts/guarded',
  summary: 'An act that asks for a fresh sign-in',
  purpose: 'service',
  actors: ['person'],
  acceptance: true,
  input: Type.Object({}, { additionalProperties: false }),
  output: Type.Object({ done: Type.Boolean() }),
  errors: [],
  fresh: true,
});

/** Few calls a minute. */
export const seldom = operation({
  name: 'acts.seldom',
  method: 'GET',
  path: '/api/acts/seldom',
  summary: 'What may be asked five times a minute',
  purpose: 'service',
  actors: ['visitor', 'person'],
  acceptance: false,
  input: Type.Object({}),
  output: Type.Object({ done: Type.Boolean() }),
  errors: [],
  per_minute: 5,
});

/** Fails in a way that nobody foresaw; its message holds what must not get out. */
export const broken = operation({
  name: 'acts.broken',
  method: 'POST',
  path: '/api/acts/broken',
  summary: 'What breaks in the middle',
  purpose: 'service',
  actors: ['visitor', 'person'],
  acceptance: false,
  input: Note,
  output: Type.Object({ done: Type.Boolean() }),
  errors: [],
});

/** Says that it is safe, and writes. */
export const careless = operation({
  name: 'acts.careless',
  method: 'POST',
  safe: true,
  path: '/api/acts/careless',
  summary: 'What says that it changes nothing, and does',
  purpose: 'service',
  actors: ['visitor', 'person'],
  acceptance: false,
  input: Note,
  output: Type.Object({ done: Type.Boolean() }),
  errors: [],
});
