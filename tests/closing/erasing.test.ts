import { createHash } from 'node:crypto';
import {
  account_erasing,
  box,
  eraseClosed,
  type Feature,
  implement,
  type PersonId,
  query,
} from '@axent/kernel';
import { verifyReceipt } from '@axent/kernel/ledger/verify';
import { internal } from '@axent/kernel/operation';
import { ask, erasureTerms, mine } from '@axent/requests/contract';
import Type from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { close, erasure, reopen } from '../../features/privacy/contract.closing.ts';
import { order } from '../features/partners/contract.ts';
import { partners } from '../features/partners/partners.ts';
import { registered } from '../sharing/register.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';
import { standingOf } from './people.ts';

const day_ms = 86_400_000;

/** Of whom a third party was told, by what could still be read at that moment. */
const told: { readonly recipient: string; readonly email: string | null }[] = [];

const pass_on = implement(
  internal({
    name: 'partners.pass_on',
    summary: 'Read whose data is to be erased elsewhere as well',
    purpose: 'rights',
    input: Type.Object({ person: Type.String(), recipient: Type.String() }),
    output: Type.Object({}),
  }),
  async ({ each }, { person, recipient }) => {
    await each([person as PersonId], async (use) => {
      const rows = await use.rows(
        query.selectFrom('app.contact').select(['id', 'person_id', 'sealed']).where('person_id', '=', person),
      );
      for (const row of rows)
        told.push({ recipient, email: (await use.read(box('app.contact', row, row.sealed))).email });
    });
    return {};
  },
);

const passing: Feature = {
  ...partners().feature,
  events: {
    [account_erasing]: async ({ person, recipient }, system) => {
      await system.run(pass_on, { person: String(person), recipient: String(recipient) });
    },
  },
};

let world: World;
beforeAll(async () => {
  world = await openWorld({ features: [passing] });
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const erase = () =>
  world.kernel.asKernel((client) => eraseClosed(client, world.kernel.vault, new Date(world.kernel.clock())));
const arrive = async (email: string) => await (await world.visitor().accept()).signIn(email);
const proofOf = async (ticket: string) => (await world.visitor().call(erasure, { ticket })).body;

async function closed(person: Visitor): Promise<string> {
  await world.freshen();
  const { status, body } = await person.call(close, {});
  expect([status, body.code]).toEqual([200, undefined]);
  return body.ticket;
}

test('U.rights @ledger: the ticket of a closing fetches the proof of the erasing, which holds nothing of who it was', async () => {
  const person = await arrive('ada@example.org');
  const { person: id } = await standingOf(world, person);
  const ticket = await closed(person);
  expect(await proofOf(ticket)).toMatchObject({ state: 'waits', erased_at: null, text: null });
  world.pass(7 * day_ms + 60_000);
  expect(await erase()).toBe(1);
  await expect.poll(async () => (await proofOf(ticket)).state, { timeout: 10_000 }).toBe('ready');
  const { text, vkey } = await proofOf(ticket);
  const checked = await verifyReceipt(text ?? '', vkey);
  if (!checked.ok) throw new Error(checked.words);
  expect(checked.record).toMatchObject({
    purpose: 'rights',
    clause: 'U.rights',
    operation: 'kernel.erase_account',
    role: 'system',
    evidence: createHash('sha256').update(ticket).digest('hex'),
  });
  expect(checked.record.categories).toEqual(expect.arrayContaining(['consent', 'contact', 'device']));
  const { rows } = await world.kernel.pools.owner.query('select e::text as row from kernel.erasure e');
  expect(rows.map(({ row }) => row).join()).not.toContain(id);
  // Done once more an hour later, it is not proved a second time.
  world.pass(3_700_000);
  await erase();
  expect((await proofOf(ticket)).text).toContain(text?.split('\n')[1] ?? '?');
});

test('U.rights @operation: no other ticket fetches it, and taken back there is nothing to prove', async () => {
  expect((await proofOf('A'.repeat(32))).code).toBe('ticket_unknown');
  const person = await arrive('ben@example.org');
  const ticket = await closed(person);
  world.pass(60_000);
  const back = await arrive('ben@example.org');
  expect((await back.call(reopen, {})).status).toBe(200);
  expect((await proofOf(ticket)).code).toBe('ticket_unknown');
});

test('U.rights S.third-party @operation: whoever got data is told an hour before it is erased, once, and the person beforehand that they will be', async () => {
  const person = await arrive('cy@example.org');
  const recipient = await registered(world);
  const fields = ['contact.email'];
  expect((await person.call(order, { kind: 'partner.service', recipient, fields })).status).toBe(200);
  const terms = (await person.call(erasureTerms, { language: 'en' })).body;
  expect(terms.told).toEqual([expect.stringMatching(/^Fitters/)]);
  expect(terms.kept).toContainEqual(
    expect.objectContaining({ days: 1095, names: ['Requests about your rights'] }),
  );
  await closed(person);
  world.pass(7 * day_ms + 60_000);
  expect(await erase()).toBe(0);
  await expect.poll(() => told, { timeout: 10_000 }).toEqual([{ recipient, email: 'cy@example.org' }]);
  expect(await erase()).toBe(0);
  world.pass(3_660_000);
  expect(await erase()).toBe(1);
  expect(told).toHaveLength(1);
});

test('U.rights E.9 @operation: a request outlives the account, as the law asks, and is found by its address no more than it was', async () => {
  const person = await arrive('di@example.org');
  const text = 'What do you hold?';
  const { id } = (await person.call(ask, { kind: 'access', text, language: 'en' })).body;
  await closed(person);
  world.pass(7 * day_ms + 60_000);
  expect(await erase()).toBe(1);
  const { rows } = await world.kernel.pools.owner.query(
    'select sealed, id from app.request_entry where request = $1',
    [id],
  );
  const place = { owner: `request:${id}`, table: 'app.request_entry', row: rows[0].id };
  expect(await world.kernel.vault.open(rows[0].sealed, place)).toMatchObject({ text });
  const anew = await arrive('di@example.org');
  expect((await anew.call(mine, {})).body.requests).toEqual([]);
});
