import { implement, type Operation, problem } from '@axent/kernel';
import * as contract from '../contract.ts';
import { incidentState, standsUntil, windowFault } from '../security.ts';
import * as storage from './storage.ts';

const rows_per_page = 100;
/** Enough to tell two apart on the screen. */
const fingerprint_shown = 8;

const iso = (at: Date | null) => at?.toISOString() ?? null;

const signals = implement(contract.signals, async ({ use }) => {
  use.survey('signal');
  return {
    signals: (await storage.signals(use)).map(({ fingerprint, last_at, ...row }) => ({
      ...row,
      fingerprint: fingerprint.toString('hex').slice(0, fingerprint_shown),
      last_at: last_at.toISOString(),
    })),
  };
});

const incidents = implement(contract.incidents, async ({ use, now }) => ({
  incidents: (await storage.incidents(use)).map((row) => ({
    id: row.id,
    name: row.name,
    why: row.why,
    from: row.from_at.toISOString(),
    until: row.until_at.toISOString(),
    state: incidentState(row, now),
    own: row.own,
    proposed_at: row.proposed_at.toISOString(),
    approved_at: iso(row.approved_at),
    ends_at: iso(row.ends_at),
    telling: row.telling,
    looks: row.looks.map(([at, rows]) => ({ at: new Date(at).toISOString(), rows })),
  })),
}));

/** Turns the database's answer into the problem that it names. */
function obey(refusal: string | null): void {
  if (refusal === null) return;
  const status = { incident_unknown: 404, not_allowed: 403, window_too_long: 422 }[refusal] ?? 409;
  throw problem(refusal, {}, status);
}

const propose = implement(contract.propose, async ({ use, now }, input) => {
  const [from, until] = [new Date(input.from), new Date(input.until)];
  const fault = windowFault(from, until, now);
  if (fault !== null) throw problem(fault);
  const id = use.newId();
  obey(await storage.propose(use, { ...input, id, from, until, at: now }));
  return { id };
});

const approve = implement(contract.approve, async ({ use, now }, { id }) => {
  obey(await storage.approve(use, id, standsUntil(now), now));
  return { id };
});

const end = implement(contract.end, async ({ use, now }, { id }) => {
  obey(await storage.end(use, id, now));
  return { id };
});

const addresses = implement(contract.addresses, async ({ use, now }, { incident, before = null }) => {
  const rows = await storage.rowsOf(use, incident, { before, limit: rows_per_page, now });
  const boxes = rows.map(({ id, day, sealed }) => ({ table: 'app.log_entry', row: id, day, sealed }));
  const opened = await use.unseal(incident, boxes);
  if (opened === null) throw problem('no_incident', {}, 409);
  return {
    rows: rows.map(({ id, at, operation, status, region }, place) => ({
      id,
      at: at.toISOString(),
      operation,
      status,
      region,
      address: opened[place]?.ip ?? null,
    })),
    next: rows.length === rows_per_page ? (rows.at(-1)?.id ?? null) : null,
  };
});

export const operations: readonly Operation[] = [signals, incidents, propose, approve, end, addresses];
