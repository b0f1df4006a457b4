import type { Purpose } from '@axent/policy';
import type { Actor } from '@axent/policy/shape';
import { type Connection, statement } from '../database/rows.ts';
import type { PersonId } from '../vault/identifier.ts';
import { Shredded } from '../vault/vault.ts';
import { addresseesOf } from './addressee.ts';
import type { Context } from './context.ts';
import { ProblemError } from './problem.ts';
import { dayOf } from './sending.ts';
import { makeUse, type UseParts } from './use.make.ts';

const people_at_most = 500;

/** Whose work is with other people's data, and the purpose that it is done for. The gate decides each use all the same. */
const desks: Partial<Record<Purpose, Actor>> = { fraud: 'security' };

/**
 * `each`, for the system and for a desk: one transaction, one gate, and for each person a use of their own. They run beside each other;
 * every statement names its person right before it, on the same connection, so that none is run in another's name.
 * What the gate refuses for one is left undone for that one, and holds up nobody else.
 */
export function eachOf(parts: Omit<UseParts, 'addressee'>): Context<Purpose>['each'] {
  const { kernel, connection, contract, session } = parts;
  return async (people, handle, reads = []) => {
    const mayActForMany = session.actor === 'system' || desks[contract.purpose] === session.actor;
    if (!mayActForMany) throw new Error(`${session.actor} acts for nobody else in ${contract.name}.`);
    if (people.length > people_at_most) throw new RangeError(`${people.length} are too many at once.`);
    const addressees = await addresseesOf(connection, people, dayOf(kernel.clock()));
    const accepting = addressees.filter(({ accepted }) => accepted !== null);
    const owners = accepting.map(({ person }) => person);
    for (const category of reads) await kernel.vault.fetch(category, owners);
    const done = accepting.map(async (addressee) => {
      const use = makeUse({
        ...parts,
        connection: inTheNameOf(connection, addressee.person),
        session: {
          ...session,
          person: addressee.person,
          accepted: addressee.accepted,
          openings: addressee.openings,
        },
        addressee,
      });
      await handle(use, { id: addressee.person, language: addressee.language });
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
