import { implement, type Operation, type PersonId, problem } from '@axent/kernel';
import { endSession, findPerson, makePerson, startSession } from '@axent/kernel/person';
import { code_life_s, resend_after_s } from '../account.ts';
import {
  contact,
  devices,
  new_device,
  requestCode,
  resetDevice,
  show,
  signOut,
  verifyCode,
  ways,
} from '../contract.ts';
import { proveCode, sendCode } from './codes.ts';
import { describeDevice } from './device.ts';
import { type Recipient, recipientOf } from './recipient.ts';
import * as storage from './storage.ts';

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

const signIn = implement(verifyCode, async (context, input) => {
  const { use, now, caller } = context;
  const recipient = recipientOf(input);
  const refused = await proveCode(context, recipient, input.code);
  if (refused !== null) return refused;
  const { kind, value } = recipient;
  const found = await findPerson(context, kind, value);
  const person = found?.id ?? (await makePerson(context, 'customer', { kind, value }));
  const { offered, device } = await startSession(context, person, found?.kind ?? 'customer');
  if (found === null) await keepContact(context, person, recipient);
  const sealed = await use.collect('device', describeDevice(caller), {
    table: 'app.device',
    id: rowId(device),
  });
  const added = await storage.storeDevice(use, { id: device, person_id: person, sealed, seen_at: now });
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

function rowId(id: string) {
  return id as ReturnType<SignIn['use']['newId']>;
}

const showAccount = implement(show, async ({ session }) => ({
  actor: session.kind,
  roles: [...session.roles],
  signed_in_at: session.createdAt?.toISOString() ?? null,
  fresh: session.fresh,
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

const listDevices = implement(devices, async ({ use, session }) => {
  const held = await storage.ownDevices(use);
  return {
    devices: await Promise.all(
      held.map(async ({ id, seen_at, box }) => {
        const { name, type, connection, country } = await use.read(box);
        const this_device = id === session.device;
        return { id, this_device, name, type, connection, country, last_seen_at: seen_at.toISOString() };
      }),
    ),
  };
});

const forgetDevice = implement(resetDevice, async ({ use, session, reply }) => {
  if (session.device !== null) await storage.dropDevice(use, session.device);
  const id = rowId(use.newId());
  reply.setDevice(id as never);
  return { id };
});

export const operations: readonly Operation[] = [
  ask,
  signIn,
  showWays,
  showAccount,
  showContact,
  leave,
  listDevices,
  forgetDevice,
];
