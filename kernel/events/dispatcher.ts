import type { PoolClient } from 'pg';
import type { Feature } from '../operation/feature.ts';
import type { System } from '../operation/system.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly payload: Readonly<Record<string, string | number>>;
}

const batch = 100;

/** Two servers that took turns would hand out a later event before an earlier one. */
const one_at_a_time = 'select pg_try_advisory_xact_lock(4216, 1) as held';

/**
 * Hands raised events to their handlers, each in the order it was raised, at least once. An event whose handler
 * fails stays and is tried again at the next round; the others go on. Each is over in a transaction of its own: one
 * that breaks off repeats no other. While another server is at it, this one waits for its next round.
 */
export async function dispatchEvents(
  client: PoolClient,
  features: readonly Feature[],
  system: System,
  onError: (name: string, error: Error) => void,
): Promise<number> {
  let done = 0;
  let after: string | null = first;
  for (let round = 0; round < batch && after !== null; round++) {
    await client.query('begin');
    const handled = await dispatchNext(client, after, features, system, onError);
    await client.query('commit');
    done += handled?.done === true ? 1 : 0;
    after = handled?.id ?? null;
  }
  return done;
}

const first = '00000000-0000-0000-0000-000000000000';

/** Null: there is none after this one, or another server is at it. */
async function dispatchNext(
  client: PoolClient,
  after: string,
  features: readonly Feature[],
  system: System,
  onError: (name: string, error: Error) => void,
): Promise<{ readonly id: string; readonly done: boolean } | null> {
  const turn = await client.query<{ held: boolean }>(one_at_a_time);
  if (turn.rows[0]?.held !== true) return null;
  const { rows } = await client.query<Row>(
    'select id, name, payload from kernel.event where id > $1 order by id limit 1 for update',
    [after],
  );
  const [row] = rows;
  if (row === undefined) return null;
  try {
    for (const feature of features) await feature.events?.[row.name]?.(row.payload, system);
  } catch (error) {
    onError(row.name, error as Error);
    return { id: row.id, done: false };
  }
  await client.query('delete from kernel.event where id = $1', [row.id]);
  return { id: row.id, done: true };
}
