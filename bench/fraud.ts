import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemError } from '@axent/kernel';
import type { Act } from '../features/fraud/fraud.ts';
import { judging } from '../features/fraud/server/judging.ts';
import { Salts } from '../features/fraud/server/salts.ts';
import { callerAt, chanceOf, counted, fill, openWorld, placeOf, type World } from './fraud.world.ts';

// A million recorded signals in a durable database, and decisions before a code is sent and before signing in by code and by
// password, in every mixture. Each is an operation of its own: transaction, gate, record.

const signals = Number(process.env.BENCH_SIGNALS ?? 1_000_000);
const decisions = Number(process.env.BENCH_DECISIONS ?? 10_000);
const warm_decisions = 2_000;
/** One at a time is what a decision takes; more of them at once wait for the same two cores. */
const at_once = Number(process.env.BENCH_AT_ONCE ?? 1);

function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const spread = (values: readonly number[]) =>
  [0.5, 0.99, 1].map((share) => quantile(values, share).toFixed(3)).join(' / ');

const chance = chanceOf(Number(process.env.BENCH_SEED ?? 1));

function actNow(): Act {
  const drawn = chance();
  if (drawn < 0.6) return 'code';
  return drawn < 0.8 ? 'sign_in' : 'password';
}

/** The operation with its handler timed: from its input to the verdict. */
function timed(decided_ms: number[]) {
  const operation = judging({ salts: new Salts(), limits: { sms_day_ceiling: 20_000 }, prices: {} });
  const handle: typeof operation.handle = async (...words) => {
    const started = performance.now();
    const verdict = await operation.handle(...words);
    decided_ms.push(performance.now() - started);
    return verdict;
  };
  return { ...operation, handle };
}

interface Judged {
  readonly decided_ms: number[];
  readonly guard_ms: number[];
  readonly verdicts: Map<string, number>;
}

/** A statement that reads nothing, on the same login: what the way to the database takes on this machine now. */
async function wayThere({ kernel }: World, times: number): Promise<readonly number[]> {
  const client = await kernel.connect('fraud');
  const taken_ms: number[] = [];
  try {
    for (let n = 0; n < times; n++) {
      const started = performance.now();
      await client.query({ name: 'nothing', text: 'select 1' });
      taken_ms.push(performance.now() - started);
    }
  } finally {
    client.release();
  }
  return taken_ms;
}

async function judgeMany({ system }: World, count: number, workers: number): Promise<Judged> {
  const judged: Judged = { decided_ms: [], guard_ms: [], verdicts: new Map() };
  const operation = timed(judged.decided_ms);
  let left = count;
  const work = async () => {
    while (left > 0) {
      left -= 1;
      const { phone, ...place } = placeOf(chance);
      const started = performance.now();
      const code = await system.runFor(callerAt(place), operation, { act: actNow(), phone }).then(
        () => 'allowed',
        (error) => {
          if (error instanceof ProblemError) return error.code;
          throw error;
        },
      );
      judged.guard_ms.push(performance.now() - started);
      judged.verdicts.set(code, (judged.verdicts.get(code) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return judged;
}

const cache = join(import.meta.dirname, '..', '.cache');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'bench-fraud-'));
try {
  const world = await openWorld(folder);
  const started = performance.now();
  await fill(world, signals, chance);
  const held = await counted(world.kernel.pools.owner);
  console.log(`${held} signals recorded in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  await judgeMany(world, warm_decisions, at_once);
  for (const workers of [4, 16]) {
    const { decided_ms, guard_ms } = await judgeMany(world, Math.ceil(decisions / 4), workers);
    console.log(
      `${workers} at once, p50 / p99 / most: decision ${spread(decided_ms)} ms, whole guard ${spread(guard_ms)} ms`,
    );
  }
  const { decided_ms, guard_ms, verdicts } = await judgeMany(world, decisions, at_once);
  console.log([...verdicts].map(([code, times]) => `${code} ${times}`).join(', '));
  console.log(
    `${at_once} at once, p50 / p99 / most: decision ${spread(decided_ms)} ms, whole guard ${spread(guard_ms)} ms`,
  );
  const way_ms = await wayThere(world, Math.ceil(decisions / 4));
  console.log(`a statement that reads nothing, p50 / p99 / most: ${spread(way_ms)} ms`);
  await world.close();
  const p99_ms = quantile(decided_ms, 0.99);
  console.log(
    `fraud: p99_ms=${p99_ms.toFixed(3)} guard_p99_ms=${quantile(guard_ms, 0.99).toFixed(3)} signals=${held}`,
  );
  if (verdicts.has('internal') || decided_ms.length < decisions) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
