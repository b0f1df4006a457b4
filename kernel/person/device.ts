import { sql } from 'kysely';
import { raw } from '../database/rows.ts';
import type { Kernel } from '../operation/parts.ts';
import type { Use } from '../operation/use.ts';
import { categoryOf, keyOwner } from '../vault/box.ts';
import type { DeviceId } from '../vault/identifier.ts';
import { Shredded } from '../vault/vault.ts';

interface Moved {
  readonly place: string;
  readonly field: string;
  readonly id: string;
  readonly function: string;
  readonly sealed: Buffer;
}

/** Raised after the move, once for each key of the old identifier; whoever handles it shreds the key. */
export const deviceKeyLeft = 'device.key_left';

/**
 * Gives the person's device another identifier: sessions, openings, their history, and what functions collected on
 * it, whose boxes are sealed anew for the new one without anybody reading them. Nothing keeps the old one.
 */
export const deviceRenewal = (kernel: Kernel, use: Use<'rights'>) => async (to: DeviceId) => {
  const from = use.device;
  if (from !== null) await moveDevice(kernel, use, from, to);
};

async function moveDevice(kernel: Kernel, use: Use<'rights'>, from: DeviceId, to: DeviceId): Promise<void> {
  const person = use.person ?? '';
  const held = await use.rows(raw(sql<Moved>`select * from kernel.renew_device(${from}, ${to})`));
  const sealed: Buffer[] = [];
  for (const box of held) {
    const place = (device: DeviceId) => ({
      owner: keyOwner(person, box.function, device),
      table: box.place,
      row: box.id,
    });
    sealed.push(await resealed(kernel, box.sealed, place(from), place(to)));
  }
  const list = (name: 'place' | 'field' | 'id') => held.map((box) => box[name]);
  await use.change(
    raw(sql`select kernel.move_rows(${from}, ${to}, ${list('place')}::text[], ${list('field')}::text[],
      ${list('id')}::uuid[], ${sealed}::bytea[])`),
  );
  for (const name of new Set(held.map((box) => box.function)))
    await use.event(deviceKeyLeft, { owner: keyOwner(person, name, from) });
}

type Place = Parameters<Kernel['vault']['open']>[1];

/** What can no longer be read moves as it is. */
async function resealed({ vault }: Kernel, sealed: Buffer, from: Place, to: Place): Promise<Buffer> {
  try {
    return await vault.seal(categoryOf(sealed), await vault.open(sealed, from), to);
  } catch (error) {
    if (error instanceof Shredded) return sealed;
    throw error;
  }
}

/** When the person's sessions on each device were last used; a device without one is signed out. */
export interface OwnSession {
  readonly device_id: string;
  readonly created_at: Date;
  readonly seen_at: Date;
}

export async function ownSessions(use: Use<'rights'>): Promise<ReadonlyMap<string, OwnSession>> {
  const rows = await use.rows(
    raw(sql<OwnSession>`select device_id, created_at, seen_at from kernel.own_sessions()`),
  );
  return new Map(rows.map((row) => [row.device_id, row]));
}

/** Ends the person's sessions on a device, or (null) on all, but never the one that asks. */
export async function endOwnSessions(
  use: Use<'authentication'>,
  device: string | null,
  asking: Buffer | null,
): Promise<void> {
  await use.change(raw(sql`select kernel.end_own_sessions(${device}::uuid, ${asking})`));
}
