import { BackupFailure } from './failure.ts';

/** The inner form of a backup: one frame after the other, a byte for its kind, four for its length, its content. */
const kinds = ['manifest', 'table', 'rows', 'end', 'sequences', 'keys', 'file', 'done'] as const;
export type FrameKind = (typeof kinds)[number];

export interface Frame {
  readonly kind: FrameKind;
  readonly content: Buffer;
}

const head_bytes = 5;
/** Nothing that is written comes near it. */
const content_bytes_max = 64 * 1024 * 1024;

export function frame(kind: FrameKind, content: Buffer): Buffer {
  const head = Buffer.alloc(head_bytes);
  head[0] = kinds.indexOf(kind);
  head.writeUInt32BE(content.length, 1);
  return Buffer.concat([head, content]);
}

export const jsonFrame = (kind: FrameKind, value: unknown) => frame(kind, Buffer.from(JSON.stringify(value)));

export const jsonOf = <T>({ content }: Frame) => JSON.parse(content.toString()) as T;

/** @throws BackupFailure `cut_off` when the frames end without `done`. */
export async function* readFrames(pieces: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let held: Buffer = Buffer.alloc(0);
  let done = false;
  for await (const piece of pieces) {
    held = held.length === 0 ? piece : Buffer.concat([held, piece]);
    for (;;) {
      if (held.length < head_bytes) break;
      const length = held.readUInt32BE(1);
      const kind = kinds[held[0] ?? kinds.length];
      if (kind === undefined || length > content_bytes_max)
        throw new BackupFailure('newer', 'This backup holds parts that this release does not know.');
      if (held.length < head_bytes + length) break;
      yield { kind, content: held.subarray(head_bytes, head_bytes + length) };
      done = kind === 'done';
      held = held.subarray(head_bytes + length);
    }
  }
  if (!done || held.length > 0)
    throw new BackupFailure('cut_off', 'This backup does not reach its end. Take a whole copy.');
}
