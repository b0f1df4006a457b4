import type pg from 'pg';
import { formatCheckpoint } from './checkpoint.ts';
import type { LogKey } from './key.ts';
import type { LedgerReader } from './reader.ts';

/** A log that ended at a restore; see the migration that brings its table. */
export interface FormerLog {
  readonly origin: string;
  readonly vkey: string | null;
  /** Leaves under its newest known head. */
  readonly size: number;
  /** That head, signed. */
  readonly note: string | null;
  /** Leaves that the next log took over from it. */
  readonly kept: number;
  readonly ended_at: Date;
}

/** The oldest first; none in a database from before there were any. */
export async function formerLogs(client: Pick<pg.ClientBase, 'query'>): Promise<readonly FormerLog[]> {
  const there = await client.query<{ there: boolean }>(
    `select to_regclass('kernel.former_log') is not null as there`,
  );
  if (there.rows[0]?.there !== true) return [];
  const { rows } = await client.query<FormerLog & { size: string; kept: string }>(
    'select origin, vkey, size, note, kept, ended_at from kernel.former_log order by ended_at, origin',
  );
  return rows.map((row) => ({ ...row, size: Number(row.size), kept: Number(row.kept) }));
}

/** The name of the log that follows so many: `example.com/ledger`, then `example.com/ledger/2`. */
export function originAfter(first: string, former: number): string {
  return former === 0 ? first : `${first}/${former + 1}`;
}

/** Ends the log of this database and begins the next one with its leaves. Answers how many those are. */
export async function beginNextLog(
  client: pg.ClientBase,
  former: Omit<FormerLog, 'kept'>,
  next: LogKey,
): Promise<number> {
  const { rows } = await client.query<{ size: string; root: Buffer }>(
    'select size, root from kernel.checkpoint',
  );
  const head = rows[0];
  const kept = Number(head?.size ?? 0);
  await client.query(
    `insert into kernel.former_log (origin, vkey, size, note, kept, ended_at) values ($1, $2, $3, $4, $5, $6)`,
    [former.origin, former.vkey, former.size, former.note, kept, former.ended_at],
  );
  if (head !== undefined) {
    await client.query('update kernel.checkpoint set note = $1, at = $2', [
      next.sign(formatCheckpoint(next.origin, kept, head.root)),
      former.ended_at,
    ]);
  }
  return kept;
}

/** As it is served: what whoever holds a receipt needs to know. */
export async function formerText(reader: LedgerReader): Promise<string> {
  const logs = await reader.former();
  return JSON.stringify(
    logs.map(({ origin, vkey, size, note, kept, ended_at }) => ({
      origin,
      vkey,
      size,
      checkpoint: note,
      kept,
      ended_at,
    })),
    null,
    2,
  );
}
