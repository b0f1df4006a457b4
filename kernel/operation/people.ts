import type { Purpose } from '@axent/policy';
import { type Connection, statement } from '../database/rows.ts';
import type { PublishedPolicy } from '../gate/published.ts';
import type { PersonId } from '../vault/identifier.ts';
import { Shredded } from '../vault/vault.ts';
import type { Caller, Context, Session } from './context.ts';
import type { Contract } from './contract.ts';
import type { Kernel } from './parts.ts';
import { ProblemError } from './problem.ts';
import type { Recorder } from './recorder.ts';
import { dayOf, type Sendings } from './sending.ts';
import { standingsOf } from './standing.ts';
import { makeUse } from './use.make.ts';

const people_at_most = 500;

interface Parts {
  readonly kernel: Kernel;
  readonly connection: Connection;
  readonly contract: Contract;
  readonly session: Session;
  readonly caller: Caller;
  readonly policy: PublishedPolicy;
  readonly recorder: Recorder;
  readonly sendings: Sendings;
}

/**
 * The system's `each`: one transaction, one gate, and for each person a use of their own. They run beside each other;
 * every statement names its person right before it, on the same connection, so that none is run in another's name.
 * What the gate refuses for one is left undone for that one, and holds up nobody else.
 */
export function eachOf(parts: Parts): Context<Purpose>['each'] {
  const { kernel, connection, session } = parts;
  return async (people, handle, reads = []) => {
    if (session.actor !== 'system') throw new Error('Only the system acts for many.');
    if (people.length > people_at_most) throw new RangeError(`${people.length} are too many at once.`);
    const standings = await standingsOf(connection, people, dayOf(kernel.clock()));
    const accepting = standings.filter(({ accepted }) => accepted !== null);
    const owners = accepting.map(({ person }) => person);
    for (const category of reads) await kernel.vault.fetch(category, owners);
    const done = accepting.map(async (standing) => {
      const use = makeUse({
        ...parts,
        connection: inTheNameOf(connection, standing.person),
        session: {
          ...session,
          person: standing.person,
          accepted: standing.accepted,
          openings: standing.openings,
        },
        standing,
      });
      await handle(use, { id: standing.person, language: standing.language });
    });
    // Every one ends before the transaction does, whatever became of the others.
    const ended = await Promise.allSettled(done);
    const failed = ended.find((one) => one.status === 'rejected' && !isLeftUndone(one.reason));
    if (failed?.status === 'rejected') throw failed.reason;
  };
}

/** Refused by the gate; or the person is being erased, and nothing of them can be read any more. */
const isLeftUndone = (reason: unknown) => reason instanceof ProblemError || reason instanceof Shredded;

function inTheNameOf(connection: Connection, person: PersonId): Connection {
  return {
    query: (asked) => {
      const named = connection.query(statement(`select set_config('axent.person', $1, true)`, [person]));
      // Its failure is that of the statement behind it.
      named.catch(() => undefined);
      return connection.query(asked);
    },
  };
}
