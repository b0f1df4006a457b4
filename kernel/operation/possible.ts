import type { Contract } from './contract.ts';
import { type CommonProblem, commonProblems } from './problem.ts';

/** Any operation, whoever calls it. */
const always = [
  'invalid_input',
  'not_allowed',
  'too_many_requests',
  'internal',
  'busy',
  'database_unavailable',
  'not_recorded',
  'no_room',
] as const satisfies readonly CommonProblem[];

/** What the gate can answer where a person's or a visitor's standing decides. */
const fromGate = [
  'accept_anew',
  'not_in_policy',
  'not_offered',
  'function_closed',
  'open_anew',
  'objected',
  'shredded',
] as const satisfies readonly CommonProblem[];

const onWrites = ['cross_site', 'body_too_large', 'content_type'] as const satisfies readonly CommonProblem[];

/** The common problems that an operation can answer with, from its contract alone, by rising status. */
export function commonProblemsOf(contract: Contract): readonly CommonProblem[] {
  const codes = new Set<CommonProblem>(always);
  const add = (when: boolean, more: readonly CommonProblem[]) => {
    if (when) for (const code of more) codes.add(code);
  };
  add(!contract.actors.includes('visitor'), ['not_signed_in']);
  add(contract.acceptance, ['not_accepted', ...fromGate]);
  add(contract.actors.includes('person') && contract.whileClosed !== true, ['account_closed']);
  add(contract.fresh === true, ['fresh_sign_in_needed']);
  add(contract.once === true, ['already_done', 'idempotency_key_reused']);
  add(contract.method === 'POST', onWrites);
  add(
    true,
    contract.errors.filter((code): code is CommonProblem => code in commonProblems),
  );
  return (Object.keys(commonProblems) as CommonProblem[]).filter((code) => codes.has(code));
}

/** The codes that are the operation's own; their statuses lie between 400 and 499. */
export function ownProblemsOf(contract: Contract): readonly string[] {
  return contract.errors.filter((code) => !(code in commonProblems));
}
