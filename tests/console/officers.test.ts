import { systemOf } from '@axent/kernel';
import { invite, prove, redeem, show } from '@axent/staff/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstLink } from '../../apps/server/compose.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface Proved {
  readonly visitor: Visitor;
  readonly input: { readonly token: string; readonly email: string; readonly code: string };
}

async function proved(token: string, email: string): Promise<Proved> {
  const visitor = await world.visitor().accept();
  const sent = await visitor.call(prove, { token, email, language: 'en' });
  expect(sent.status).toBe(200);
  return { visitor, input: { token, email, code: await visitor.codeFor(email) } };
}

test('links that one officer made in store bring in one more officer, not three, also at the same moment', async () => {
  const { visitor: first, input } = await proved(
    (await firstLink(systemOf(world.kernel))) ?? '',
    'first@axent.example',
  );
  expect((await first.call(redeem, input)).status).toBe(200);
  await first.takeSecondStep(input.email);
  const doors: Proved[] = [];
  for (const name of ['second', 'third', 'fourth']) {
    const { body } = await first.call(invite, { role: 'privacy_officer' });
    doors.push(await proved(body.token, `${name}@axent.example`));
  }
  const answers = await Promise.all(doors.map((door) => door.visitor.call(redeem, door.input)));
  expect(answers.map((answer) => answer.body.code ?? 'in').sort()).toEqual([
    'in',
    'officers_enough',
    'officers_enough',
  ]);
  expect((await first.call(show, {})).body.privacy_officers).toBe(2);
  const late = doors[answers.findIndex((answer) => answer.status !== 200)];
  expect((await late?.visitor.call(redeem, late.input))?.body.code).toBe('link_unknown');
});

test('no server met a fault on the way', () => {
  expect(world.faults.map((one) => one.message)).toEqual([]);
});
