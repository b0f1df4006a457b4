import { raw, type Use } from '@axent/kernel';
import { sql } from 'kysely';

type Service = Use<'service'>;

export interface VersionRow {
  readonly sequence: number;
  readonly revision: string;
  readonly hash: string;
  readonly class: 'first' | 'narrowing' | 'neutral' | 'widening';
  /** JSON list of changes. */
  readonly changes: string;
  readonly published_at: Date;
}

/** Every published version, newest first, 200 at most. */
export async function versionList(use: Service): Promise<VersionRow[]> {
  return await use.rows(raw(sql<VersionRow>`select * from kernel.version_list()`));
}

/** Uses by clause on a day (ISO date), over all people. */
export async function usesOf(use: Service, day: string): Promise<ReadonlyMap<string, number>> {
  const rows = await use.rows(
    raw(sql<{ clause: string; uses: string }>`select clause, uses from kernel.uses_of(${day}::date)`),
  );
  return new Map(rows.map((row) => [row.clause, Number(row.uses)]));
}
