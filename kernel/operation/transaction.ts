import { type Connection, type Statement, statement } from '../database/rows.ts';
import { type Foresight, Unforeseen } from './foresight.ts';
import type { Recorder } from './recorder.ts';

/** What `kernel.enter` answers: the version in force and the session with what its person accepted and opened. */
export interface Entered {
  readonly sequence: number;
  readonly hash: string;
  /** Null: a visitor, and everything below is null. */
  readonly person_id: string | null;
  readonly kind: string | null;
  readonly device_id: string | null;
  readonly created_at: Date | null;
  readonly fresh_at: Date | null;
  readonly accepted: number | null;
  readonly openings: Readonly<Record<string, number>> | null;
  readonly roles: readonly string[] | null;
  /** When the account will be erased, where its person closed it. */
  readonly erased_at: Date | null;
}

type EnteredRow =
  | readonly [sequence: number, hash: string]
  | readonly [
      sequence: number,
      hash: string,
      person_id: string,
      kind: string,
      device_id: string,
      created_s: number,
      fresh_s: number,
      accepted: number | null,
      openings: Readonly<Record<string, number>> | null,
      roles: readonly string[] | null,
      erased_s: number | null,
    ];

/** A transaction that has begun. */
export interface Begun {
  readonly entered: Entered;
  /** Resolves when the database has said that `entered` is so; rejects with `Unforeseen` when it is not. */
  readonly sure: Promise<void>;
  /** The operation's statements: sent at once, answered only when `sure`. */
  readonly connection: Connection;
}

/** What the handler did. */
export interface Performed {
  readonly result: unknown;
  readonly recorder: Recorder;
}

export interface Transacted {
  readonly result: unknown;
  readonly recorder: Recorder;
  /** Settles when the leaves of a read are durable; those of a write were part of its transaction. */
  readonly recorded: Promise<unknown>;
}

/** What every operation asks first. Answered as the database wrote it: most often it is what is known already. */
export const enterStatement = (tokenHash: Buffer | null): Statement => ({
  ...statement('select kernel.enter($1) as entered', [tokenHash]),
  raw: true,
});

/**
 * Asks who came. With `foresee`, what the session had last is taken for what it has, so that the
 * operation's first statement travels along; the answers are held back until the database has confirmed it.
 */
export async function begin(
  dialogue: Connection,
  tokenHash: Buffer | null,
  foresight: Foresight,
  foresee: boolean,
): Promise<Begun> {
  const saying = dialogue
    .query<{ entered: string | null }>(enterStatement(tokenHash))
    .then(({ rows }) => rows[0]?.entered ?? null);
  const last = foresee ? foresight.of(tokenHash) : null;
  if (last === null) {
    const said = await saying;
    const entered = parseEntered(said);
    foresight.keep(tokenHash, { said: said ?? '', entered });
    return { entered, sure: Promise.resolve(), connection: dialogue };
  }
  const sure = saying.then((said) => {
    if (said === last.said) return;
    foresight.forget(tokenHash);
    throw new Unforeseen();
  });
  // Whoever holds an answer back hears of it; until then it must not count as unhandled.
  sure.catch(() => undefined);
  return { entered: last.entered, sure, connection: heldBack(dialogue, sure) };
}

function heldBack(dialogue: Connection, sure: Promise<void>): Connection {
  return {
    query: async <R>(asked: Statement) => {
      const answer = dialogue.query<R>(asked);
      answer.catch(() => undefined);
      await sure;
      return await answer;
    },
  };
}

function parseEntered(said: string | null): Entered {
  if (said === null) throw new Error('No policy is published in this database.');
  const row = JSON.parse(said) as EnteredRow;
  const [sequence, hash, person_id = null, kind = null, device_id = null] = row;
  const [, , , , , created_s, fresh_s, accepted = null, openings = null, roles = null, erased_s = null] = row;
  return {
    sequence,
    hash,
    person_id,
    kind,
    device_id,
    created_at: created_s === undefined ? null : new Date(created_s * 1000),
    fresh_at: fresh_s === undefined ? null : new Date(fresh_s * 1000),
    accepted,
    openings,
    roles,
    erased_at: erased_s === null ? null : new Date(erased_s * 1000),
  };
}
