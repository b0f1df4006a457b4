import { implement, type Operation, type PersonId, problem } from '@axent/kernel';
import { endSession, findPerson, makePerson, startSession } from '@axent/kernel/person';
import { code_life_s, resend_after_s } from '../account.ts';
import { codeState, contact, new_device, requestCode, show, signOut, verifyCode, ways } from '../contract.ts';
import { proveCode, sendCode, stateOfCode } from './codes.ts';
import { deviceOperations, keepDevice } from './devices.ts';
import { type Recipient, recipientOf } from './recipient.ts';
import * as storage from './storage.ts';
import type { Visits } from './visits.ts';

const ask = implement(requestCode, async (context, input) => {
  const recipient = recipientOf(input);
  if (!context.carries(recipient.channel)) throw problem('phone_not_offered', {}, 409);
  const long = await sendCode(context, recipient, input.language);
  return {
    sent_to: recipient.masked,
    expires_in_s: code_life_s,
    again_in_s: resend_after_s,
    slow: await storage.channelWaits(context.use, recipient.channel),
    long,
  };
});

const askState = implement(codeState, async (context, input) => ({
  state: await stateOfCode(context, recipientOf(input)),
}));

const signIn = (visits: Visits) =>
  implement(verifyCode, async (context, input) => {
    const { use, caller } = context;
    const recipient = recipientOf(input);
    const refused = await proveCode(context, recipient, input.code);
    if (refused !== null) return refused;
    const { kind, value } = recipient;
    const found = await findPerson(context, kind, value);
    const person = found?.id ?? (await makePerson(context, 'customer', { kind, value }));
    const { offered, device } = await startSession(context, person, found?.kind ?? 'customer');
    if (found === null) await keepContact(context, person, recipient);
    const added = await keepDevice(context, device, visits);
    visits.written({ person, device }, caller);
    if (found !== null && added) await use.event(new_device, { person, device });
    return { created: found === null, offered: [...offered] };
  });

type SignIn = Parameters<typeof findPerson>[0];

async function keepContact({ use }: SignIn, person: PersonId, { kind, value }: Recipient): Promise<void> {
  const id = use.newId();
  const address = { email: kind === 'email' ? value : null, phone: kind === 'phone' ? value : null };
  const sealed = await use.collect('contact', address, { table: 'app.contact', id });
  await storage.storeContact(use, { id, person_id: person, sealed });
}

const showWays = implement(ways, async ({ carries }) => ({ phone: carries('sms') }));

const showAccount = implement(show, async ({ session }) => ({
  actor: session.kind,
  roles: [...session.roles],
  signed_in_at: session.createdAt?.toISOString() ?? null,
  fresh: session.fresh,
  erased_at: session.erasedAt?.toISOString() ?? null,
}));

const showContact = implement(contact, async ({ use }) => {
  const held = await storage.ownContact(use);
  if (held === null) return { email: null, phone: null };
  const { email, phone } = await use.read(held);
  return { email, phone };
});

const leave = implement(signOut, async (context) => {
  await endSession(context);
  return {};
});

export function operations(visits: Visits): readonly Operation[] {
  return [
    ask,
    askState,
    signIn(visits),
    showWays,
    showAccount,
    showContact,
    leave,
    ...deviceOperations(visits),
  ];
}
