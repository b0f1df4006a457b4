/**
 * Where large things lie: sealed, each under a name that says nothing. Knows neither keys nor what is in them; see
 * `Vault.sealStream`.
 */
export interface MediaStore {
  /** Keeps all of it durably, or nothing; a name that is there already is replaced whole. */
  readonly write: (name: string, sealed: AsyncIterable<Buffer>) => Promise<void>;
  /** @throws MediaMissing */
  readonly read: (name: string) => AsyncIterable<Buffer>;
  /** One that is not there is removed already. */
  readonly remove: (name: string) => Promise<void>;
  /** Everything there is, what was left unfinished included. */
  readonly list: () => AsyncIterable<{ readonly name: string; readonly changed_at: Date }>;
}

export class MediaMissing extends Error {}
