import { setTimeout as sleep } from 'node:timers/promises';
import { type Feature, implement } from '@axent/kernel';
import { operation } from '@axent/kernel/operation';
import Type from 'typebox';
import { expect, test } from 'vitest';
import { openWorld } from '../world.ts';

const lengthy = operation({
  name: 'acts.lengthy',
  method: 'GET',
  path: '/api/acts/lengthy',
  summary: 'Takes half a second',
  purpose: 'service',
  actors: ['visitor', 'person'],
  acceptance: false,
  input: Type.Object({}),
  output: Type.Object({ done: Type.Boolean() }),
  errors: [],
});

const feature: Feature = {
  name: 'lengthy',
  problems: {},
  operations: [
    implement(lengthy, async () => {
      await sleep(500);
      return { done: true };
    }),
  ],
};

test('a server that is stopped answers what is under way, and waits for nobody who keeps a connection', async () => {
  const world = await openWorld({ features: [feature] });
  const visitor = world.visitor();
  await visitor.call(lengthy, {});
  const asked = Array.from({ length: 4 }, () => visitor.call(lengthy, {}));
  await sleep(100);
  const began = performance.now();
  await world.close();
  expect(performance.now() - began).toBeLessThan(10_000);
  expect((await Promise.all(asked)).map(({ body }) => body.done)).toEqual([true, true, true, true]);
});
