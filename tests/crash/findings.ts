import { list } from '@axent/functions/contract';
import { uses } from '@axent/privacy/contract';
import type pg from 'pg';
import { type Customer, settle } from './customer.ts';

/** What a crash broke, in plain words. */
export interface Findings {
  readonly lost: string[];
  readonly inconsistent: string[];
}

interface Place {
  readonly person_id: string;
  readonly device_id: string;
}

const everyDevice = '00000000-0000-0000-0000-000000000000';

/** Compares what stands with what was acknowledged to this customer; nothing is being written meanwhile. */
export async function checkCustomer(
  customer: Customer,
  database: pg.Pool,
  findings: Findings,
): Promise<void> {
  const place = await placeOf(customer, database);
  if (place === null) {
    findings.lost.push(`${customer.email}: the session is gone`);
    return;
  }
  await checkOpenings(customer, place, database, findings);
  await checkContact(customer, findings);
}

async function placeOf(customer: Customer, database: pg.Pool): Promise<Place | null> {
  const { rows } = await database.query<Place>(
    'select person_id, device_id from kernel.session where token_hash = $1 and ended_at is null',
    [customer.tokenHash],
  );
  return rows[0] ?? null;
}

async function checkOpenings(
  customer: Customer,
  { person_id, device_id }: Place,
  database: pg.Pool,
  { lost, inconsistent }: Findings,
): Promise<void> {
  const history = await database.query<{ function: string; open: boolean }>(
    `select function, open from kernel.opening_change
     where person_id = $1 and device_id in ($2, $3) order by at, id`,
    [person_id, device_id, everyDevice],
  );
  const state = await customer.call(list, {});
  for (const [name, series] of customer.openings) {
    const stands = history.rows.filter((row) => row.function === name).map(({ open }) => open);
    const wrong = settle(series, stands);
    if (wrong !== null) lost.push(`${customer.email}, ${name}: ${wrong}`);
    const shown = state.body.functions?.find((one) => one.function === name)?.open;
    if (stands.length > 0 && shown !== stands.at(-1)) {
      inconsistent.push(`${customer.email}, ${name}: the history says ${stands.at(-1)}, the state ${shown}`);
    }
  }
}

async function checkContact(customer: Customer, { lost }: Findings): Promise<void> {
  const { email, phone } = await customer.contact();
  if (email !== customer.email) lost.push(`${customer.email}: the address held is ${email}`);
  if (!customer.corrects) return;
  const { phones } = customer;
  if (phones.doubt !== null && phone === phones.doubt) phones.acknowledged.push(phones.doubt);
  phones.doubt = null;
  const last = phones.acknowledged.at(-1) ?? null;
  if (phone !== last) lost.push(`${customer.email}: corrected to ${last}, held is ${phone}`);
}

const written = ['functions.open', 'functions.close', 'privacy.correct'] as const;

/**
 * Every write that stands must have its record of use, and every record its write. `browsers` are all the browsers
 * of one person; all of them were checked before, so nothing is in doubt any more.
 */
export async function checkRecords(browsers: readonly Customer[], findings: Findings): Promise<void> {
  const recorded = new Map<string, Set<string>>(written.map((name) => [name, new Set()]));
  // A correction reads and collects under several clauses, each with its record of the same moment.
  for await (const { operation, id, at } of usesOf(browsers[0])) {
    recorded.get(operation)?.add(operation === 'privacy.correct' ? at : id);
  }
  const stands = browsers.flatMap((one) =>
    [...one.openings.values()].flatMap((series) => series.acknowledged),
  );
  const expected = {
    'functions.open': stands.filter((open) => open).length,
    'functions.close': stands.filter((open) => !open).length,
    'privacy.correct': browsers.reduce((sum, one) => sum + one.phones.acknowledged.length, 0),
  };
  for (const name of written) {
    const count = recorded.get(name)?.size ?? 0;
    if (count !== expected[name]) {
      findings.inconsistent.push(
        `${browsers[0]?.email}: ${expected[name]} times ${name}, and ${count} records of it`,
      );
    }
  }
}

async function* usesOf(customer: Customer | undefined) {
  let before: string | null = null;
  do {
    const page:
      | { body: { uses: { id: string; operation: string; at: string }[]; next: string | null } }
      | undefined = await customer?.call(uses, { limit: 200, ...(before === null ? {} : { before }) });
    if (!Array.isArray(page?.body.uses)) throw new Error(`the uses of ${customer?.email} cannot be read`);
    yield* page.body.uses;
    before = page.body.next;
  } while (before !== null);
}
