import { close, list } from '@axent/functions/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const stateOf = async (person: Visitor, name: string) =>
  (await person.call(list, {})).body.functions.find((one) => one.function === name);

test('F.close @operation: improving, measuring and personalising are objected to one by one, on every device', async () => {
  const person = await (await world.visitor().accept()).signIn('object@example.org');
  for (const name of ['improve', 'measure', 'personalise']) {
    expect(await stateOf(person, name)).toMatchObject({ open: true, kind: 'switch' });
    expect((await person.call(close, { function: name, by: 'person' })).body).toMatchObject({ open: false });
    world.pass(31_000);
    const elsewhere = await (await world.visitor().accept()).signIn('object@example.org');
    expect(await stateOf(elsewhere, name)).toMatchObject({ open: false, closed_by: 'person' });
  }
  expect((await person.open('measure')).body).toMatchObject({ open: true });
  expect(await stateOf(person, 'improve')).toMatchObject({ open: false });
});

test('F.close @operation: an objection made before signing in is not lost by it', async () => {
  const visitor = await world.visitor().accept();
  await visitor.call(close, { function: 'measure', by: 'person' });
  expect(await stateOf(visitor, 'measure')).toMatchObject({ open: false });
  await visitor.signIn('before@example.org');
  expect(await stateOf(visitor, 'measure')).toMatchObject({ open: false, closed_by: 'person' });
});

test('F.close @operation: a browser that sends Sec-GPC closes what the notice says, until the person acts', async () => {
  const visitor = await world.visitor().accept();
  visitor.headers = { 'sec-gpc': '1' };
  const states = (await visitor.call(list, {})).body.functions;
  const closed = states.filter((one) => one.closed_by === 'gpc').map((one) => one.function);
  expect(closed.sort()).toEqual(['improve', 'joint', 'measure', 'news', 'personalise']);
  expect((await visitor.open('personalise')).body).toMatchObject({ open: true });
  expect(await stateOf(visitor, 'personalise')).toMatchObject({ open: true });
  expect(await stateOf(visitor, 'measure')).toMatchObject({ closed_by: 'gpc' });
});
