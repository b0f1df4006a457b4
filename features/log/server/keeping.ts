import { implement, type RowId, type System, uuidv7 } from '@axent/kernel';
import { internal } from '@axent/kernel/operation';
import type { LegalArea } from '@axent/policy/shape';
import Type from 'typebox';
import { dayOf, daysFrom, firstKept, retentionDays } from '../log.ts';
import { type LoggedRequest, ofKnown, type RequestLog } from './requests.ts';
import * as storage from './storage.ts';

/** Many at once: each batch is one transaction with one leaf. */
const batch = 2_000;
const writers = 2;
const days_at_once = 50;
/** Days made before they begin, so that none is missing when the job is late by days. */
const days_ahead = 3;
const table = 'app.log_entry';

const write = implement(
  internal({
    purpose: 'service',
    name: 'log.write',
    summary: 'Write requests down; addresses sealed under the key of the day',
    input: Type.Object({ rows: Type.Unsafe<readonly LoggedRequest[]>(Type.Array(Type.Unknown())) }),
    output: Type.Object({}),
  }),
  async ({ use }, { rows }) => {
    use.keep('log');
    const sessions = await storage.knownSessions(
      use,
      rows.flatMap(({ claims }) => claims ?? []),
    );
    const kept = rows.map((one) =>
      one.claims !== null && sessions.has(one.claims.toString('hex')) ? ofKnown(one) : one,
    );
    const dayKnown = daysOnce();
    // By the request's own time, however late it is written: whoever opens an address goes by it.
    const ids = kept.map(({ at }) => uuidv7(at.getTime()));
    const days = kept.map(({ at }) => dayKnown(at));
    const addresses = kept.flatMap(({ address: ip }, n) =>
      ip === null ? [] : [{ value: { ip }, place: { table, id: ids[n] as RowId, day: days[n] as string } }],
    );
    const boxes = (await use.collectMany('log', addresses)).values();
    const sealed = kept.map(({ address }) => (address === null ? null : (boxes.next().value ?? null)));
    await storage.insertRows(use, kept, { ids, days, sealed });
    return {};
  },
);

/** Writes what waits, in batches, until nothing waits. What could not be written waits on. */
export function writing(requests: RequestLog): (system: System) => Promise<void> {
  const made = new Set<string>();
  const writer = async (system: System): Promise<void> => {
    for (let rows = requests.take(batch); rows.length > 0; rows = requests.take(batch)) {
      try {
        await makeDays(system, made, rows);
        await system.run(write, { rows });
      } catch (error) {
        requests.putBack(rows);
        throw error;
      }
    }
  };
  const drain = async (system: System): Promise<void> => {
    // While the database takes one batch, the next one is sealed.
    const done = await Promise.allSettled(Array.from({ length: writers }, () => writer(system)));
    const failed = done.find((one) => one.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  };
  let running: Promise<void> = Promise.resolve();
  return async (system) => {
    // Whoever asks once more, at the end for example, also waits for what is being written already.
    running = running.catch(() => undefined).then(() => drain(system));
    await running;
  };
}

/** Whatever the clock says: a row's day is there before the row, and so are the days after it. */
async function makeDays(system: System, made: Set<string>, rows: readonly LoggedRequest[]): Promise<void> {
  const dayKnown = daysOnce();
  const missing = new Set(rows.map((row) => dayKnown(row.at)).filter((day) => !made.has(day)));
  for (const day of missing) {
    await system.keepDays(table, daysFrom(day, days_ahead + 1));
    made.add(day);
  }
}

/** Almost every row is of the same day as the one before. */
function daysOnce(): (at: Date) => string {
  let [known, from_ms, to_ms] = ['', 0, 0];
  return (at) => {
    const at_ms = at.getTime();
    if (at_ms >= from_ms && at_ms < to_ms) return known;
    known = dayOf(at);
    from_ms = Date.parse(known);
    to_ms = from_ms + 86_400_000;
    return known;
  };
}

/** Ends days that have run out: first their key, then their rows. */
export function forgetting(area: LegalArea): (system: System) => Promise<void> {
  const expired = implement(
    internal({
      purpose: 'service',
      name: 'log.expired',
      summary: 'Days of the log that have run out',
      input: Type.Object({}),
      output: Type.Object({
        days: Type.Array(Type.Object({ day: Type.String(), rows: Type.Integer() })),
        retention_days: Type.Integer(),
      }),
    }),
    async ({ use, policy, now }) => {
      const retention_days = retentionDays(policy.compiled.policy, area);
      const days = await storage.daysBefore(use, firstKept(now, retention_days), days_at_once);
      return { days: [...days], retention_days };
    },
  );
  return async (system) => {
    const { days, retention_days } = await system.run(expired, {});
    for (const { day, rows } of days) {
      await system.shred(`day:${day}`);
      await system.dropDay(table, day);
      await system.run(drop, { day });
      await system.noteDeletion('log', rows, retention_days);
    }
  };
}

const drop = implement(
  internal({
    purpose: 'service',
    name: 'log.drop',
    summary: 'Delete the rows of a day from before there were days, its key being shredded',
    input: Type.Object({ day: Type.String() }),
    output: Type.Object({ rows: Type.Integer() }),
  }),
  async ({ use }, { day }) => ({ rows: await storage.dropOldDay(use, day) }),
);
