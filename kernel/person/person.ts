import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { raw } from '../database/rows.ts';
import type { Context } from '../operation/context.ts';
import { hashToken } from '../operation/cookies.ts';
import { becoming } from '../operation/use.make.ts';
import type { Use } from '../operation/use.ts';
import { type DeviceId, everyDevice, type PersonId } from '../vault/identifier.ts';

export { closeAccount, reopenAccount } from './closing.ts';
export { deviceKeyLeft, endOwnSessions, ownSessions } from './device.ts';
export { endHalf, findHalf, type Half, half_life_s, startHalf } from './half.ts';
export { actFor, addIdentifier, dropIdentifier, dropIdentifiers, ownIdentifiers } from './identifiers.ts';
export { newVisitor, type VisitorState } from './visitor.ts';

type SignIn = Context<'authentication'>;

const hour_s = 3600;
const day_s = 24 * hour_s;
/** How long a session lasts without use and at most. */
const sessionLimits = {
  customer: { idle_s: 30 * day_s, life_s: 90 * day_s },
  staff: { idle_s: hour_s / 2, life_s: 12 * hour_s },
} as const;

export interface Found {
  readonly id: PersonId;
  readonly kind: 'customer' | 'staff';
}

/** The person with this identifier, found by its keyed hash. `value` must be normalised. */
export async function findPerson(context: SignIn, kind: string, value: string): Promise<Found | null> {
  const hash = context.keyedHash('identifier', `${kind}|${value}`);
  const rows = await context.use.rows(raw(sql<Found>`select id, kind from kernel.find_person(${hash})`));
  return rows[0] ?? null;
}

export async function makePerson(
  context: SignIn,
  kind: 'customer' | 'staff',
  identifier: { readonly kind: string; readonly value: string },
): Promise<PersonId> {
  const id = context.use.newId() as string as PersonId;
  const hash = context.keyedHash('identifier', `${identifier.kind}|${identifier.value}`);
  await context.use.change(raw(sql`select kernel.make_person(${id}, ${kind}, ${hash}, ${identifier.kind})`));
  return id;
}

/**
 * Starts a session, sets its cookie, and records in the same transaction what the visitor's cookie carried: the
 * acceptance. Functions that were open are answered, to be offered; they are not taken over.
 */
export async function startSession(
  context: SignIn,
  person: PersonId,
  kind: 'customer' | 'staff',
): Promise<{ readonly offered: readonly string[]; readonly device: DeviceId }> {
  const { use, caller, reply, policy } = context;
  const { idle_s, life_s } = sessionLimits[kind];
  const token = randomBytes(32).toString('base64url');
  // Signing in again replaces the session that this browser had.
  if (caller.tokenHash !== null) await use.change(raw(sql`select kernel.end_session(${caller.tokenHash})`));
  const device = caller.device ?? (use.newId() as string as DeviceId);
  await use.change(
    raw(sql`select kernel.start_session(${hashToken(token)}, ${person}, ${device},
      ${`${idle_s} seconds`}::interval, ${`${life_s} seconds`}::interval)`),
  );
  const { accepted, openings } = caller.visitor;
  const became = use as unknown as { [becoming]: (person: PersonId, accepted: number) => void };
  became[becoming](person, accepted?.sequence ?? policy.sequence);
  if (accepted !== null) await recordAcceptance(use, person, accepted);
  // What a visitor objected to stays objected to: a closing is taken over, an opening is offered.
  for (const [name, sequence] of Object.entries(openings)) {
    if (sequence === -1) {
      await setOpening(context, {
        person,
        device: deviceOf(policy.compiled.policy.functions[name]?.kind, device),
        name,
        open: false,
        language: caller.language,
        text_hash: caller.visitor.words[name] ?? '',
        by: 'person',
      });
    }
  }
  // The browser keeps what was accepted and objected to in it, for whoever comes after signing out; openings end.
  const objections = Object.entries(openings).filter(([, sequence]) => sequence === -1);
  reply.setVisitor({ accepted, openings: Object.fromEntries(objections), words: {} });
  reply.startSession(token, life_s);
  reply.setDevice(device);
  return { offered: Object.keys(openings).filter((name) => (openings[name] ?? -1) > 0), device };
}

export async function endSession(context: SignIn): Promise<void> {
  if (context.caller.tokenHash !== null)
    await context.use.change(raw(sql`select kernel.end_session(${context.caller.tokenHash})`));
  context.reply.endSession();
}

export interface AcceptedText {
  readonly sequence: number;
  readonly language: string;
  readonly text_hash: string;
  readonly settings_hash: string;
}

/** Records that the person accepted a version of the notice, with the hash of the exact text shown. */
export async function recordAcceptance(
  use: Use<'authentication'> | Use<'service'>,
  person: PersonId,
  text: AcceptedText,
): Promise<void> {
  (use as Use<'service'>).keep('consent');
  await use.change(
    raw(sql`select kernel.accept(${person}, ${use.newId()}, ${text.sequence}, ${text.language},
      ${text.text_hash}, ${text.settings_hash})`),
  );
}

export interface OwnAcceptance {
  readonly sequence: number;
  readonly language: string;
  readonly at: Date;
}

/** What the person accepted last; null: nothing yet. */
export async function ownAcceptance(use: Use<'service'>): Promise<OwnAcceptance | null> {
  const rows = await use.rows(raw(sql<OwnAcceptance>`select * from kernel.own_acceptance()`));
  return rows[0] ?? null;
}

export interface Opening {
  readonly person: PersonId;
  readonly device: DeviceId;
  readonly name: string;
  readonly open: boolean;
  readonly language: string;
  /** Hash of the prompt's words that were shown. */
  readonly text_hash: string;
  readonly by: 'person' | 'device';
}

/** Opens or closes a function, with its history; `withheld_days` counts from now when it closes. */
export async function setOpening(
  context: Context<'authentication'> | Context<'service'>,
  opening: Opening,
): Promise<void> {
  const { use, policy } = context;
  (use as Use<'service'>).keep('consent');
  await use.change(
    raw(sql`select kernel.set_opening(${opening.person}, ${use.newId()}, ${opening.device}, ${opening.name},
      ${opening.open}, ${policy.sequence}, ${opening.language}, ${opening.text_hash}, ${opening.by},
      ${`${policy.compiled.policy.withheld_days} days`}::interval)`),
  );
}

/** Switches hold on every device, functions on the one where they were opened. */
export function deviceOf(kind: string | undefined, device: DeviceId): DeviceId {
  return kind === 'switch' ? everyDevice : device;
}

/** The present openings of the person on this device, switches included. */
export interface OwnOpening {
  readonly function: string;
  readonly open: boolean;
  readonly sequence: number;
  readonly changed_at: Date;
  readonly closed_by: 'person' | 'device' | null;
  readonly shred_at: Date | null;
}

export async function ownOpenings(
  use: Use<'service'> | Use<'rights'>,
  device: DeviceId,
): Promise<readonly OwnOpening[]> {
  return await use.rows(raw(sql<OwnOpening>`select * from kernel.own_openings(${device})`));
}

/** How many rows of each closed function are withheld on this device. */
export async function ownWithheld(
  use: Use<'service'>,
  device: DeviceId,
): Promise<ReadonlyMap<string, number>> {
  const rows = await use.rows(
    raw(sql<{ function: string; rows: number }>`
      select function, sum(rows)::integer as rows from kernel.own_withheld(${device}) group by function`),
  );
  return new Map(rows.map((row) => [row.function, row.rows]));
}

/** Withholds or gives back the rows that a function collected on a device; answers how many. */
export async function withhold(
  use: Use<'service'>,
  place: {
    readonly person: PersonId;
    readonly device: DeviceId;
    readonly name: string;
    readonly open: boolean;
  },
): Promise<number> {
  const rows = await use.rows(
    raw(sql<{
      rows: number;
    }>`select kernel.withhold(${place.person}, ${place.device}, ${place.name}, ${place.open})
      as rows`),
  );
  return rows[0]?.rows ?? 0;
}
