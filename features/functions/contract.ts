import { operation } from '@axent/kernel/operation';
import Type from 'typebox';

const LanguageSchema = Type.Union([Type.Literal('en'), Type.Literal('zh-CN'), Type.Literal('de')]);
const FunctionId = Type.String({ maxLength: 40 });

const State = Type.Object({
  function: Type.String(),
  kind: Type.Union([Type.Literal('function'), Type.Literal('switch')]),
  open: Type.Boolean(),
  /** Whether this release offers it at all. */
  offered: Type.Boolean(),
  since: Type.Union([Type.String(), Type.Null()]),
  /** Revision of the notice under which it was opened. */
  revision: Type.Union([Type.String(), Type.Null()]),
  /** Why it is closed: never opened, closed by the person, by the device, by the browser's Sec-GPC. */
  closed_by: Type.Union([
    Type.Literal('never_opened'),
    Type.Literal('person'),
    Type.Literal('device'),
    Type.Literal('gpc'),
    Type.Null(),
  ]),
  /** Rows withheld since it was closed, and when they are shredded. */
  withheld: Type.Integer(),
  shred_at: Type.Union([Type.String(), Type.Null()]),
});

export const list = operation({
  name: 'functions.list',
  method: 'GET',
  path: '/api/functions',
  summary: 'What is open and closed here, since when, under which version',
  purpose: 'service',
  actors: ['visitor', 'person'],
  acceptance: true,
  input: Type.Object({}),
  output: Type.Object({ functions: Type.Array(State) }),
  errors: [],
});

export const open = operation({
  name: 'functions.open',
  method: 'POST',
  path: '/api/functions/open',
  summary: 'Open a function or a switch, with the words that were shown',
  purpose: 'service',
  actors: ['visitor', 'person'],
  acceptance: true,
  input: Type.Object(
    {
      function: FunctionId,
      language: LanguageSchema,
      hash: Type.String({ maxLength: 64 }),
      text_hash: Type.String({ maxLength: 64 }),
    },
    { additionalProperties: false },
  ),
  output: State,
  errors: ['function_unknown', 'not_offered', 'notice_changed'],
  once: true,
});

export const close = operation({
  name: 'functions.close',
  method: 'POST',
  path: '/api/functions/close',
  summary: 'Close a function: from now on refused, what it collected is withheld and later shredded',
  purpose: 'service',
  actors: ['visitor', 'person'],
  acceptance: true,
  input: Type.Object(
    {
      function: FunctionId,
      /** `device`: the device's own permission went from granted to denied. */
      by: Type.Union([Type.Literal('person'), Type.Literal('device')]),
    },
    { additionalProperties: false },
  ),
  output: State,
  errors: ['function_unknown'],
  once: true,
});
