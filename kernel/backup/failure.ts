export type BackupFailureCode =
  | 'no_backup'
  | 'newer'
  | 'wrong_kind'
  | 'wrong_key'
  | 'cut_off'
  | 'damaged'
  | 'disk_full'
  | 'not_offered'
  | 'not_empty'
  | 'no_keys'
  | 'shred_list'
  | 'log_would_fork'
  | 'in_use';

/** Why nothing was backed up or restored, in words that say what to do next. */
export class BackupFailure extends Error {
  override readonly name = 'BackupFailure';
  readonly code: BackupFailureCode;

  constructor(code: BackupFailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
