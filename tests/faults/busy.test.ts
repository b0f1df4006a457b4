import { list } from '@axent/functions/contract';
import { show } from '@axent/notice/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('when every connection of a purpose stays in use, who waits is told to come back, and then it works', async () => {
  const person = await world.visitor().accept();
  const held = await Promise.all([1, 2, 3, 4].map(() => world.kernel.pools.connect('service')));
  const waited = await person.call(list, {});
  expect([waited.status, waited.body.code]).toEqual([503, 'busy']);
  expect(waited.body.detail).toBe('Nothing was lost. Try again in a few seconds.');
  expect(Number(waited.headers.get('retry-after'))).toBeGreaterThan(0);
  for (const client of held) client.release();
  expect((await person.call(show, { language: 'en' })).status).toBe(200);
});
