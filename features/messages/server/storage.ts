import { type Box, box, query, raw, type Sealed, type Use } from '@axent/kernel';
import { sql } from 'kysely';

type Service = Use<'service'>;
/** Purposes that send messages to persons. */
export type Sender = Use<'authentication'> | Use<'service'> | Use<'rights'>;

/** The address of this browser; null: none. */
export async function subscriptionOf(use: Service, device: string): Promise<string | null> {
  const rows = await use.rows(
    query
      .selectFrom('app.push_subscription')
      .select('id')
      .where('person_id', '=', use.person ?? '')
      .where('device_id', '=', device),
  );
  return rows[0]?.id ?? null;
}

export async function storeSubscription(
  use: Service,
  row: {
    readonly id: string;
    readonly person_id: string;
    readonly device_id: string;
    readonly sealed: Sealed<'contact'>;
    readonly opened_at: Date;
  },
): Promise<void> {
  await use.change(query.insertInto('app.push_subscription').values(row));
}

export async function dropSubscription(use: Service, device: string): Promise<void> {
  await use.change(
    query
      .deleteFrom('app.push_subscription')
      .where('person_id', '=', use.person ?? '')
      .where('device_id', '=', device),
  );
}

export async function dropAddress(use: Service, id: string): Promise<void> {
  await use.change(
    query
      .deleteFrom('app.push_subscription')
      .where('person_id', '=', use.person ?? '')
      .where('id', '=', id),
  );
}

export interface Held {
  readonly id: string;
  readonly push: boolean;
  readonly box: Box<'contact'>;
}

/** Where these persons are reached: what each signed in with, and each browser in which they are signed in. */
export async function addressesOf(
  use: Sender,
  people: readonly string[],
): Promise<ReadonlyMap<string, readonly Held[]>> {
  const rows = await (use as Service).rows(
    raw(sql<{ id: string; person_id: string; sealed: Sealed<'contact'>; push: boolean }>`
      select person_id, id, sealed, push from app.addresses_of(${people}::uuid[])`),
  );
  const held = new Map<string, Held[]>();
  for (const row of rows) {
    const own = held.get(row.person_id) ?? [];
    held.set(row.person_id, own);
    const from = row.push ? 'app.push_subscription' : 'app.contact';
    own.push({ id: row.id, push: row.push, box: box(from, row, row.sealed) });
  }
  return held;
}

/** A number that was only written down is not used; one that was proved by a code is. */
export async function hasProved(use: Sender, hash: Buffer): Promise<boolean> {
  const rows = await (use as Service).rows(
    raw(sql<{ proved: boolean }>`select kernel.has_proved(${hash}) as proved`),
  );
  return rows[0]?.proved ?? false;
}

/** What a device is called, in words. */
export async function deviceOf(use: Use<'authentication'>, id: string): Promise<Box<'device'> | null> {
  const rows = await use.rows(
    query
      .selectFrom('app.device')
      .select(['id', 'person_id', 'sealed'])
      .where('person_id', '=', use.person ?? '')
      .where('id', '=', id),
  );
  return rows.map((row) => box('app.device', row, row.sealed))[0] ?? null;
}

type Rights = Use<'rights'>;

interface Hours {
  readonly time_zone: string | null;
  readonly from_minute: number;
  readonly to_minute: number;
}

export async function ownHours(use: Rights): Promise<Hours | null> {
  return (await use.rows(raw(sql<Hours>`select * from kernel.own_quiet_hours()`)))[0] ?? null;
}

export async function storeHours(use: Rights, hours: Partial<Hours>): Promise<void> {
  await use.change(
    raw(sql`select kernel.set_quiet_hours(${hours.time_zone ?? null}, ${hours.from_minute ?? null}::smallint,
      ${hours.to_minute ?? null}::smallint)`),
  );
}

export interface Mailing {
  readonly after: string;
  readonly done: boolean;
}

/** How far the mailing of a version has come, locked until the operation ends: servers take turns. */
export async function lockMailing(use: Rights, sequence: number): Promise<Mailing> {
  await use.change(
    query
      .insertInto('app.mailing')
      .values({ sequence })
      .onConflict((conflict) => conflict.doNothing()),
  );
  const [row] = await use.rows(
    query.selectFrom('app.mailing').select(['after', 'done']).where('sequence', '=', sequence).forUpdate(),
  );
  if (row === undefined) throw new Error(`The mailing of version ${sequence} is not there.`);
  return row;
}

/** A mailing that has ended already, read without a lock. */
export async function isDone(use: Rights, sequence: number): Promise<boolean> {
  const rows = await use.rows(
    query.selectFrom('app.mailing').select('done').where('sequence', '=', sequence),
  );
  return rows[0]?.done ?? false;
}

export async function moveMailing(use: Rights, sequence: number, mailing: Mailing): Promise<void> {
  await use.change(query.updateTable('app.mailing').set(mailing).where('sequence', '=', sequence));
}

/** Persons after this one who have not accepted this version. */
export async function peopleBehind(
  use: Rights,
  sequence: number,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await use.rows(
    raw(sql<{ id: string }>`select id from kernel.people_behind(${sequence}, ${after}, ${limit}) as id`),
  );
  return rows.map(({ id }) => id);
}

/** What a version did to the one before. */
export async function classOf(use: Rights, sequence: number): Promise<string> {
  const rows = await use.rows(
    raw(sql<{ class: string }>`select class from kernel.version_list() where sequence = ${sequence}`),
  );
  return rows[0]?.class ?? 'first';
}
