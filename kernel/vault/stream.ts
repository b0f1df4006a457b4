import { createCipheriv, createDecipheriv } from 'node:crypto';

/**
 * Sealing what is too large for one box: AES-256-GCM piece by piece. Each piece is bound to its place and to whether it
 * is the last, so that none can be left out, moved, repeated or cut off.
 */

const chunk_bytes = 64 * 1024;
const tag_bytes = 16;
const prefix_bytes = 7;
/** Begins every sealed stream: what it is, and in which version. */
const magic = Buffer.from('AXM1');

/** Thrown when a stream was changed, cut off or moved. */
export class StreamBroken extends Error {}

/** @param prefix seven random bytes, new for each stream under a key. */
export async function* sealStream(
  key: Buffer,
  source: AsyncIterable<Buffer>,
  associated: Buffer,
  prefix: Buffer,
): AsyncGenerator<Buffer> {
  const head = Buffer.concat([magic, prefix]);
  yield head;
  let number = 0;
  for await (const { piece, last } of regular(source, chunk_bytes)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, number, last));
    cipher.setAAD(Buffer.concat([head, associated]));
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
    number += 1;
  }
}

/** Each piece is given out once it is sure. @throws StreamBroken */
export async function* openStream(
  key: Buffer,
  sealed: AsyncIterable<Buffer>,
  associated: Buffer,
): AsyncGenerator<Buffer> {
  const taken = await takeHead(sealed);
  const { head, rest } = taken;
  if (!head.subarray(0, magic.length).equals(magic)) throw new StreamBroken('This is no sealed stream.');
  let number = 0;
  let ended = false;
  for await (const { piece, last } of regular(rest, chunk_bytes + tag_bytes)) {
    const plain = openPiece(key, piece, nonceOf(head.subarray(magic.length), number, last), [
      head,
      associated,
    ]);
    ended = last;
    number += 1;
    yield plain;
  }
  if (!ended) throw new StreamBroken('The stream has no end.');
}

function openPiece(key: Buffer, piece: Buffer, nonce: Buffer, associated: readonly Buffer[]): Buffer {
  if (piece.length < tag_bytes) throw new StreamBroken('The stream is cut off.');
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tag_bytes });
  decipher.setAAD(Buffer.concat(associated));
  decipher.setAuthTag(piece.subarray(-tag_bytes));
  try {
    return Buffer.concat([decipher.update(piece.subarray(0, -tag_bytes)), decipher.final()]);
  } catch (cause) {
    throw new StreamBroken('The stream was changed, cut off or moved.', { cause });
  }
}

function nonceOf(prefix: Buffer, number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(prefix_bytes + 5);
  prefix.copy(nonce);
  nonce.writeUInt32BE(number, prefix_bytes);
  nonce[prefix_bytes + 4] = last ? 1 : 0;
  return nonce;
}

/** Pieces of one size and a last one, which may be smaller or empty. */
async function* regular(source: AsyncIterable<Buffer>, size: number) {
  let waiting = Buffer.alloc(0);
  for await (const more of source) {
    waiting = Buffer.concat([waiting, more]);
    while (waiting.length > size) {
      yield { piece: waiting.subarray(0, size), last: false };
      waiting = waiting.subarray(size);
    }
  }
  yield { piece: waiting, last: true };
}

async function takeHead(source: AsyncIterable<Buffer>) {
  const pieces = source[Symbol.asyncIterator]();
  let waiting = Buffer.alloc(0);
  while (waiting.length < magic.length + prefix_bytes) {
    const { done, value } = await pieces.next();
    if (done === true) throw new StreamBroken('The stream is cut off.');
    waiting = Buffer.concat([waiting, value]);
  }
  const at = magic.length + prefix_bytes;
  async function* rest(): AsyncGenerator<Buffer> {
    yield waiting.subarray(at);
    for (;;) {
      const { done, value } = await pieces.next();
      if (done === true) return;
      yield value;
    }
  }
  return { head: waiting.subarray(0, at), rest: rest() };
}
