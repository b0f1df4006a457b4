import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { openKeyStore } from '../vault/keystore.sqlite.ts';
import { linesSince, markOf, ownerHash, parseLine } from '../vault/shredlist.ts';
import { readEnvelope } from './envelope.reader.ts';
import type { Head } from './envelope.ts';
import { syncFolder } from './envelope.writer.ts';
import { BackupFailure } from './failure.ts';
import { type Frame, jsonOf, readFrames } from './frames.ts';
import type { KeysManifest, PackedKey } from './keys.backup.ts';

export interface KeysRestoreOptions {
  readonly path: string;
  readonly key: Buffer;
  /** Where the key store will lie; nothing may be there. */
  readonly key_store_file: string;
  /** Where the ledger's key will lie; one that is there stays. */
  readonly ledger_key_file: string;
  readonly shred_list_file: string;
  /** The lines of the shred list as it is now; null: it is lost, and the operator said so. */
  readonly shredded: readonly string[] | null;
}

/** Keys that are ready beside their place, to be put there once everything else is. */
export interface RestoredKeys {
  readonly head: Head;
  readonly manifest: KeysManifest;
  readonly keys: number;
  /** Keys that the backup still held and the list says are shredded. */
  readonly shredded: number;
  readonly hasLedgerKey: boolean;
  /** The whole list, which goes on from here. */
  readonly lines: readonly string[];
  readonly put: () => void;
  readonly discard: () => void;
}

/**
 * Reads a backup of the keys into a new key store, leaving out every key that was shredded since.
 * @throws BackupFailure as `readEnvelope`; `shred_list` when the list is not the one that this backup knew.
 */
export async function readKeys(options: KeysRestoreOptions): Promise<RestoredKeys> {
  const { head, content } = await readEnvelope(options.path, options.key, 'keys');
  const unfinished = `${options.key_store_file}.unfinished`;
  mkdirSync(dirname(options.key_store_file), { recursive: true, mode: 0o700 });
  const discard = () => {
    for (const end of ['', '-wal', '-shm']) rmSync(`${unfinished}${end}`, { force: true });
  };
  discard();
  const store = openKeyStore(unfinished);
  let closed = false;
  try {
    const frames = readFrames(content)[Symbol.asyncIterator]();
    const next = async () => (await frames.next()).value as Frame;
    const manifest = jsonOf<KeysManifest>(await next());
    const then = linesOf(await next());
    const ledger_key = (await next()).content;
    const since = options.shredded === null ? [] : sinceThen(options.shredded, then, head);
    const gone = new Set(since.map((line) => parseLine(line).owner_hash));
    const counted = { keys: 0, shredded: 0 };
    for (let one = await next(); one.kind === 'keys'; one = await next()) {
      const rows = jsonOf<readonly PackedKey[]>(one);
      const kept = rows.filter(([owner]) => !gone.has(ownerHash(owner)));
      store.load(
        kept.map(([owner, category, wrapped]) => ({
          owner,
          category,
          wrapped: Buffer.from(wrapped, 'base64'),
        })),
      );
      counted.keys += kept.length;
      counted.shredded += rows.length - kept.length;
    }
    await frames.next(); // after the last frame the end itself is checked
    await store.close();
    closed = true;
    const lines = options.shredded ?? then;
    return {
      head,
      manifest,
      ...counted,
      hasLedgerKey: ledger_key.length > 0,
      lines,
      put: () => put(options, unfinished, lines, ledger_key),
      discard,
    };
  } catch (error) {
    if (!closed) await store.close();
    discard();
    throw error;
  }
}

const linesOf = ({ content }: Frame) => content.toString().split('\n').slice(0, -1);

function sinceThen(now: readonly string[], then: readonly string[], head: Head): readonly string[] {
  const since = linesSince(now, markOf(then));
  if (since !== null) return since;
  throw new BackupFailure(
    'shred_list',
    `This shred list does not go on from the one in the keys' backup of ${head.made_at}: it is older, or of another ` +
      'installation. Give the newest copy with --shredded FILE.',
  );
}

function put(
  options: KeysRestoreOptions,
  unfinished: string,
  lines: readonly string[],
  ledger_key: Buffer,
): void {
  if (ledger_key.length > 0 && !existsSync(options.ledger_key_file)) {
    mkdirSync(dirname(options.ledger_key_file), { recursive: true });
    writeFileSync(options.ledger_key_file, ledger_key, { mode: 0o600, flush: true });
  }
  writeFileSync(options.shred_list_file, lines.map((line) => `${line}\n`).join(''), {
    mode: 0o600,
    flush: true,
  });
  renameSync(unfinished, options.key_store_file);
  syncFolder(dirname(options.key_store_file));
}
