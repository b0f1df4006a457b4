import { implement } from '@axent/kernel';
import { operation } from '@axent/kernel/operation';
import Type from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../world.ts';

const input = Type.Object({ wrong: Type.Optional(Type.Boolean()) });
const told = operation({
  name: 'answers.told',
  method: 'GET',
  path: '/api/answers',
  summary: 'Answers more than its contract says',
  purpose: 'service',
  actors: ['visitor'],
  acceptance: false,
  input,
  output: Type.Object({
    named: Type.Object({ field: Type.String() }),
    many: Type.Array(Type.Object({ a: Type.Integer() })),
  }),
  errors: [],
});

let world: World;
beforeAll(async () => {
  const answers = implement(told, async (_context, { wrong }) => {
    const more = { field: 'x', secret: 'never' };
    return {
      named: more,
      many: [{ a: wrong === true ? ('no number' as never) : 1, b: 'never' }],
      extra: 'never',
    };
  });
  world = await openWorld({ features: [{ name: 'answers', operations: [answers] }] });
});
afterAll(() => world.close());

test('what a handler answers beyond its contract does not leave', async () => {
  const { body } = await world.visitor().call(told, {});
  expect(body).toEqual({ named: { field: 'x' }, many: [{ a: 1 }] });
});

test('an answer outside the contract is a fault, not an answer', async () => {
  const { status, body } = await world.visitor().call(told, { wrong: true });
  expect([status, body.code]).toEqual([500, 'internal']);
  expect(world.faults).toHaveLength(1);
});

test('public words travel compressed, personal answers do not', async () => {
  const answer = async (path: string) =>
    (await fetch(world.base + path, { headers: { 'accept-encoding': 'gzip' } })).headers.get(
      'content-encoding',
    );
  expect(await answer('/api/notice?language=en')).toBe('gzip');
  const person = await (await world.visitor().accept()).signIn('plain@example.org');
  const held = await person.fetch('/api/privacy/holdings', { headers: { 'accept-encoding': 'gzip' } });
  expect([held.status, held.headers.get('content-encoding')]).toEqual([200, null]);
});
