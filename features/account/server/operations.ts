import { randomBytes, randomInt } from 'node:crypto';
import { implement, type Operation, type PersonId, problem } from '@axent/kernel';
import { endSession, findPerson, makePerson, startSession } from '@axent/kernel/person';
import {
  code_digits,
  code_life_s,
  countGuess,
  isGuessedOut,
  judgeCode,
  maskEmail,
  normaliseCode,
  normaliseEmail,
  resend_after_s,
  waitBeforeNext,
} from '../account.ts';
import { contact, requestCode, show, signOut, verifyCode } from '../contract.ts';
import { deviceOperations, keepDevice } from './devices.ts';
import { codeMail } from './mail.ts';
import * as storage from './storage.ts';
import type { Visits } from './visits.ts';

const sendCode = implement(requestCode, async ({ use, now, reply, keyedHash }, input) => {
  const email = normaliseEmail(input.email);
  if (email === null) throw problem('address_invalid');
  const recipient = keyedHash('code recipient', email);
  const earlier = await storage.lockCode(use, recipient);
  if (isGuessedOut(earlier, now)) throw problem('too_many_guesses', {}, 429);
  const wait_s = waitBeforeNext(earlier, now);
  if (wait_s > 0) throw problem('code_wait', { wait_s }, 429);
  const code = randomInt(10 ** code_digits)
    .toString()
    .padStart(code_digits, '0');
  const nonce = randomBytes(16).toString('base64url');
  const stored = await storage.storeCode(use, recipient, {
    code: keyedHash('code', `${email}|${code}`),
    binding: keyedHash('code binding', nonce),
    sent_at: now,
    expires_at: new Date(now.getTime() + code_life_s * 1000),
  });
  if (!stored) throw problem('code_wait', { wait_s: resend_after_s }, 429);
  await use.send('code', codeMail(email, code, input.language));
  reply.bind(nonce);
  return {
    sent_to: maskEmail(email),
    expires_in_s: code_life_s,
    again_in_s: resend_after_s,
    slow: await storage.mailWaits(use),
  };
});

const signIn = (visits: Visits) =>
  implement(verifyCode, async (context, input) => {
    const { use, now, keyedHash, caller } = context;
    const email = normaliseEmail(input.email);
    if (email === null) throw problem('address_invalid');
    const recipient = keyedHash('code recipient', email);
    const stored = await storage.lockCode(use, recipient);
    const typed = keyedHash('code', `${email}|${normaliseCode(input.code)}`);
    const bound =
      caller.binding !== null && stored?.binding.equals(keyedHash('code binding', caller.binding));
    const matches = stored?.code !== null && (stored?.code.equals(typed) ?? false) && bound === true;
    const verdict = judgeCode(stored, matches, now);
    if (verdict !== 'right') {
      // A browser that asked for no code cannot guess one; counting it would let anybody lock out anybody.
      if (verdict === 'code_wrong' && stored !== null && bound)
        await storage.storeGuess(use, recipient, countGuess(stored, now));
      return problem(verdict, {}, verdict === 'too_many_guesses' ? 429 : 422);
    }
    await storage.dropCode(use, recipient);
    const found = await findPerson(context, 'email', email);
    const person = found?.id ?? (await makePerson(context, 'customer', { kind: 'email', value: email }));
    const { offered, device } = await startSession(context, person, found?.kind ?? 'customer');
    if (found === null) await keepContact(context, person, email);
    await keepDevice(context, device, visits);
    visits.written({ person, device }, caller);
    return { created: found === null, offered: [...offered] };
  });

type SignIn = Parameters<typeof findPerson>[0];

async function keepContact({ use }: SignIn, person: PersonId, email: string): Promise<void> {
  const id = use.newId();
  const sealed = await use.collect('contact', { email, phone: null }, { table: 'app.contact', id });
  await storage.storeContact(use, { id, person_id: person, sealed });
}

const showAccount = implement(show, async ({ session }) => ({
  actor: session.kind,
  roles: [...session.roles],
  signed_in_at: session.createdAt?.toISOString() ?? null,
  fresh: session.fresh,
}));

const showContact = implement(contact, async ({ use }) => {
  const held = await storage.ownContact(use);
  return { email: held === null ? null : (await use.read(held)).email };
});

const leave = implement(signOut, async (context) => {
  await endSession(context);
  return {};
});

export function operations(visits: Visits): readonly Operation[] {
  return [sendCode, signIn(visits), showAccount, showContact, leave, ...deviceOperations(visits)];
}
