/** Tables of the kernel that a backup leaves out; it reads all others, and nobody else reads any. */
export const notCopied: readonly string[] = [
  'session',
  'message',
  'idempotency',
  'receipt_awaited',
  'message_refused',
  'half_session',
  'message_count',
];

/** Columns of the kernel's tables that every purpose may insert into; nothing else there is theirs. */
export const insertOnly: Readonly<Record<string, readonly string[]>> = {
  leaf_pending: ['id', 'entry'],
  record: ['person_id', 'id', 'at', 'leaf_id', 'sealed'],
  event: ['id', 'name', 'payload'],
  message: ['id', 'person_id', 'message', 'channel', 'sealed', 'next_at'],
};
