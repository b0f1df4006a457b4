import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createZstdDecompress } from 'node:zlib';
import {
  type BackupKind,
  checkHead,
  chunk_bytes,
  chunksOf,
  firstWords,
  type Head,
  mac_bytes,
  tag_bytes,
  version,
} from './envelope.ts';
import { BackupFailure } from './failure.ts';

const line_bytes_max = 32;
const head_bytes_max = 64 * 1024;

/** Hands out a file's bytes in the lengths that are asked for. */
class Bytes {
  readonly #pieces: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(pieces: AsyncIterable<Buffer>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** `count` bytes, or fewer at the end. */
  async take(count: number): Promise<Buffer> {
    const parts = [this.#held];
    let size = this.#held.length;
    while (size < count) {
      const next = await this.#pieces.next();
      if (next.done === true) break;
      parts.push(next.value);
      size += next.value.length;
    }
    const all = Buffer.concat(parts);
    this.#held = all.subarray(count);
    return all.subarray(0, count);
  }
}

export interface Opened {
  readonly head: Head;
  /** What was sealed, decompressed. Throws `cut_off` or `damaged` as soon as it shows. */
  readonly content: AsyncIterable<Buffer>;
}

/**
 * Opens a backup and checks its head.
 * @throws BackupFailure `no_backup`, `newer`, `wrong_kind`, `wrong_key`, `cut_off`, `damaged`.
 */
export async function readEnvelope(path: string, key: Buffer, kind: BackupKind): Promise<Opened> {
  const bytes = new Bytes(createReadStream(path, { highWaterMark: chunk_bytes }));
  const { head, covered } = await readHead(bytes, path);
  checkHead(key, head, covered, await bytes.take(mac_bytes));
  if (head.kind !== kind) {
    throw new BackupFailure('wrong_kind', `${path} is a backup of the ${head.kind}, not of the ${kind}.`);
  }
  const opened = Readable.from(opening(bytes, key, head), { objectMode: false });
  return { head, content: decompressed(opened) };
}

async function* decompressed(opened: Readable): AsyncGenerator<Buffer> {
  const decompress = createZstdDecompress();
  opened.on('error', (error) => decompress.destroy(error));
  try {
    for await (const piece of opened.pipe(decompress)) yield piece as Buffer;
  } finally {
    opened.destroy();
  }
}

async function readHead(bytes: Bytes, path: string): Promise<{ head: Head; covered: Buffer }> {
  let first: Buffer;
  try {
    first = await bytes.take(firstWords.length);
  } catch (cause) {
    throw new BackupFailure('no_backup', `${path} cannot be read. Give the path of a backup.`, { cause });
  }
  if (first.toString('latin1') !== firstWords)
    throw new BackupFailure('no_backup', `${path} is no backup of AXENT.`);
  const number: Buffer[] = [];
  for (let byte = await bytes.take(1); byte.length === 1 && byte[0] !== 0x0a; byte = await bytes.take(1)) {
    number.push(byte);
    if (number.length > line_bytes_max) throw new BackupFailure('damaged', `${path} has no readable head.`);
  }
  const said = Number(Buffer.concat(number).toString('latin1'));
  if (said > version) {
    throw new BackupFailure(
      'newer',
      `${path} was made by a newer release (form ${said}; this one reads ${version}). Restore it with that release.`,
    );
  }
  const length = await bytes.take(4);
  const json = length.length < 4 ? length : await bytes.take(Math.min(length.readUInt32BE(), head_bytes_max));
  const covered = Buffer.concat([first, ...number, Buffer.from('\n'), length, json]);
  try {
    return { head: JSON.parse(json.toString()) as Head, covered };
  } catch (cause) {
    throw new BackupFailure('damaged', `The head of ${path} cannot be read. Take another copy of it.`, {
      cause,
    });
  }
}

async function* opening(bytes: Bytes, key: Buffer, head: Head): AsyncGenerator<Buffer> {
  const chunks = chunksOf(key, head);
  let sealed = await bytes.take(chunk_bytes + tag_bytes);
  for (let number = 0; ; number++) {
    const next = await bytes.take(chunk_bytes + tag_bytes);
    const last = next.length === 0;
    const plain = chunks.open(sealed, number, last);
    if (plain === null) throw refusal(chunks.open(sealed, number, !last) !== null && last, head);
    yield plain;
    if (last) return;
    sealed = next;
  }
}

function refusal(more_belongs: boolean, { made_at }: Head): BackupFailure {
  return more_belongs
    ? new BackupFailure(
        'cut_off',
        `The backup of ${made_at} ends too early: a part is missing. Take a whole copy.`,
      )
    : new BackupFailure(
        'damaged',
        `The backup of ${made_at} is cut off or was changed on the way. Take another copy of it.`,
      );
}
