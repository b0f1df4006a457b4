import { type Context, implement, type Operation, type PersonId } from '@axent/kernel';
import { endHalf, endSession, findPerson, makePerson } from '@axent/kernel/person';
import { codeState, contact, requestCode, show, signOut, verifyCode, ways } from '../contract.ts';
import { ownWays } from '../contract.ways.ts';
import { shortestPassword } from '../password.ts';
import { authenticatorOperations } from './authenticator.ts';
import { askCode, proveCode, stateOfCode } from './codes.ts';
import { contactOperations } from './contacts.ts';
import * as credentials from './credentials.storage.ts';
import { deviceOperations } from './devices.ts';
import { enterBy } from './entering.ts';
import { ownPasskeys, passkeyOperations, type Site } from './passkeys.ts';
import { passwordOperations } from './password.ts';
import { provingOperations } from './proving.ts';
import { type Recipient, recipientOf } from './recipient.ts';
import { recoveryCodesLeft } from './recovery.ts';
import * as storage from './storage.ts';
import type { Visits } from './visits.ts';
import { connectedWechat, offersWechat, type WechatDoor, wechatOperations } from './wechat.ts';

const ask = implement(requestCode, (context, input) => askCode(context, input, 'sign_in'));

const askState = implement(codeState, async (context, input) => ({
  state: await stateOfCode(context, recipientOf(input)),
}));

const signIn = (visits: Visits) =>
  implement(verifyCode, async (context, input) => {
    const recipient = recipientOf(input);
    const refused = await proveCode(context, recipient, input.code, 'sign_in');
    if (refused !== null) return refused;
    const { kind, value } = recipient;
    const found = await findPerson(context, kind, value);
    const person = found?.id ?? (await makePerson(context, 'customer', { kind, value }));
    const who = { person, kind: found?.kind ?? 'customer', created: found === null } as const;
    const entered = await enterBy(context, visits, who, 'code');
    if (found === null) await keepContact(context, person, recipient);
    return entered;
  });

type SignIn = Context<'authentication'>;

async function keepContact({ use }: SignIn, person: PersonId, { kind, value }: Recipient): Promise<void> {
  const id = use.newId();
  const address = { email: kind === 'email' ? value : null, phone: kind === 'phone' ? value : null };
  const sealed = await use.collect('contact', address, { table: 'app.contact', id });
  await storage.storeContact(use, { id, person_id: person, sealed });
}

const showWays = (door: WechatDoor) =>
  implement(ways, async (context) => ({
    phone: context.carries('sms'),
    wechat: offersWechat(door, context),
  }));

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

/** How one signs in, without what is secret of it. */
const showOwnWays = (door: WechatDoor) =>
  implement(ownWays, async (context) => {
    const { use } = context;
    const held = await credentials.credentialsOf(use, ['password', 'authenticator']);
    const [password, authenticator] = (['password', 'authenticator'] as const).map((kind) =>
      held.find((row) => row.kind === kind),
    );
    const two_steps = (await credentials.secondKinds(use)).size > 0;
    const has_hint = (await credentials.hintOf(use)) !== null;
    return {
      password: password === undefined ? null : { made_at: password.made_at.toISOString(), has_hint },
      passkeys: await ownPasskeys(context),
      authenticator: authenticator === undefined ? null : { made_at: authenticator.made_at.toISOString() },
      wechat: await connectedWechat(context),
      wechat_offered: offersWechat(door, context),
      recovery_codes_left: await recoveryCodesLeft(context),
      two_steps,
      password_length: shortestPassword(two_steps),
    };
  });

const leave = implement(signOut, async (context) => {
  await endHalf(context);
  await endSession(context);
  return {};
});

export function operations(visits: Visits, site: Site, door: WechatDoor): readonly Operation[] {
  return [
    ask,
    askState,
    signIn(visits),
    showWays(door),
    showAccount,
    showContact,
    leave,
    showOwnWays(door),
    ...passwordOperations(visits),
    ...passkeyOperations(site, visits),
    ...authenticatorOperations(visits),
    ...contactOperations,
    ...wechatOperations(door, visits),
    ...deviceOperations(visits),
    ...provingOperations,
  ];
}
