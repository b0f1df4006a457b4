import { box, query, type Sealed, type Use } from '@axent/kernel';

type SignIn = Use<'authentication'>;

export async function storeState(use: SignIn, state: Buffer, expires_at: Date): Promise<void> {
  await use.change(query.insertInto('app.wechat_state').values({ state, expires_at }));
}

/** Of two that come with the same one, the first gets it. */
export async function takeState(use: SignIn, state: Buffer, now: Date): Promise<boolean> {
  const taken = await use.change(
    query.deleteFrom('app.wechat_state').where('state', '=', state).where('expires_at', '>', now),
  );
  return taken > 0;
}

export async function dropOldStates(use: SignIn, now: Date): Promise<void> {
  await use.change(query.deleteFrom('app.wechat_state').where('expires_at', '<', now));
}

/** What is kept of the person's WeChat account, and in which row. */
export async function ownWechat(use: SignIn) {
  const rows = await use.rows(
    query
      .selectFrom('app.wechat')
      .select(['id', 'person_id', 'sealed'])
      .where('person_id', '=', use.person ?? ''),
  );
  return rows.map((row) => box('app.wechat', row, row.sealed))[0] ?? null;
}

export async function storeWechat(
  use: SignIn,
  row: { readonly id: string; readonly person_id: string; readonly sealed: Sealed<'wechat'> },
): Promise<void> {
  const { sealed } = row;
  await use.change(
    query
      .insertInto('app.wechat')
      .values(row)
      .onConflict((conflict) => conflict.columns(['person_id', 'id']).doUpdateSet({ sealed })),
  );
}

export async function dropWechat(use: SignIn): Promise<void> {
  await use.change(query.deleteFrom('app.wechat').where('person_id', '=', use.person ?? ''));
}
