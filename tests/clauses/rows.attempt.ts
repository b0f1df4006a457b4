import pg from 'pg';
import { rolePrefix } from '../world.ts';
import type { Bench } from './check.ts';

interface Tried {
  /** Rows that were seen or added; null: refused by the policy. */
  readonly rows: number | null;
}

interface Statement {
  readonly purpose: string;
  readonly person: string | null;
  readonly table: string;
  readonly text: string;
  readonly values?: readonly unknown[];
  /** The request that the operation holds. */
  readonly holds?: string;
}

const insufficient = '42501';

/** A statement as a purpose's login, for one person, undone afterwards; grants that it lacks are given to it there. */
export async function attempted(
  bench: Bench,
  { purpose, person, table, text, values = [], holds = '' }: Statement,
): Promise<Tried> {
  const client = await bench.world.kernel.pools.owner.connect();
  const role = pg.escapeIdentifier(`${rolePrefix}_${purpose}`);
  try {
    await client.query(`begin; grant select, insert on app.${pg.escapeIdentifier(table)} to ${role}`);
    await client.query(`select set_config('axent.person', $1, true), set_config('axent.request', $2, true)`, [
      person ?? '',
      holds,
    ]);
    await client.query(`set local role ${role}`);
    return { rows: (await client.query(text, [...values])).rowCount };
  } catch (error) {
    if ((error as { code?: string }).code === insufficient) return { rows: null };
    throw error;
  } finally {
    await client.query('rollback');
    client.release();
  }
}
