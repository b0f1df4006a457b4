import { normaliseEmail } from './account.ts';

/** A proved address, as it travels: who holds it proved by a code, minutes ago, that they read what is sent there. */

export type ProofHash = (label: string, value: string) => Uint8Array;

export interface ProvedAddress {
  readonly kind: 'email' | 'phone';
  readonly value: string;
}

/** Time to write a request in. */
export const proof_life_s = 1800;

const pattern = /^(email|phone)\|([^|]{3,254})\|(\d{10,16})\|([0-9a-f]{64})$/;

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** @param until Unix milliseconds */
export function makeProof({ kind, value }: ProvedAddress, until: number, hash: ProofHash): string {
  const body = `${kind}|${value}|${until}`;
  return `${body}|${hex(hash('address proof', body))}`;
}

/** Null: it was not made here, or its time is over. */
export function readProof(proof: string, hash: ProofHash, now: Date): ProvedAddress | null {
  const [, kind, value, until, given = ''] = pattern.exec(proof) ?? [];
  if (value === undefined || Number(until) <= now.getTime()) return null;
  const made = hex(hash('address proof', `${kind}|${value}|${until}`));
  // As long for the first letter that differs as for the last.
  let differs = made.length ^ given.length;
  for (let at = 0; at < made.length; at++) differs |= made.charCodeAt(at) ^ given.charCodeAt(at);
  return differs === 0 ? { kind: kind as ProvedAddress['kind'], value } : null;
}

/** An address or number that somebody names, as sign-in knows it, with its country code. Null: neither. */
export function addressOf(text: string): ProvedAddress | null {
  const email = normaliseEmail(text);
  if (email !== null) return { kind: 'email', value: email };
  const number = text.normalize('NFKC').replace(/[\s().-]/g, '');
  return /^\+[1-9]\d{6,14}$/.test(number) ? { kind: 'phone', value: number } : null;
}
