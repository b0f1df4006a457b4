import { sql } from 'kysely';
import { raw } from '../database/rows.ts';
import type { Context } from '../operation/context.ts';
import { becoming } from '../operation/use.make.ts';
import type { PersonId } from '../vault/identifier.ts';

type SignIn = Context<'authentication'>;

const hashOf = ({ keyedHash }: SignIn, kind: string, value: string) =>
  keyedHash('identifier', `${kind}|${value}`);

/**
 * From here on the operation acts for this person, who was found but is not signed in: what they know and have is
 * looked at, to let them in or not. Records say so, as far as the visitor's own acceptance reaches.
 */
export async function actFor({ use, caller, policy }: SignIn, person: PersonId): Promise<void> {
  await use.rows(raw(sql`select set_config('axent.person', ${person}, true)`));
  const became = use as unknown as { [becoming]: (person: PersonId, accepted: number) => void };
  became[becoming](person, caller.visitor.accepted?.sequence ?? policy.sequence);
}

/** From now on the operation's person is found by this as well. False: it is somebody else's. */
export async function addIdentifier(context: SignIn, kind: string, value: string): Promise<boolean> {
  const hash = hashOf(context, kind, value);
  const [row] = await context.use.rows(
    raw(sql<{ own: boolean }>`select kernel.add_identifier(${hash}, ${kind}) as own`),
  );
  return row?.own === true;
}

/** The person is not found by this any more. False: it is the last by which they are, and stays. */
export async function dropIdentifier(context: SignIn, kind: string, value: string): Promise<boolean> {
  return await drop(context, hashOf(context, kind, value));
}

/**
 * The person is found by none of a kind any more but the one that is kept. False: it is the last by which they are,
 * and stays.
 */
export async function dropIdentifiers(
  context: SignIn,
  kind: string,
  keep: string | null = null,
): Promise<boolean> {
  const kept = keep === null ? null : hashOf(context, kind, keep);
  for (const own of await identifiersOf(context)) {
    if (own.kind !== kind || (kept?.equals(own.hash) ?? false)) continue;
    if (!(await drop(context, own.hash))) return false;
  }
  return true;
}

async function drop({ use }: SignIn, hash: Buffer): Promise<boolean> {
  const [row] = await use.rows(raw(sql<{ gone: boolean }>`select kernel.drop_identifier(${hash}) as gone`));
  return row?.gone === true;
}

async function identifiersOf({ use }: SignIn) {
  return await use.rows(
    raw(sql<{ kind: string; hash: Buffer }>`select kind, hash from kernel.own_identifiers()`),
  );
}

/** By how many of each kind the operation's person is found. */
export async function ownIdentifiers(context: SignIn): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { kind } of await identifiersOf(context)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
