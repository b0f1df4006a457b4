import { type Carrier, CarrierFailure, type Channel, failureOf, type Outbound } from './carrier.ts';
import { afterFault, type Circuit, closed, isResting } from './circuit.ts';

/** What became of a message that was given to the carriers of its channel. */
export type Carriage =
  | {
      readonly done: true;
      readonly carrier: string;
      /** Its entry in the register of third parties; null: it is none. */
      readonly outside: string | null;
      readonly reference: string | null;
    }
  | {
      readonly done: false;
      readonly code: string;
      /** Nobody is at the address any more, or nobody takes the message at any try; null: it is tried again. */
      readonly end: 'gone' | 'refused' | null;
      readonly again_in_ms: number;
    };

/** What a carrier did since it was last asked: no address, no text. */
export interface Tally {
  readonly id: string;
  readonly channel: Channel;
  sent: number;
  failed: number;
  last_error: string | null;
  /** Whether the newest message was taken. */
  well: boolean;
}

/** All carriers rest: looked at again after this at the latest. */
const look_again_ms = 1_000;
/** Longer than any carrier's own limit, and for all of them together: a message is held for longer than that. */
const carry_ms = 75_000;

/** The carriers of every channel, in order. A message goes to the first that is well and takes it. */
export class Carriers {
  readonly #byChannel = new Map<Channel, readonly Carrier[]>();
  readonly #circuits = new Map<string, Circuit>();
  readonly #tallies = new Map<string, Tally>();
  readonly #clock: () => number;
  readonly all: readonly Carrier[];

  constructor(carriers: readonly Carrier[], clock: () => number) {
    this.all = carriers;
    this.#clock = clock;
    if (new Set(carriers.map(({ id }) => id)).size < carriers.length)
      throw new Error('Two carriers have the same name.');
    for (const carrier of carriers)
      this.#byChannel.set(carrier.channel, [...(this.#byChannel.get(carrier.channel) ?? []), carrier]);
  }

  get channels(): ReadonlySet<Channel> {
    return new Set(this.#byChannel.keys());
  }

  /**
   * @param avoid names of carriers that come last for this message: what they took lately did not arrive.
   * @param refused names of carriers that get nothing now, and why.
   */
  async carry(
    channel: Channel,
    message: Outbound,
    avoid: ReadonlySet<string>,
    refused: ReadonlyMap<string, string>,
  ): Promise<Carriage> {
    const all = this.#byChannel.get(channel) ?? [];
    const carriers = all.filter(({ id }) => !refused.has(id));
    const [why = null] = refused.values();
    if (carriers.length === 0 && why !== null) return { done: false, code: why, end: null, again_in_ms: 0 };
    const order = [
      ...carriers.filter(({ id }) => !avoid.has(id)),
      ...carriers.filter(({ id }) => avoid.has(id)),
    ];
    let last: CarrierFailure | null = null;
    let final: CarrierFailure | null = null;
    const until = performance.now() + carry_ms;
    for (const carrier of order) {
      if (isResting(this.#circuitOf(carrier), this.#clock())) continue;
      try {
        const { reference } = await withLimit(carrier.carry(message), until - performance.now());
        this.#circuits.set(carrier.id, closed);
        this.#note(carrier, null);
        return { done: true, carrier: carrier.id, outside: carrier.outside ?? null, reference };
      } catch (error) {
        last = failureOf(error);
        this.#circuits.set(
          carrier.id,
          afterFault(this.#circuitOf(carrier), last.fault, last.wait_ms, this.#clock()),
        );
        this.#note(carrier, last);
        // There is no such address: no other carrier will find one.
        if (last.fault === 'gone') return { done: false, code: last.code, end: 'gone', again_in_ms: 0 };
        if (last.fault === 'final') final = last;
      }
    }
    // Whoever said no for good is not asked once more, and no other took it.
    if (final !== null) return { done: false, code: final.code, end: 'refused', again_in_ms: 0 };
    return {
      done: false,
      code: last?.code ?? 'resting',
      end: null,
      again_in_ms: this.#wait(carriers, last),
    };
  }

  /** What was done since the last call. */
  takeTallies(): Tally[] {
    const tallies = [...this.#tallies.values()];
    this.#tallies.clear();
    return tallies;
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.all.map(async (carrier) => carrier.close()));
  }

  #circuitOf(carrier: Carrier): Circuit {
    return this.#circuits.get(carrier.id) ?? closed;
  }

  /** 0: as long as a retry usually waits; else until the first carrier has rested, if no carrier was tried. */
  #wait(carriers: readonly Carrier[], tried: CarrierFailure | null): number {
    if (tried !== null && tried.fault !== 'throttled') return 0;
    const ends = carriers.map((carrier) => this.#circuitOf(carrier).rests_until);
    return Math.max(look_again_ms / 10, Math.min(look_again_ms, Math.min(...ends) - this.#clock()));
  }

  #note({ id, channel }: Carrier, failure: CarrierFailure | null): void {
    const tally = this.#tallies.get(id) ?? { id, channel, sent: 0, failed: 0, last_error: null, well: true };
    this.#tallies.set(id, tally);
    if (failure === null) {
      tally.sent += 1;
      tally.well = true;
    } else {
      tally.failed += 1;
      tally.last_error = failure.code;
      tally.well = ['refused', 'final', 'gone'].includes(failure.fault);
    }
  }
}

/** Whoever did not answer in time may have taken it. */
async function withLimit<T>(work: Promise<T>, limit_ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CarrierFailure('unsure', 'ETIMEDOUT')), Math.max(1, limit_ms));
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
