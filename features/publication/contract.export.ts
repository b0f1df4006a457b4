import { operation } from '@axent/kernel/operation';
import Type from 'typebox';

/** Whoever may come at all: what is given out here is about the policy, not about anybody. */
const anybody = [
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
] as const;

/** An earlier version by its number; without one, the version in force. */
const Which = Type.Object({ sequence: Type.Optional(Type.Integer({ minimum: 1 })) });
const ById = Type.Record(Type.String(), Type.Unknown());

export const policyJson = operation({
  name: 'publication.policy_json',
  method: 'GET',
  path: '/api/policy.json',
  summary:
    'A published policy with its words, and all that its hash is computed from; `/api/policy.schema.json` is its schema',
  purpose: 'service',
  actors: [...anybody],
  acceptance: false,
  input: Which,
  output: Type.Object({
    /** Where the JSON Schema of this document is. */
    $schema: Type.String(),
    sequence: Type.Integer(),
    revision: Type.String(),
    /** SHA-256 over the canonical JSON of `policy`, `notices` and `order`. */
    hash: Type.String(),
    published_at: Type.String(),
    policy: ById,
    notices: ById,
    order: Type.Array(Type.Array(Type.String())),
  }),
  errors: ['no_such_version'],
  file: { type: 'application/json', name: 'policy.json' },
});

export const policySchemaJson = operation({
  name: 'publication.policy_schema',
  method: 'GET',
  path: '/api/policy.schema.json',
  summary: 'The JSON Schema (2020-12) of `/api/policy.json`',
  purpose: 'service',
  actors: [...anybody],
  acceptance: false,
  input: Type.Object({}),
  output: ById,
  errors: [],
  file: { type: 'application/schema+json', name: 'policy.schema.json' },
});

export const policyLinked = operation({
  name: 'publication.policy_jsonld',
  method: 'GET',
  path: '/api/policy.jsonld',
  summary: 'A published policy in terms of the W3C Data Privacy Vocabulary, as JSON-LD',
  purpose: 'service',
  actors: [...anybody],
  acceptance: false,
  input: Which,
  output: Type.Object({ '@context': ById, '@graph': Type.Array(ById) }),
  errors: ['no_such_version'],
  file: { type: 'application/ld+json', name: 'policy.jsonld' },
});
