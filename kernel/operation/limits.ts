import type { Caller } from './context.ts';
import type { Contract } from './contract.ts';
import { problem } from './problem.ts';

const window_ms = 60_000;
const size = 100_000;
/** Sessions that were found lately; one that is forgotten counts by its address once more. */
const sessions_at_most = 20_000;
/** Where a contract says nothing. */
export const per_minute_default = 600;

/** Calls per minute by operation and session or address. In memory only: addresses are seen in flight. */
export class Limits {
  readonly #counts = new Map<string, { started: number; calls: number }>();
  readonly #sessions = new Set<string>();
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /**
   * Throws `too_many_requests` with the seconds to wait. A session counts for itself once it was found; what visitors
   * may call, and what comes with any other cookie, is counted by address: a cookie costs nothing to make up.
   */
  take(contract: Contract, caller: Caller): void {
    const session = caller.tokenHash?.toString('base64url') ?? '';
    const byAddress = !this.#sessions.has(session) || contract.actors.includes('visitor');
    const who = byAddress ? networkOf(caller.address) : session;
    this.#count(`${contract.name}|${who}`, contract.per_minute ?? per_minute_default);
  }

  /** The caller's session was found: from now on it counts for itself. */
  recognise({ tokenHash }: Caller): void {
    const session = tokenHash?.toString('base64url') ?? '';
    if (this.#sessions.has(session)) return;
    if (this.#sessions.size >= sessions_at_most)
      this.#sessions.delete(this.#sessions.values().next().value ?? '');
    this.#sessions.add(session);
  }

  #count(key: string, per_minute: number): void {
    const now = this.#clock();
    let count = this.#counts.get(key);
    if (count === undefined || now - count.started >= window_ms) {
      if (this.#counts.size >= size) this.#sweep(now);
      count = { started: now, calls: 0 };
      this.#counts.set(key, count);
    }
    count.calls += 1;
    if (count.calls > per_minute) {
      const retry_after_s = Math.ceil((count.started + window_ms - now) / 1000);
      throw problem('too_many_requests', { retry_after_s });
    }
  }

  #sweep(now: number): void {
    for (const [key, count] of this.#counts) if (now - count.started >= window_ms) this.#counts.delete(key);
    if (this.#counts.size >= size) this.#counts.clear();
  }
}

/** One household has one IPv4 address, or a /64 of IPv6 with more addresses than can be counted. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail = ''] = address.split('::');
  const [first, last] = [head, tail].map((part) => part.split(':').filter(Boolean));
  const missing = 8 - (first?.length ?? 0) - (last?.length ?? 0);
  const zeros = address.includes('::') ? Array.from({ length: missing }, () => '0') : [];
  return [...(first ?? []), ...zeros, ...(last ?? [])].slice(0, 4).join(':');
}
