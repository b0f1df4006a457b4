import { hash } from 'node:crypto';
import { commitment_bytes, commitmentInput, people_per_leaf_max, type UseRecord } from './commitment.ts';
import { leafInput, nodeInput } from './inclusion.ts';

/** RFC 6962 hashing on the server, where Node's one-shot hash is far faster than WebCrypto. */

export const hash_bytes = 32;

export function leafHash(entry: Uint8Array): Buffer {
  return hash('sha256', leafInput(entry), 'buffer');
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return hash('sha256', nodeInput(left, right), 'buffer');
}

export function emptyRoot(): Buffer {
  return hash('sha256', '', 'buffer');
}

/** The 32-byte commitment to one person's record. Throws a TypeError for a record that breaks its form. */
export function commitment(salt: Uint8Array, record: UseRecord): Buffer {
  return hash('sha256', commitmentInput(salt, record), 'buffer');
}

/** A leaf's public entry. Throws a RangeError for nobody or for more people than one leaf may hold. */
export function entryOf(commitments: readonly Uint8Array[]): Buffer {
  if (commitments.length === 0 || commitments.length > people_per_leaf_max) {
    throw new RangeError(`a leaf concerns 1 to ${people_per_leaf_max} people, not ${commitments.length}`);
  }
  return Buffer.concat(commitments, commitments.length * commitment_bytes);
}
