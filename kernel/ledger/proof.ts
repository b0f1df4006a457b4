import { type Bytes, fromBase64, parseDecimal, toBase64 } from './bytes.ts';

/** An inclusion proof that stands by itself. Source: C2SP tlog-proof. */
export interface Proof {
  /** Opaque bytes of the application, not authenticated by the format; null when there are none. */
  readonly extra: Bytes | null;
  /** Zero-based index of the entry. */
  readonly index: number;
  /** 32-byte hashes from the leaf's sibling up to the root's child. */
  readonly path: readonly Bytes[];
  /** The signed checkpoint, as the log issued it. */
  readonly checkpoint: string;
}

const header = 'c2sp.org/tlog-proof@v1';
/** A tree of 2^53 leaves, the largest that a double counts, has no longer path. */
const path_max = 53;

export function formatProof(proof: Proof): string {
  const extra = proof.extra === null ? '' : `extra ${toBase64(proof.extra)}\n`;
  const path = proof.path.map((hash) => `${toBase64(hash)}\n`).join('');
  return `${header}\n${extra}index ${proof.index}\n${path}\n${proof.checkpoint}`;
}

/** Null when the text is not in the form. Nothing is verified yet. */
export function parseProof(text: string): Proof | null {
  const split = text.indexOf('\n\n');
  if (split < 0) return null;
  const lines = text.slice(0, split).split('\n');
  if (lines.shift() !== header) return null;
  let extra: Bytes | null = null;
  if (lines[0]?.startsWith('extra ')) {
    extra = fromBase64(lines.shift()?.slice('extra '.length) ?? '');
    if (extra === null) return null;
  }
  const index_line = lines.shift() ?? '';
  const index = index_line.startsWith('index ') ? parseDecimal(index_line.slice('index '.length)) : null;
  if (index === null || lines.length > path_max) return null;
  const path: Bytes[] = [];
  for (const line of lines) {
    const hash = fromBase64(line);
    if (hash?.length !== 32) return null;
    path.push(hash);
  }
  return { extra, index, path, checkpoint: text.slice(split + 2) };
}
