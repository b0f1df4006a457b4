import type { Category, Purpose } from '@axent/policy';
import type { Actor, Language } from '@axent/policy/shape';
import type { PublishedPolicy } from '../gate/published.ts';
import type { Channel } from '../message/carrier.ts';
import type { OwnRecords } from '../person/records.ts';
import type { VisitorState } from '../person/visitor.ts';
import type { DeviceId, PersonId } from '../vault/identifier.ts';
import type { Evidence } from './evidence.ts';
import type { Use } from './use.ts';

/** What the request told about itself; nothing of it is stored unless an operation collects it. */
export interface Caller {
  /** Not a request: the server's own job. */
  readonly system?: true;
  /** SHA-256 of the session token; null without one. */
  readonly tokenHash: Buffer | null;
  readonly visitor: VisitorState;
  readonly device: DeviceId | null;
  /** What `Reply.bind` set earlier in this browser. */
  readonly binding: string | null;
  readonly gpc: boolean;
  readonly language: Language;
  readonly userAgent: string;
  readonly clientHints: Readonly<Record<string, string>>;
  readonly address: string;
  readonly idempotencyKey: string | null;
}

export interface Session {
  readonly actor: Actor;
  readonly kind: 'visitor' | 'person' | 'staff';
  readonly person: PersonId | null;
  readonly device: DeviceId | null;
  readonly roles: readonly string[];
  readonly createdAt: Date | null;
  readonly fresh: boolean;
  /** Version that was accepted last; null: none. */
  readonly accepted: number | null;
  /** Function → version opened; -1 closed. */
  readonly openings: Readonly<Record<string, number>>;
  /** When the account will be erased; null unless its person closed it. */
  readonly erasedAt: Date | null;
}

/** One of the persons for whom the system does something. */
export interface Person {
  readonly id: PersonId;
  /** In which they last accepted the notice. */
  readonly language: Language;
}

/** What a handler may change about the answer besides its body. */
export interface Reply {
  readonly startSession: (token: string, life_s: number) => void;
  readonly endSession: () => void;
  readonly setVisitor: (state: VisitorState) => void;
  readonly setDevice: (device: DeviceId) => void;
  /** Binds what is asked for now (a code) to this browser, for ten minutes. */
  readonly bind: (nonce: string) => void;
}

export interface Context<P extends Purpose> {
  readonly use: Use<P>;
  readonly session: Session;
  readonly caller: Caller;
  readonly now: Date;
  readonly policy: PublishedPolicy;
  /** A version published earlier, frozen; null when there is none of that number. */
  readonly version: (sequence: number) => Promise<PublishedPolicy | null>;
  readonly records: OwnRecords;
  /** Moves all that is kept of the session's device to another identifier; the purpose `rights` only. */
  readonly renewDevice: (to: DeviceId) => Promise<void>;
  /** Puts an officer's act on a matter into the ledger: its evidence, committed to for each of its persons. */
  readonly attest: (matter: string) => Promise<void>;
  /** The document that a matter rests on; the purpose `archive` only. */
  readonly evidence: Evidence;
  readonly reply: Reply;
  /** Whether messages can leave on this channel. */
  readonly carries: (channel: Channel) => boolean;
  /**
   * For the system's own operations and a desk's: does the same for each of these persons, in this transaction, as far as each
   * one's own acceptance and openings reach. Who is erased or never accepted is left out. What is named as read of
   * each is looked up for all in one go.
   */
  readonly each: (
    people: readonly PersonId[],
    handle: (use: Use<P>, person: Person) => Promise<void>,
    reads?: readonly Category[],
  ) => Promise<void>;
  /** Keyed hash for lookups; the label names what is looked up. */
  readonly keyedHash: (label: string, value: string) => Buffer;
}
