import { type Connection, statement } from '../database/rows.ts';
import type { Outgoing } from '../operation/parts.ts';
import type { Recorder } from '../operation/recorder.ts';
import { dayOwner } from '../vault/box.ts';
import { uuidv7 } from '../vault/identifier.ts';
import type { Vault } from '../vault/vault.ts';

/** Queues messages in the operation's transaction: address and words in a box, gone once delivered. */
export async function queueMessages(
  vault: Vault,
  clock: () => number,
  client: Connection,
  recorder: Recorder,
  outgoing: readonly Outgoing[],
): Promise<void> {
  const now_ms = clock();
  const ids = outgoing.map(({ content }) => content.id ?? uuidv7(now_ms));
  const sealed = await vault.sealMany(
    'message',
    outgoing.map(({ person, content }, at) => {
      const id = ids[at] as string;
      return { value: content, place: { owner: person ?? ownerOf(id), table: 'kernel.message', row: id } };
    }),
  );
  recorder.messages.push(...ids);
  await client.query(
    statement(
      `insert into kernel.message (id, person_id, message, channel, sealed, next_at)
         select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::bytea[], $6::timestamptz[])`,
      [
        ids,
        outgoing.map(({ person }) => person),
        outgoing.map(({ message }) => message),
        outgoing.map(({ content }) => content.channel ?? 'mail'),
        sealed,
        outgoing.map(({ at }) => new Date(at)),
      ],
    ),
  );
}

/** The owner of the key under which a message to no person in particular is sealed: the day of its UUIDv7. */
export function ownerOf(id: string): string {
  const made_ms = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
  return dayOwner(new Date(made_ms).toISOString().slice(0, 10));
}
