import { setImmediate as turnOver } from 'node:timers/promises';
import type { Purpose } from '@axent/policy';
import type { PoolClient } from 'pg';
import { Dialogue } from '../database/dialogue.ts';
import type { Answer } from '../database/rows.ts';
import { enterStatement } from './transaction.ts';

/**
 * Asks for whoever has no session what every operation asks first. What the database answers names nobody, so those
 * who come while one question is on its way share the next one: each is answered by a question that was put after
 * they came.
 */
export class Entrance {
  readonly #connect: (purpose: Purpose) => Promise<PoolClient>;
  /** What has not been put yet, and what is on its way. */
  readonly #next = new Map<Purpose, Promise<Answer<never>>>();
  readonly #under_way = new Map<Purpose, Promise<unknown>>();

  constructor(connect: (purpose: Purpose) => Promise<PoolClient>) {
    this.#connect = connect;
  }

  ask(purpose: Purpose): Promise<Answer<never>> {
    const next = this.#next.get(purpose) ?? this.#put(purpose);
    this.#next.set(purpose, next);
    return next;
  }

  async #put(purpose: Purpose): Promise<Answer<never>> {
    // The first one after all who come in this turn of the event loop, each other one after the one before it.
    await (this.#under_way.get(purpose) ?? turnOver());
    const client = await this.#connect(purpose).finally(() => this.#next.delete(purpose));
    const dialogue = new Dialogue(client, 'brief');
    const answer = dialogue.query<never>(enterStatement(null));
    dialogue.close();
    // Nothing is left to commit: what comes next on this connection travels right behind.
    client.release();
    this.#under_way.set(
      purpose,
      answer.then(
        () => undefined,
        () => undefined,
      ),
    );
    return await answer;
  }
}
