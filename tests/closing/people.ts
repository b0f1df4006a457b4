import { close, list } from '@axent/functions/contract';
import { privacyOver } from '@axent/privacy/server';
import { hashToken } from '../../kernel/operation/cookies.ts';
import { keep, listen } from '../features/voicenotes/contract.ts';
import { placesWithVoice, voicenotes, voicePolicy } from '../features/voicenotes/voicenotes.ts';
import { signedIn } from '../matrix/actors.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World, type WorldOptions } from '../world.ts';

/** The product with voice messages offered and a feature that keeps them. */
export async function voiceWorld(
  on?: World,
  options: Pick<WorldOptions, 'carriers' | 'keyStore'> = {},
): Promise<World> {
  return await openWorld({
    features: [voicenotes, privacyOver(placesWithVoice)],
    compiled: voicePolicy,
    server: { trustedProxies: ['127.0.0.1', '::1', '::ffff:127.0.0.1'] },
    ...(on === undefined ? {} : { on }),
    ...options,
  });
}

/** Someone with a session on a device, whose voice function is open unless said otherwise. */
export async function someone(world: World, open = true): Promise<Visitor> {
  const person = await signedIn(world, null);
  if (open) await person.open('voice');
  return person;
}

export interface Standing {
  readonly person: string;
  readonly device: string;
}

/** Who a visitor is to the database. */
export async function standingOf(world: World, visitor: Visitor): Promise<Standing> {
  const hash = hashToken(visitor.cookies.get('axent-session') ?? '');
  return await world.kernel.asKernel(async (client) => {
    const { rows } = await client.query<Standing>(
      'select person_id as person, device_id as device from kernel.session where token_hash = $1',
      [hash],
    );
    const row = rows[0];
    if (row === undefined) throw new Error('no session');
    return row;
  });
}

/** The same person on another device. */
export async function onAnotherDevice(world: World, visitor: Visitor): Promise<Visitor> {
  const other = await signedIn(world, null);
  const { person } = await standingOf(world, visitor);
  await world.kernel.asKernel((client) =>
    client.query('update kernel.session set person_id = $1 where token_hash = $2', [
      person,
      hashToken(other.cookies.get('axent-session') ?? ''),
    ]),
  );
  return other;
}

export const say = async (visitor: Visitor, sound: string) => await visitor.call(keep, { sound });
export const hear = async (visitor: Visitor) => await visitor.call(listen, {});
export const sounds = async (visitor: Visitor) => (await hear(visitor)).body.notes?.map((note) => note.sound);
export const shut = async (visitor: Visitor, by: 'person' | 'device' = 'person') =>
  await visitor.call(close, { function: 'voice', by });

export async function voiceState(visitor: Visitor) {
  const { functions } = (await visitor.call(list, {})).body;
  return functions.find((one) => one.function === 'voice');
}

/** Rows as a login of one purpose sees them, for a person, with the gate out of the way. */
export async function rowsFor(world: World, purpose: 'support' | 'rights' | 'service', person: string) {
  const client = await world.kernel.connect(purpose);
  try {
    await client.query('begin');
    await client.query(`select set_config('axent.person', $1, true)`, [person]);
    const { rows } = await client.query<{ id: string; device_id: string; open: boolean; sealed: Buffer }>(
      'select id, device_id, open, sealed from app.voice_note order by id',
    );
    await client.query('rollback');
    return rows;
  } finally {
    client.release();
  }
}
