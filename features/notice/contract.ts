import { operation } from '@axent/kernel/operation';
import Type from 'typebox';

export const LanguageSchema = Type.Union([Type.Literal('en'), Type.Literal('zh-CN'), Type.Literal('de')]);
const Status = Type.Union([Type.Literal('whole'), Type.Literal('partly'), Type.Literal('not')]);
const Text = Type.String({ maxLength: 20_000 });
const Names = Type.Record(Type.String(), Text);

const Version = Type.Object({
  sequence: Type.Integer(),
  revision: Type.String(),
  hash: Type.String(),
  published_at: Type.String(),
});

/** One exact use, the deepest layer of a clause. `retention_days`: null while the account lives, 0 never stored. */
const ExactUse = Type.Object({
  verb: Type.String(),
  purpose: Type.String(),
  /** The category or, for `send`, the message. */
  category: Type.String(),
  /** Exactly what the category holds, in words; empty for a message. */
  holds: Text,
  /** Laws under which the category is sensitive. */
  sensitive: Type.Array(Type.String()),
  retention_days: Type.Union([Type.Integer(), Type.Null()]),
  function: Type.Union([Type.String(), Type.Null()]),
  /** Functions that let the same use in as well. */
  or_functions: Type.Array(Type.String()),
  /** The person's own use: it works while the function is closed, too. */
  while_closed: Type.Boolean(),
  /** False: refused until it is built. */
  offered: Type.Boolean(),
  /** The same in words, line by line: what is shown is what is hashed. An empty text is not shown. */
  words: Type.Object({
    says: Text,
    kept: Text,
    terms: Type.Array(Text),
    sensitive: Text,
    basis: Type.Array(Text),
    status: Text,
  }),
});

/** A standing legal ground: a use that needs no authorization. */
const Standing = Type.Object({
  law: Text,
  purpose_name: Text,
  category_names: Type.Array(Text),
  /** Those of them that nothing is done with yet. */
  waiting_names: Type.Array(Text),
  kept: Text,
  retention_days: Type.Union([Type.Integer(), Type.Null()]),
});

/** A kind of third party that may get something. */
const Recipient = Type.Object({ name: Text, category_names: Type.Array(Text) });

/** What a matter on this ground may open, and on which lawful bases. */
const Matter = Type.Object({
  bases: Type.Array(Text),
  purpose_names: Type.Array(Text),
  category_names: Type.Array(Text),
  longest: Text,
});

const NoticeClause = Type.Object({
  id: Type.String(),
  title: Text,
  short: Text,
  text: Type.Array(Text),
  status: Status,
  status_name: Text,
  unbuilt: Type.Array(Text),
  uses: Type.Array(ExactUse),
  standing: Type.Array(Standing),
  recipients: Type.Array(Recipient),
  matters: Type.Array(Matter),
  /** How often this clause let data be used yesterday, over all people. */
  uses_yesterday: Type.Integer(),
});

const Prompt = Type.Object({
  title: Text,
  what: Text,
  purpose: Text,
  kept: Text,
  otherwise: Text,
  open: Text,
  not_now: Text,
  closed: Text,
});

export const NoticeSchema = Type.Object({
  version: Version,
  language: LanguageSchema,
  /** Hash of the exact words shown, in this language, every layer; see `noticeText`. */
  text_hash: Type.String(),
  /** Hash of the operator's settings (controller, contact, authority …) that the words carry. */
  settings_hash: Type.String(),
  title: Text,
  in_short: Type.Array(Text),
  chapters: Type.Array(Type.Object({ id: Type.String(), title: Text, clauses: Type.Array(NoticeClause) })),
  prompts: Type.Record(Type.String(), Prompt),
  /** Hash of each prompt's exact words, by function: sent along when it is opened. */
  prompt_hashes: Names,
  categories: Names,
  purposes: Names,
  functions: Names,
  messages: Names,
  /** Words around the computed facts. */
  labels: Names,
  controller: Type.Object({
    name: Text,
    address: Text,
    contact: Text,
    representative: Text,
    authority: Text,
    imprint: Text,
  }),
});

export const show = operation({
  name: 'notice.show',
  method: 'GET',
  path: '/api/notice',
  summary: 'The privacy notice in one language, in all its layers; the current version or an earlier one',
  purpose: 'service',
  actors: ['visitor', 'person', 'privacy_officer'],
  acceptance: false,
  whileClosed: true,
  input: Type.Object({ language: LanguageSchema, sequence: Type.Optional(Type.Integer({ minimum: 1 })) }),
  output: NoticeSchema,
  errors: ['version_unknown'],
});

export const ChangeSchema = Type.Object({
  kind: Type.Union([Type.Literal('narrowing'), Type.Literal('neutral'), Type.Literal('widening')]),
  clause: Type.String(),
  /** What changed, in the language asked for. */
  words: Text,
});

export const state = operation({
  name: 'notice.state',
  method: 'GET',
  path: '/api/notice/state',
  summary: 'What this visitor or person has accepted, and whether anything is asked of them now',
  purpose: 'service',
  actors: ['visitor', 'person', 'privacy_officer'],
  acceptance: false,
  whileClosed: true,
  input: Type.Object({ language: LanguageSchema }),
  output: Type.Object({
    current: Version,
    accepted: Type.Union([
      Type.Object({
        sequence: Type.Integer(),
        revision: Type.String(),
        language: Type.String(),
        at: Type.String(),
      }),
      Type.Null(),
    ]),
    /** `accept`: nothing accepted yet. `accept_anew`: it widened since. `see_changes`: it changed, nothing is asked. */
    asks: Type.Union([
      Type.Literal('accept'),
      Type.Literal('accept_anew'),
      Type.Literal('see_changes'),
      Type.Null(),
    ]),
    changes: Type.Array(ChangeSchema),
  }),
  errors: [],
});

export const accept = operation({
  name: 'notice.accept',
  method: 'POST',
  path: '/api/notice/accept',
  summary: 'Accept the notice that was shown; opens no function',
  purpose: 'service',
  actors: ['visitor', 'person'],
  acceptance: false,
  input: Type.Object(
    {
      language: LanguageSchema,
      hash: Type.String({ maxLength: 64 }),
      text_hash: Type.String({ maxLength: 64 }),
      settings_hash: Type.String({ maxLength: 64 }),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ sequence: Type.Integer(), at: Type.String() }),
  errors: ['notice_changed'],
  once: true,
});

export const versions = operation({
  name: 'notice.versions',
  method: 'GET',
  path: '/api/notice/versions',
  summary: 'Every version that was ever published, newest first, with what changed',
  purpose: 'service',
  actors: ['visitor', 'person', 'privacy_officer'],
  acceptance: false,
  whileClosed: true,
  input: Type.Object({ language: LanguageSchema }),
  output: Type.Object({
    versions: Type.Array(Type.Object({ ...Version.properties, changes: Type.Array(ChangeSchema) })),
  }),
  errors: [],
});

export const coverage = operation({
  name: 'notice.coverage',
  method: 'GET',
  path: '/api/notice/coverage',
  summary: 'Every clause with what enforces it, its tests and what is not built yet',
  purpose: 'service',
  actors: ['visitor', 'person', 'privacy_officer'],
  acceptance: false,
  whileClosed: true,
  input: Type.Object({ language: LanguageSchema }),
  output: Type.Object({
    rows: Type.Array(
      Type.Object({
        clause: Type.String(),
        title: Text,
        status: Status,
        walls: Type.Array(Type.String()),
        tests: Type.Array(Type.String()),
        unbuilt: Type.Array(Text),
      }),
    ),
    enforced: Type.Integer(),
    partly: Type.Integer(),
    not_offered: Type.Integer(),
  }),
  errors: [],
});
