import { setImmediate as turnOver } from 'node:timers/promises';
import type { Purpose } from '@axent/policy';
import type { PoolClient } from 'pg';
import { Dialogue } from '../database/dialogue.ts';
import { type Answer, statement } from '../database/rows.ts';
import { enterStatement } from './transaction.ts';

/** What the database says of one who came, as `enterStatement` answers it. */
type Entering = Answer<never>;

interface Said {
  readonly entered: string | null;
  /** Place in the list of those who came, from 1. */
  readonly place: string;
}

/** Those who come in this turn, and what they will be told. */
interface Party {
  /** By token; null: visitors, who are all told the same. */
  readonly tokens: Map<string, Buffer | null>;
  readonly answers: Promise<ReadonlyMap<string, Entering>>;
}

/** One statement does not grow without end. */
const party_most = 64;

const keyOf = (token: Buffer | null) => token?.toString('latin1') ?? '';

/**
 * Asks for operations that ask nothing else who came. Those who come while one question is on its way share the next
 * one: each is answered by a question that was put after they came, and by the row of their own token.
 */
export class Entrance {
  readonly #connect: (purpose: Purpose) => Promise<PoolClient>;
  /** Who has not been asked for yet, and what is on its way. */
  readonly #next = new Map<Purpose, Party>();
  readonly #under_way = new Map<Purpose, Promise<unknown>>();

  constructor(connect: (purpose: Purpose) => Promise<PoolClient>) {
    this.#connect = connect;
  }

  async ask(purpose: Purpose, token: Buffer | null): Promise<Entering> {
    const key = keyOf(token);
    let party = this.#next.get(purpose);
    if (party === undefined || (party.tokens.size >= party_most && !party.tokens.has(key))) {
      party = this.#gather(purpose);
      this.#next.set(purpose, party);
    }
    party.tokens.set(key, token);
    const answer = (await party.answers).get(key);
    if (answer === undefined)
      throw new Error('The entrance was asked for somebody and said nothing of them.');
    return answer;
  }

  #gather(purpose: Purpose): Party {
    const tokens = new Map<string, Buffer | null>();
    const party: Party = { tokens, answers: this.#put(purpose, tokens, () => this.#close(purpose, party)) };
    return party;
  }

  /** From here on whoever comes belongs to the next party. */
  #close(purpose: Purpose, party: Party): void {
    if (this.#next.get(purpose) === party) this.#next.delete(purpose);
  }

  async #put(
    purpose: Purpose,
    tokens: ReadonlyMap<string, Buffer | null>,
    close: () => void,
  ): Promise<ReadonlyMap<string, Entering>> {
    // The first one after all who come in this turn of the event loop, each other one after the one before it.
    await (this.#under_way.get(purpose) ?? turnOver());
    const client = await this.#connect(purpose).finally(close);
    const dialogue = new Dialogue(client, 'brief');
    const answers = answersOf(dialogue, [...tokens.values()]);
    dialogue.close();
    // Nothing is left to commit: what comes next on this connection travels right behind.
    client.release();
    this.#under_way.set(
      purpose,
      answers.then(
        () => undefined,
        () => undefined,
      ),
    );
    return await answers;
  }
}

/** One statement for all of them; alone, the one that every other operation asks. */
async function answersOf(
  dialogue: Dialogue,
  tokens: readonly (Buffer | null)[],
): Promise<ReadonlyMap<string, Entering>> {
  const [first = null] = tokens;
  if (tokens.length <= 1)
    return new Map([[keyOf(first), await dialogue.query<never>(enterStatement(first))]]);
  // In one order, so that two questions that note when a session was seen do not wait for each other in a circle.
  const sorted = tokens.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const { rows, ...rest } = await dialogue.query<Said>({
    ...statement(
      'select kernel.enter(token) as entered, place from unnest($1::bytea[]) with ordinality as came (token, place)',
      [sorted],
    ),
    raw: true,
  });
  return new Map(
    rows.map(({ entered, place }) => [
      keyOf(sorted[Number(place) - 1] ?? null),
      { ...rest, rows: [{ entered }] } as unknown as Entering,
    ]),
  );
}
