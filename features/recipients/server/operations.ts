import { type Context, implement, type Operation, problem } from '@axent/kernel';
import type { Language, LegalArea, NoticeWords, PolicyShape } from '@axent/policy/shape';
import * as contract from '../contract.ts';
import { daysUntil, letsDataOut, termsState } from '../recipients.ts';
import * as storage from './storage.ts';

type Archive = Context<'archive'>;

const today = (now: Date) => now.toISOString().slice(0, 10);

/** `category.field` of all that the policy lets a kind of third party have. */
function fieldsOf(policy: PolicyShape, kind: string): string[] {
  return (policy.recipients[kind]?.categories ?? []).flatMap((category) =>
    (policy.categories[category]?.fields ?? []).map((field) => `${category}.${field}`),
  );
}

function named(field: string, words: NoticeWords) {
  const category = field.split('.')[0] ?? '';
  return { field, category_name: words.categories[category] ?? category };
}

function kindsOf({ policy }: Archive, language: Language) {
  const { policy: shape, notices } = policy.compiled;
  const words = notices[language];
  return Object.entries(shape.recipients).map(([kind, { role, clause }]) => ({
    kind,
    name: words.recipients?.[kind] ?? kind,
    role,
    offered: shape.clauses[clause]?.built !== 'not',
    fields: fieldsOf(shape, kind).map((field) => named(field, words)),
  }));
}

function shown(row: storage.Row, area: LegalArea, day: string, words: NoticeWords) {
  const { terms_from: from, terms_until: until, terms_hash: hash, ended_at, ...entry } = row.entry;
  const state = termsState(from, until, day);
  const days_left = until === null ? null : daysUntil(until, day);
  return {
    ...entry,
    id: row.id,
    change: row.change,
    fields: [...entry.fields],
    kind_name: words.recipients?.[entry.kind] ?? entry.kind,
    terms: { state, from, until, hash, days_left },
    ended: ended_at !== null,
    open: ended_at === null && entry.area === area && letsDataOut(state),
    people: Number(row.people),
  };
}

const history = implement(contract.history, async ({ use }, { id }) => {
  const rows = await storage.changesOf(use, id);
  return {
    changes: rows.map(({ id: change, act, at, by_settings, entry }) => ({
      id: change,
      act,
      at: at.toISOString(),
      by_settings,
      name: entry.name,
      fields: [...entry.fields],
      from: entry.terms_from,
      until: entry.terms_until,
    })),
  };
});

/** Writes the entry on top of the change that the officer had before them. */
async function write(
  { use, now }: Archive,
  act: storage.ChangeRow['act'],
  place: { readonly id: string; readonly base: string | null },
  entry: storage.Entry,
) {
  const change = use.newId();
  const refusal = await storage.write(use, { ...place, change, act, entry, at: now });
  if (refusal === 'state_changed') throw problem('entry_changed', {}, 409);
  if (refusal !== null) throw problem(refusal, {}, refusal === 'not_allowed' ? 403 : 409);
  return { id: place.id, change };
}

async function entryOf({ use }: Archive, id: string): Promise<storage.Entry> {
  const row = (await storage.register(use)).find((one) => one.id === id);
  // What has ended stays so: whoever begins again is registered anew.
  if (row === undefined || row.entry.ended_at !== null) throw problem('entry_unknown', {}, 404);
  return row.entry;
}

const put = implement(contract.put, async (context, input) => {
  const { use, policy } = context;
  const { id, base = null, carrier = null, ...facts } = input;
  const shape = policy.compiled.policy;
  const kind = shape.recipients[input.kind];
  if (kind === undefined || (kind.role === 'carrier') !== (carrier !== null)) throw problem('kind_unknown');
  const listed = fieldsOf(shape, input.kind);
  const stray = input.fields.find((field) => !listed.includes(field));
  if (stray !== undefined) throw problem('field_not_listed', { subject: stray });
  const earlier = id === undefined ? null : await entryOf(context, id);
  const entry = {
    terms_from: null,
    terms_until: null,
    terms_hash: null,
    ended_at: null,
    ...earlier,
    ...facts,
    carrier,
  };
  return await write(
    context,
    earlier === null ? 'registered' : 'changed',
    { id: id ?? use.newId(), base },
    entry,
  );
});

const terms = implement(contract.terms, async (context, { id, base, from, until, hash }) => {
  const real = [from, until].every((day) => new Date(day).toISOString().startsWith(day));
  if (!real || until < from) throw problem('days_out_of_order');
  const entry = await entryOf(context, id);
  const renewed = { ...entry, terms_from: from, terms_until: until, terms_hash: hash };
  return await write(context, 'terms', { id, base }, renewed);
});

const end = implement(contract.end, async (context, { id, base }) => {
  const entry = await entryOf(context, id);
  // The carrier of the settings is free for another.
  const over = { ...entry, carrier: null, ended_at: context.now.toISOString() };
  return await write(context, 'ended', { id, base }, over);
});

const mine = implement(contract.mine, async ({ use, policy }, { language }) => {
  const words = policy.compiled.notices[language];
  const rows = await storage.ownSharing(use);
  return {
    recipients: rows.map(({ recipient, kind, fields, first_at, last_at, ...facts }) => ({
      ...facts,
      id: recipient,
      kind_name: words.recipients?.[kind] ?? kind,
      fields: fields.map((field) => named(field, words)),
      first_at: first_at.toISOString(),
      last_at: last_at.toISOString(),
    })),
  };
});

export function recipientOperations(area: LegalArea): readonly Operation[] {
  const list = implement(contract.list, async (context, { language }) => {
    const { use, now, policy } = context;
    const words = policy.compiled.notices[language];
    const day = today(now);
    const rows = await storage.register(use);
    return {
      recipients: rows.map((row) => shown(row, area, day, words)),
      kinds: kindsOf(context, language),
      area,
      held: await storage.messagesHeld(use),
      today: day,
    };
  });
  return [list, history, put, terms, end, mine];
}
