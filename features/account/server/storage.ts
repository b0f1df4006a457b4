import { box, prepared, query, raw, type Sealed, type Use } from '@axent/kernel';
import { sql } from 'kysely';

type SignIn = Use<'authentication'>;

/** Whether messages of a channel do not leave just now. */
export async function channelWaits(use: SignIn, channel: string): Promise<boolean> {
  const rows = await use.rows(raw(sql<{ waits: boolean }>`select kernel.channel_waits(${channel}) as waits`));
  return rows[0]?.waits ?? false;
}

export async function storeContact(
  use: SignIn,
  row: { readonly id: string; readonly person_id: string; readonly sealed: Sealed<'contact'> },
): Promise<void> {
  const { sealed } = row;
  await use.change(
    query
      .insertInto('app.contact')
      .values(row)
      .onConflict((conflict) => conflict.columns(['person_id', 'id']).doUpdateSet({ sealed })),
  );
}

const contactOf = prepared(({ person }: { person: string }) =>
  query.selectFrom('app.contact').select(['id', 'person_id', 'sealed']).where('person_id', '=', person),
);

export async function ownContact(use: SignIn) {
  const rows = await use.rows(contactOf({ person: use.person ?? '' }));
  return rows.map((row) => box('app.contact', row, row.sealed))[0] ?? null;
}

/** True when the person had not signed in on this device before. */
export async function storeDevice(
  use: SignIn | Use<'rights'>,
  row: {
    readonly id: string;
    readonly person_id: string;
    readonly sealed: Sealed<'device'>;
    readonly seen_at: Date;
  },
): Promise<boolean> {
  const { sealed, seen_at } = row;
  const known = await use.change(
    query
      .updateTable('app.device')
      .set({ sealed, seen_at })
      .where('person_id', '=', row.person_id)
      .where('id', '=', row.id),
  );
  if (known > 0) return false;
  await use.change(
    query
      .insertInto('app.device')
      .values(row)
      .onConflict((conflict) => conflict.columns(['person_id', 'id']).doUpdateSet({ sealed, seen_at })),
  );
  return true;
}

export async function ownDevices(use: Use<'rights'>) {
  const rows = await use.rows(
    query
      .selectFrom('app.device')
      .select(['id', 'person_id', 'sealed', 'seen_at'])
      .where('person_id', '=', use.person ?? '')
      .orderBy('seen_at', 'desc')
      .limit(100),
  );
  return rows.map((row) => ({ id: row.id, seen_at: row.seen_at, box: box('app.device', row, row.sealed) }));
}

export async function ownDevice(use: Use<'rights'>, id: string) {
  const rows = await use.rows(
    query
      .selectFrom('app.device')
      .select(['id', 'person_id', 'sealed'])
      .where('person_id', '=', use.person ?? '')
      .where('id', '=', id),
  );
  return rows.map((row) => box('app.device', row, row.sealed))[0] ?? null;
}

export async function dropDevice(use: Use<'rights'>, id: string): Promise<void> {
  await use.change(
    query
      .deleteFrom('app.device')
      .where('person_id', '=', use.person ?? '')
      .where('id', '=', id),
  );
}
