import type { Caller, Session } from '@axent/kernel';
import type { FindCountry } from './device.ts';

const day_ms = 86_400_000;
/** Devices that were seen lately; one that is forgotten is written once more. */
const devices_at_most = 20_000;
/** More than these wait only while the database is away. */
const waiting_at_most = 1_000;

interface Seen {
  /** What the browser said of itself, and the country: nothing that is not kept anyway. */
  readonly facts: string;
  readonly until: number;
}

/**
 * What the devices of people said of themselves last, so that it is written when it changes and once a day, and not
 * with every request.
 */
export class Visits {
  readonly #findCountry: FindCountry;
  readonly #clock: () => number;
  readonly #seen = new Map<string, Seen>();
  readonly #waiting = new Map<string, Caller>();

  constructor(findCountry: FindCountry, clock: () => number) {
    this.#findCountry = findCountry;
    this.#clock = clock;
  }

  countryOf(caller: Caller): string | null {
    return this.#findCountry(caller.address);
  }

  /** A request came in a session: if it tells anything new of its device, it waits to be written. */
  note({ person, device }: Pick<Session, 'person' | 'device'>, caller: Caller): void {
    const key = `${person}|${device}`;
    const earlier = this.#seen.get(key);
    const facts = this.#factsOf(caller);
    if (earlier !== undefined && earlier.facts === facts && earlier.until > this.#clock()) return;
    if (this.#waiting.size >= waiting_at_most) return;
    this.#keep(key, facts);
    this.#waiting.set(key, caller);
  }

  /** The same was written just now. */
  written({ person, device }: Pick<Session, 'person' | 'device'>, caller: Caller): void {
    this.#keep(`${person}|${device}`, this.#factsOf(caller));
  }

  /** All that wait; each is given out once. */
  take(): readonly (readonly [key: string, caller: Caller])[] {
    const taken = [...this.#waiting];
    this.#waiting.clear();
    return taken;
  }

  /** It could not be written: the next request from this device notes it again. */
  forget(key: string): void {
    this.#seen.delete(key);
  }

  #factsOf(caller: Caller): string {
    return [caller.userAgent, ...Object.values(caller.clientHints), this.countryOf(caller)].join('\n');
  }

  #keep(key: string, facts: string): void {
    if (this.#seen.size >= devices_at_most) this.#seen.delete(this.#seen.keys().next().value ?? '');
    this.#seen.set(key, { facts, until: this.#clock() + day_ms });
  }
}
