import { box, query, raw, type Sealed, type Use } from '@axent/kernel';
import { sql } from 'kysely';
import { type CodeState, resend_after_s } from '../account.ts';

type SignIn = Use<'authentication'>;

export interface StoredCode extends CodeState {
  readonly code: Buffer | null;
  readonly binding: Buffer;
}

/** The codes of one recipient, locked until the operation ends: two guesses at once are counted one by one. */
export async function lockCode(use: SignIn, recipient: Buffer): Promise<StoredCode | null> {
  const rows = await use.rows(
    query
      .selectFrom('app.sign_in_code')
      .select(['code', 'binding', 'sent_at', 'expires_at', 'guesses', 'guesses_since', 'failures'])
      .where('recipient', '=', recipient)
      .forUpdate(),
  );
  return rows[0] ?? null;
}

/** False when another code went out since `lockCode` looked: there was no row yet that it could have locked. */
export async function storeCode(
  use: SignIn,
  recipient: Buffer,
  made: {
    readonly code: Buffer;
    readonly binding: Buffer;
    readonly sent_at: Date;
    readonly expires_at: Date;
  },
): Promise<boolean> {
  const last = new Date(made.sent_at.getTime() - resend_after_s * 1000);
  const stored = await use.change(
    query
      .insertInto('app.sign_in_code')
      .values({ recipient, ...made, guesses_since: made.sent_at })
      .onConflict((conflict) =>
        conflict.column('recipient').doUpdateSet(made).where('app.sign_in_code.sent_at', '<=', last),
      ),
  );
  return stored > 0;
}

export async function storeGuess(
  use: SignIn,
  recipient: Buffer,
  counted: Pick<CodeState, 'guesses' | 'guesses_since' | 'failures'>,
): Promise<void> {
  await use.change(query.updateTable('app.sign_in_code').set(counted).where('recipient', '=', recipient));
}

/** A code that was used is gone, and the guesses with it. */
export async function dropCode(use: SignIn, recipient: Buffer): Promise<void> {
  await use.change(query.deleteFrom('app.sign_in_code').where('recipient', '=', recipient));
}

/** Whether mail does not leave just now. */
export async function mailWaits(use: SignIn): Promise<boolean> {
  const rows = await use.rows(raw(sql<{ waits: boolean }>`select kernel.mail_waits() as waits`));
  return rows[0]?.waits ?? false;
}

export async function storeContact(
  use: SignIn,
  row: { readonly id: string; readonly person_id: string; readonly sealed: Sealed<'contact'> },
): Promise<void> {
  await use.change(query.insertInto('app.contact').values(row));
}

export async function ownContact(use: SignIn) {
  const rows = await use.rows(
    query
      .selectFrom('app.contact')
      .select(['id', 'person_id', 'sealed'])
      .where('person_id', '=', use.person ?? ''),
  );
  return rows.map((row) => box('app.contact', row, row.sealed))[0] ?? null;
}

export async function storeDevice(
  use: SignIn | Use<'rights'>,
  row: {
    readonly id: string;
    readonly person_id: string;
    readonly sealed: Sealed<'device'>;
    readonly seen_at: Date;
  },
): Promise<void> {
  await use.change(
    query
      .insertInto('app.device')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['person_id', 'id']).doUpdateSet({ sealed: row.sealed, seen_at: row.seen_at }),
      ),
  );
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
