import type { Contract } from '@axent/kernel';
import fc from 'fast-check';
import { arbitraryOf } from '../sampler.ts';

/** A request as it goes onto the wire. `query` and `body` are text already: broken ones must be possible. */
export interface WireRequest {
  readonly query: string;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
  readonly type: string | null;
}

const json = 'application/json';
const huge = 'ä'.repeat(9_000);

const strangers: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '‮مرحبا',
  'NaN',
  'Infinity',
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '{{7*7}}<%= 7*7 %>',
  'a@b\r\nBcc: c@d.example',
  '00000000-0000-0000-0000-000000000000',
  huge,
  [],
  {},
  [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]],
  Object.fromEntries([['constructor', { prototype: { polluted: true } }]]),
];

const stranger = fc.constantFrom(...strangers);

/** One value in it, or one more beside it, is what nobody asked for. */
function spoiled(value: unknown, with_: unknown, at: number): unknown {
  if (typeof value !== 'object' || value === null) return with_;
  const names = Object.keys(value);
  const name = names[at % (names.length + 1)];
  if (name === undefined) return { ...value, unasked: with_ };
  const inner = (value as Record<string, unknown>)[name];
  const deeper = typeof inner === 'object' && inner !== null && at % 2 === 0;
  return { ...value, [name]: deeper ? spoiled(inner, with_, at >> 1) : with_ };
}

function without(value: object, at: number): object {
  const names = Object.keys(value);
  return Object.fromEntries(Object.entries(value).filter((_, number) => number !== at % names.length));
}

const asQuery = (value: object) =>
  new URLSearchParams(
    Object.entries(value).map(([name, one]) => [name, typeof one === 'string' ? one : JSON.stringify(one)]),
  ).toString();

/** Requests for an operation: such as fit its contract, and such as do not. */
export function requestsFor(contract: Contract): fc.Arbitrary<WireRequest> {
  const fitting = arbitraryOf(contract.input, 'any') as fc.Arbitrary<object>;
  const changed = fc.oneof(
    fitting,
    fc.tuple(fitting, stranger, fc.nat(64)).map(([value, one, at]) => spoiled(value, one, at) as object),
    fc.tuple(fitting, fc.nat(64)).map(([value, at]) => without(value, at)),
  );
  return contract.method === 'GET' ? queries(changed) : bodies(changed);
}

function queries(values: fc.Arbitrary<object>): fc.Arbitrary<WireRequest> {
  const written = values.map(asQuery);
  const broken = fc.tuple(
    written,
    fc.constantFrom(
      '&language=en&language=de',
      '&__proto__=1',
      '&__proto__[x]=1&constructor.prototype=2',
      '&id[]=1&id[]=2',
      '&limit=NaN',
      '&limit=1e999',
      '&sequence=99999999999999999999',
      '&%ff=%fe',
      '&a=%E0%A4%A',
      `&unknown=${'x'.repeat(3000)}`,
      '&&&===',
      '&before=\\x00',
    ),
  );
  const query = fc.oneof(
    written,
    broken.map(([before, after]) => before + after),
  );
  return query.map((one) => ({ query: one, body: null, type: null }));
}

function bodies(values: fc.Arbitrary<object>): fc.Arbitrary<WireRequest> {
  const request = (body: WireRequest['body'], type: string | null = json): WireRequest => ({
    query: '',
    body,
    type,
  });
  const written = values.map((value) => JSON.stringify(value));
  const types = [
    null,
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'application/json; charset=utf-16',
    '*/*',
    'a',
  ];
  return fc.oneof(
    { weight: 6, arbitrary: written.map((body) => request(body)) },
    fc.tuple(written, fc.constantFrom(...types)).map(([body, type]) => request(body, type)),
    fc.tuple(written, fc.nat(50)).map(([body, cut]) => request(body.slice(0, -1 - cut))),
    written.map((body) => request(body.replace('{', '{"__proto__":{"admin":true},'))),
    written.map((body) => request(body.replace('{', '{"constructor":{"prototype":{"admin":true}},'))),
    written.map((body) => request(`${body} ${' '.repeat(70_000)}`)),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => request(bytes as Uint8Array<ArrayBuffer>)),
    fc
      .constantFrom(
        '',
        'null',
        '[]',
        '1',
        '"x"',
        'NaN',
        '{"a":1e999}',
        '{"a":NaN}',
        '['.repeat(20_000),
        '{"a":'.repeat(5000),
      )
      .map((body) => request(body)),
  );
}
