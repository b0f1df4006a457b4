import { implement, type Operation, problem } from '@axent/kernel';
import { closeAccount, reopenAccount } from '@axent/kernel/person';
import { account_closed, close, reopen } from '../contract.closing.ts';
import { undo_days } from '../privacy.ts';

const closeIt = implement(close, async ({ use, now, reply }) => {
  const erased_at = (await closeAccount(use, now, undo_days)).toISOString();
  await use.event(account_closed, { person: use.person ?? '', erased_at });
  reply.endSession();
  return { erased_at };
});

const reopenIt = implement(reopen, async ({ use, now }) => {
  if (!(await reopenAccount(use, now))) throw problem('not_closed', {}, 409);
  return {};
});

export const closingOperations: readonly Operation[] = [closeIt, reopenIt];
