import { box, query, type RowId, type Sealed, type Use } from '@axent/kernel';

type SignIn = Use<'authentication'>;

export type Kind = 'password' | 'passkey' | 'authenticator' | 'recovery';

const columns = ['id', 'person_id', 'kind', 'sealed', 'second', 'made_at', 'used_at', 'last_step'] as const;

export interface NewCredential {
  readonly id: RowId;
  readonly kind: Kind;
  readonly sealed: Sealed<'credentials'>;
  readonly ready: boolean;
  readonly second: boolean;
  readonly made_at: Date;
}

/** What verifies the operation's person, locked where it is about to change. */
export async function credentialsOf(use: SignIn, kinds: readonly Kind[], ready = true) {
  const rows = await use.rows(
    query
      .selectFrom('app.credential')
      .select(columns)
      .where('person_id', '=', use.person ?? '')
      .where('kind', 'in', [...kinds])
      .where('ready', '=', ready)
      .orderBy('id')
      .forUpdate(),
  );
  return rows.map((row) => ({ ...row, box: box('app.credential', row, row.sealed) }));
}

export type Credential = Awaited<ReturnType<typeof credentialsOf>>[number];

/** What is asked for after another way, by kind; recovery codes stand in for it and ask for nothing themselves. */
export async function secondKinds(use: SignIn): Promise<ReadonlySet<string>> {
  const rows = await use.rows(
    query
      .selectFrom('app.credential')
      .select('kind')
      .distinct()
      .where('person_id', '=', use.person ?? '')
      .where('ready', '=', true)
      .where('second', '=', true),
  );
  return new Set(rows.map(({ kind }) => kind));
}

export async function storeCredential(use: SignIn, made: NewCredential): Promise<void> {
  await use.change(query.insertInto('app.credential').values({ ...made, person_id: use.person ?? '' }));
}

export async function changeCredential(
  use: SignIn,
  id: string,
  changed: {
    readonly sealed?: Sealed<'credentials'>;
    readonly ready?: boolean;
    readonly used_at?: Date;
    readonly last_step?: string;
  },
): Promise<void> {
  await use.change(
    query
      .updateTable('app.credential')
      .set(changed)
      .where('person_id', '=', use.person ?? '')
      .where('id', '=', id),
  );
}

export async function setSecond(use: SignIn, kind: Kind, second: boolean): Promise<void> {
  await use.change(
    query
      .updateTable('app.credential')
      .set({ second })
      .where('person_id', '=', use.person ?? '')
      .where('kind', '=', kind),
  );
}

export async function dropCredential(use: SignIn, id: string): Promise<void> {
  await use.change(
    query
      .deleteFrom('app.credential')
      .where('person_id', '=', use.person ?? '')
      .where('id', '=', id),
  );
}

/** @param ready false: only what was never proved */
export async function dropKind(use: SignIn, kind: Kind, ready: boolean): Promise<void> {
  await use.change(
    query
      .deleteFrom('app.credential')
      .where('person_id', '=', use.person ?? '')
      .where('kind', '=', kind)
      .where('ready', '=', ready),
  );
}

export async function hintOf(use: SignIn) {
  const rows = await use.rows(
    query
      .selectFrom('app.password_hint')
      .select(['id', 'person_id', 'sealed'])
      .where('person_id', '=', use.person ?? ''),
  );
  return rows.map((row) => box('app.password_hint', row, row.sealed))[0] ?? null;
}

export async function storeHint(use: SignIn, id: RowId, sealed: Sealed<'hint'>): Promise<void> {
  await use.change(query.insertInto('app.password_hint').values({ id, sealed, person_id: use.person ?? '' }));
}

export async function dropHint(use: SignIn): Promise<void> {
  await use.change(query.deleteFrom('app.password_hint').where('person_id', '=', use.person ?? ''));
}

export async function storeChallenge(
  use: SignIn,
  made: { readonly binding: Buffer; readonly challenge: Buffer; readonly expires_at: Date },
): Promise<void> {
  const { binding: _, ...anew } = made;
  await use.change(
    query
      .insertInto('app.sign_in_challenge')
      .values(made)
      .onConflict((conflict) => conflict.column('binding').doUpdateSet(anew)),
  );
}

/** The challenge of this browser, which is gone with it. */
export async function takeChallenge(use: SignIn, binding: Buffer, now: Date): Promise<Buffer | null> {
  const rows = await use.rows(
    query
      .selectFrom('app.sign_in_challenge')
      .select('challenge')
      .where('binding', '=', binding)
      .where('expires_at', '>', now)
      .forUpdate(),
  );
  await use.change(query.deleteFrom('app.sign_in_challenge').where('binding', '=', binding));
  return rows[0]?.challenge ?? null;
}

export async function dropOldChallenges(use: SignIn, now: Date): Promise<void> {
  await use.change(query.deleteFrom('app.sign_in_challenge').where('expires_at', '<', now));
}
