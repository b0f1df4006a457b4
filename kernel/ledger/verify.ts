import { equal, sha256 } from './bytes.ts';
import { parseCheckpoint } from './checkpoint.ts';
import {
  commitment_bytes,
  commitmentInput,
  type Disclosure,
  isCommitted,
  parseDisclosure,
  recordJson,
  type UseRecord,
} from './commitment.ts';
import { rootOfInclusion } from './inclusion.ts';
import { type NoteKey, parseNote, parseVkey, verifyNote } from './note.ts';
import { type Proof, parseProof } from './proof.ts';

export type { UseRecord } from './commitment.ts';

/** Why a receipt is refused, with a stable code for each. */
export type Refusal = keyof typeof refusals;

export interface Verified {
  readonly ok: true;
  readonly record: UseRecord;
  /** The record's time, ISO 8601. */
  readonly time: string;
  /** Zero-based place of the entry in the log. */
  readonly index: number;
  /** Leaves in the log at the signed checkpoint. */
  readonly size: number;
  /** The log's name. */
  readonly origin: string;
  /** How many other people the same operation concerned. Nothing is known about them. */
  readonly others: number;
}

export interface Refused {
  readonly ok: false;
  readonly reason: Refusal;
  /** One sentence in plain English; screens translate the reason instead. */
  readonly words: string;
}

const refusals = {
  key: "The log's public key is not in the right form. Copy it again from the log's own page.",
  form: 'The file is not a receipt, or it was cut short or changed. Download it again.',
  checkpoint: 'The receipt holds no readable head of the log. It was changed after the log wrote it.',
  log: 'The receipt comes from another log than the one whose key was given.',
  signature: "The log's signature does not fit. The receipt was changed, or another key signed it.",
  inclusion: 'The path does not lead to the signed head: this entry is not at this place in the log.',
  commitment: 'The record is not the one that the log holds. It was changed after it was written.',
  platform: 'This browser cannot check Ed25519 signatures. Use a newer one, or the command.',
} as const;

function refuse(reason: Refusal): Refused {
  return { ok: false, reason, words: refusals[reason] };
}

/**
 * Checks a `.tlog-proof` receipt against the log's public key, with nothing but the two.
 * @param text the file, as it is
 * @param vkey the log's verifier key (C2SP signed-note), got from elsewhere than the receipt
 * @returns what the receipt proves, or why it is refused; never rejects
 */
export async function verifyReceipt(text: string, vkey: string): Promise<Verified | Refused> {
  const key = await parseVkey(vkey);
  if (key === null) return refuse('key');
  const proof = parseProof(text);
  const disclosure = proof?.extra ? parseDisclosure(proof.extra) : null;
  if (proof === null || disclosure === null) return refuse('form');
  return verifyParts(proof, disclosure, key);
}

async function verifyParts(proof: Proof, disclosure: Disclosure, key: NoteKey): Promise<Verified | Refused> {
  const note = parseNote(proof.checkpoint);
  const checkpoint = note === null ? null : parseCheckpoint(note.text);
  if (note === null || checkpoint === null) return refuse('checkpoint');
  if (checkpoint.origin !== key.name) return refuse('log');
  const { entry, salt, record } = disclosure;
  // Independent of each other, and each waits on the platform's threads.
  const [signed, root, commitment] = await Promise.all([
    verifyNote(note, key).catch(() => null),
    rootOfInclusion(proof.index, checkpoint.size, entry, proof.path),
    sha256(commitmentInput(salt, recordJson(record))),
  ]);
  if (signed === null) return refuse('platform');
  if (!signed) return refuse('signature');
  if (root === null || !equal(root, checkpoint.root)) return refuse('inclusion');
  if (!isCommitted(entry, commitment)) return refuse('commitment');
  return {
    ok: true,
    record,
    time: record.time,
    index: proof.index,
    size: checkpoint.size,
    origin: checkpoint.origin,
    others: entry.length / commitment_bytes - 1,
  };
}
