import type { Caller } from './context.ts';
import { problem } from './problem.ts';

const window_ms = 60_000;
const size = 100_000;

/** Calls per minute by operation and session or address. In memory only: addresses are seen in flight. */
export class Limits {
  readonly #counts = new Map<string, { started: number; calls: number }>();
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Throws `too_many_requests` with the seconds to wait. */
  take(name: string, caller: Caller, per_minute: number): void {
    const now = this.#clock();
    const key = `${name}|${caller.tokenHash?.toString('base64url') ?? caller.address}`;
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
