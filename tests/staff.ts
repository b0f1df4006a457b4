import { randomBytes, randomUUID } from 'node:crypto';
import type { Actor } from '@axent/policy/shape';
import { hashToken } from '../kernel/operation/cookies.ts';
import { uuidv7 } from '../kernel/vault/identifier.ts';
import type { Visitor } from './visitor.ts';
import type { World } from './world.ts';

/** A staff member with a role, signed in, who accepted the notice in force. */
export async function staffMember(world: World, role: Actor): Promise<Visitor> {
  const token = randomBytes(32).toString('base64url');
  const person = uuidv7(Date.now());
  await world.kernel.asKernel(async (client) => {
    await client.query(`insert into kernel.person (id, kind) values ($1, 'staff')`, [person]);
    await client.query('insert into kernel.role (person_id, role) values ($1, $2)', [person, role]);
    await client.query(
      `insert into kernel.session (token_hash, person_id, device_id, idle, ends_at)
       values ($1, $2, $3, '30 minutes', now() + interval '12 hours')`,
      [hashToken(token), person, randomUUID()],
    );
    await client.query(
      `insert into kernel.acceptance (person_id, id, sequence, language, text_hash, settings_hash)
       select $1, $2, sequence, 'en', '', '' from kernel.published`,
      [person, uuidv7(Date.now())],
    );
  });
  const visitor = world.visitor();
  visitor.cookies.set('axent-session', token);
  return visitor;
}
