import type { Purpose } from '@axent/policy';
import type { PoolClient } from 'pg';
import { Dialogue, unansweredOn } from '../database/dialogue.ts';
import type { Connection, Statement } from '../database/rows.ts';
import type { Caller } from './context.ts';
import { Unforeseen } from './foresight.ts';
import type { Kernel } from './parts.ts';
import { type Begun, begin, type Performed, type Transacted } from './transaction.ts';

/** Operations whose statements wait for an answer on one connection: those behind a slow one wait for it, too. */
const behind_most = 4;

/** The same connection, and how many statements were asked on it. */
export function counting(connection: Connection): Connection & { readonly asked: number } {
  const counted = {
    asked: 0,
    query: <R>(statement: Statement) => {
      counted.asked += 1;
      return connection.query<R>(statement);
    },
  };
  return counted;
}

type Performing = (begun: Begun) => Promise<Performed>;

/**
 * The transaction of a safe operation that asks one statement at most: that travels together with the question who
 * came, and what the next operation asks may travel with both, since nothing is left to commit.
 */
export async function transactBriefly(
  kernel: Kernel,
  client: PoolClient,
  caller: Caller,
  performing: Performing,
): Promise<Transacted> {
  const dialogue = new Dialogue(client, 'brief');
  let asked = 0;
  let released = false;
  const close = () => {
    dialogue.close();
    released ||= unansweredOn(client) <= behind_most;
    if (released) client.release();
  };
  const once: Connection = {
    query: async <R>(statement: Statement) => {
      asked += 1;
      // After the question who came one more: another would be of another transaction.
      if (asked > 2) throw new Unforeseen();
      const answer = dialogue.query<R>(statement);
      if (asked === 2) close();
      return await answer;
    },
  };
  try {
    const begun = await begin(once, caller.tokenHash, kernel.foresight, true);
    const performed = await performing(begun).finally(() => begun.sure);
    if (asked > 2) throw new Unforeseen();
    return await record(kernel, performed);
  } finally {
    if (asked < 2) close();
    if (!released) client.release();
  }
}

/** A safe operation that asks no statement: who came is asked for all of them together. */
export async function transactSilently(
  kernel: Kernel,
  purpose: Purpose,
  { tokenHash }: Caller,
  performing: Performing,
): Promise<Transacted> {
  let asked = 0;
  const entrance: Connection = {
    query: async () => {
      asked += 1;
      // Whatever else it asks needs a transaction.
      if (asked > 1) throw new Unforeseen();
      return await kernel.entrance.ask(purpose, tokenHash);
    },
  };
  const begun = await begin(entrance, tokenHash, kernel.foresight, true);
  const performed = await performing(begun).finally(() => begun.sure);
  if (asked > 1) throw new Unforeseen();
  return await record(kernel, performed);
}

async function record(kernel: Kernel, { result, recorder }: Performed): Promise<Transacted> {
  const recorded = Promise.all((await recorder.leaves()).map((leaf) => kernel.ledger.append(leaf)));
  // Awaited once the operation is over; a failure meanwhile must not count as unhandled.
  recorded.catch(() => undefined);
  return { result, recorder, recorded };
}
