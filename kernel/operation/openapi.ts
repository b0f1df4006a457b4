import type { TSchema } from 'typebox';
import { type Contract, isSafe } from './contract.ts';
import { per_minute_default } from './limits.ts';
import { commonProblemsOf, ownProblemsOf } from './possible.ts';
import { commonProblems } from './problem.ts';
import { commonWords } from './problem.usual.ts';
import type { ProblemWords } from './problem.words.ts';

/** A JSON Schema of the 2020-12 dialect, as OpenAPI 3.1 takes it, or any other plain part of the document. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

/** What the document says besides the contracts. */
export interface ApiFacts {
  readonly title: string;
  readonly version: string;
  readonly description: string;
  /** Where the API is served, for example `https://app.example.com`. */
  readonly server: string;
  readonly cookies: { readonly session: string; readonly visitor: string };
  /** Words of the features' own problems. */
  readonly words: ProblemWords;
}

export interface OpenApiDocument {
  readonly openapi: '3.1.1';
  readonly info: JsonObject;
  readonly jsonSchemaDialect: string;
  readonly servers: readonly JsonObject[];
  readonly tags: readonly JsonObject[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;
  readonly components: JsonObject;
}

/** The OpenAPI 3.1 document of the contracts: their schemas as they are, their problems after RFC 9457. */
export function openApi(contracts: readonly Contract[], facts: ApiFacts): OpenApiDocument {
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const contract of contracts) {
    const item = paths[contract.path] ?? {};
    item[contract.method.toLowerCase()] = operationObject(contract, facts);
    paths[contract.path] = item;
  }
  return {
    openapi: '3.1.1',
    info: { title: facts.title, version: facts.version, description: facts.description },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: facts.server }],
    tags: [...new Set(contracts.map(featureOf))].map((name) => ({ name })),
    paths,
    components: components(facts),
  };
}

/** The feature that brings an operation: the first part of its name. */
export function featureOf(contract: Contract): string {
  return contract.name.split('.')[0] ?? contract.name;
}

function operationObject(contract: Contract, facts: ApiFacts): JsonObject {
  return {
    operationId: contract.name,
    summary: contract.summary,
    tags: [featureOf(contract)],
    security: security(contract),
    ...(contract.method === 'GET' ? parameters(contract) : body(contract)),
    responses: responses(contract, facts),
    'x-purpose': contract.purpose,
    'x-actors': [...contract.actors],
    'x-acceptance': contract.acceptance,
    'x-fresh-sign-in': contract.fresh ?? false,
    'x-safe': isSafe(contract),
    'x-once': contract.once ?? false,
    'x-per-minute': contract.per_minute ?? per_minute_default,
  };
}

/** Any one of these lets the caller in; `{}` is nobody in particular. */
function security({ actors, acceptance }: Contract): Json {
  const person: JsonObject = { session: [] };
  if (!actors.includes('visitor')) return [person];
  return [acceptance ? { visitor: [] } : {}, ...(actors.length > 1 ? [person] : [])];
}

/** The schema as plain data: what is not JSON in it is for the compiler only. */
export function plainSchema(schema: TSchema): JsonObject {
  return JSON.parse(JSON.stringify(schema)) as JsonObject;
}

/** The input of a GET is its query: one parameter for each property. */
function parameters(contract: Contract): JsonObject {
  const { properties = {}, required = [] } = plainSchema(contract.input) as {
    properties?: Readonly<Record<string, Json>>;
    required?: readonly string[];
  };
  const list = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
  return list.length === 0 ? {} : { parameters: list };
}

function body(contract: Contract): JsonObject {
  return {
    ...(contract.once === true ? { parameters: [{ $ref: '#/components/parameters/IdempotencyKey' }] } : {}),
    requestBody: { required: true, content: { 'application/json': { schema: plainSchema(contract.input) } } },
  };
}

function responses(contract: Contract, facts: ApiFacts): JsonObject {
  const byStatus = new Map<string, string[]>();
  const put = (status: string, code: string) => byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  for (const code of commonProblemsOf(contract)) put(String(commonProblems[code]), code);
  for (const code of ownProblemsOf(contract)) put('4XX', code);
  const refusals = [...byStatus].map(([status, codes]) => [status, refusal(status, codes, facts)]);
  return {
    '200': {
      description: 'Done as asked.',
      headers: { 'Cache-Control': { schema: { type: 'string', const: 'no-store' } } },
      content: { [contract.file?.type ?? 'application/json']: { schema: plainSchema(contract.output) } },
    },
    ...(Object.fromEntries(refusals) as JsonObject),
  };
}

function refusal(status: string, codes: readonly string[], { words }: ApiFacts): JsonObject {
  const known = { ...words, ...commonWords } as ProblemWords;
  const waits = status === '429' || status === '503';
  return {
    description: codes.map((code) => `\`${code}\`: ${known[code]?.en.title ?? code}.`).join('\n'),
    ...(waits ? { headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } } : {}),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            { type: 'object', properties: { code: { type: 'string', enum: [...codes] } } },
          ],
        },
      },
    },
  };
}

function components({ cookies }: ApiFacts): JsonObject {
  return {
    schemas: { Problem: problemSchema },
    headers: {
      RetryAfter: { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 0 } },
    },
    parameters: {
      IdempotencyKey: {
        name: 'Idempotency-Key',
        in: 'header',
        required: false,
        description: 'The same key for a repeated try of the same write, so that it is done once.',
        schema: { type: 'string', maxLength: 100 },
      },
    },
    securitySchemes: {
      session: {
        type: 'apiKey',
        in: 'cookie',
        name: cookies.session,
        description: 'The session that signing in starts.',
      },
      visitor: {
        type: 'apiKey',
        in: 'cookie',
        name: cookies.visitor,
        description: 'What a visitor accepted and opened, signed; it identifies nobody.',
      },
    },
  };
}

const problemSchema: JsonObject = {
  type: 'object',
  description: 'A problem document after RFC 9457. Further members are facts of the case.',
  required: ['type', 'status', 'code', 'title', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    code: { type: 'string', description: 'Stable; decide by it.' },
    title: { type: 'string', description: 'In the language of the reader.' },
    detail: { type: 'string', description: 'What happened, what was kept, what to do next.' },
  },
};
