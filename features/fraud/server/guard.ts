import { type Asked, type Ended, type Guard, ProblemError, type System } from '@axent/kernel';
import { type Act, type RuleName, reviewed, ruleNames, rules } from '../fraud.ts';
import { codeOf, type Done, judging, noting, type Watching } from './judging.ts';
import type { Named } from './places.ts';

/** Which operations are looked on, and as what. Null: not with this input. */
const watched: Readonly<Record<string, (input: unknown) => Act | null>> = {
  'account.request_code': () => 'code',
  'account.verify_code': () => 'sign_in',
  'account.sign_in_password': () => 'password',
  // A proof of an address: guessed at as a sign-in is.
  'account.request_proof': () => 'code',
  'account.prove': () => 'sign_in',
  'account.send_contact_code': () => 'contact_code',
  'account.add_contact': () => 'contact',
  'account.sign_in_wechat': () => 'sign_in',
  'account.connect_wechat': () => 'way',
  'account.set_password': () => 'way',
  'account.add_passkey': () => 'way',
  'account.finish_authenticator': () => 'way',
  'account.new_recovery_codes': () => 'way',
  'privacy.correct': (input) => {
    const { place } = input as { readonly place?: string };
    return place === 'app.contact.sealed' ? 'contact' : null;
  },
};

export const watchedOperations: readonly string[] = Object.keys(watched);

function namedIn(input: unknown): Named {
  const { email, phone } = input as Readonly<Record<string, unknown>>;
  return {
    ...(typeof email === 'string' ? { email } : {}),
    ...(typeof phone === 'string' ? { phone } : {}),
  };
}

/**
 * Answers of the watch itself that say nothing of the person: the policy in force is of an earlier release, or the
 * operation will say the same in its own words.
 */
const notJudged = new Set([
  'not_offered',
  'not_in_policy',
  'not_allowed',
  'not_signed_in',
  'not_accepted',
  'account_closed',
]);

const acts: readonly Act[] = ['code', 'sign_in', 'password', 'contact_code', 'contact', 'way'];

function errorsOf(act: Act): readonly string[] {
  const own = ruleNames.filter((name: RuleName) => (rules[name].acts as readonly Act[]).includes(act));
  return [...own.map(codeOf), ...(reviewed(act) ? ['fraud_refused'] : [])];
}

/** What is noted of how an act ended; null: nothing. A wrong code or password is told by its own problem's name. */
function doneBy(act: Act, { code, answer }: Ended): Done | null {
  if (act === 'code' || act === 'contact_code') return code === null ? 'code_sent' : null;
  if (act !== 'sign_in' && act !== 'password') return null;
  if (code !== null) return /_wrong$|guessed_out$|^too_many_guesses$/.test(code) ? 'failure' : null;
  return (answer as { readonly created?: boolean } | null)?.created === true ? 'sign_up' : null;
}

/** The watch at each operation that it looks on. */
export function guards(watching: Watching): Readonly<Record<string, Guard>> {
  const judge = judging(watching);
  const note = noting(watching);
  const before =
    (actOf: (input: unknown) => Act | null) =>
    async (system: System, { caller, input }: Asked): Promise<ProblemError | null> => {
      const act = actOf(input);
      if (act === null) return null;
      try {
        await system.runFor(caller, judge, { act, ...namedIn(input) });
        return null;
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        return notJudged.has(error.code) ? null : error;
      }
    };
  const after =
    (actOf: (input: unknown) => Act | null) =>
    async (system: System, { caller, input }: Asked, ended: Ended): Promise<void> => {
      const act = actOf(input);
      const done = act === null ? null : doneBy(act, ended);
      if (done === null) return;
      await system.runFor(caller, note, { done, ...namedIn(input) }).catch((error: Error) => {
        if (!(error instanceof ProblemError) || !notJudged.has(error.code)) throw error;
      });
    };
  return Object.fromEntries(
    Object.entries(watched).map(([name, actOf]) => {
      const errors = acts.filter((act) => couldBe(name, act)).flatMap(errorsOf);
      return [name, { errors: [...new Set(errors)], before: before(actOf), after: after(actOf) }];
    }),
  );
}

const couldBe = (name: string, act: Act): boolean => watched[name]?.({ place: 'app.contact.sealed' }) === act;
