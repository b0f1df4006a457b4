import { hashToken } from '../../kernel/operation/cookies.ts';
import { type MatterRow, matterOf } from '../sharing/matters.ts';
import { type Entry, registered } from '../sharing/register.ts';
import type { Bench } from './check.ts';
import { categories } from './matrix.ts';
import { grounds } from './sharing.matrix.ts';

/** A field of a category that no policy names: the category decides, and the register lists it. */
export const fieldOf = (category: string) => `${category}.probe`;

/** A third party of a kind that the register lets have everything. */
export async function greedy(bench: Bench, kind: string, changed: Partial<Entry> = {}): Promise<string> {
  const fields = categories.map(fieldOf);
  return await registered(bench.world, { kind, fields, ...changed });
}

export async function idOf(bench: Bench, actor: string): Promise<string> {
  const hash = hashToken(bench.as(actor).cookies.get('axent-session') ?? '');
  const { rows } = await bench.world.kernel.pools.owner.query<{ person_id: string }>(
    'select person_id from kernel.session where token_hash = $1',
    [hash],
  );
  return rows[0]?.person_id ?? '';
}

/** A matter about the person of the bench, that stands unless said otherwise. */
export async function matterFor(bench: Bench, changed: Partial<MatterRow> = {}): Promise<string> {
  const basis = grounds[changed.ground ?? 'E.3']?.bases[0] ?? 'GDPR Art. 6(1)(c)';
  return (await matterOf(bench.world, [bench.as('person')], { basis, ...changed })).id;
}

/** Runs statements as a purpose's login in the name of somebody, and takes everything back. */
export async function asLogin<R extends object>(
  bench: Bench,
  login: string,
  person: string | null,
  text: string,
  values: readonly unknown[],
): Promise<R[]> {
  const client = await bench.world.kernel.pools.connect(login as never);
  try {
    await client.query('begin');
    if (person !== null) await client.query(`select set_config('axent.person', $1, true)`, [person]);
    return (await client.query<R>(text, [...values])).rows;
  } finally {
    await client.query('rollback');
    client.release();
  }
}
