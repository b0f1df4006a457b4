import { type Context, type PersonId, problem } from '@axent/kernel';
import { addIdentifier, dropIdentifiers, type Found, findPerson, makePerson } from '@axent/kernel/person';
import type { WechatAccount } from '../wechat.ts';
import { lockRecipient } from './codes.storage.ts';
import * as storage from './wechat.storage.ts';

type SignIn = Context<'authentication'>;

/** By what a person is found: the union id in every app of the operator, the open id in one. */
const kinds = { union: 'wechat_union', open: 'wechat' } as const;

const openOf = ({ app_id, open_id }: WechatAccount) => `${app_id}|${open_id}`;

interface Holders {
  /** Who comes in by this app already; else whoever does by another one. */
  readonly who: Found | null;
  readonly byUnion: Found | null;
}

/**
 * Whose WeChat account it is. Two that come with it at once are looked at one after the other, so that the second finds
 * the account that the first one made.
 */
export async function holdersOf(context: SignIn, account: WechatAccount): Promise<Holders> {
  const { use, now, keyedHash } = context;
  const open = openOf(account);
  const { union_id } = account;
  await lockRecipient(use, keyedHash('wechat open id', open), now);
  if (union_id !== null) await lockRecipient(use, keyedHash('wechat union id', union_id), now);
  const byOpen = await findPerson(context, kinds.open, open);
  const byUnion = union_id === null ? null : await findPerson(context, kinds.union, union_id);
  return { who: byOpen ?? byUnion, byUnion };
}

export async function makeWechatPerson(context: SignIn, account: WechatAccount): Promise<PersonId> {
  return await makePerson(context, 'customer', { kind: kinds.open, value: openOf(account) });
}

/**
 * The operation's person is found by both ids from now on, as far as they are known. Two accounts that were begun before
 * WeChat told that they are one person's stay two, each behind its own door, so that nothing of either is lost.
 */
export async function keyPerson(context: SignIn, account: WechatAccount): Promise<boolean> {
  const own = await addIdentifier(context, kinds.open, openOf(account));
  if (account.union_id === null) return own;
  return (await addIdentifier(context, kinds.union, account.union_id)) && own;
}

/** Another WeChat account of the person's opens nothing any more. */
export async function dropOtherKeys(context: SignIn, account: WechatAccount): Promise<void> {
  await dropIdentifiers(context, kinds.open, openOf(account));
  await dropIdentifiers(context, kinds.union, account.union_id);
}

/** No WeChat account opens the person's any more. Throws where it is the last way in: then everything stays. */
export async function dropKeys(context: SignIn): Promise<void> {
  for (const kind of [kinds.open, kinds.union])
    if (!(await dropIdentifiers(context, kind))) throw problem('last_way', {}, 409);
}

/** Nickname and picture are taken over once: from then on they are as the person leaves them. */
export async function takeOver({ use }: SignIn, account: WechatAccount): Promise<void> {
  const id = (await storage.ownWechat(use))?.row ?? use.newId();
  const value = {
    wechat_id: account.union_id ?? account.open_id,
    nickname: account.nickname,
    profile: account.picture,
  };
  const sealed = await use.collect('wechat', value, { table: 'app.wechat', id });
  await storage.storeWechat(use, { id, person_id: use.person ?? '', sealed });
}

/** The union id has appeared: it takes the place of the open id in what is kept. */
export async function noteUnion({ use }: SignIn, union_id: string): Promise<void> {
  const held = await storage.ownWechat(use);
  if (held === null) return;
  const value = { ...(await use.read(held)), wechat_id: union_id };
  const sealed = await use.collect('wechat', value, { table: 'app.wechat', id: held.row });
  await storage.storeWechat(use, { id: held.row, person_id: use.person ?? '', sealed });
}
