import { createHash } from 'node:crypto';
import { type Connection, statement } from '../database/rows.ts';
import type { Caller } from './context.ts';
import type { Kernel } from './parts.ts';
import { problem } from './problem.ts';

/** Claims the caller's key in the operation's transaction; a second try of the same write is told so. */
export async function claimKey(
  kernel: Kernel,
  client: Connection,
  name: string,
  caller: Caller,
  input: unknown,
): Promise<void> {
  const owner = caller.tokenHash?.toString('base64url') ?? caller.address;
  const key = kernel.keyedHash('idempotency key', `${name}|${owner}|${caller.idempotencyKey}`);
  const request = kernel.keyedHash(
    'idempotency request',
    createHash('sha256').update(JSON.stringify(input)).digest('hex'),
  );
  try {
    const { rows } = await client.query<{ earlier: string[] | null }>(
      statement('select kernel.idempotent($1, $2) as earlier', [key, request]),
    );
    if (rows[0]?.earlier !== null) throw problem('already_done');
  } catch (error) {
    if ((error as { code?: string }).code === '22023') throw problem('idempotency_key_reused');
    throw error;
  }
}
