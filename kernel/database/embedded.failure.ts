/** What can go wrong with the embedded database, each with a message that says what to do next. */
export type EmbeddedFailureCode = 'in_use' | 'no_binaries' | 'no_account' | 'not_started' | 'not_stopped';

export class EmbeddedFailure extends Error {
  readonly code: EmbeddedFailureCode;

  constructor(code: EmbeddedFailureCode, message: string) {
    super(message);
    this.name = 'EmbeddedFailure';
    this.code = code;
  }
}
