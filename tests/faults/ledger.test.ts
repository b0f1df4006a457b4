import { contact } from '@axent/account/contract';
import type { Purpose } from '@axent/policy';
import { correct, holdings } from '@axent/privacy/contract';
import { nearest } from '@axent/stores/contract';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { bringContent } from '../../apps/server/content.ts';
import type { Answer, Visitor } from '../visitor.ts';
import { openWorld, rolePrefix, type World } from '../world.ts';

const email = 'unrecorded@example.org';
const berne = { position: { latitude: 46.948, longitude: 7.4474 } };

let world: World;
let person: Visitor;
beforeAll(async () => {
  world = await openWorld();
  await bringContent(world.kernel);
  person = await (await world.visitor().accept()).signIn(email);
  await person.open('nearby');
});
afterEach(() => {
  world.faults.length = 0;
});
afterAll(() => world.close());

const owner = (text: string) => world.kernel.pools.owner.query(text);

/** Takes a right to write to the log away while `work` runs. */
async function without<R>(right: string, login: Purpose | 'kernel', work: () => Promise<R>): Promise<R> {
  await owner(`revoke ${right} from ${rolePrefix}_${login}`);
  try {
    return await work();
  } finally {
    await owner(`grant ${right} to ${rolePrefix}_${login}`);
  }
}

function expectNothingBut(answer: Answer<unknown>, code: string): void {
  expect([answer.status, answer.body.code]).toEqual([503, code]);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.headers.get('retry-after')).not.toBeNull();
  expect(JSON.stringify(answer.body)).not.toMatch(/unrecorded@|Bern|\+41/);
}

test('S.alteration @ledger: a log that takes no more reads lets no value out, and tells the operator why', async () => {
  expect((await person.call(contact, {})).body).toMatchObject({ email });
  await without('insert on kernel.leaf_group', 'kernel', async () => {
    expectNothingBut(await person.call(contact, {}), 'not_recorded');
    expectNothingBut(await person.call(holdings, {}), 'not_recorded');
    expectNothingBut(await person.call(nearest, berne), 'not_recorded');
    const { body } = await person.call(contact, {});
    expect(body.detail).toContain('No use of your data goes without its record');
  });
  expect(world.faults.map((fault) => fault.message)).toContain('The database refuses the leaf.');
  expect((await person.call(contact, {})).body).toMatchObject({ email });
});

test('S.alteration @ledger: a write that cannot be recorded is not made', async () => {
  const held = async () =>
    (await person.call(holdings, {})).body.holdings.find((one) => one.category === 'contact')?.items[0];
  const item = await held();
  const change = { place: item?.place ?? '', id: item?.id ?? '', value: { phone: '+41 44 668 18 00' } };
  await without('insert (id, entry) on kernel.leaf_pending', 'rights', async () => {
    expectNothingBut(await person.call(correct, change), 'not_recorded');
  });
  expect((await held())?.value).toEqual(item?.value);
  expect((await person.call(correct, change)).status).toBe(200);
  expect((await held())?.value.phone).toBe(change.value.phone);
});

test('S.alteration @ledger: a log that does not answer holds the answer back, and then refuses it', async () => {
  const client = await world.kernel.pools.owner.connect();
  try {
    await client.query('begin; lock table kernel.leaf_group in access exclusive mode');
    expectNothingBut(await person.call(contact, {}), 'database_unavailable');
  } finally {
    await client.query('rollback');
    client.release();
  }
  expect((await person.call(contact, {})).body).toMatchObject({ email });
}, 60_000);
