import { randomBytes, randomFillSync, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbedded } from '../kernel/database/embedded.ts';
import { checkConsistency } from '../kernel/ledger/consistency.ts';
import { commitment, entryOf } from '../kernel/ledger/hash.ts';
import type { Leaf } from '../kernel/ledger/leaf.ts';
import { type LedgerFixture, makeLeaf, openLedgerFixture, until } from '../kernel/ledger/ledger.fixture.ts';
import { Sequencer } from '../kernel/ledger/sequencer.ts';
import { LeafWriter } from '../kernel/ledger/writer.ts';
import { checkInBrowser } from './ledger.browser.ts';

// Producers that each await their own durable leaf before the next, with a record of one person, while the tree is
// built meanwhile in the same process. fsync is on; the files lie beside the repository, not in memory.

interface Round {
  readonly producers: number;
  readonly leaves: number;
  readonly leaves_per_s: number;
  readonly wait_p50_ms: number;
  readonly wait_p99_ms: number;
  readonly lag_p50_ms: number;
  readonly lag_p99_ms: number;
  readonly batch_mean: number;
  /** Processor time per leaf, of this process and of the database's (Linux; NaN elsewhere). */
  readonly node_us: number;
  readonly database_us: number;
}

const round_s = Number(process.env.BENCH_SECONDS ?? 6);
const warm_s = 2;

function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** A real commitment per leaf; the box is random bytes, since sealing belongs to the operation. */
function leafMaker(): () => Leaf {
  const template = makeLeaf();
  const [part] = template.parts;
  const [record] = template.records;
  if (part === undefined || record === undefined) throw new Error('the template has no person');
  const boxes = Array.from({ length: 512 }, () => randomBytes(330));
  const people = Array.from({ length: 10_000 }, () => randomUUID());
  const salts = randomBytes(32 * 512);
  let made = 0;
  return () => {
    const now = new Date();
    const from = (made % 512) * 32;
    if (from === 0) randomFillSync(salts);
    const salt = salts.subarray(from, from + 32);
    const entry = entryOf([commitment(salt, { ...part.record, time: now.toISOString() })]);
    const [id, record_id] = [timeOrderedId(now), timeOrderedId(now)];
    const person_id = people[made % people.length] ?? '';
    const sealed = boxes[made++ % boxes.length] ?? Buffer.alloc(0);
    return { id, entry, records: [{ person_id, id: record_id, at: now, sealed }] };
  };
}

function timeOrderedId(now: Date): string {
  const head = now.getTime().toString(16).padStart(12, '0');
  return `${head.slice(0, 8)}-${head.slice(8)}-7${randomUUID().slice(15)}`;
}

/** Processor time of the server and all its processes since they began. */
function databaseTime_us(pid: number): number {
  if (!existsSync('/proc/self/stat')) return Number.NaN;
  let ticks = 0;
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const path = `/proc/${name}/stat`;
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    // After the name in brackets: state, parent, …; own times are the 12th and 13th, those of ended children follow.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const own = Number(name) === pid;
    if (!own && Number(fields[1]) !== pid) continue;
    ticks += fields.slice(11, own ? 15 : 13).reduce((sum, field) => sum + Number(field), 0);
  }
  return ticks * 10_000;
}

async function measure(ledger: LedgerFixture, producers: number, pid: number): Promise<Round> {
  const durable_at = new Map<string, number>();
  const lags: number[] = [];
  const batches: number[] = [];
  const sequencer = new Sequencer({
    url: ledger.url,
    key: ledger.key,
    onIntegrated: ({ ids, count }) => {
      const now = performance.now();
      batches.push(count);
      for (let at = 0; at < ids.length; at += 16) {
        // One in sixteen is followed, by the last digit of its id.
        if (((ids[at + 15] ?? 0) & 15) !== 0) continue;
        const id = ids.toString('hex', at, at + 16);
        const since = durable_at.get(id);
        // A leaf may be in the tree before its producer's turn of the event loop has come.
        lags.push(since === undefined ? 0 : now - since);
        durable_at.delete(id);
      }
    },
    onError: (error) => console.error(error),
  });
  await until(() => sequencer.state === 'leading');
  const writer = new LeafWriter({ url: ledger.url, backlog: () => sequencer.backlog });
  const make = leafMaker();
  const waits: number[] = [];
  const counting_from = performance.now() + warm_s * 1000;
  const ends_at = counting_from + round_s * 1000;
  const before = { node: process.cpuUsage(), database: databaseTime_us(pid) };
  let all = 0;
  await Promise.all(
    Array.from({ length: producers }, async () => {
      for (;;) {
        const started = performance.now();
        if (started >= ends_at) return;
        const leaf = make();
        all++;
        await writer.append(leaf);
        const now = performance.now();
        if (leaf.id.endsWith('0')) durable_at.set(leaf.id.replaceAll('-', ''), now);
        if (started >= counting_from && now < ends_at) waits.push(now - started);
      }
    }),
  );
  await until(async () => (await pending(ledger)) === 0, 30_000);
  const node = process.cpuUsage(before.node);
  const database_us = databaseTime_us(pid) - before.database;
  await Promise.all([writer.close(), sequencer.stop()]);
  const [wait, lag] = [Float64Array.from(waits).sort(), Float64Array.from(lags).sort()];
  return {
    producers,
    leaves: waits.length,
    leaves_per_s: Math.round(waits.length / round_s),
    wait_p50_ms: quantile(wait, 0.5),
    wait_p99_ms: quantile(wait, 0.99),
    lag_p50_ms: quantile(lag, 0.5),
    lag_p99_ms: quantile(lag, 0.99),
    batch_mean: Math.round(batches.reduce((sum, count) => sum + count, 0) / batches.length),
    node_us: (node.user + node.system) / all,
    database_us: database_us / all,
  };
}

async function pending(ledger: LedgerFixture): Promise<number> {
  const answer = await ledger.pool.query(
    `select (select count(*) from kernel.leaf_pending) + (select count(*) from kernel.leaf_group) as count`,
  );
  return Number(answer.rows[0].count);
}

/** A receipt out of the full log that the rounds have left. */
async function oneReceipt(ledger: LedgerFixture): Promise<string> {
  const leaf = makeLeaf();
  const [part] = leaf.parts;
  const sequencer = new Sequencer({ url: ledger.url, key: ledger.key });
  const writer = new LeafWriter({ url: ledger.url });
  await writer.append(leaf);
  await until(async () => (await ledger.reader.indexOf(leaf.id)) !== null);
  await Promise.all([writer.close(), sequencer.stop()]);
  const receipt = part && (await ledger.reader.receipt(leaf.id, part.salt, part.record));
  if (receipt?.state !== 'ready') throw new Error('no receipt');
  return receipt.text;
}

function print(rounds: readonly Round[]): void {
  const shown = rounds.map((round) =>
    Object.fromEntries(Object.entries(round).map(([name, value]) => [name, Math.round(value * 10) / 10])),
  );
  console.table(shown);
}

const cache = join(import.meta.dirname, '..', '.cache');
mkdirSync(cache, { recursive: true });
const directory = mkdtempSync(join(cache, 'bench-ledger-'));
const database = await startEmbedded({ directory: join(directory, 'database'), durable: true });
try {
  const ledger = await openLedgerFixture(database.url('postgres'));
  const rounds: Round[] = [];
  for (const producers of [64, 512]) rounds.push(await measure(ledger, producers, database.pid));
  print(rounds);
  const checked = await checkConsistency(ledger.reader, ledger.key.vkey);
  console.log(
    `check of ${checked.size} leaves afterwards: ${checked.ok ? 'consistent' : checked.problems.join(' ')}`,
  );
  const receipt = await oneReceipt(ledger);
  await ledger.close();
  // Whoever checks a receipt does so on a machine of their own: no database clears up behind them.
  await database.stop();
  const browser = await checkInBrowser(receipt, ledger.key.vkey);
  console.log(
    `check of one receipt in Chromium: first on a fresh page ${browser.first_ms.toFixed(1)} ms, then ` +
      `${browser.again_ms.toFixed(2)} ms (medians); the verifier has ${browser.script_bytes} bytes`,
  );
  const most = rounds.at(-1);
  console.log(
    `ledger: leaves_per_s=${most?.leaves_per_s} lag_p99_ms=${most?.lag_p99_ms.toFixed(1)} ` +
      `browser_ms=${browser.first_ms.toFixed(1)}`,
  );
  if (!checked.ok) process.exitCode = 1;
} finally {
  await database.stop();
  rmSync(directory, { recursive: true, force: true });
}
