import { type Context, implement, type Operation, problem, Shredded } from '@axent/kernel';
import * as contract from '../contract.ts';
import { correctable, corrected, isCallable, isGivenFreely, needsFresh, readableValue } from '../privacy.ts';
import {
  acceptedItems,
  type HeldItem,
  openingHistory,
  preferenceItems,
  requestItems,
  waitingItems,
} from './kept.ts';
import { dropRow, type HeldRow, heldRows, isClaimed, type MapEntry, replaceBox } from './storage.ts';

type Rights = Context<'rights'>;
type Sealable = Parameters<Rights['use']['read']>[0];
type Collectable = Parameters<Rights['use']['collect']>;

const uses_per_page = 50;
const uses_in_download = 200;

/** Whether this purpose may read the category under the policy in force. */
const shownBy = ({ policy }: Rights, category: string): boolean =>
  policy.compiled.table.read['rights']?.[category]?.offered === true;

/** The places of the data map that the person is shown. */
function readable(places: readonly MapEntry[], context: Rights): readonly MapEntry[] {
  return places.filter((entry) => entry.ofPerson && shownBy(context, entry.category));
}

/** What an account rests on goes with the account. */
const isDeletable = ({ byFunction, category }: MapEntry) => byFunction || isGivenFreely(category);

async function itemOf({ use }: Rights, row: HeldRow, entry: MapEntry): Promise<HeldItem> {
  const value = readableValue(await use.read(row.box as Sealable));
  const state = row.open ? 'held' : 'withheld';
  const writable = (entry.writers as readonly string[]).includes('rights');
  return {
    id: row.id,
    place: row.place,
    value,
    state,
    correctable: writable && row.open && correctable(row.category).length > 0,
    deletable: isDeletable(entry),
  };
}

/** A row whose key is gone holds nothing any more: a backup may have brought it back. */
async function readableItem(context: Rights, row: HeldRow, entry: MapEntry) {
  try {
    return [await itemOf(context, row, entry)];
  } catch (error) {
    if (error instanceof Shredded) return [];
    throw error;
  }
}

async function holdingsOf(places: readonly MapEntry[], context: Rights) {
  const byCategory = new Map<string, HeldItem[]>();
  for (const entry of readable(places, context)) {
    const items = byCategory.get(entry.category) ?? [];
    for (const row of await heldRows(context.use, entry))
      items.push(...(await readableItem(context, row, entry)));
    byCategory.set(entry.category, items);
  }
  if (shownBy(context, 'message')) byCategory.set('message', await waitingItems(context));
  if (shownBy(context, 'preference')) byCategory.set('preference', await preferenceItems(context));
  if (shownBy(context, 'request')) byCategory.set('request', await requestItems(context));
  if (shownBy(context, 'consent')) byCategory.set('consent', await acceptedItems(context));
  return [...byCategory].map(([category, items]) => ({ category, items }));
}

/** The row and its place, for one that is the person's own and shown to them. */
async function foundAt(places: readonly MapEntry[], context: Rights, place: string, id: string) {
  const entry = readable(places, context).find((one) => `${one.table}.${one.column}` === place);
  const row = entry && (await heldRows(context.use, entry)).find((one) => one.id === id);
  if (entry === undefined || row === undefined) throw problem('item_unknown', {}, 404);
  return { entry, row };
}

async function usesOf({ records }: Rights, before: string | null, limit: number) {
  const rows = await records.list(before, limit);
  return rows.map(({ id, at, record }) => ({
    id,
    at: at.toISOString(),
    operation: record.operation,
    clause: record.clause,
    purpose: record.purpose,
    categories: [...record.categories],
    role: record.role,
    ...(record.recipient === undefined ? {} : { recipient: record.recipient }),
    ...(record.matter === undefined ? {} : { matter: record.matter }),
  }));
}

const correct = (places: readonly MapEntry[]) =>
  implement(contract.correct, async (context, input) => {
    const { use, session } = context;
    const { entry, row } = await foundAt(places, context, input.place, input.id);
    if (needsFresh(row.category) && !session.fresh) throw problem('fresh_sign_in_needed');
    if (!isCallable(input.value['phone'] ?? '')) throw problem('phone_uncallable');
    const fields = correctable(row.category);
    const refused = Object.keys(input.value).find((field) => !fields.includes(field));
    if (refused !== undefined || !row.open) throw problem('not_correctable', { field: refused ?? '' });
    const before = (await use.read(row.box as Sealable)) as Readonly<Record<string, string | null>>;
    const { value, refusal } = corrected(row.category, before, input.value);
    if (refusal !== null) throw problem(refusal.code, refusal.facts);
    // Emptied of all that was given freely, there is nothing left to hold.
    if (isGivenFreely(row.category) && Object.values(value).every((one) => one === null)) {
      await dropRow(use, entry, row.id);
      return { ...(await itemOf(context, row, entry)), value, correctable: false, deletable: false };
    }
    const place = { table: entry.table, id: row.box.row };
    const sealed = await use.collect(row.category as Collectable[0], value as Collectable[1], place);
    await replaceBox(use, entry, row.id, sealed);
    return await itemOf(context, { ...row, box: { ...row.box, sealed } }, entry);
  });

/**
 * What a function collected or the person gave freely goes when they say so. A legal duty to keep wins over that, and
 * is said.
 */
const remove = (places: readonly MapEntry[]) =>
  implement(contract.remove, async (context, input) => {
    const { entry, row } = await foundAt(places, context, input.place, input.id);
    if (!isDeletable(entry)) throw problem('not_deletable', { place: input.place });
    if (await isClaimed(context.use, row)) throw problem('kept_by_law', {}, 409);
    await dropRow(context.use, entry, row.id);
    return { id: row.id };
  });

const download = (places: readonly MapEntry[]) =>
  implement(contract.download, async (context) => {
    const { policy, now } = context;
    const uses = await usesOf(context, null, uses_in_download);
    return {
      made_at: now.toISOString(),
      revision: policy.revision,
      holdings: await holdingsOf(places, context),
      openings: await openingHistory(context),
      uses,
      next: nextOf(uses, uses_in_download),
    };
  });

/** The key of the next page; null after the last. */
function nextOf(page: readonly { readonly id: string }[], limit: number): string | null {
  return page.length === limit ? (page.at(-1)?.id ?? null) : null;
}

const uses = implement(contract.uses, async (context, input) => {
  const limit = input.limit ?? uses_per_page;
  const page = await usesOf(context, input.before ?? null, limit);
  return { uses: page, next: nextOf(page, limit) };
});

const receipt = implement(contract.receipt, async ({ records }, { id }) => {
  const answer = await records.receipt(id);
  if (answer.state === 'unknown') throw problem('item_unknown', {}, 404);
  return {
    state: answer.state,
    text: answer.state === 'ready' ? answer.text : null,
    vkey: records.vkey,
  };
});

const replay = implement(contract.replay, async ({ records }, { id }) => {
  const answer = await records.replay(id);
  if (answer === null) throw problem('item_unknown', {}, 404);
  return { ...answer };
});

/** @param places where data of persons is. */
export function operations(places: readonly MapEntry[]): readonly Operation[] {
  const holdings = implement(contract.holdings, async (context) => ({
    holdings: await holdingsOf(places, context),
  }));
  return [holdings, correct(places), remove(places), download(places), uses, receipt, replay];
}
