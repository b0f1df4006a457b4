import type { Purpose } from '@axent/policy';
import type { Actor } from '@axent/policy/shape';
import type { Static, TSchema } from 'typebox';

/**
 * One declaration from which route, validation both ways, types for client and server, OpenAPI and the
 * operation × actor test matrix all come. Contracts are imported by screens: keep them free of server code.
 */
export interface Contract<
  P extends Purpose = Purpose,
  I extends TSchema = TSchema,
  O extends TSchema = TSchema,
> {
  /** `feature.verb`, unique; also the name in the operation log. */
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** Starts with `/api/`; no parameters in the path: a GET's input is its query, a POST's its JSON body. */
  readonly path: string;
  /** One line for the API reference. */
  readonly summary: string;
  readonly purpose: P;
  /** Who may call it. The policy must let each of them act for the purpose. */
  readonly actors: readonly Actor[];
  /** False only where the policy lets people in before they accept the notice. */
  readonly acceptance: boolean;
  readonly input: I;
  readonly output: O;
  /** Stable codes that this operation can answer with, besides those that any operation can. */
  readonly errors: readonly string[];
  /** Signed in within the last ten minutes. */
  readonly fresh?: boolean;
  /** Goes on for a person who closed their account, until it is erased. */
  readonly whileClosed?: boolean;
  /** Changes nothing, as a GET does: a POST only because what it asks must not stand in an address. */
  readonly safe?: boolean;
  /**
   * In a session, a repeat under the same idempotency key is refused. For writes that would add something when they are
   * repeated; all others have the same effect again, or see to it themselves (a code works once).
   */
  readonly once?: boolean;
  /** The answer goes as this media type; with a name, as a file that is saved under it. */
  readonly file?: { readonly type: string; readonly name?: string };
  /** Keeps a core busy for tens of milliseconds: such operations take turns, and leave a core to the others. */
  readonly heavy?: boolean;
  /** No answer leaves sooner, so that how long it took does not tell what was found. */
  readonly least_ms?: number;
  /** Calls per minute from one session or, without one, one address. */
  readonly per_minute?: number;
}

export function operation<const P extends Purpose, I extends TSchema, O extends TSchema>(
  contract: Contract<P, I, O>,
): Contract<P, I, O> {
  return contract;
}

/** What the system alone runs, for its jobs and events; no route leads to it. */
export function internal<const P extends Purpose, I extends TSchema, O extends TSchema>(
  contract: Pick<Contract<P, I, O>, 'name' | 'summary' | 'purpose' | 'input' | 'output' | 'safe'>,
): Contract<P, I, O> {
  const path = `/internal/${contract.name}`;
  return { method: 'POST', path, actors: ['system'], acceptance: false, errors: [], ...contract };
}

/** Whether it changes nothing (RFC 9110, 9.2.1). */
export const isSafe = ({ method, safe = method === 'GET' }: Contract): boolean => safe;

export type Input<C> = C extends Contract<Purpose, infer I, TSchema> ? Static<I> : never;
export type Output<C> = C extends Contract<Purpose, TSchema, infer O> ? Static<O> : never;
