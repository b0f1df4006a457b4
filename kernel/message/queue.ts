import { type Connection, statement } from '../database/rows.ts';
import type { Outgoing } from '../operation/parts.ts';
import type { Recorder } from '../operation/recorder.ts';
import { dayOwner } from '../vault/box.ts';
import { uuidv7 } from '../vault/identifier.ts';
import type { Vault } from '../vault/vault.ts';

/** Queues a message in the operation's transaction: address and words in a box, gone once delivered. */
export async function queueMessage(
  vault: Vault,
  clock: () => number,
  client: Connection,
  recorder: Recorder,
  outgoing: Outgoing,
): Promise<void> {
  const now_ms = clock();
  const id = uuidv7(now_ms);
  const owner = outgoing.person ?? ownerAt(now_ms);
  const sealed = await vault.seal('message', outgoing.content, { owner, table: 'kernel.message', row: id });
  recorder.messages.push(id);
  await client.query(
    statement(
      'insert into kernel.message (id, person_id, message, channel, sealed) values ($1, $2, $3, $4, $5)',
      [id, outgoing.person, outgoing.message, 'mail', sealed],
    ),
  );
}

/** The owner of the key under which what waits for no person in particular is sealed. */
export function ownerAt(now_ms: number): string {
  return dayOwner(new Date(now_ms).toISOString().slice(0, 10));
}
