import type { Carried } from '../operation/use.ts';

export type Channel = 'mail' | 'sms' | 'push';

/** What a carrier gets: the message, and the id under which it recognises one that it gets again. */
export interface Outbound extends Carried {
  /** UUIDv7, the same at every try. */
  readonly id: string;
}

export interface Taken {
  /** The carrier's own name for it, where word of its delivery will follow; else null. */
  readonly reference: string | null;
}

/** Word that came later of a message that was taken. */
export interface Receipt {
  readonly reference: string;
  /** `code` names what went wrong. */
  readonly state: 'delivered' | 'failed';
  readonly code: string;
}

/** One way out of a channel. */
export interface Carrier {
  /** Its name in the settings and on the status page, for example `sms.first`. */
  readonly id: string;
  readonly channel: Channel;
  /**
   * What the register of third parties calls it: nothing leaves through it unless the terms of that entry stand. Left
   * out: it is this machine, or the operator's own.
   */
  readonly outside?: string;
  /** Rejects with a `CarrierFailure` when it was not taken, or nobody knows. */
  readonly carry: (message: Outbound) => Promise<Taken>;
  /** Called once; receipts that come while nobody listens are lost. */
  readonly onReceipt?: (listener: (receipt: Receipt) => void) => void;
  readonly close: () => void | Promise<void>;
}

/**
 * `refused`: not this message, the carrier is well. `final`: nor at another try. `throttled`: not now. `failed`: not
 * taken, the carrier is not well. `unsure`: it may have been taken, the answer never came. `gone`: there is no such
 * address any more.
 */
export type Fault = 'refused' | 'final' | 'throttled' | 'failed' | 'unsure' | 'gone';

export class CarrierFailure extends Error {
  readonly fault: Fault;
  /** For the status page: never an address, never words of the carrier's. */
  readonly code: string;
  /** How long the carrier asks to be left alone, where it says so. */
  readonly wait_ms: number | null;

  constructor(fault: Fault, code: string, wait_ms: number | null = null) {
    super(`${fault}: ${code}`);
    this.name = 'CarrierFailure';
    this.fault = fault;
    this.code = code.slice(0, 60);
    this.wait_ms = wait_ms;
  }
}

/** Any error of a carrier as a failure: its code where it has one, never its words, which may hold the address. */
export function failureOf(error: unknown): CarrierFailure {
  if (error instanceof CarrierFailure) return error;
  const { code, name } = error as { code?: unknown; name?: string };
  return new CarrierFailure('failed', typeof code === 'string' ? code : (name ?? 'unknown'));
}
