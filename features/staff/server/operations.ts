import { randomBytes, randomInt } from 'node:crypto';
import { type Context, implement, type Operation, problem } from '@axent/kernel';
import { findPerson, makePerson, startHalf } from '@axent/kernel/person';
import * as contract from '../contract.ts';
import type { StaffRole } from '../roles.ts';
import {
  code_digits,
  code_life_s,
  judgeProof,
  normaliseEmail,
  resend_after_s,
  waitBeforeNext,
} from '../staff.ts';
import { hashOf, newLink } from './link.ts';
import { proofMail } from './mail.ts';
import { isFull } from './office.ts';
import * as storage from './storage.ts';

type Authentication = Context<'authentication'>;

interface Entering {
  readonly token: string;
  readonly email: string;
}

/** The link and the address that go together, or the refusal. */
async function enter(
  { use, now, keyedHash }: Authentication,
  input: Entering,
  lock: typeof storage.lockInvitation,
) {
  const email = normaliseEmail(input.email);
  if (email === null) throw problem('address_invalid');
  const token_hash = hashOf(input.token);
  const invitation = await lock(use, token_hash, now);
  if (invitation === null) throw problem('link_unknown', {}, 404);
  return { email, token_hash, invitation, recipient: keyedHash('staff recipient', email) };
}

const prove = implement(contract.prove, async (context, input) => {
  const { use, now, reply, keyedHash } = context;
  const { email, token_hash, invitation, recipient } = await enter(context, input, storage.lockInvitation);
  if (judgeProof(invitation, false, now) === 'link_guessed_out') throw problem('link_guessed_out', {}, 429);
  const wait_s = waitBeforeNext(invitation, now);
  if (wait_s > 0) throw problem('code_wait', { wait_s }, 429);
  const code = randomInt(10 ** code_digits)
    .toString()
    .padStart(code_digits, '0');
  const nonce = randomBytes(16).toString('base64url');
  await storage.storeProof(use, token_hash, {
    recipient,
    code: keyedHash('staff code', `${email}|${code}`),
    binding: keyedHash('code binding', nonce),
    sent_at: now,
  });
  await use.send('code', proofMail(email, code, input.language));
  reply.bind(nonce);
  return { expires_in_s: code_life_s, again_in_s: resend_after_s };
});

const redeem = implement(contract.redeem, async (context, input) => {
  const { use, now, caller, keyedHash } = context;
  // Every link, so that two who come in at once are counted one after the other.
  const { email, token_hash, invitation, recipient } = await enter(context, input, storage.lockInvitations);
  const typed = keyedHash('staff code', `${email}|${input.code.replace(/\D/g, '')}`);
  const bound =
    caller.binding !== null && invitation.binding?.equals(keyedHash('code binding', caller.binding));
  const matches =
    (invitation.recipient?.equals(recipient) && invitation.code?.equals(typed) && bound) === true;
  const verdict = judgeProof(invitation, matches, now);
  if (verdict !== 'right') {
    if (verdict === 'code_wrong') await storage.countGuess(use, token_hash);
    return problem(verdict, {}, verdict === 'link_guessed_out' ? 429 : 422);
  }
  // Several links may have been made while there was one officer only.
  if (await isFull(context, invitation.role)) {
    await storage.dropInvitation(use, token_hash);
    return problem('officers_enough', {}, 409);
  }
  if ((await findPerson(context, 'email', email)) !== null) return problem('address_taken', {}, 409);
  const person = await makePerson(context, 'staff', { kind: 'email', value: email });
  await storage.grantRole(use, person, invitation.role, invitation.made_by);
  if (invitation.work_name !== null) await storage.nameStaff(use, person, invitation.work_name);
  await storage.dropInvitation(use, token_hash);
  // What comes next is the second step, without which nobody of the staff comes in.
  await startHalf(context, person, 'invitation');
  return { role: invitation.role as StaffRole };
});

const show = implement(contract.show, async ({ use, session, now }) => ({
  roles: [...session.roles],
  signed_in_at: (session.createdAt ?? now).toISOString(),
  fresh: session.fresh,
  privacy_officers: await storage.officerCount(use),
}));

const invite = implement(contract.invite, async (context, { role, name = null }) => {
  const { use, now, session } = context;
  if (await isFull(context, role)) throw problem('officers_enough', {}, 409);
  await storage.dropExpired(use, now);
  const { token, token_hash, expires_at } = newLink(now);
  await storage.storeInvitation(use, {
    token_hash,
    role,
    expires_at,
    work_name: name,
    made_by: session.person,
  });
  return { token, expires_at: expires_at.toISOString() };
});

export const operations: readonly Operation[] = [prove, redeem, show, invite];
