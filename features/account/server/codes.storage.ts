import { query, raw, type Use } from '@axent/kernel';
import { sql } from 'kysely';
import type { CodeState, RecipientState } from '../account.ts';

type SignIn = Use<'authentication'>;

export interface StoredCode extends CodeState {
  readonly code: Buffer;
  /** The message that brings it; null: an earlier release sent it. */
  readonly message: string | null;
}

/** What is counted for a recipient, locked until the operation ends: two guesses at once are counted one by one. */
export async function lockRecipient(use: SignIn, recipient: Buffer, now: Date): Promise<RecipientState> {
  await use.change(
    query
      .insertInto('app.sign_in_recipient')
      .values({ recipient, guesses_since: now, sent_since: now })
      .onConflict((conflict) => conflict.doNothing()),
  );
  const [row] = await use.rows(
    query
      .selectFrom('app.sign_in_recipient')
      .select(['guesses', 'guesses_since', 'failures', 'sent', 'sent_since'])
      .where('recipient', '=', recipient)
      .forUpdate(),
  );
  if (row === undefined) throw new Error('The counters of a recipient are not there.');
  return row;
}

/** The code that waits in one browser. */
export async function findCode(use: SignIn, recipient: Buffer, binding: Buffer): Promise<StoredCode | null> {
  const rows = await use.rows(
    query
      .selectFrom('app.sign_in_try')
      .select(['code', 'long', 'sent_at', 'expires_at', 'message'])
      .where('recipient', '=', recipient)
      .where('binding', '=', binding),
  );
  return rows[0] ?? null;
}

export async function storeCode(
  use: SignIn,
  made: StoredCode & { readonly recipient: Buffer; readonly binding: Buffer },
): Promise<void> {
  const { recipient: _, binding: __, ...anew } = made;
  await use.change(
    query
      .insertInto('app.sign_in_try')
      .values(made)
      .onConflict((conflict) => conflict.columns(['recipient', 'binding']).doUpdateSet(anew)),
  );
}

export async function count(use: SignIn, recipient: Buffer, counted: Partial<RecipientState>): Promise<void> {
  await use.change(
    query.updateTable('app.sign_in_recipient').set(counted).where('recipient', '=', recipient),
  );
}

/** What became of the message that brings a code: waiting, slow, refused or gone. */
export async function messageState(use: SignIn, message: string): Promise<string> {
  const rows = await use.rows(raw(sql<{ state: string }>`select kernel.message_state(${message}) as state`));
  return rows[0]?.state ?? 'gone';
}

/** A code that was used is gone, and with it the recipient's others. */
export async function dropCodes(use: SignIn, recipient: Buffer): Promise<void> {
  await use.change(query.deleteFrom('app.sign_in_try').where('recipient', '=', recipient));
}

const hour_ms = 3_600_000;

/** Codes that ran out an hour ago, and recipients of whom nothing is left to count. */
export async function dropExpired(use: SignIn, now: Date): Promise<void> {
  const before = new Date(now.getTime() - hour_ms);
  await use.change(query.deleteFrom('app.sign_in_try').where('expires_at', '<', before));
  await use.change(
    query.deleteFrom('app.sign_in_code').where('expires_at', '<', before).where('failures', '=', 0),
  );
  await use.change(
    query
      .deleteFrom('app.sign_in_recipient')
      .where('failures', '=', 0)
      .where('guesses_since', '<', before)
      .where('sent_since', '<', before),
  );
}
