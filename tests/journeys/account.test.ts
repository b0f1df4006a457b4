import { contact, show, signOut } from '@axent/account/contract';
import { list } from '@axent/functions/contract';
import { verifyReceipt } from '@axent/kernel/ledger/verify';
import { receipt, uses } from '@axent/privacy/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('accept, sign in by mail, read one sealed contact, and prove that reading', async () => {
  const person = await (await world.visitor().accept()).signIn('ada@example.org');
  expect((await person.call(contact, {})).body).toEqual({ email: 'ada@example.org', phone: null });
  const listed = (await person.call(uses, {})).body.uses;
  const use = listed.find((one) => one.operation === 'account.contact');
  expect(use).toMatchObject({ clause: 'U.authentication', categories: ['contact'], role: 'person' });
  let proof = await person.call(receipt, { id: use?.id ?? '' });
  for (let tries = 0; proof.body.state === 'pending' && tries < 50; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    proof = await person.call(receipt, { id: use?.id ?? '' });
  }
  const verified = await verifyReceipt(proof.body.text ?? '', world.kernel.vkey);
  expect(verified).toMatchObject({
    ok: true,
    record: { operation: 'account.contact', purpose: 'authentication' },
  });
  await person.call(signOut, {});
  expect((await person.call(show, {})).body.actor).toBe('visitor');
  expect((await person.call(contact, {})).body.code).toBe('not_signed_in');
  // What was accepted in this browser stays accepted; nothing that was opened stays open.
  expect(
    (await person.call(list, {})).body.functions.filter((one) => one.kind === 'function' && one.open),
  ).toEqual([]);
  expect(world.faults).toEqual([]);
});
