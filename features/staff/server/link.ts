import { createHash, randomBytes } from 'node:crypto';
import { implement, type System } from '@axent/kernel';
import { internal } from '@axent/kernel/operation';
import Type from 'typebox';
import { link_life_s } from '../staff.ts';
import * as storage from './storage.ts';

/** A new secret for a link, and what is stored of it. */
export function newLink(now: Date) {
  const token = randomBytes(32).toString('base64url');
  return { token, token_hash: hashOf(token), expires_at: new Date(now.getTime() + link_life_s * 1000) };
}

export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

const openFirst = implement(
  internal({
    name: 'staff.open_first',
    summary: 'Make the link for the first privacy officer, while there is no staff; earlier links end',
    purpose: 'authentication',
    input: Type.Object({}),
    output: Type.Object({ token: Type.Union([Type.String(), Type.Null()]) }),
  }),
  async ({ use, now }) => {
    if ((await storage.staffCount(use)) > 0) return { token: null };
    await storage.dropEvery(use);
    const { token, token_hash, expires_at } = newLink(now);
    await storage.storeInvitation(use, {
      token_hash,
      role: 'privacy_officer',
      expires_at,
      work_name: null,
      made_by: null,
    });
    return { token };
  },
);

/**
 * The secret of a fresh link for the first privacy officer, to be shown once by whoever starts the server; null as
 * soon as there is a member of staff.
 */
export async function firstLink(system: System): Promise<string | null> {
  return (await system.run(openFirst, {})).token;
}
