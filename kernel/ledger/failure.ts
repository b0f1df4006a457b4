/**
 * `busy`: too much is waiting, try again shortly. `unavailable`: the database did not confirm the leaf in time.
 * `closed`: this process is stopping. `rejected`: the database refuses this very leaf. `corrupt`: what is stored does
 * not fit the signed head, or another key signed it; nothing is signed any more until someone has looked.
 */
export type LedgerFailureCode = 'busy' | 'unavailable' | 'closed' | 'rejected' | 'corrupt';

export class LedgerFailure extends Error {
  override readonly name = 'LedgerFailure';
  readonly code: LedgerFailureCode;

  constructor(code: LedgerFailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
