/** The ledger on the server: writing, numbering, reading and serving. Screens import `verify.ts` alone. */
export { canonicalJson, type Json } from './canonical.ts';
export { formatCheckpoint } from './checkpoint.ts';
export {
  commitmentInput,
  type Decided,
  parseRecord,
  people_per_leaf_max,
  recordJson,
  salt_bytes,
  type UseRecord,
} from './commitment.ts';
export { type Consistency, checkConsistency } from './consistency.ts';
export { LedgerFailure, type LedgerFailureCode } from './failure.ts';
export { beginNextLog, type FormerLog, formerLogs, originAfter } from './former.ts';
export { commitment, entryOf } from './hash.ts';
export {
  type HeadKeeping,
  headFile,
  type KnownHead,
  keepingHead,
  parseHead,
  readHead,
  standingOf,
  writeHead,
} from './head.file.ts';
export type { Integrated } from './integrate.ts';
export { type LogKey, logKey, newLogKey, openLogKey } from './key.ts';
export { insertLeaves, type Leaf, type LeafRecord, type Statement } from './leaf.ts';
export { type Head, LedgerReader, type ReceiptAnswer, type RunQuery } from './reader.ts';
export { answer, type LedgerAnswer, ledgerRoutes } from './routes.ts';
export { Sequencer, type SequencerOptions, type SequencerState } from './sequencer.ts';
export { type Refused, type Verified, verifyReceipt } from './verify.ts';
export { isRefusal, LeafWriter, type WriterOptions } from './writer.ts';
