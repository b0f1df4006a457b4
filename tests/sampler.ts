import fc from 'fast-check';
import type { TSchema } from 'typebox';
import { Check } from 'typebox/value';

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly [limit: string]: unknown;
}

/** `plain`: text as people type it. `any`: every character that Unicode has, control characters included. */
export type Text = 'plain' | 'any';

/** Values that fit a contract's schema. Sizes stay small; limits of the schema are touched from inside. */
export function arbitraryOf(schema: TSchema, text: Text = 'plain'): fc.Arbitrary<unknown> {
  const plain = JSON.parse(JSON.stringify(schema)) as Schema;
  return build(plain, text).filter((value) => Check(schema, value));
}

function build(schema: Schema, text: Text): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((one) => build(one, text)));
  if (schema.type === 'object') return objectOf(schema, text);
  if (schema.type === 'array') return listOf(schema, text);
  if (schema.type === 'string') return textOf(schema, text);
  if (schema.type === 'integer') return fc.integer({ min: low(schema), max: high(schema) });
  if (schema.type === 'number') return fc.double({ min: low(schema), max: high(schema), noNaN: true });
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'null') return fc.constant(null);
  return fc.jsonValue({ maxDepth: 2 });
}

const number = (value: unknown, otherwise: number) => (typeof value === 'number' ? value : otherwise);
const low = (schema: Schema) => number(schema.minimum, -1_000_000);
const high = (schema: Schema) => number(schema.maximum, Math.max(1_000_000, low(schema)));

function textOf(schema: Schema, text: Text): fc.Arbitrary<string> {
  const minLength = number(schema.minLength, 0);
  const maxLength = Math.min(number(schema.maxLength, 40), minLength + 300);
  if (typeof schema.pattern === 'string') {
    if (schema.maxLength === undefined)
      throw new Error(`A string of the pattern ${schema.pattern} says no maxLength: everything has a limit`);
    return fc.stringMatching(new RegExp(schema.pattern, 'u')).filter(fitting(schema, minLength, maxLength));
  }
  return fc.string({ minLength, maxLength, unit: text === 'any' ? 'binary' : 'grapheme' });
}

/** Strings in a row that may have the wrong length: a pattern that leaves none would be looked for without end. */
const misses_most = 10_000;

function fitting(schema: Schema, minLength: number, maxLength: number): (one: string) => boolean {
  let misses = 0;
  return (one) => {
    const fits = one.length >= minLength && one.length <= maxLength;
    misses = fits ? 0 : misses + 1;
    if (misses >= misses_most)
      throw new Error(
        `No string of the pattern ${schema.pattern} has ${minLength} to ${maxLength} characters`,
      );
    return fits;
  };
}

function listOf(schema: Schema, text: Text): fc.Arbitrary<unknown[]> {
  const minLength = number(schema.minItems, 0);
  const maxLength = Math.min(number(schema.maxItems, 5), minLength + 5);
  return fc.array(build(schema.items ?? {}, text), { minLength, maxLength });
}

function objectOf(schema: Schema, text: Text): fc.Arbitrary<Record<string, unknown>> {
  const record = Object.entries(schema.patternProperties ?? {})[0];
  if (record !== undefined) {
    const key = fc.stringMatching(new RegExp(record[0], 'u'), { size: 'xsmall' });
    return fc.dictionary(key, build(record[1], text), { maxKeys: 4, noNullPrototype: true });
  }
  const entries = Object.entries(schema.properties ?? {});
  const required = entries.map(([name]) => name).filter((name) => schema.required?.includes(name));
  const values = Object.fromEntries(entries.map(([name, one]) => [name, build(one, text)]));
  return fc.record(values, { requiredKeys: required, noNullPrototype: true });
}
