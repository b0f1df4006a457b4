import { contact, devices } from '@axent/account/contract';
import { close } from '@axent/functions/contract';
import { correct, holdings, replay, uses } from '@axent/privacy/contract';
import { nearest } from '@axent/stores/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringContent } from '../../apps/server/content.ts';
import { standingOf } from '../closing/people.ts';
import { hearingPolicy } from '../features/hearing/hearing.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';

const berne = { position: { latitude: 46.948, longitude: 7.4474 } };

let world: World;
let person: Visitor;
let second: Visitor;
beforeAll(async () => {
  world = await openWorld();
  await bringContent(world.kernel);
  person = await world.visitor().accept();
  await person.open('nearby');
  await person.signIn('again@example.org');
  second = await (await world.visitor().accept()).signIn('beside@example.org');
});
afterAll(() => world.close());

const recorded = async (whose = person) => (await whose.call(uses, { limit: 200 })).body.uses;
const replayed = async (id: string, whose = person) => (await whose.call(replay, { id })).body;

/** A leaf joins the tree within seconds; waits for it. */
async function settled(id: string, whose = person) {
  for (let tries = 0; tries < 500; tries++) {
    const answer = await replayed(id, whose);
    if (answer.leaf !== 'pending') return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return await replayed(id, whose);
}

/** Uses of every verb: signing in, collecting, reading, sending, what is never stored, opening and closing. */
async function useMuch(): Promise<void> {
  await person.open('nearby');
  expect((await person.call(nearest, berne)).status).toBe(200);
  await person.call(contact, {});
  await person.call(devices, {});
  const { body } = await person.call(holdings, {});
  const [item] = body.holdings.find((one) => one.category === 'contact')?.items ?? [];
  const phone = { place: item?.place ?? '', id: item?.id ?? '', value: { phone: '+41 44 668 18 00' } };
  expect((await person.call(correct, phone)).status).toBe(200);
  await person.call(close, { function: 'nearby', by: 'person' });
}

test('S.alteration @ledger: every use is decided again from its record with the same answer, and the record is that of its leaf', async () => {
  await useMuch();
  const made = await recorded();
  expect(new Set(made.map((one) => one.clause)).size).toBeGreaterThan(5);
  for (const { id, operation } of made)
    expect([operation, await settled(id)]).toEqual([operation, { decision: 'same', leaf: 'matches' }]);
});

test('S.alteration @ledger: an earlier use is decided by the version of its time, whatever is published since', async () => {
  const before = await recorded();
  const later = await openWorld({ on: world, compiled: hearingPolicy });
  try {
    expect((await later.kernel.publish([])).sequence).toBe(2);
    for (const { id } of before.slice(0, 5))
      expect(await settled(id)).toEqual({ decision: 'same', leaf: 'matches' });
    await person.call(contact, {});
    const [newest] = await recorded();
    expect(await settled(newest?.id ?? '')).toEqual({ decision: 'same', leaf: 'matches' });
  } finally {
    await later.close();
  }
});

test('S.alteration @ledger: what was sent to many at once is one leaf, and is decided again for each of them', async () => {
  const told = async (whose: Visitor) =>
    (await recorded(whose)).filter(({ operation }) => operation === 'messages.tell_notice_change');
  for (const whose of [person, second]) {
    await expect.poll(async () => (await told(whose)).length, { timeout: 90_000 }).toBeGreaterThan(0);
    for (const { id } of await told(whose))
      expect(await settled(id, whose)).toEqual({ decision: 'same', leaf: 'matches' });
  }
  const people = (await Promise.all([person, second].map((one) => standingOf(world, one)))).map(
    (one) => one.person,
  );
  const { rows } = await world.kernel.pools.owner.query<{ people: number }>(
    `select count(distinct person_id)::int as people from kernel.record
     where person_id = any($1::uuid[]) group by leaf_id having count(distinct person_id) > 1`,
    [people],
  );
  expect(rows.length).toBeGreaterThan(0);
});

test('nobody has another person’s use decided again', async () => {
  const [use] = await recorded();
  const other = await (await world.visitor().accept()).signIn('other@example.org');
  const answer = await other.call(replay, { id: use?.id ?? '' });
  expect([answer.status, answer.body.code]).toEqual([404, 'item_unknown']);
});

test('S.alteration @ledger: a record that was swapped for another is found out by its leaf', async () => {
  const [one, two] = await recorded();
  const { person: id } = await standingOf(world, person);
  const swapped = await world.kernel.asKernel(
    async (client) =>
      await client.query(
        `update kernel.record set leaf_id = (select leaf_id from kernel.record where id = $2)
         where person_id = $3 and id = $1`,
        [one?.id, two?.id, id],
      ),
  );
  expect(swapped.rowCount).toBe(1);
  expect(await settled(one?.id ?? '')).toEqual({ decision: 'same', leaf: 'differs' });
});

test('S.alteration @ledger: after erasure there is nothing to decide again, and that is the answer', async () => {
  const [, use] = await recorded();
  const { person: id } = await standingOf(world, person);
  await world.kernel.vault.shred(id);
  expect(await replayed(use?.id ?? '')).toEqual({ decision: 'erased', leaf: null });
});

test('no fault on the way', () => {
  expect(world.faults.map((fault) => fault.message)).toEqual([]);
});
