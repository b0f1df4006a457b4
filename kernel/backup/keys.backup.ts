import type { KeyKeeping, KeyRow } from '../vault/keystore.ts';
import { markOf } from '../vault/shredlist.ts';
import { writeEnvelope } from './envelope.writer.ts';
import { frame, jsonFrame } from './frames.ts';

/**
 * The backup of the keys: every wrapped key, the shred list, and the key that signs the ledger. It lives for days
 * only: a key that is shredded is still in it until then. Wrapped keys open only with the master key, which is in no
 * backup.
 */

export interface KeysBackupOptions {
  readonly path: string;
  readonly key: Buffer;
  readonly now: Date;
  readonly keep_days: number;
  readonly store: Pick<KeyKeeping, 'page'>;
  /** The lines of the shred list. */
  readonly shredded: readonly string[];
  /** PEM of the ledger's key; null: none was made. */
  readonly ledger_key: Buffer | null;
  /** The newest signed head that is known beside the keys; null: none. */
  readonly ledger_head: string | null;
}

export interface KeysManifest {
  readonly taken_at: string;
  readonly ledger_head: string | null;
}

/** A key in a frame of keys: owner, category, wrapped in base64. */
export type PackedKey = readonly [owner: string, category: string, wrapped: string];

const page_keys = 5_000;
const day_ms = 86_400_000;

/** Answers how many keys were written. Keys that are shredded meanwhile are listed after its copy of the list. */
export async function backUpKeys(options: KeysBackupOptions): Promise<number> {
  let keys = 0;
  await writeEnvelope(
    options.path,
    {
      key: options.key,
      kind: 'keys',
      now: options.now,
      keep_until: new Date(options.now.getTime() + options.keep_days * day_ms),
    },
    (async function* () {
      const manifest: KeysManifest = {
        taken_at: options.now.toISOString(),
        ledger_head: options.ledger_head,
      };
      yield jsonFrame('manifest', manifest);
      yield frame('file', Buffer.from(options.shredded.map((line) => `${line}\n`).join('')));
      yield frame('file', options.ledger_key ?? Buffer.alloc(0));
      let last: KeyRow | null = null;
      for (;;) {
        const rows: readonly KeyRow[] = await options.store.page(last, page_keys);
        if (rows.length === 0) break;
        const packed = rows.map(
          (row): PackedKey => [row.owner, row.category, row.wrapped.toString('base64')],
        );
        yield jsonFrame('keys', packed);
        keys += rows.length;
        last = rows.at(-1) ?? null;
      }
      yield jsonFrame('done', { keys, shredded: markOf(options.shredded) });
    })(),
  );
  return keys;
}
