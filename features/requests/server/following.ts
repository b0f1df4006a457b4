import { implement, type Operation, problem } from '@axent/kernel';
import * as contract from '../contract.ts';
import { type Area, daysLeft, referenceOf, stateOf } from '../requests.ts';
import { keptByLaw } from '../terms.ts';
import { addressHash, provedBy, type Rights } from './asking.ts';
import * as recovery from './recovery.storage.ts';
import * as storage from './storage.ts';

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** What everybody sees of a request. */
export function shown(row: storage.RequestRow, now: Date) {
  return {
    id: row.id,
    reference: referenceOf(row.id),
    kind: row.kind,
    state: stateOf(row),
    received_at: row.received_at.toISOString(),
    due_at: row.due_at.toISOString(),
    days_left: daysLeft(row.due_at, row.closed_at ?? now),
    extended_at: iso(row.extended_at),
    closed_at: iso(row.closed_at),
  };
}

/** What was said in the request that is held. */
export async function saidIn(context: Rights, id: string) {
  const entries = await storage.entriesOf(context.use, id);
  return await Promise.all(
    entries.map(async ({ part, at, box }) => ({ part, at, value: await context.use.read(box) })),
  );
}

/** The proved address, or the session; throws where there is neither. */
function asker(context: Rights, proof: string | undefined): Buffer | null {
  const address = provedBy(context, proof);
  if (address === null && context.session.kind !== 'person') throw problem('proof_needed', {}, 401);
  return address && addressHash(context, address);
}

async function held(context: Rights, id: string, proof: string | undefined) {
  const own = await context.use.hold(id, asker(context, proof));
  if (own === null) throw problem('request_unknown', {}, 404);
  return own;
}

const mine = implement(contract.mine, async (context, { proof }) => ({
  requests: (await storage.ownRows(context.use, asker(context, proof))).map((row) => ({
    ...shown(row, context.now),
    acts: row.acts.map(([act, at]) => ({ act, at: new Date(at).toISOString() })),
  })),
}));

const show = implement(contract.show, async (context, { id, proof }) => {
  await held(context, id, proof);
  const said = await saidIn(context, id);
  return {
    entries: said.map(({ part, at, value }) => ({ part, at: at.toISOString(), text: value['text'] ?? '' })),
  };
});

const withdraw = implement(contract.withdraw, async (context, { id, proof }) => {
  await held(context, id, proof);
  const refusal = await storage.close(context.use, id, 'withdrawn', context.now);
  if (refusal !== null) throw problem(refusal, {}, 409);
  return {};
});

const recoveries = implement(contract.recoveries, async ({ use }) => ({
  recoveries: (await recovery.waiting(use)).map(({ id, waits_until }) => ({
    id,
    waits_until: waits_until.toISOString(),
  })),
}));

const stop = implement(contract.stopRecovery, async ({ use, now }, { id }) => {
  if (!(await recovery.stop(use, id, now))) throw problem('request_unknown', {}, 404);
  return {};
});

const terms = (area: Area) =>
  implement(contract.erasureTerms, async ({ policy: { compiled }, use }, { language }) => {
    const words = compiled.notices[language];
    return {
      kept: keptByLaw(compiled.policy, compiled.table, area).map(({ law, days, categories }) => ({
        law,
        days,
        names: categories.map((category) => words.categories[category] ?? category),
      })),
      told: await storage.sharedWith(use),
    };
  });

export function followingOperations({ area }: { readonly area: Area }): readonly Operation[] {
  return [mine, show, withdraw, recoveries, stop, terms(area)];
}
