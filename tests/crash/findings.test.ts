import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../world.ts';
import { Customer, settle } from './customer.ts';
import { checkCustomer, checkRecords, type Findings } from './findings.ts';
import { checkLedger, fetchHead } from './ledger.findings.ts';

// What the crash command reports is worth what its checks catch: each loss is planted here and must be found.

let world: World;
let database: pg.Pool;
let customer: Customer;
beforeAll(async () => {
  world = await openWorld();
  database = new pg.Pool({ connectionString: world.database.url });
  customer = new Customer(world.base, 'ada@example.org', '127.0.0.1', true);
  await customer.arrive(['nearby']);
  for (let n = 0; n < 6; n++) await customer.write();
});
afterAll(async () => {
  await database.end();
  await world.close();
});

async function found(): Promise<Findings> {
  const findings: Findings = { lost: [], inconsistent: [] };
  await checkCustomer(customer, database, findings);
  await checkRecords([customer], findings);
  await checkLedger(database, world.kernel.vkey, await fetchHead(world.base), findings);
  return findings;
}

/** Runs the checks while a change stands that no crash may ever leave behind, then takes it back. */
async function foundAfter(change: string, back: string): Promise<Findings> {
  await database.query(change);
  try {
    return await found();
  } finally {
    await database.query(back);
  }
}

test('a series fits with or without the write in doubt, and in no other way', () => {
  const series = () => ({ acknowledged: [true, false], doubt: true });
  expect(settle(series(), [true, false])).toBeNull();
  expect(settle(series(), [true, false, true])).toBeNull();
  expect(settle(series(), [true])).toMatch(/not the same/);
  expect(settle(series(), [false, true])).toMatch(/not the same/);
  expect(settle(series(), [true, false, false])).toMatch(/more than were sent/);
  expect(settle({ acknowledged: [true], doubt: null }, [true, false])).toMatch(/more than were sent/);
});

test('where nothing is lost, nothing is reported', async () => {
  expect(await found()).toEqual({ lost: [], inconsistent: [] });
});

test('a lost opening, a lost correction and a lost record are found', async () => {
  const opening = await foundAfter(
    `create table kept as select * from kernel.opening_change order by at desc limit 1;
     delete from kernel.opening_change where id in (select id from kept)`,
    'insert into kernel.opening_change select * from kept; drop table kept',
  );
  expect(opening.lost.join()).toMatch(/ada@example.org, nearby: \d acknowledged, \d stand/);
  customer.phones.acknowledged.push('+41 44 9999999');
  expect((await found()).lost.join()).toMatch(/corrected to \+41 44 9999999/);
  customer.phones.acknowledged.pop();
  const record = await foundAfter(
    `create table kept as select * from kernel.record order by id desc limit 40;
     delete from kernel.record where id in (select id from kept)`,
    'insert into kernel.record select * from kept; drop table kept',
  );
  expect(record.inconsistent.join()).toMatch(/records of it/);
});

test('a record without its leaf, a leaf twice, one that waits for ever and a log cut back are found', async () => {
  const lonely = await foundAfter(
    `insert into kernel.record (person_id, id, at, leaf_id, sealed)
     values (gen_random_uuid(), gen_random_uuid(), now(), gen_random_uuid(), '')`,
    `delete from kernel.record where sealed = ''`,
  );
  expect(lonely.lost).toEqual(['1 records have no leaf']);
  await world.kernel.sequencer.stop();
  const ledger = async (change: string, back: string, shown = 0) => {
    const findings: Findings = { lost: [], inconsistent: [] };
    await database.query(change);
    const head = { size: shown, root: '' };
    await checkLedger(database, world.kernel.vkey, shown === 0 ? null : head, findings, 100);
    await database.query(back);
    return findings;
  };
  const twice = await ledger(
    `insert into kernel.leaf_group (ids, entries) select ids, '\\x00' from kernel.entry_bundle where index = 0`,
    `delete from kernel.leaf_group where entries = '\\x00'`,
  );
  expect(twice.inconsistent.join()).toMatch(/\d+ leaves stand twice,leaves wait/);
  const another = await ledger(
    `create table kept as select * from kernel.checkpoint; update kernel.checkpoint set root = sha256('another')`,
    'update kernel.checkpoint c set root = kept.root from kept; drop table kept',
  );
  expect(another.inconsistent.join()).toMatch(/root hash/);
  const size = (await fetchHead(world.base))?.size ?? 0;
  expect((await ledger('select 1', 'select 1', size + 1)).lost.join()).toMatch(
    /that it showed before the crash/,
  );
});
