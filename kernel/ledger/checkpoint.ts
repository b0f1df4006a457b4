import { type Bytes, fromBase64, parseDecimal, toBase64 } from './bytes.ts';

/** The head of the log. Source: C2SP tlog-checkpoint. */
export interface Checkpoint {
  readonly origin: string;
  /** Number of leaves. */
  readonly size: number;
  /** RFC 6962 root hash at that size, 32 bytes. */
  readonly root: Bytes;
  /** Opaque lines; our own log writes none. */
  readonly extensions: readonly string[];
}

export function formatCheckpoint(origin: string, size: number, root: Uint8Array): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** Reads a note's text, its last newline included; null when it is no checkpoint. */
export function parseCheckpoint(text: string): Checkpoint | null {
  if (!text.endsWith('\n')) return null;
  const [origin = '', size_line = '', root_line = '', ...extensions] = text.slice(0, -1).split('\n');
  const size = parseDecimal(size_line);
  const root = fromBase64(root_line);
  if (origin === '' || size === null || root?.length !== 32 || extensions.includes('')) return null;
  return { origin, size, root, extensions };
}
