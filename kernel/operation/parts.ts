import type { Purpose } from '@axent/policy';
import type { LegalArea } from '@axent/policy/shape';
import type { PoolClient } from 'pg';
import type { Connection } from '../database/rows.ts';
import type { PublishedPolicy } from '../gate/published.ts';
import type { ReceiptAnswer, UseRecord } from '../ledger/ledger.ts';
import type { MediaStore } from '../media/media.ts';
import type { Channel } from '../message/carrier.ts';
import type { PersonId } from '../vault/identifier.ts';
import type { Vault } from '../vault/vault.ts';
import type { Entrance } from './entrance.ts';
import type { Foresight } from './foresight.ts';
import type { Leaf, Recorder } from './recorder.ts';
import type { Carried } from './use.ts';
import type { Watch } from './watch.ts';

/** The published versions, cached by hash. */
export interface Policies {
  readonly at: (sequence: number, hash: string) => Promise<PublishedPolicy>;
  /** Forgets what is cached; the next operation loads it again. */
  readonly forget: () => void;
}

/** What the ledger does for operations. */
interface LeafSink {
  /** Resolves when the leaf and its records are durable. Rejects with `busy` when the queue is full. */
  readonly append: (leaf: Leaf) => Promise<void>;
  /** Inserts the leaf and its records in the caller's transaction. */
  readonly insert: (client: Connection, leaf: Leaf) => Promise<void>;
}

export interface Outgoing {
  readonly message: string;
  readonly person: PersonId | null;
  readonly content: Carried;
  /** Not before then, in Unix milliseconds. */
  readonly at: number;
}

/** The parts that running operations stands on. */
export interface Kernel {
  /** The legal area that this deployment serves. */
  readonly area: LegalArea;
  readonly connect: (purpose: Purpose) => Promise<PoolClient>;
  readonly vault: Vault;
  readonly media: MediaStore;
  readonly policies: Policies;
  readonly foresight: Foresight;
  readonly entrance: Entrance;
  readonly ledger: LeafSink;
  readonly keyedHash: (label: string, value: string) => Buffer;
  readonly clock: () => number;
  readonly queueMessages: (
    client: Connection,
    recorder: Recorder,
    outgoing: readonly Outgoing[],
  ) => Promise<void>;
  /** The channels on which messages can leave. */
  readonly channels: ReadonlySet<Channel>;
  /** IANA name: where people are whose own time zone is not known. */
  readonly timeZone: string;
  readonly receipt: (leaf_id: string, salt: Buffer, record: UseRecord) => Promise<ReceiptAnswer>;
  readonly vkey: string;
  readonly watch: Watch;
  /** Wakes the sequencer, the dispatcher and the carriers as far as the operation gave them work. */
  readonly afterCommit: (recorder: Recorder) => void;
}
