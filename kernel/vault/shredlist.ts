import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { KeyStore } from './keystore.ts';

/**
 * Which keys were shredded and when, in a file that only grows. It lies beside the key store and is part of no backup
 * of the data: whatever a backup brings back, what is listed here after it was taken goes again before anybody reads.
 */

export interface Shredding {
  /** SHA-256 of the key's owner, hex: it says nothing to whoever does not know the owner. */
  readonly owner_hash: string;
  /** ISO 8601. */
  readonly at: string;
}

/** A place in the list: how many lines, and the hash of them all. */
export interface ListMark {
  readonly count: number;
  readonly hash: string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
export const ownerHash = (owner: string): string => sha256(owner);

export function markOf(lines: readonly string[]): ListMark {
  return { count: lines.length, hash: sha256(lines.map((line) => `${line}\n`).join('')) };
}

/** The lines that come after a mark; null when the list is not the one that was marked, or an older copy of it. */
export function linesSince(lines: readonly string[], mark: ListMark): readonly string[] | null {
  const fits = lines.length >= mark.count && markOf(lines.slice(0, mark.count)).hash === mark.hash;
  return fits ? lines.slice(mark.count) : null;
}

export function lineOf(owner: string, now_ms: number): string {
  return `${new Date(now_ms).toISOString()} ${ownerHash(owner)}`;
}

export function parseLine(line: string): Shredding {
  const [at = '', owner_hash = ''] = line.split(' ');
  return { at, owner_hash };
}

export function readLines(path: string): readonly string[] {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : [];
}

export interface ShredList {
  readonly path: string;
  readonly append: (owner: string) => void;
  readonly lines: () => readonly string[];
}

/** Opens the list, or begins it. A line that was cut off by a crash stands for nothing done and is removed. */
export function openShredList(path: string, clock: () => number): ShredList {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
  const text = readFileSync(path, 'utf8');
  const whole = Buffer.byteLength(text.slice(0, text.lastIndexOf('\n') + 1));
  if (whole < Buffer.byteLength(text)) truncateSync(path, whole);
  return {
    path,
    append: (owner) => {
      const file = openSync(path, 'a', 0o600);
      try {
        appendFileSync(file, `${lineOf(owner, clock())}\n`);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    },
    lines: () => readLines(path),
  };
}

/** A key store whose shreddings are listed first: a listed key that is still there is shredded at the next try. */
export function listingShreds<S extends KeyStore>(store: S, list: ShredList): S {
  return {
    ...store,
    shred: (owner: string) => {
      list.append(owner);
      return store.shred(owner);
    },
  };
}
