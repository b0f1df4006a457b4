import { implement, type Operation, problem } from '@axent/kernel';
import { closeAccount, reopenAccount } from '@axent/kernel/person';
import { account_closed, close, erasure, reopen } from '../contract.closing.ts';
import { undo_days } from '../privacy.ts';

const closeIt = implement(close, async ({ use, now, reply }) => {
  const closed = await closeAccount(use, now, undo_days);
  const erased_at = closed.erased_at.toISOString();
  await use.event(account_closed, { person: use.person ?? '', erased_at });
  reply.endSession();
  return { erased_at, ticket: closed.ticket };
});

const reopenIt = implement(reopen, async ({ use, now }) => {
  if (!(await reopenAccount(use, now))) throw problem('not_closed', {}, 409);
  return {};
});

const provenBy = implement(erasure, async ({ records }, { ticket }) => {
  const found = await records.erased(ticket);
  if (found === null) throw problem('ticket_unknown', {}, 404);
  const { state, erased_at, text } = found;
  return { state, erased_at: erased_at?.toISOString() ?? null, text, vkey: records.vkey };
});

export const closingOperations: readonly Operation[] = [closeIt, reopenIt, provenBy];
