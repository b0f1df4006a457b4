import { type Bytes, concat, encodeText, equal, fromBase64, toBase64 } from './bytes.ts';

/** One use of one person's data, as the ledger commits to it. Names nobody. */
export interface UseRecord {
  readonly purpose: string;
  /** The clause that decided. */
  readonly clause: string;
  /** Sorted, without repeats. */
  readonly categories: readonly string[];
  /** Who acted, by role. */
  readonly role: string;
  /** Hash of the policy in force, lower-case hex. */
  readonly policy: string;
  /** ISO 8601 in UTC with milliseconds. */
  readonly time: string;
  readonly operation: string;
  /** What the gate was asked and what its answers rested on: enough to decide again. Older records lack both. */
  readonly decisions?: readonly Decided[];
  /** Number of the published version in force. */
  readonly version?: number;
  /** The third party that the data was handed to, by its name in the register. */
  readonly recipient?: string;
  /** The matter by which no authorization was needed, by its name. */
  readonly matter?: string;
  /** SHA-256 of the matter's written evidence, lower-case hex. */
  readonly evidence?: string;
}

/** What was asked and allowed on one standing. */
export interface Decided {
  /** `read:contact`, sorted, without repeats. */
  readonly asked: readonly string[];
  /** Version of the notice that was accepted; null: none yet. */
  readonly accepted: number | null;
  /** The functions that let it in → version under which each was opened. */
  readonly openings: Readonly<Record<string, number>>;
  /** The browser asked to be left alone (`Sec-GPC`). */
  readonly gpc: boolean;
}

export const salt_bytes = 32;
export const commitment_bytes = 32;
/** Entries are length-prefixed with 16 bits (C2SP tlog-tiles); more people than this need several leaves. */
export const people_per_leaf_max = Math.floor(65_535 / commitment_bytes);

/** What a person needs besides the path to show their part of an entry. */
export interface Disclosure {
  /** The whole public entry: 32-byte commitments one after the other. */
  readonly entry: Bytes;
  readonly salt: Bytes;
  readonly record: UseRecord;
}

const texts = ['purpose', 'clause', 'role', 'policy', 'time', 'operation'] as const;
/** Only in records that they concern. */
const occasional = ['recipient', 'matter', 'evidence'] as const;

/** Null when the value is not in the one form in which a record is committed. */
export function parseRecord(value: unknown): UseRecord | null {
  if (typeof value !== 'object' || value === null) return null;
  const record = value as UseRecord;
  const extra = occasional.filter((name) => Object.hasOwn(record, name));
  const replayable = Object.hasOwn(record, 'decisions');
  if (Object.keys(record).length !== texts.length + extra.length + (replayable ? 3 : 1)) return null;
  if (![...texts, ...extra].every((name) => isText(record[name]))) return null;
  if (!isSortedList(record.categories)) return null;
  if (replayable && !(isVersion(record.version) && areDecisions(record.decisions))) return null;
  if (!/^[0-9a-f]{64}$/.test(record.policy)) return null;
  return isTime(record.time) ? record : null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.isWellFormed();
}

function isSortedList(list: unknown): boolean {
  if (!Array.isArray(list) || list.length === 0) return false;
  return list.every((one, at) => isText(one) && isAfter(one, list[at - 1]));
}

function isVersion(value: unknown): boolean {
  return Number.isSafeInteger(value);
}

function areDecisions(list: unknown): boolean {
  if (!Array.isArray(list) || list.length === 0) return false;
  return list.every((value: unknown) => {
    const one = value as Decided | null;
    if (typeof one !== 'object' || one === null || Object.keys(one).length !== 4) return false;
    const { asked, accepted, openings, gpc } = one;
    return (
      isSortedList(asked) &&
      (accepted === null || isVersion(accepted)) &&
      typeof gpc === 'boolean' &&
      typeof openings === 'object' &&
      openings !== null &&
      Object.entries(openings).every(([name, opened]) => isText(name) && isVersion(opened))
    );
  });
}

function isAfter(category: string, before: unknown): boolean {
  return before === undefined || (typeof before === 'string' && category > before);
}

function isTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** The bytes whose SHA-256 is the commitment; `text` is `recordJson` of a record. */
export function commitmentInput(salt: Uint8Array, text: string): Bytes {
  if (salt.length !== salt_bytes) throw new TypeError(`a salt has ${salt_bytes} bytes`);
  return concat(salt, encodeText(text));
}

/** The record in canonical JSON: the members stand in the order that RFC 8785 asks for. */
export function recordJson(record: UseRecord): string {
  const { categories, clause, evidence, matter, operation, policy, purpose, recipient, role, time, version } =
    record;
  const decisions = record.decisions?.map(({ accepted, asked, gpc, openings }) => {
    const sorted = Object.entries(openings).sort(([a], [b]) => (a < b ? -1 : 1));
    return { accepted, asked, gpc, openings: Object.fromEntries(sorted) };
  });
  // What is undefined leaves no member behind.
  return JSON.stringify({
    categories,
    clause,
    decisions,
    evidence,
    matter,
    operation,
    policy,
    purpose,
    recipient,
    role,
    time,
    version,
  });
}

/** The bytes of a receipt's `extra` line. */
export function formatDisclosure({ entry, salt, record }: Disclosure): Bytes {
  return encodeText(
    `{"entry":"${toBase64(entry)}","record":${recordJson(record)},"salt":"${toBase64(salt)}"}`,
  );
}

/** Reads an `extra` line; only its one canonical form is accepted, so that no byte of it is free to change. */
export function parseDisclosure(extra: Uint8Array): Disclosure | null {
  let value: { readonly entry?: unknown; readonly salt?: unknown; readonly record?: unknown } | null;
  try {
    value = JSON.parse(new TextDecoder().decode(extra));
  } catch {
    return null;
  }
  if (typeof value?.entry !== 'string' || typeof value.salt !== 'string') return null;
  const entry = fromBase64(value.entry);
  const salt = fromBase64(value.salt);
  const record = parseRecord(value.record);
  if (entry === null || salt?.length !== salt_bytes || record === null) return null;
  if (entry.length === 0 || entry.length % commitment_bytes !== 0) return null;
  const disclosure = { entry, salt, record };
  return equal(formatDisclosure(disclosure), extra) ? disclosure : null;
}

/** True when the commitment is one of the entry's. */
export function isCommitted(entry: Uint8Array, commitment: Uint8Array): boolean {
  for (let at = 0; at < entry.length; at += commitment_bytes) {
    if (commitment.every((byte, offset) => entry[at + offset] === byte)) return true;
  }
  return false;
}
