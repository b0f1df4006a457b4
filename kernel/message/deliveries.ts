import type { PoolClient } from 'pg';
import type { Vault } from '../vault/vault.ts';
import type { Carrier, Channel, Receipt } from './carrier.ts';
import { Carriers } from './carriers.ts';
import { type DeliveryParts, deliverDue } from './delivery.ts';
import { Lease } from './lease.ts';
import { noteReceipt, tidyReceipts } from './receipts.ts';

interface Delivering {
  readonly asKernel: <R>(work: (client: PoolClient) => Promise<R>) => Promise<R>;
  readonly vault: Vault;
  readonly clock: () => number;
  readonly timeZone: string;
  readonly keyedHash: (label: string, value: string) => Buffer;
}

/** Word of a delivery may overtake the note that its message was taken: it is looked for so often. */
const looks = 4;
const look_again_ms = 1_500;
const receipts_at_most = 10_000;
const tidy_every_ms = 3_000;

interface Waiting {
  readonly carrier: string;
  readonly receipt: Receipt;
  readonly left: number;
  readonly at: number;
}

/** How messages leave this server: the carriers, the lease on what they have taken, and word of what arrived. */
export class Deliveries {
  carriers: Carriers;
  readonly #parts: Delivering;
  readonly #lease: Lease;
  #receipts: Waiting[] = [];
  #tidy_at = 0;
  #reached: DeliveryParts['reached'] = async () => new Set();

  constructor(kernel: Delivering, url: string, onError: (error: Error) => void) {
    this.#parts = {
      asKernel: (work) => kernel.asKernel(work),
      vault: kernel.vault,
      clock: kernel.clock,
      timeZone: kernel.timeZone,
      keyedHash: kernel.keyedHash,
    };
    this.#lease = new Lease(url, onError);
    this.carriers = new Carriers([], () => kernel.clock());
  }

  /**
   * Names the carriers, in order within each channel, and who knows at which browsers persons are reached. Closing the
   * carriers stays with whoever made them.
   */
  use(carriers: readonly Carrier[], reached: DeliveryParts['reached']): void {
    this.#reached = reached;
    this.carriers = new Carriers(carriers, () => this.#parts.clock());
    for (const carrier of carriers)
      carrier.onReceipt?.((receipt) => {
        if (this.#receipts.length < receipts_at_most)
          this.#receipts.push({ carrier: carrier.id, receipt, left: looks, at: 0 });
      });
  }

  /** Delivers what is due on a channel, in batches. */
  deliver(channel: Channel) {
    const { carriers } = this;
    return deliverDue({ ...this.#parts, carriers, lease: this.#lease, reached: this.#reached }, channel);
  }

  /** Notes word of deliveries that came meanwhile, and what no word came of. */
  async noteReceipts(): Promise<void> {
    const now = performance.now();
    const due = this.#receipts.filter(({ at }) => at <= now);
    this.#receipts = this.#receipts.filter(({ at }) => at > now);
    while (due.length > 0) {
      const { carrier, receipt, left } = due[0] as Waiting;
      const known = await noteReceipt(this.#parts, carrier, receipt).catch((error) => {
        // The database is away: this one and those behind it are noted at another time.
        this.#receipts.push(...due);
        throw error;
      });
      due.shift();
      if (!known && left > 1)
        this.#receipts.push({ carrier, receipt, left: left - 1, at: now + look_again_ms });
    }
    if (now < this.#tidy_at) return;
    this.#tidy_at = now + tidy_every_ms;
    await tidyReceipts(this.#parts);
  }

  async close(): Promise<void> {
    await this.#lease.close();
  }
}
