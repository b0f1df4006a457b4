import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { linesSince, markOf, ownerHash, parseLine } from '../vault/shredlist.ts';
import { installation } from '../vault/wrapping.ts';
import { readEnvelope } from './envelope.reader.ts';
import type { Head } from './envelope.ts';
import { BackupFailure } from './failure.ts';
import { type Frame, jsonOf, readFrames } from './frames.ts';
import type { KeysManifest, PackedKey } from './keys.backup.ts';
import type { KeysTarget } from './keys.target.ts';

export interface KeysRestoreOptions {
  readonly path: string;
  readonly key: Buffer;
  /** Where the keys will be; nothing may be there. */
  readonly target: KeysTarget;
  /** Where the ledger's key will lie; one that is there stays. */
  readonly ledger_key_file: string;
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
  readonly put: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

/**
 * Reads a backup of the keys for a new key store, leaving out every key that was shredded since.
 * @throws BackupFailure as `readEnvelope`; `shred_list` when the list is not the one that this backup knew.
 */
export async function readKeys(options: KeysRestoreOptions): Promise<RestoredKeys> {
  const { head, content } = await readEnvelope(options.path, options.key, 'keys');
  const { target } = options;
  try {
    const frames = readFrames(content)[Symbol.asyncIterator]();
    const next = async () => (await frames.next()).value as Frame;
    const manifest = jsonOf<KeysManifest>(await next());
    const then = linesOf(await next());
    const ledger_key = (await next()).content;
    const since = options.shredded === null ? [] : sinceThen(options.shredded, then, head);
    const gone = new Set(since.map((line) => parseLine(line).owner_hash));
    const counted = { keys: 0, shredded: 0 };
    let hasLedgerKey = ledger_key.length > 0;
    for (let one = await next(); one.kind === 'keys'; one = await next()) {
      const rows = jsonOf<readonly PackedKey[]>(one);
      const kept = rows.filter(([owner]) => !gone.has(ownerHash(owner)));
      await target.load(
        kept.map(([owner, category, wrapped]) => ({
          owner,
          category,
          wrapped: Buffer.from(wrapped, 'base64'),
        })),
      );
      hasLedgerKey ||= kept.some(([owner, category]) => owner === installation && category === 'ledger key');
      counted.keys += kept.length;
      counted.shredded += rows.length - kept.length;
    }
    await frames.next(); // after the last frame the end itself is checked
    const lines = options.shredded ?? then;
    return {
      head,
      manifest,
      ...counted,
      hasLedgerKey,
      lines,
      put: async () => {
        putLedgerKey(options.ledger_key_file, ledger_key);
        await target.put(lines);
      },
      discard: target.discard,
    };
  } catch (error) {
    await target.discard();
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

function putLedgerKey(file: string, pem: Buffer): void {
  if (pem.length === 0 || existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, pem, { mode: 0o600, flush: true });
}
