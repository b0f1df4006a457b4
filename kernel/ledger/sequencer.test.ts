import { generateKeyPairSync } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/database.ts';
import { checkConsistency } from './consistency.ts';
import { logKey } from './key.ts';
import { insertLeaves } from './leaf.ts';
import { type LedgerFixture, type MadeLeaf, makeLeaf, openLedgerFixture, until } from './ledger.fixture.ts';
import { Sequencer, type SequencerOptions } from './sequencer.ts';
import { verifyReceipt } from './verify.ts';
import { LeafWriter, type WriterOptions } from './writer.ts';

let database: TestDatabase;
let ledger: LedgerFixture;
let open: (() => Promise<void>)[] = [];
const errors: Error[] = [];

beforeEach(async () => {
  database = await testDatabase();
  ledger = await openLedgerFixture(database.url);
  errors.length = 0;
});

afterEach(async () => {
  for (const close of open.splice(0)) await close();
  open = [];
  await ledger.close();
  await database.drop();
});

function startSequencer(options: Partial<SequencerOptions> = {}): Sequencer {
  const sequencer = new Sequencer({
    url: ledger.url,
    key: ledger.key,
    interval_ms: 5,
    poll_ms: 20,
    onError: (error) => errors.push(error),
    ...options,
  });
  open.push(() => sequencer.stop());
  return sequencer;
}

function startWriter(options: Partial<WriterOptions> = {}): LeafWriter {
  const writer = new LeafWriter({ url: ledger.url, onError: (error) => errors.push(error), ...options });
  open.push(() => writer.close());
  return writer;
}

const size = async (): Promise<number> => (await ledger.reader.checkpoint())?.size ?? -1;

async function count(table: string): Promise<number> {
  const answer = await ledger.pool.query(`select count(*)::int as count from kernel.${table}`);
  return answer.rows[0].count;
}

async function pending(): Promise<number> {
  const answer = await ledger.pool.query(`select (select count(*) from kernel.leaf_pending) +
    (select coalesce(sum(octet_length(ids) / 16), 0) from kernel.leaf_group) as count`);
  return Number(answer.rows[0].count);
}

async function expectConsistent(): Promise<void> {
  expect(await checkConsistency(ledger.reader, ledger.key.vkey)).toMatchObject({
    ok: true,
    problems: [],
  });
}

async function expectReceipts(leaves: readonly MadeLeaf[]): Promise<void> {
  for (const leaf of leaves) {
    for (const { salt, record } of leaf.parts) {
      const receipt = await ledger.reader.receipt(leaf.id, salt, record);
      if (receipt.state !== 'ready') throw new Error(receipt.state);
      const verdict = await verifyReceipt(receipt.text, ledger.key.vkey);
      expect(verdict).toMatchObject({ ok: true, record, others: leaf.parts.length - 1 });
    }
  }
}

/** A write of its own on its own connection, whose commit comes when it pleases. */
async function writeInTransaction(
  leaf: MadeLeaf,
  delay_ms: number,
  end: 'commit' | 'rollback',
): Promise<void> {
  const client = new pg.Client({ connectionString: ledger.url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(insertLeaves([leaf]));
    await new Promise((resolve) => setTimeout(resolve, delay_ms));
    await client.query(end);
  } finally {
    await client.end();
  }
}

test('many writers at once lose no leaf, late commits included, and a rollback leaves nothing', async () => {
  startSequencer();
  const writer = startWriter();
  const kept: MadeLeaf[] = [];
  const producers = Array.from({ length: 64 }, async (_, producer) => {
    for (let at = 0; at < 25; at++) {
      const leaf = makeLeaf(1 + (producer % 3));
      await writer.append(leaf);
      kept.push(leaf);
    }
  });
  const transactions = Array.from({ length: 12 }, async (_, at) => {
    const leaf = makeLeaf();
    await writeInTransaction(leaf, 20 * at, at % 3 === 0 ? 'rollback' : 'commit');
    if (at % 3 !== 0) kept.push(leaf);
  });
  await Promise.all([...producers, ...transactions]);
  await until(async () => (await size()) === kept.length);
  expect(kept).toHaveLength(64 * 25 + 8);
  expect(await pending()).toBe(0);
  for (const { id } of kept) expect(await ledger.reader.indexOf(id)).not.toBeNull();
  expect(await count('record')).toBe(kept.reduce((sum, leaf) => sum + leaf.records.length, 0));
  await expectConsistent();
  await expectReceipts(kept.filter((_, at) => at % 40 === 0));
  expect(errors).toEqual([]);
});

test('a leaf is pending until it is in the tree, and unknown if it never was', async () => {
  const writer = startWriter();
  const leaf = makeLeaf();
  const [part] = leaf.parts;
  if (part === undefined) throw new Error('no part');
  expect(await ledger.reader.receipt(leaf.id, part.salt, part.record)).toEqual({ state: 'unknown' });
  await writer.append(leaf);
  expect(await ledger.reader.receipt(leaf.id, part.salt, part.record)).toEqual({ state: 'pending' });
  startSequencer();
  await until(async () => (await size()) === 1);
  await expectReceipts([leaf]);
});

test('the log goes on where it ended, over many starts and full tiles', async () => {
  const writer = startWriter();
  const leaves: MadeLeaf[] = [];
  for (const many of [1, 254, 1, 1, 300, 211]) {
    const batch = Array.from({ length: many }, () => makeLeaf());
    await Promise.all(batch.map((leaf) => writer.append(leaf)));
    leaves.push(...batch);
    const sequencer = startSequencer({ batch_max: 100 });
    await until(async () => (await size()) === leaves.length);
    await sequencer.stop();
    expect(sequencer.state).toBe('stopped');
  }
  await expectConsistent();
  await expectReceipts([0, 254, 255, 256, 511, 512, 767].flatMap((at) => leaves[at] ?? []));
  // Every width for which there once was a head is still served, as a part of what is there now.
  expect((await ledger.reader.tile(0, 0, 255))?.length).toBe(255 * 32);
  expect((await ledger.reader.entries(2, 45))?.length).toBe(45 * 34);
  expect(await ledger.reader.tile(0, 3, 1)).toBeNull();
});

test('a second sequencer stands by and takes over', async () => {
  const first = startSequencer();
  await until(() => first.state === 'leading');
  const second = startSequencer();
  await until(() => second.state === 'standby');
  await startWriter().append(makeLeaf());
  await until(async () => (await size()) === 1);
  await first.stop();
  await until(() => second.state === 'leading');
  await startWriter().append(makeLeaf());
  await until(async () => (await size()) === 2);
  await expectConsistent();
});

test('broken connections lose no acknowledged leaf', async () => {
  const sequencer = startSequencer();
  const writer = startWriter({ wait_ms: 2_000 });
  const kept: MadeLeaf[] = [];
  let refused = 0;
  let ended = false;
  const producers = Array.from({ length: 16 }, async () => {
    while (!ended) {
      const leaf = makeLeaf();
      await writer.append(leaf).then(
        () => kept.push(leaf),
        () => refused++,
      );
    }
  });
  const others = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name like 'axent ledger%'`;
  for (let break_number = 0; break_number < 5; break_number++) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    await ledger.pool.query(others);
  }
  await until(() => sequencer.state === 'leading');
  ended = true;
  await Promise.all(producers);
  await until(async () => (await pending()) === 0);
  expect(refused).toBeGreaterThan(0);
  for (const { id } of kept) expect(await ledger.reader.indexOf(id)).not.toBeNull();
  expect(await size()).toBeGreaterThanOrEqual(kept.length);
  await expectConsistent();
}, 30_000);

test('a full queue refuses, and what waited is written', async () => {
  const writer = startWriter({ queue_max: 8 });
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => writer.append(makeLeaf())));
  const refused = results.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
  expect(refused).toHaveLength(12);
  for (const { reason } of refused) expect(reason).toMatchObject({ code: 'busy' });
  expect(await pending()).toBe(8);
  const behind = startWriter({ backlog: () => 10, backlog_max: 10 });
  await expect(behind.append(makeLeaf())).rejects.toMatchObject({ code: 'busy' });
});

test('one bad leaf fails alone', async () => {
  const writer = startWriter({ connections: 1 });
  const twin = makeLeaf();
  await writer.append(twin);
  const odd = { ...makeLeaf(), entry: Buffer.alloc(31) };
  const elsewhere = { ...makeLeaf(), records: twin.records };
  const good = Array.from({ length: 5 }, () => makeLeaf());
  const results = await Promise.allSettled([...good, elsewhere, odd].map((leaf) => writer.append(leaf)));
  expect(results.map(({ status }) => status)).toEqual([
    ...good.map(() => 'fulfilled'),
    'rejected',
    'rejected',
  ]);
  expect(results[5]).toMatchObject({ reason: { code: 'rejected' } });
  expect(await pending()).toBe(6);
});

test('without a database leaves wait, then are refused; the end of the process writes what waits', async () => {
  const url = new URL(ledger.url);
  url.pathname = '/there-is-none';
  const nowhere = startWriter({ url: url.href, wait_ms: 150 });
  await expect(nowhere.append(makeLeaf())).rejects.toMatchObject({ code: 'unavailable' });
  const writer = startWriter();
  const last = Array.from({ length: 10 }, () => writer.append(makeLeaf()));
  await until(() => writer.waiting === 0);
  await writer.close();
  await Promise.all(last);
  await expect(writer.append(makeLeaf())).rejects.toMatchObject({ code: 'closed' });
  expect(await pending()).toBe(10);
});

test('a leaf that comes twice does not stop the log', async () => {
  startSequencer();
  const leaf = makeLeaf();
  const writer = startWriter();
  await writer.append(leaf);
  await until(async () => (await size()) === 1);
  await writer.append({ ...leaf, records: [] });
  await writer.append(makeLeaf());
  await until(async () => (await size()) === 3);
  await expectReceipts([leaf]);
  await expectConsistent();
});

test.each([
  [
    'an entry',
    `update kernel.entry_bundle set entries = set_byte(entries, 700, get_byte(entries, 700) # 1)`,
    /root/,
  ],
  ['a tile', `update kernel.tile set hashes = set_byte(hashes, 0, get_byte(hashes, 0) # 1)`, /does not fit/],
  ['a lost tile', `delete from kernel.tile where level = 1`, /missing/],
  ['the head', `update kernel.checkpoint set size = size - 1`, /root|says something else/],
])('the check finds %s that was changed', async (_, change, problem) => {
  const sequencer = startSequencer();
  const writer = startWriter();
  await Promise.all(Array.from({ length: 300 }, () => writer.append(makeLeaf())));
  await until(async () => (await size()) === 300);
  await sequencer.stop();
  await expectConsistent();
  await ledger.pool.query(change);
  const found = await checkConsistency(ledger.reader, ledger.key.vkey);
  expect(found.ok).toBe(false);
  expect(found.problems.join(' ')).toMatch(problem);
});

test('another key, or a changed tile, halts the sequencer; leaves go on being kept', async () => {
  const sequencer = startSequencer();
  const writer = startWriter();
  await writer.append(makeLeaf());
  await until(async () => (await size()) === 1);
  await sequencer.stop();
  const strange = startSequencer({
    key: logKey('ledger.test/log', generateKeyPairSync('ed25519').privateKey),
  });
  await until(() => strange.state === 'halted');
  await ledger.pool.query('update kernel.tile set hashes = set_byte(hashes, 0, get_byte(hashes, 0) # 1)');
  const own = startSequencer();
  await until(() => own.state === 'halted');
  await writer.append(makeLeaf());
  expect(errors.map((error) => (error as Error & { code: string }).code)).toEqual(['corrupt', 'corrupt']);
  expect(await pending()).toBe(1);
  expect(await size()).toBe(1);
});

test('a record changed in the database no longer verifies', async () => {
  startSequencer();
  const leaf = makeLeaf(2);
  await startWriter().append(leaf);
  await until(async () => (await size()) === 1);
  const [part] = leaf.parts;
  if (part === undefined) throw new Error('no part');
  const receipt = await ledger.reader.receipt(leaf.id, part.salt, { ...part.record, purpose: 'improve' });
  expect(receipt.state === 'ready' && (await verifyReceipt(receipt.text, ledger.key.vkey))).toMatchObject({
    ok: false,
    reason: 'commitment',
  });
});
