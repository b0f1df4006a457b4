import type { Purpose } from '@axent/policy';
import type { TSchema } from 'typebox';
import type { PersonId } from '../vault/identifier.ts';
import type { Caller, Context, Session } from './context.ts';
import type { Contract, Input, Output } from './contract.ts';
import type { ProblemError } from './problem.ts';
import type { ProblemWords } from './problem.words.ts';
import type { System } from './system.ts';

/** A contract with the handler that fulfils it. */
export interface Operation {
  readonly contract: Contract;
  readonly handle: (context: Context<Purpose>, input: unknown, outside?: unknown) => Promise<unknown>;
  /** Fetches what is needed from elsewhere; see `implementWith`. */
  readonly fetch?: (asking: Asking, input: unknown) => Promise<unknown>;
}

/** What is known of a request before anybody was looked up. */
export interface Asking extends Pick<Context<Purpose>, 'caller' | 'keyedHash'> {}

/** An operation that still knows its own contract. */
export interface Implemented<C extends Contract> extends Operation {
  readonly contract: C;
}

/** Handles an event after the transaction that raised it has been committed. Payloads carry ids only. */
export type EventHandler = (
  payload: Readonly<Record<string, string | number>>,
  system: System,
) => Promise<void>;

/**
 * Looks on before an operation is run, and hears how it ended. What it does are operations of its own, with their own
 * purpose, transaction and leaf. A problem in answer to `before` is the caller's answer; the operation is not run.
 */
export interface Guard {
  /** Codes that `before` can answer with. */
  readonly errors: readonly string[];
  readonly before: (system: System, asked: Asked) => Promise<ProblemError | null>;
  /** Called before the answer leaves; whatever goes wrong here changes nothing of it. */
  readonly after?: (system: System, asked: Asked, ended: Ended) => Promise<void>;
}

export interface Asked {
  readonly caller: Caller;
  readonly input: unknown;
}

export interface Ended {
  /** Code of the problem that it was refused with; null: it was done. */
  readonly code: string | null;
  readonly answer: unknown;
}

/** What a feature brings to the server. */
export interface Feature {
  readonly name: string;
  /** Served over HTTP. What only the system runs stays with the feature's jobs and handlers. */
  readonly operations: readonly Operation[];
  /** Folder of numbered SQL files, applied in order. */
  readonly migrations?: URL;
  /** Words of the problems that its contracts name. */
  readonly problems?: ProblemWords;
  readonly events?: Readonly<Record<string, EventHandler>>;
  /** Work at intervals while the server runs. */
  readonly jobs?: readonly Job[];
  /** By the name of the operation that each looks on. An operation has one guard at most. */
  readonly guards?: Readonly<Record<string, Guard>>;
  /**
   * Ids of the browsers' addresses at which these persons are reached at this moment: a message that waited is carried
   * to no other.
   */
  readonly reached?: (system: System, people: readonly PersonId[]) => Promise<ReadonlySet<string>>;
  /** Told of every request in a person's or staff member's session. The request waits meanwhile: only note it. */
  readonly onSession?: (session: Session, caller: Caller) => void;
}

export interface Job {
  readonly name: string;
  readonly every_ms: number;
  readonly run: (system: System) => Promise<void>;
  /** Run at once when this server has published. */
  readonly atPublication?: boolean;
  /** Run once more when the server ends, after the last request. */
  readonly atEnd?: boolean;
}

/** Binds a handler to its contract. The handler reads as a sentence: what it does with `use` and its input. */
export function implement<P extends Purpose, I extends TSchema, O extends TSchema>(
  contract: Contract<P, I, O>,
  handler: (
    context: Context<P>,
    input: Input<Contract<P, I, O>>,
  ) => Promise<Output<Contract<P, I, O>> | ProblemError>,
): Implemented<Contract<P, I, O>> {
  return { contract, handle: handler as unknown as Operation['handle'] };
}

/**
 * Binds a handler that needs an answer from another service. It is fetched first, once, while no connection is held and
 * no lock is kept: how long the others take is nobody's wait but the caller's own. Nobody has been looked up by then, so
 * what may be asked of whom has to show itself in the request.
 */
export function implementWith<P extends Purpose, I extends TSchema, O extends TSchema, R>(
  contract: Contract<P, I, O>,
  fetch: (asking: Asking, input: Input<Contract<P, I, O>>) => Promise<R>,
  handler: (
    context: Context<P>,
    input: Input<Contract<P, I, O>>,
    outside: R,
  ) => Promise<Output<Contract<P, I, O>> | ProblemError>,
): Implemented<Contract<P, I, O>> {
  return {
    contract,
    fetch: fetch as unknown as NonNullable<Operation['fetch']>,
    handle: handler as unknown as Operation['handle'],
  };
}
