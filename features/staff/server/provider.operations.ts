import type { Entered } from '@axent/account/contract/shapes';
import {
  type Context,
  implement,
  implementWith,
  type Operation,
  type PersonId,
  ProblemError,
  problem,
} from '@axent/kernel';
import { addIdentifier, dropIdentifiers, findPerson, makePerson, ownIdentifiers } from '@axent/kernel/person';
import type Type from 'typebox';
import * as contract from '../contract.provider.ts';
import { judgeProof } from '../staff.ts';
import { hashOf } from './link.ts';
import { isFull } from './office.ts';
import { bind, boundTo, stateHash } from './provider.binding.ts';
import * as requests from './provider.storage.ts';
import type { Identity, Provider } from './provider.ts';
import * as storage from './storage.ts';

type Authentication = Context<'authentication'>;
type In = Type.Static<typeof Entered>;

/** Lets somebody in who proved something, or asks for the second step. @param enough nothing more is asked for */
export type Enter = (
  context: Authentication,
  who: { readonly person: PersonId; readonly kind: 'staff'; readonly created: boolean },
  first: { readonly by: string; readonly enough: boolean },
) => Promise<In>;

const request_life_ms = 600_000;
/** Clocks differ. */
const clocks_ms = 30_000;
const kind = 'oidc';

const whomOf = ({ keyedHash }: Authentication, person: string | null): Buffer | null =>
  person === null ? null : keyedHash('provider whom', person);

/** Keeps what is asked of the provider, once it has said where it is; answers where the browser goes. */
async function send(
  context: Authentication,
  provider: Provider | null,
  aim: requests.Aim,
  token_hash: Buffer | null = null,
): Promise<{ url: string }> {
  if (provider === null) throw problem('provider_none', {}, 409);
  const { use, now, session } = context;
  const binding = bind(context);
  await requests.dropOldRequests(use, now);
  await requests.storeRequest(use, {
    state: stateHash(context, binding.state),
    aim,
    whom: whomOf(context, session.person),
    token_hash,
    asked_at: now,
    expires_at: new Date(now.getTime() + request_life_ms),
  });
  return { url: await provider.address(binding, aim === 'confirm') };
}

const show = (provider: Provider | null) =>
  implement(contract.provider, async (context) => ({
    name: provider?.name ?? null,
    connected: context.session.person !== null && ((await ownIdentifiers(context)).get(kind) ?? 0) > 0,
    leave_url: provider?.leave ?? null,
  }));

const begin = (provider: Provider | null): readonly Operation[] => {
  // Asked beforehand, so that no transaction waits for it; from then on it is known.
  const learn = async () => await provider?.learn();
  return [
    implementWith(contract.providerEnter, learn, (context) => send(context, provider, 'enter')),
    implementWith(contract.providerConnect, learn, (context) => send(context, provider, 'connect')),
    implementWith(contract.providerConfirm, learn, (context) => send(context, provider, 'confirm')),
    implementWith(contract.providerRedeem, learn, async (context, { token }) => {
      const token_hash = hashOf(token);
      const invitation = await storage.lockInvitation(context.use, token_hash, context.now);
      if (invitation === null) throw problem('link_unknown', {}, 404);
      if (judgeProof(invitation, false, context.now) === 'link_guessed_out')
        throw problem('link_guessed_out', {}, 429);
      return await send(context, provider, 'redeem', token_hash);
    }),
  ];
};

interface Answered {
  readonly state: string;
  readonly identity: Identity;
}

type Doing = (
  context: Authentication,
  identity: Identity,
  asked: requests.ProviderRequest,
  enter: Enter,
) => Promise<In | ProblemError>;

const unchanged: In = { created: false, offered: [], second: [] };

/** Only who is known here: the provider makes nobody a member of staff. */
const comeIn: Doing = async (context, identity, _asked, enter) => {
  const found = await findPerson(context, kind, identity.value);
  if (found?.kind !== 'staff' || !(await requests.hasRole(context.use, found.id)))
    return problem('provider_unknown', {}, 403);
  // Signed in meanwhile, in another tab: a silent sign-in there proves nothing anew.
  if (context.session.person === found.id) return unchanged;
  const who = { person: found.id, kind: found.kind, created: false };
  return await enter(context, who, { by: 'provider', enough: identity.two_factors });
};

const redeem: Doing = async (context, identity, { token_hash }, enter) => {
  const { use, now } = context;
  // Every link, so that two who come in at once are counted one after the other.
  const invitation = token_hash === null ? null : await storage.lockInvitations(use, token_hash, now);
  if (token_hash === null || invitation === null) return problem('link_unknown', {}, 404);
  if (await isFull(context, invitation.role)) {
    await storage.dropInvitation(use, token_hash);
    return problem('officers_enough', {}, 409);
  }
  if ((await findPerson(context, kind, identity.value)) !== null) return problem('provider_taken', {}, 409);
  const person = await makePerson(context, 'staff', { kind, value: identity.value });
  await storage.grantRole(use, person, invitation.role, invitation.made_by);
  if (invitation.work_name !== null) await storage.nameStaff(use, person, invitation.work_name);
  await storage.dropInvitation(use, token_hash);
  const who = { person, kind: 'staff', created: false } as const;
  return await enter(context, who, { by: 'invitation', enough: identity.two_factors });
};

const connect: Doing = async (context, identity) => {
  if (!(await addIdentifier(context, kind, identity.value))) return problem('provider_taken', {}, 409);
  await dropIdentifiers(context, kind, identity.value);
  return unchanged;
};

/** Whoever is signed in here signed in there anew, after having been asked to. */
const confirm: Doing = async (context, identity, { asked_at }, enter) => {
  const found = await findPerson(context, kind, identity.value);
  if (found === null || found.kind !== 'staff' || found.id !== context.session.person)
    return problem('provider_unknown', {}, 403);
  if (identity.signed_in_at.getTime() < asked_at.getTime() - clocks_ms) return problem('provider_refused');
  const who = { person: found.id, kind: found.kind, created: false };
  return await enter(context, who, { by: 'provider', enough: true });
};

const doings: Readonly<Record<requests.Aim, Doing>> = { enter: comeIn, redeem, connect, confirm };

const comeBack = (provider: Provider | null, enter: Enter) =>
  implementWith(
    contract.providerReturn,
    async ({ caller, keyedHash }, { answer }): Promise<Answered | null> => {
      if (provider === null) return null;
      const binding = boundTo({ keyedHash }, caller.binding, answer);
      if (binding === null) throw problem('provider_expired', {}, 409);
      return { state: binding.state, identity: await provider.identify(answer, binding) };
    },
    async (context, _input, answered) => {
      if (provider === null || answered === null) throw problem('provider_none', {}, 409);
      const { use, now, session } = context;
      const asked = await requests.takeRequest(use, stateHash(context, answered.state), now);
      if (asked === null) return problem('provider_expired', {}, 409);
      const { aim, whom } = asked;
      // What somebody began who was signed in is done for them alone.
      if (whom !== null && whomOf(context, session.person)?.equals(whom) !== true)
        return problem('provider_expired', {}, 409);
      const entered = await doings[aim](context, answered.identity, asked, enter);
      return entered instanceof ProblemError ? entered : { aim, entered };
    },
  );

const forget = implement(contract.providerDisconnect, async (context) => {
  if (!(await dropIdentifiers(context, kind))) throw problem('last_way', {}, 409);
  return {};
});

export const providerOperations = (provider: Provider | null, enter: Enter): readonly Operation[] => [
  show(provider),
  ...begin(provider),
  comeBack(provider, enter),
  forget,
];
