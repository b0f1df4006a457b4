import { randomBytes } from 'node:crypto';
import { closeSync, createWriteStream, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import { type BackupKind, chunk_bytes, chunksOf, type Head, headBytes, headMac, keyId } from './envelope.ts';
import { BackupFailure } from './failure.ts';

/** Boxes do not compress, ids and texts do: more than the quickest level gains nothing. */
const compression = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

export interface WriteOptions {
  readonly key: Buffer;
  readonly kind: BackupKind;
  readonly now: Date;
  readonly keep_until: Date | null;
}

/**
 * Compresses and seals what `source` gives into a file, which is there whole or not at all: it is written under
 * another name, made durable and renamed.
 * @throws BackupFailure `disk_full`; whatever `source` throws. Nothing is left behind then.
 */
export async function writeEnvelope(
  path: string,
  options: WriteOptions,
  source: AsyncIterable<Buffer>,
): Promise<void> {
  const unfinished = `${path}.unfinished`;
  try {
    await pipeline(
      source,
      createZstdCompress(compression),
      (pieces: AsyncIterable<Buffer>) => sealing(options, pieces),
      createWriteStream(unfinished, { mode: 0o600, flush: true }),
    );
    renameSync(unfinished, path);
    syncFolder(dirname(path));
  } catch (error) {
    rmSync(unfinished, { force: true });
    if (!isFull(error)) throw error;
    throw new BackupFailure(
      'disk_full',
      `There is no room left for ${path}. The unfinished file was removed and nothing else was touched. ` +
        'Make room, or name another folder, and run it again.',
      { cause: error },
    );
  }
}

/** Whether it failed for want of room: a full disk, a quota, a limit on the size of files. */
function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes((error as { code?: string }).code ?? '');
}

async function* sealing(options: WriteOptions, pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const head: Head = {
    kind: options.kind,
    key_id: keyId(options.key),
    salt: randomBytes(32).toString('base64'),
    made_at: options.now.toISOString(),
    keep_until: options.keep_until?.toISOString() ?? null,
  };
  const bytes = headBytes(head);
  const chunks = chunksOf(options.key, head);
  yield Buffer.concat([bytes, headMac(options.key, head, bytes)]);
  let waiting: Buffer[] = [];
  let size = 0;
  let number = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    size += piece.length;
    // More than a chunk, so that something is always left for the last one.
    if (size <= chunk_bytes) continue;
    let rest = Buffer.concat(waiting);
    for (; rest.length > chunk_bytes; rest = rest.subarray(chunk_bytes))
      yield chunks.seal(rest.subarray(0, chunk_bytes), number++, false);
    waiting = [rest];
    size = rest.length;
  }
  yield chunks.seal(Buffer.concat(waiting), number, true);
}

/** A rename is durable once its folder is. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
