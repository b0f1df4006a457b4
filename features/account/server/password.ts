import { type Context, implement, type Operation, type ProblemError, problem } from '@axent/kernel';
import { actFor, endOwnSessions, findPerson } from '@axent/kernel/person';
import { countGuess, isGuessedOut } from '../account.ts';
import { signInPassword } from '../contract.entry.ts';
import { dropPassword, passwordHint, setPassword, way_changed } from '../contract.ways.ts';
import { lengthOf, normalisePassword, shortestPassword, tellsPassword } from '../password.ts';
import { count, lockRecipient } from './codes.storage.ts';
import * as credentials from './credentials.storage.ts';
import { enterBy } from './entering.ts';
import { hashPassword, isOutdated, matchesPassword } from './password.hash.ts';
import { recipientOf } from './recipient.ts';
import { ownContact } from './storage.ts';
import type { Visits } from './visits.ts';

type SignIn = Context<'authentication'>;

const pepper = ({ keyedHash }: SignIn, password: string) =>
  keyedHash('password', normalisePassword(password)).toString('base64');

/** The password of the operation's person and what it is sealed in; null: none was set. */
async function heldPassword({ use }: SignIn) {
  const [row] = await credentials.credentialsOf(use, ['password']);
  if (row === undefined) return null;
  const { password_hash = null } = await use.read(row.box);
  return password_hash === null ? null : { id: row.id, hash: password_hash };
}

/** Seals a password for the person, in the place of the one before it. */
async function keepPassword(context: SignIn, password: string): Promise<void> {
  const { use, now } = context;
  const id = use.newId();
  const value = { password_hash: await hashPassword(pepper(context, password)) };
  const sealed = await use.collect('credentials', value, { table: 'app.credential', id });
  await credentials.dropKind(use, 'password', true);
  await credentials.storeCredential(use, {
    id,
    kind: 'password',
    sealed,
    ready: true,
    second: false,
    made_at: now,
  });
}

/** Wrong passwords and wrong codes for one recipient count together. */
async function tryPassword(
  context: SignIn,
  recipient: ReturnType<typeof recipientOf>,
  password: string,
): Promise<NonNullable<Awaited<ReturnType<typeof findPerson>>> | ProblemError> {
  const { use, now, keyedHash } = context;
  const hash = keyedHash('code recipient', recipient.value);
  const state = await lockRecipient(use, hash, now);
  if (isGuessedOut(state, now)) return problem('password_guessed_out', {}, 429);
  const found = await findPerson(context, recipient.kind, recipient.value);
  if (found !== null) await actFor(context, found.id);
  const held = found === null ? null : await heldPassword(context);
  const right = await matchesPassword(held?.hash ?? null, pepper(context, password));
  if (right && found !== null && held !== null) {
    await count(use, hash, { failures: 0 });
    if (isOutdated(held.hash)) await keepPassword(context, password);
    else await credentials.changeCredential(use, held.id, { used_at: now });
    return found;
  }
  await count(use, hash, countGuess(state, now));
  return problem('password_wrong');
}

const signIn = (visits: Visits) =>
  implement(signInPassword, async (context, input) => {
    const found = await tryPassword(context, recipientOf(input), input.password);
    if (!('kind' in found)) return found;
    return await enterBy(context, visits, { person: found.id, kind: found.kind, created: false }, 'password');
  });

/** Words that whoever attacks this person tries first. */
async function ownWords({ use, policy }: SignIn): Promise<string[]> {
  const held = await ownContact(use);
  const contact = held === null ? null : await use.read(held);
  const parts = [contact?.email, contact?.phone].flatMap((text) => text?.split(/[@.+_-]/) ?? []);
  return [policy.compiled.policy.brand, ...parts].filter((word) => word.length > 2);
}

const set = implement(setPassword, async (context, { password, hint = '' }) => {
  const { use, caller, session } = context;
  const length = shortestPassword((await credentials.secondKinds(use)).size > 0);
  if (lengthOf(password) < length) throw problem('password_short', { length });
  const { strengthOf, enough } = await import('../strength.ts');
  if (strengthOf(password, await ownWords(context)) < enough) throw problem('password_common');
  if (hint.trim() !== '' && tellsPassword(hint, password)) throw problem('hint_tells');
  await keepPassword(context, password);
  await credentials.dropHint(use);
  if (hint.trim() !== '') {
    const id = use.newId();
    const value = { password_hint: hint.trim() };
    await credentials.storeHint(
      use,
      id,
      await use.collect('hint', value, { table: 'app.password_hint', id }),
    );
  }
  await endOwnSessions(use, null, caller.tokenHash);
  await use.event(way_changed, { person: session.person ?? '', what: 'password_set' });
  return {};
});

const drop = implement(dropPassword, async ({ use, session }) => {
  await credentials.dropKind(use, 'password', true);
  await credentials.dropHint(use);
  await use.event(way_changed, { person: session.person ?? '', what: 'password_dropped' });
  return {};
});

const showHint = implement(passwordHint, async ({ use }) => {
  const held = await credentials.hintOf(use);
  return { hint: held === null ? null : ((await use.read(held)).password_hint ?? null) };
});

export const passwordOperations = (visits: Visits): readonly Operation[] => [
  signIn(visits),
  set,
  drop,
  showHint,
];
