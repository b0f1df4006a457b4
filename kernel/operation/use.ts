import type { Category, FunctionName, Purpose } from '@axent/policy';
import type { Actor } from '@axent/policy/shape';
import type { Compilable } from '../database/rows.ts';
import type { CollectsOf, FieldsOf, ReadsOf, SendsOf, SharesOf } from '../generated/policy.types.ts';
import type { Channel } from '../message/carrier.ts';
import type { QuietHours } from '../message/quiet.ts';
import type { Box, Sealed, Value } from '../vault/box.ts';
import type { Fleeting, Registered } from '../vault/fleeting.ts';
import type { DeviceId, PersonId, RowId } from '../vault/identifier.ts';
import type { Filed, HeldRequest } from './requests.ts';
import type { DayBox } from './unseal.ts';
import type { Excepted, MatterPurpose, RecipientKind, Share } from './use.outside.ts';

/** Where a collected value will be stored: the table and the id of its row. */
export interface RowPlace {
  readonly table: string;
  readonly id: RowId;
  /** A row that belongs to no person is sealed under the key of this day (ISO date) and goes with it. */
  readonly day?: string;
  /** A row of a request that the operation holds is sealed under the key of that request. */
  readonly request?: string;
}

interface Collected<C extends Category> {
  readonly value: Value<C>;
  readonly place: RowPlace;
}

type Collects<P extends Purpose> = CollectsOf[P];
type Reads<P extends Purpose> = ReadsOf[P];
type Sends<P extends Purpose> = SendsOf[P];
type Shares<P extends Purpose> = SharesOf[P];

type Refused<
  P extends string,
  C extends string,
  Word extends string,
> = `policy.ts: purpose '${P}' may not ${Word} '${C}'`;

export interface Carried {
  /** Made by `use.newId`, where somebody wants to know later what became of it; else it gets one. */
  readonly id?: string;
  /** By mail where nothing is said. */
  readonly channel?: Channel;
  /** A mail address, a number in E.164, or a push subscription as JSON. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** A path of the customer app that it leads to. */
  readonly link?: string;
  /** Of no use from then on, in Unix milliseconds: it is dropped rather than delivered. */
  readonly until?: number;
  /** The row that holds the address, so that it can go when nobody is there any more. */
  readonly address?: string;
  /** Kept by the send gate: when it may not arrive. */
  readonly quiet?: QuietHours;
}

/** `held`: it waits for the end of the person's quiet hours. `too_many`: the day's number is used up, nothing goes. */
export type Sending = 'queued' | 'held' | 'too_many';

/**
 * The only way in to personal data, for one purpose and one operation's transaction.
 * `in out P` keeps a use from being widened to another purpose; the conditional parameters refuse a category
 * that the policy does not give this purpose with a sentence that says so.
 */
export interface Use<in out P extends Purpose> {
  readonly purpose: P;
  /** The person whose data this operation may touch; null for a visitor. */
  readonly person: PersonId | null;
  readonly device: DeviceId | null;
  readonly actor: Actor;
  /** Seals a value for a row of its own, or wraps a fleeting one. Throws the refusal as a problem. */
  readonly collect: <C extends Category>(
    category: C extends Collects<P> ? C : Refused<P, C, 'collect'>,
    value: Value<C>,
    place: RowPlace,
  ) => Promise<Sealed<C>>;
  /** The same for many rows: asked once, sealed in their order. */
  readonly collectMany: <C extends Category>(
    category: C extends Collects<P> ? C : Refused<P, C, 'collect'>,
    entries: readonly Collected<C>[],
  ) => Promise<Sealed<C>[]>;
  /** Asks for collecting what is stored readable (a consent, a preference) and notes it for the record. */
  readonly keep: <C extends Category>(category: C extends Collects<P> ? C : Refused<P, C, 'collect'>) => void;
  readonly fleeting: <C extends Category>(
    category: C extends Collects<P> ? C : Refused<P, C, 'collect'>,
    value: Value<C>,
  ) => Fleeting<C>;
  /** Hands a fleeting value to a registered pure function. */
  readonly compute: <C extends Category, A extends readonly unknown[], R>(
    fleeting: C extends Reads<P> ? Fleeting<C> : Refused<P, C, 'read'>,
    rule: Registered<Value<C>, A, R>,
    ...rest: A
  ) => R;
  /** Opens a box of the operation's person. Throws the refusal; `Shredded` when its key is gone. */
  readonly read: <C extends Category>(
    box: C extends Reads<P> ? Box<C> : Refused<P, C, 'read'>,
  ) => Promise<Value<C>>;
  /** Asks for reading what is stored readable of the operation's person (a consent), and notes it for the record. */
  readonly look: <C extends Category>(category: C extends Reads<P> ? C : Refused<P, C, 'read'>) => void;
  /** Asks for reading rows that belong to no person (the operation log) as they stand, and notes it for the record. */
  readonly survey: <C extends Category>(category: C extends Reads<P> ? C : Refused<P, C, 'read'>) => void;
  /**
   * Queues a message in this transaction, to one address or several; it leaves after commit. To a known person it goes
   * as the policy lets this kind: through their switches, after their quiet hours, so many a day.
   */
  readonly send: <M extends Sends<P>>(message: M, content: Carried | readonly Carried[]) => Promise<Sending>;
  /**
   * Hands fields of the operation's person to a third party: to whom the policy lets this purpose hand them, as the
   * register of third parties has it (`recipient`: its entry), its confidentiality terms standing. Throws the refusal.
   */
  readonly share: <K extends RecipientKind, F extends string>(
    kind: K extends Shares<P> ? K : `policy.ts: purpose '${P}' may not share with '${K}'`,
    recipient: string,
    fields: readonly (F extends FieldsOf[K] ? F : `policy.ts: '${K}' may not get '${F}'`)[],
  ) => Promise<Share<F>>;
  /**
   * What a matter lets this purpose read, by its ground, without anybody's authorization. Throws `no_matter` unless it
   * stands for this purpose and the caller's role.
   */
  readonly except: (
    matter: P extends MatterPurpose ? string : `policy.ts: no matter is for purpose '${P}'`,
  ) => Promise<Excepted>;
  /**
   * Opens values of the log, which belong to nobody, for a named incident that stands, of its window alone; noted beside
   * the incident. Null in a place: its day's key is gone. Null: no such incident stands. Throws the refusal.
   */
  readonly unseal: (
    incident: P extends 'security' ? string : `policy.ts: purpose '${P}' may not unseal`,
    boxes: readonly DayBox[],
  ) => Promise<readonly (Value<'log'> | null)[] | null>;
  /**
   * Files a request about data and holds it: from then on the operation reads and writes its words, and what it sends
   * goes to whoever asked. Answers null, or why it was not filed.
   */
  readonly file: (
    request: P extends 'rights' ? Filed : `policy.ts: purpose '${P}' files no requests`,
  ) => Promise<string | null>;
  /** Holds a request that is the caller's to hold; null: it is not, or there is none. */
  readonly hold: (
    request: P extends 'rights' ? string : `policy.ts: purpose '${P}' holds no requests`,
    /** Keyed hash of the address that the caller has proved. */
    address: Buffer | null,
  ) => Promise<HeldRequest | null>;
  /** Runs a built query on this purpose's login, in this operation's transaction. */
  readonly rows: <R>(query: Compilable<R>) => Promise<R[]>;
  /** Runs an insert, update or delete; answers with the number of rows it touched. */
  readonly change: (query: Compilable<unknown>) => Promise<number>;
  /** Raises an event after commit; the payload carries ids only. */
  readonly event: (name: string, payload: Readonly<Record<string, string | number>>) => Promise<void>;
  /** A new id in time order. */
  readonly newId: () => RowId;
  /** Whether a function is open now, without using it. */
  readonly isOpen: (name: FunctionName) => boolean;
}
