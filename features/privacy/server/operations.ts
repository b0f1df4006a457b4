import { type Context, everyDevice, implement, type Operation, problem } from '@axent/kernel';
import { dataMap } from '@axent/kernel/data-map';
import { type OwnOpening, ownOpenings } from '@axent/kernel/person';
import * as contract from '../contract.ts';
import { correctable, readableValue } from '../privacy.ts';
import { entryAt, type HeldRow, heldRows, type MapEntry, replaceBox } from './storage.ts';

type Rights = Context<'rights'>;
type Sealable = Parameters<Rights['use']['read']>[0];
type Collectable = Parameters<Rights['use']['collect']>;

const uses_per_page = 50;
const uses_in_download = 200;

/** Places whose category this purpose may read under the policy in force; the rest hold nothing that is shown. */
function readable({ policy }: Rights): readonly MapEntry[] {
  const cells = policy.compiled.table.read['rights'] ?? {};
  return dataMap.filter((entry) => cells[entry.category]?.offered === true);
}

async function itemOf({ use }: Rights, row: HeldRow, entry: MapEntry) {
  const value = readableValue(await use.read(row.box as Sealable));
  const state = row.open ? ('held' as const) : ('withheld' as const);
  const writable = (entry.writers as readonly string[]).includes('rights');
  return {
    id: row.id,
    place: row.place,
    value,
    state,
    correctable: writable && row.open && correctable(row.category).length > 0,
  };
}

async function holdingsOf(context: Rights) {
  const byCategory = new Map<string, Awaited<ReturnType<typeof itemOf>>[]>();
  for (const entry of readable(context)) {
    const items = byCategory.get(entry.category) ?? [];
    for (const row of await heldRows(context.use, entry)) items.push(await itemOf(context, row, entry));
    byCategory.set(entry.category, items);
  }
  return [...byCategory].map(([category, items]) => ({ category, items }));
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
  }));
}

const holdings = implement(contract.holdings, async (context) => ({ holdings: await holdingsOf(context) }));

const correct = implement(contract.correct, async (context, input) => {
  const { use } = context;
  const entry = entryAt(input.place);
  if (entry === undefined || !readable(context).includes(entry)) throw problem('item_unknown', {}, 404);
  const row = (await heldRows(use, entry)).find((one) => one.id === input.id);
  if (row === undefined) throw problem('item_unknown', {}, 404);
  const fields = correctable(row.category);
  const refused = Object.keys(input.value).find((field) => !fields.includes(field));
  if (refused !== undefined || !row.open) throw problem('not_correctable', { field: refused ?? '' });
  const value = { ...(await use.read(row.box as Sealable)), ...input.value };
  const place = { table: entry.table, id: row.box.row };
  const sealed = await use.collect(row.category as Collectable[0], value as Collectable[1], place);
  await replaceBox(use, entry, row.id, sealed);
  return await itemOf(context, { ...row, box: { ...row.box, sealed } }, entry);
});

const download = implement(contract.download, async (context) => {
  const { use, session, policy, now } = context;
  return {
    made_at: now.toISOString(),
    revision: policy.revision,
    holdings: await holdingsOf(context),
    uses: await usesOf(context, null, uses_in_download),
    openings: (await ownOpenings(use, session.device ?? everyDevice)).map(openingForPeople),
  };
});

function openingForPeople({ device_id: _, ...opening }: OwnOpening & { device_id?: string }) {
  return opening;
}

const uses = implement(contract.uses, async (context, input) => {
  const limit = input.limit ?? uses_per_page;
  const page = await usesOf(context, input.before ?? null, limit);
  return { uses: page, next: page.length === limit ? (page.at(-1)?.id ?? null) : null };
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

export const operations: readonly Operation[] = [holdings, correct, download, uses, receipt];
