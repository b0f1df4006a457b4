import type { PoolClient } from 'pg';
import type { EventHandler, Feature } from '../operation/feature.ts';
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
 * fails stays and is tried again at the next round; the others go on. While another server is at it, this one waits
 * for its next round.
 */
export async function dispatchEvents(
  client: PoolClient,
  features: readonly Feature[],
  system: System,
  onError: (name: string, error: Error) => void,
): Promise<number> {
  await client.query('begin');
  const turn = await client.query<{ held: boolean }>(one_at_a_time);
  if (turn.rows[0]?.held !== true) {
    await client.query('rollback');
    return 0;
  }
  const { rows } = await client.query<Row>(
    'select id, name, payload from kernel.event order by id limit $1 for update',
    [batch],
  );
  const done: string[] = [];
  for (const row of rows) {
    const handlers = features.flatMap((feature): EventHandler[] => {
      const handler = feature.events?.[row.name];
      return handler === undefined ? [] : [handler];
    });
    try {
      for (const handle of handlers) await handle(row.payload, system);
      done.push(row.id);
    } catch (error) {
      onError(row.name, error as Error);
    }
  }
  await client.query('delete from kernel.event where id = any($1::uuid[])', [done]);
  await client.query('commit');
  return done.length;
}
