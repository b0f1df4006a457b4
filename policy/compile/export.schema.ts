import type {
  CategoryShape,
  ClauseShape,
  ClauseWords,
  ExceptionShape,
  FunctionShape,
  Language,
  LegalArea,
  LegalBasis,
  MatterShape,
  MessageShape,
  NoticeWords,
  PolicyShape,
  PromptWords,
  PurposeShape,
  RecipientShape,
  UseShape,
} from '../shape.ts';
import type { PolicyDocument } from './export.document.ts';

/** JSON Schema of the 2020-12 dialect, as plain data. */
export type Schema = Readonly<Record<string, unknown>>;

/** An object with exactly these members: a member that the type has and this has not does not compile. */
function members<T>(
  properties: { readonly [K in keyof Required<T>]: Schema },
  ...optional: readonly (keyof T)[]
): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name as keyof T));
  return { type: 'object', properties, required, additionalProperties: false };
}

const list = (items: Schema): Schema => ({ type: 'array', items });
const byId = (items: Schema): Schema => ({
  type: 'object',
  propertyNames: { pattern: '^[A-Za-z][A-Za-z0-9_.-]*$' },
  additionalProperties: items,
});
const one = (...values: readonly (string | null)[]): Schema => ({ enum: values });
const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });

const text: Schema = { type: 'string', minLength: 1 };
const flag: Schema = { type: 'boolean' };
const count: Schema = { type: 'integer', minimum: 0 };
const days: Schema = {
  type: ['integer', 'null'],
  minimum: 0,
  description: 'Days; null: while the account lives; 0: never stored.',
};
const id: Schema = { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9_.-]*$' };
const clause: Schema = { type: 'string', pattern: '^[GCFUMESR]\\.[a-z0-9.-]+$' };
const term: Schema = { type: 'string', pattern: '^(dpv|pd|eu-gdpr):[A-Za-z0-9-]+$' };
const law = one('gdpr', 'fadp', 'pipl');
const actors = list(
  one(
    ...['visitor', 'person', 'agent', 'supervisor', 'marketer', 'product_manager', 'release_manager'],
    ...['store_staff', 'privacy_officer', 'security', 'administrator', 'system'],
  ),
);

const byArea = (item: Schema) => members<Readonly<Record<LegalArea, unknown>>>({ eu_ch: item, cn: item });

const shapes = {
  basis: members<LegalBasis>({ gdpr: text, fadp: text, pipl: text }),
  clause: members<ClauseShape>({
    chapter: one('G', 'C', 'F', 'U', 'M', 'E', 'S', 'R'),
    built: one('whole', 'partly', 'not'),
    unbuilt: list(text),
  }),
  category: members<CategoryShape>(
    {
      clause,
      dpv: term,
      storage: one('sealed', 'plain', 'fleeting'),
      sensitive: list(law),
      fields: list(text),
    },
    'fields',
  ),
  purpose: members<PurposeShape>({ clause, dpv: term, actors, copies: { const: true } }, 'copies'),
  function: members<FunctionShape>({
    clause,
    kind: one('function', 'switch'),
    device: one('geolocation', 'camera', 'microphone', 'push', null),
    gpc: flag,
  }),
  use: members<UseShape>(
    {
      clause,
      basis: ref('basis'),
      retention_days: days,
      function: id,
      or_functions: list(id),
      while_closed: flag,
      ground: clause,
      actors,
      before_accepting: flag,
      unbuilt: flag,
    },
    ...([
      'function',
      'or_functions',
      'while_closed',
      'ground',
      'actors',
      'before_accepting',
      'unbuilt',
    ] as const),
  ),
  message: members<MessageShape>(
    {
      clause,
      purpose: id,
      basis: ref('basis'),
      function: id,
      passes_switches: flag,
      passes_quiet_hours: flag,
      before_accepting: flag,
    },
    'function',
    'before_accepting',
  ),
  recipient: members<RecipientShape>(
    {
      clause,
      role: one('carrier', 'partner', 'authority'),
      purposes: list(id),
      categories: list(id),
      function: id,
    },
    'purposes',
    'function',
  ),
  matter: members<MatterShape>({
    bases: byArea(list(text)),
    purposes: list(id),
    categories: list(id),
    longest_days: count,
    keeps_withheld: flag,
    counted: byArea(one('each', 'from_five', 'not')),
  }),
  exception: members<ExceptionShape>(
    {
      clause,
      matter: ref('matter'),
      standing: list(
        members<ExceptionShape['standing'][number]>({
          law: text,
          area: one('eu_ch', 'cn', 'all'),
          purpose: id,
          categories: list(id),
          retention_days: days,
          why: text,
        }),
      ),
    },
    'matter',
  ),
} as const;

const prompt = members<PromptWords>({
  title: text,
  what: text,
  purpose: text,
  kept: text,
  otherwise: text,
  open: text,
  not_now: text,
  closed: text,
});

const words = members<NoticeWords>(
  {
    title: text,
    in_short: { ...list(text), minItems: 4, maxItems: 7 },
    chapters: byId(text),
    clauses: byId(members<ClauseWords>({ title: text, short: text, text: { ...list(text), minItems: 1 } })),
    prompts: byId(prompt),
    categories: byId(text),
    purposes: byId(text),
    functions: byId(text),
    messages: byId(text),
    holds: byId(text),
    unbuilt: byId(list(text)),
    labels: byId(text),
    changes: byId(text),
    recipients: byId(text),
  },
  'recipients',
);

const policy = members<PolicyShape>({
  revision: text,
  brand: text,
  minimum_age: count,
  withheld_days: count,
  clauses: { ...byId(ref('clause')), propertyNames: clause },
  categories: byId(ref('category')),
  purposes: byId(ref('purpose')),
  functions: byId(ref('function')),
  collect: byId(byId(ref('use'))),
  read: byId(byId(ref('use'))),
  messages: byId(ref('message')),
  recipients: byId(ref('recipient')),
  exceptions: { ...byId(ref('exception')), propertyNames: clause },
});

/** What the served policy document looks like. */
export const policySchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A published privacy policy',
  ...members<PolicyDocument>({
    $schema: { type: 'string', format: 'uri-reference' },
    sequence: { type: 'integer', minimum: 1, description: 'Counts the published versions.' },
    revision: text,
    hash: {
      type: 'string',
      pattern: '^[0-9a-f]{64}$',
      description:
        'SHA-256, in lower-case hexadecimal, over the UTF-8 bytes of the object {policy, notices, order} in canonical JSON (RFC 8785: keys sorted, no white space).',
    },
    published_at: { type: 'string', format: 'date-time' },
    policy,
    notices: members<Record<Language, NoticeWords>>({
      en: ref('words'),
      'zh-CN': ref('words'),
      de: ref('words'),
    }),
    order: { ...list(list(id)), minItems: 7, maxItems: 7 },
  }),
  $defs: { ...shapes, words },
};
