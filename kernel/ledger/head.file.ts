import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import { parseNote } from './note.ts';
import type { LedgerReader } from './reader.ts';

/**
 * The newest head that was published, kept beside the keys and apart from the database: a database that is older than
 * it must not append, or the log would fork and whoever kept a receipt could show it.
 */

export interface KnownHead extends Checkpoint {
  /** The signed note. */
  readonly note: string;
}

/** Reads a signed head; null when it is none. */
export function parseHead(note: string): KnownHead | null {
  const parsed = parseNote(note);
  const checkpoint = parsed === null ? null : parseCheckpoint(parsed.text);
  return checkpoint === null ? null : { ...checkpoint, note };
}

export const readHead = (path: string): KnownHead | null =>
  existsSync(path) ? parseHead(readFileSync(path, 'utf8')) : null;

export function writeHead(path: string, note: string): void {
  const unfinished = `${path}.unfinished`;
  const file = openSync(unfinished, 'w', 0o600);
  try {
    writeSync(file, note);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, path);
}

/** Where the newest head is kept: in a file, or with the keys of several servers. */
export interface HeadKeeping {
  readonly read: () => Promise<KnownHead | null> | KnownHead | null;
  readonly write: (head: KnownHead) => Promise<void> | void;
}

export const headFile = (path: string): HeadKeeping => ({
  read: () => readHead(path),
  write: ({ note }) => writeHead(path, note),
});

/** Writes the database's head down once it has grown. Run about every second while the server runs. */
export function keepingHead(reader: LedgerReader, kept: HeadKeeping): () => Promise<void> {
  let written: string | undefined;
  return async () => {
    const note = (await reader.checkpoint())?.note;
    if (note === undefined) return;
    written ??= (await kept.read())?.note;
    const head = note === written ? null : parseHead(note);
    if (head === null) return;
    await kept.write(head);
    written = note;
  };
}

export type Standing = 'goes_on' | 'would_fork';

/** Whether a log may go on from a head, given the newest one that is known to be published under its name. */
export function standingOf(
  head: Pick<KnownHead, 'size' | 'root'> | null,
  known: KnownHead | null,
  origin: string,
): Standing {
  if (known === null || known.origin !== origin || known.size === 0) return 'goes_on';
  if (head === null || head.size < known.size) return 'would_fork';
  const same = Buffer.from(head.root).equals(Buffer.from(known.root));
  return head.size === known.size && !same ? 'would_fork' : 'goes_on';
}
