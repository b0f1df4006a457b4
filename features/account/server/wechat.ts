import { type Asking, type Context, implement, implementWith, type Operation, problem } from '@axent/kernel';
import { way_changed } from '../contract.ways.ts';
import {
  beginConnectingWechat,
  beginWechat,
  connectWechat,
  disconnectWechat,
  signInWechat,
} from '../contract.wechat.ts';
import { flowOf, type WechatAccount } from '../wechat.ts';
import { enterBy } from './entering.ts';
import type { Visits } from './visits.ts';
import type { Wechat } from './wechat.client.ts';
import * as identity from './wechat.identity.ts';
import { flowOfState, type Meaning, makeState, takeState } from './wechat.state.ts';
import * as storage from './wechat.storage.ts';

type SignIn = Context<'authentication'>;

/** What signing in by WeChat takes: whom to ask, and to which page of ours WeChat leads back. */
export interface WechatDoor {
  readonly wechat: Wechat;
  readonly back: string;
}

export const offersWechat = ({ wechat }: WechatDoor, { caller }: Pick<SignIn, 'caller'>): boolean =>
  wechat.offers(flowOf(caller.userAgent));

async function leave({ wechat, back }: WechatDoor, context: SignIn, meaning: Meaning) {
  const flow = flowOf(context.caller.userAgent);
  if (!wechat.offers(flow)) throw problem('wechat_not_offered', {}, 409);
  const url = wechat.page(flow, back, await makeState(context, meaning, flow));
  if (url === null) throw problem('wechat_not_offered', {}, 409);
  return { url };
}

interface Returned {
  readonly code: string;
  readonly state: string;
}

/** WeChat is asked only for a browser that went there, for this. */
const whoReturned =
  ({ wechat }: WechatDoor, meaning: Meaning) =>
  async (asking: Asking, { code, state }: Returned): Promise<WechatAccount> => {
    const flow = flowOfState(asking, meaning, state);
    if (flow === null) throw problem('wechat_state', {}, 409);
    return await wechat.identify(flow, code);
  };

const enter = (door: WechatDoor, visits: Visits) =>
  implementWith(signInWechat, whoReturned(door, 'sign_in'), async (context, { state }, account) => {
    if (!(await takeState(context, state))) return problem('wechat_state', {}, 409);
    const { who, byUnion } = await identity.holdersOf(context, account);
    const person = who?.id ?? (await identity.makeWechatPerson(context, account));
    const entering = { person, kind: who?.kind ?? 'customer', created: who === null } as const;
    const entered = await enterBy(context, visits, entering, 'wechat');
    await identity.keyPerson(context, account);
    if (who === null) await identity.takeOver(context, account);
    else if (account.union_id !== null && byUnion === null)
      await identity.noteUnion(context, account.union_id);
    return entered;
  });

const connect = (door: WechatDoor) =>
  implementWith(connectWechat, whoReturned(door, 'connect'), async (context, { state }, account) => {
    const { use } = context;
    if (!(await takeState(context, state))) return problem('wechat_state', {}, 409);
    const { who, byUnion } = await identity.holdersOf(context, account);
    const foreign = [who, byUnion].some((holder) => holder !== null && holder.id !== use.person);
    if (foreign) return problem('wechat_taken', {}, 409);
    // Somebody who is being erased is not found, and still holds what is theirs.
    if (!(await identity.keyPerson(context, account))) throw problem('wechat_taken', {}, 409);
    await identity.dropOtherKeys(context, account);
    await identity.takeOver(context, account);
    await use.event(way_changed, { person: use.person ?? '', what: 'wechat_set' });
    return { nickname: account.nickname };
  });

const disconnect = implement(disconnectWechat, async (context) => {
  const { use } = context;
  if ((await storage.ownWechat(use)) === null) throw problem('way_unknown', {}, 404);
  await identity.dropKeys(context);
  await storage.dropWechat(use);
  await use.event(way_changed, { person: use.person ?? '', what: 'wechat_dropped' });
  return {};
});

/** The WeChat account of the operation's person; null: none. */
export async function connectedWechat({ use }: SignIn): Promise<{ readonly nickname: string | null } | null> {
  const held = await storage.ownWechat(use);
  return held === null ? null : { nickname: (await use.read(held)).nickname ?? null };
}

export const wechatOperations = (door: WechatDoor, visits: Visits): readonly Operation[] => [
  implement(beginWechat, async (context) => await leave(door, context, 'sign_in')),
  implement(beginConnectingWechat, async (context) => await leave(door, context, 'connect')),
  enter(door, visits),
  connect(door),
  disconnect,
];
