import type { Json, JsonObject } from '@axent/kernel';
import { type Markup, tag } from './markup.ts';

const depth_most = 5;

type Schema = JsonObject & {
  readonly type?: string;
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
};

/** A JSON Schema as a list of its fields: name, type in words, limits; nested where it is nested. */
export function shape(schema: JsonObject, depth = 0): Markup {
  const { properties = {}, required = [] } = schema as Schema;
  const names = Object.keys(properties);
  if (names.length === 0) return tag('p', { class: 'nothing' }, 'Nothing.');
  return tag(
    'ul',
    { class: 'shape' },
    ...names.map((name) => field(name, properties[name] ?? {}, required.includes(name), depth)),
  );
}

function field(name: string, schema: Schema, required: boolean, depth: number): Markup {
  const inner = innerOf(schema);
  const nested = inner !== null && depth < depth_most ? shape(inner, depth + 1) : null;
  const optional = required ? null : tag('i', {}, 'optional');
  return tag(
    'li',
    {},
    tag('code', {}, name),
    tag('span', {}, typeWords(schema)),
    limits(schema),
    optional,
    nested,
  );
}

/** The object whose fields are worth listing: the schema itself, its items, its only alternative to null. */
function innerOf(schema: Schema): Schema | null {
  if (schema.properties !== undefined) return schema;
  if (schema.items !== undefined) return innerOf(schema.items);
  const record = Object.values(schema.patternProperties ?? {})[0];
  if (record !== undefined) return innerOf(record);
  for (const one of schema.anyOf ?? []) {
    const inner = innerOf(one);
    if (inner !== null) return inner;
  }
  return null;
}

/** `text`, `whole number`, `"en" or "de"`, `list of text`, `text or null`. */
function typeWords(schema: JsonObject): string {
  const { type, const: only, enum: some, anyOf, items, properties, patternProperties } = schema as Schema;
  if (only !== undefined) return JSON.stringify(only);
  if (some !== undefined) return some.map((one) => JSON.stringify(one)).join(' or ');
  if (anyOf !== undefined) return [...new Set(anyOf.map(typeWords))].join(' or ');
  if (type === 'array') return `list of ${items === undefined ? 'anything' : typeWords(items)}`;
  if (type === 'object' && properties === undefined) {
    const record = Object.values(patternProperties ?? {})[0];
    return `${record === undefined ? 'anything' : typeWords(record)} by name`;
  }
  return names[type ?? ''] ?? 'anything';
}

const names: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  null: 'null',
  object: 'object',
};

const limitWords: Readonly<Record<string, (limit: Json) => string>> = {
  minLength: (limit) => `at least ${limit} characters`,
  maxLength: (limit) => `at most ${limit} characters`,
  minimum: (limit) => `≥ ${limit}`,
  maximum: (limit) => `≤ ${limit}`,
  minItems: (limit) => `at least ${limit} items`,
  maxItems: (limit) => `at most ${limit} items`,
  pattern: (limit) => `matches ${limit}`,
  format: (limit) => `${limit}`,
};

function limits(schema: Schema): Markup | null {
  const words = Object.entries(schema).flatMap(([name, limit]) => limitWords[name]?.(limit) ?? []);
  return words.length === 0 ? null : tag('small', {}, words.join(', '));
}
