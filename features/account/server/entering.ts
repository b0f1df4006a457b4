import { type Context, type PersonId, type ProblemError, problem } from '@axent/kernel';
import { actFor, endHalf, findHalf, type Half, startHalf, startSession } from '@axent/kernel/person';
import type Type from 'typebox';
import { countGuess, isGuessedOut } from '../account.ts';
import type { Entered } from '../contract.shapes.ts';
import { account_made, new_device } from '../contract.ts';
import { count, lockRecipient } from './codes.storage.ts';
import { secondKinds } from './credentials.storage.ts';
import { keepDevice } from './devices.ts';
import type { Visits } from './visits.ts';

type SignIn = Context<'authentication'>;
type In = Type.Static<typeof Entered>;

/** What is owed after the first way; empty: nothing. Staff never come in by one way alone. */
async function owed({ use }: SignIn, kind: 'customer' | 'staff'): Promise<In['second']> {
  const kinds = await secondKinds(use);
  const ways = (['authenticator', 'passkey'] as const).filter((way) => kinds.has(way));
  if (ways.length > 0) return [...ways, 'recovery'];
  return kind === 'staff' ? ['enrol'] : [];
}

/**
 * Somebody proved a first thing (a code, a password, an account elsewhere): they are in, or owe a second step.
 * @param first what it was, for the step that follows
 */
export async function enterBy(
  context: SignIn,
  visits: Visits,
  who: { readonly person: PersonId; readonly kind: 'customer' | 'staff'; readonly created: boolean },
  first: string,
): Promise<In> {
  await actFor(context, who.person);
  // Who is in already, and proves once more that it is still them, owes nothing again.
  const again = context.session.person === who.person;
  const second = again || (who.created && who.kind === 'customer') ? [] : await owed(context, who.kind);
  if (second.length === 0) return await letIn(context, visits, who);
  await startHalf(context, who.person, first);
  return { created: who.created, offered: [], second };
}

/** As `enterBy`, for a first thing that may have been two at once. */
export const entering =
  (visits: Visits) =>
  async (
    context: SignIn,
    who: { readonly person: PersonId; readonly kind: 'customer' | 'staff'; readonly created: boolean },
    { by, enough }: { readonly by: string; readonly enough: boolean },
  ): Promise<In> => {
    if (!enough) return await enterBy(context, visits, who, by);
    await actFor(context, who.person);
    return await letIn(context, visits, who);
  };

/** Everything that is owed was proved. */
export async function letIn(
  context: SignIn,
  visits: Visits,
  {
    person,
    kind,
    created,
  }: { readonly person: PersonId; readonly kind: 'customer' | 'staff'; readonly created: boolean },
): Promise<In> {
  const { use, caller } = context;
  await endHalf(context);
  const { offered, device } = await startSession(context, person, kind);
  const added = await keepDevice(context, device, visits);
  visits.written({ person, device }, caller);
  if (created) await use.event(account_made, { person, device });
  else if (added) await use.event(new_device, { person, device });
  return { created, offered: [...offered], second: [] };
}

/** Guesses at the second step count for the person, whatever browser and whatever first way they come by. */
export async function secondStep(
  context: SignIn,
  half: Half,
  prove: () => Promise<boolean>,
): Promise<ProblemError | null> {
  const { use, now, keyedHash } = context;
  const counted = keyedHash('second recipient', half.person);
  const state = await lockRecipient(use, counted, now);
  if (isGuessedOut(state, now)) return problem('second_guessed_out', {}, 429);
  if (await prove()) {
    await count(use, counted, { failures: 0 });
    return null;
  }
  await count(use, counted, countGuess(state, now));
  return problem('second_wrong');
}

/** Who owes a second step here. Throws where nobody does. */
export async function halfOf(context: SignIn): Promise<Half> {
  const half = await findHalf(context);
  if (half === null) throw problem('no_second_step', {}, 409);
  return half;
}
