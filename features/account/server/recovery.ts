import { randomBytes } from 'node:crypto';
import type { Context } from '@axent/kernel';
import { way_changed } from '../contract.ways.ts';
import { normaliseRecovery, recovery_codes, recovery_letters, recoveryCode } from '../recovery.ts';
import * as credentials from './credentials.storage.ts';

type SignIn = Context<'authentication'>;

/** 80 bits each, so a keyed hash keeps them as well as a slow one would. */
const hashOf = ({ keyedHash }: SignIn, code: string) =>
  keyedHash('recovery code', normaliseRecovery(code)).toString('base64');

async function seal({ use }: SignIn, hashes: readonly string[]) {
  const id = use.newId();
  const value = { recovery_codes: JSON.stringify(hashes) };
  return { id, sealed: await use.collect('credentials', value, { table: 'app.credential', id }) };
}

async function keep(context: SignIn, hashes: readonly string[]): Promise<void> {
  const { use, now } = context;
  const { id, sealed } = await seal(context, hashes);
  await credentials.dropKind(use, 'recovery', true);
  await credentials.storeCredential(use, {
    id,
    kind: 'recovery',
    sealed,
    ready: true,
    second: false,
    made_at: now,
  });
}

/** New codes in the place of the earlier ones, as they are shown once. */
export async function keepRecoveryCodes(context: SignIn): Promise<string[]> {
  const codes = Array.from({ length: recovery_codes }, () => recoveryCode(randomBytes(recovery_letters)));
  await keep(
    context,
    codes.map((code) => hashOf(context, code)),
  );
  return codes;
}

async function heldHashes({ use }: SignIn): Promise<string[]> {
  const [row] = await credentials.credentialsOf(use, ['recovery']);
  if (row === undefined) return [];
  return JSON.parse((await use.read(row.box)).recovery_codes ?? '[]') as string[];
}

export async function recoveryCodesLeft(context: SignIn): Promise<number> {
  return (await heldHashes(context)).length;
}

/** Whether it is one of the person's; each counts once, and its owner is told. */
export async function useRecoveryCode(context: SignIn, typed: string): Promise<boolean> {
  if (normaliseRecovery(typed).length !== recovery_letters) return false;
  const hashes = await heldHashes(context);
  const used = hashOf(context, typed);
  if (!hashes.includes(used)) return false;
  await keep(
    context,
    hashes.filter((hash) => hash !== used),
  );
  await context.use.event(way_changed, { person: context.use.person ?? '', what: 'recovery_used' });
  return true;
}
