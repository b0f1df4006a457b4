import { show } from '@axent/account/contract';
import { close, list } from '@axent/functions/contract';
import { holdings, uses } from '@axent/privacy/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Visitor } from '../visitor.ts';
import { openWorld, productPolicy, type World } from '../world.ts';
import { atOwnAddress, signedIn } from './actors.ts';
import { aimed, inputs, ofPersons as open } from './aim.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ server: { trustedProxies: ['127.0.0.1', '::1', '::ffff:127.0.0.1'] } });
});
afterAll(() => world.close());

test('nothing of one person reaches another, whatever ids the other sends', async () => {
  const ada = await (await atOwnAddress(world.visitor()).accept()).signIn('ada@example.org');
  await ada.call(show, {});
  const before = (await ada.call(holdings, {})).body.holdings;
  const items = before.flatMap(({ items }) => items);
  const records = (await ada.call(uses, {})).body.uses;
  const ids = [...items, ...records].map(({ id }) => id);
  const places = items.map(({ place }) => place);
  expect(ids.length).toBeGreaterThan(3);
  let tried = 0;
  for (const contract of open) {
    const bob = await signedIn(world, null);
    for (const input of aimed(contract, [...ids, ...places])) {
      const answer = await bob.call(contract, input as never);
      const written = JSON.stringify(answer.body);
      const what = `${contract.name} with ${JSON.stringify(input)}`;
      expect(written, what).not.toContain('ada@example.org');
      for (const id of ids) if (!JSON.stringify(input).includes(id)) expect(written, what).not.toContain(id);
      tried += 1;
    }
  }
  expect(tried).toBeGreaterThan(100);
  expect((await ada.call(holdings, {})).body.holdings).toEqual(before);
  expect((await ada.call(show, {})).body.actor).toBe('person');
  expect(world.faults.splice(0)).toEqual([]);
});

/** Every recorded use of a person under a function, by the published table. */
async function usesUnderFunctions(person: Visitor): Promise<string[]> {
  const records = (await person.call(uses, { limit: 200 })).body.uses;
  return records.flatMap(({ purpose, categories, clause }) =>
    categories.flatMap((category) => {
      const cells = [productPolicy.table.collect, productPolicy.table.read].flatMap(
        (verb) => verb[purpose]?.[category] ?? [],
      );
      const needed = cells.some((cell) => cell.function !== undefined && cell.while_closed !== true);
      return needed ? [`${clause} ${category}`] : [];
    }),
  );
}

async function callEverything(person: Visitor): Promise<Set<string>> {
  const codes = new Set<string>();
  for (const contract of open.filter(({ name }) => !/^functions[.](open|close)$/.test(name)))
    for (const input of inputs(contract)) {
      const { body } = await person.call(contract, input as never);
      codes.add(`${contract.name}: ${body.code ?? 'done'}`);
    }
  return codes;
}

test('with every function closed, no operation makes a use that needs one', async () => {
  const person = await signedIn(world, null);
  for (const { function: name } of (await person.call(list, {})).body.functions)
    expect((await person.call(close, { function: name, by: 'person' })).status).toBe(200);
  const codes = await callEverything(person);
  expect(codes).toContain('stores.nearest: function_closed');
  expect(await usesUnderFunctions(person)).toEqual([]);
});

test('with every offered function open, the very same calls do', async () => {
  const person = await signedIn(world, null);
  for (const one of (await person.call(list, {})).body.functions)
    if (one.offered) expect((await person.open(one.function)).status).toBe(200);
  const codes = await callEverything(person);
  expect([...codes].filter((code) => code.endsWith('function_closed'))).toEqual([]);
  expect(await usesUnderFunctions(person)).toContain('F.nearby position');
});
