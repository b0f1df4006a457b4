import type { RequestFacts } from '@axent/kernel';
import { type Rule, ruleOf } from '../security.ts';

export interface Counted {
  readonly day: string;
  readonly rule: Rule;
  /** In memory alone, until the fingerprint is made. */
  readonly address: string;
  /** A session token's hash that came along: whether it stands for one is asked when it is written down. */
  readonly claims: Buffer | null;
  readonly times: number;
  readonly last_at: Date;
}

/** More addresses in half a minute are counted no more: whatever goes on then shows anyway. */
const counted_at_most = 20_000;

/** Counts what stands out, by address, until the job takes it: addresses are in flight here and stored nowhere. */
export class Signals {
  readonly #clock: () => number;
  #counts = new Map<string, Counted>();

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  note(facts: RequestFacts): void {
    if (facts.known) return;
    const rule = ruleOf(facts);
    if (rule === null) return;
    const last_at = new Date(this.#clock());
    const day = last_at.toISOString().slice(0, 10);
    const { address, claims = null } = facts;
    const key = `${day} ${rule} ${address} ${claims?.toString('hex') ?? ''}`;
    const times = (this.#counts.get(key)?.times ?? 0) + 1;
    if (times === 1 && this.#counts.size >= counted_at_most) return;
    this.#counts.set(key, { day, rule, address, claims, times, last_at });
  }

  /** All that was counted; the counting begins anew. */
  take(): readonly Counted[] {
    const counts = [...this.#counts.values()];
    this.#counts = new Map();
    return counts;
  }
}
