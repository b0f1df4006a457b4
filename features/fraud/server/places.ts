import { type Context, networkOf, problem } from '@axent/kernel';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { bucketOf, type Counts, type Measure, measures, nothing, rangeOf } from '../fraud.ts';
import { dayOf, type Salts } from './salts.ts';
import * as storage from './storage.ts';

type Fraud = Context<'fraud'>;

/** To whom something goes, or who signs in, as it was typed. */
export interface Named {
  readonly email?: string;
  readonly phone?: string;
}

export interface Recipient {
  readonly value: string;
  /** Null: it is no telephone number. */
  readonly range: string | null;
}

/** Every spelling of one number is the same one; what is no number at all is refused by the operation itself. */
export function recipientOf({ email, phone }: Named): Recipient | null {
  if (phone !== undefined) {
    const number = parsePhoneNumberFromString(phone.normalize('NFKC'))?.number;
    return number === undefined ? null : { value: number, range: rangeOf(number) };
  }
  if (email === undefined) return null;
  return { value: email.trim().normalize('NFKC').toLowerCase(), range: null };
}

/** By what an act is counted. Plain values, in memory alone: what is stored are fingerprints of them. */
export interface Place {
  readonly network: string;
  readonly device: string | null;
  readonly person: string | null;
  readonly recipient: Recipient | null;
}

/** A browser that has never signed in is known by what binds its codes to it, for as long as it keeps that. */
export function placeOf({ caller, use }: Fraud, recipient: Recipient | null): Place {
  return {
    network: networkOf(caller.address),
    device: use.device ?? caller.device ?? caller.binding,
    person: use.person,
    recipient,
  };
}

const both = (one: string | null | undefined, other: string | null | undefined) =>
  one == null || other == null ? null : `${one}|${other}`;

/** What each kind is counted by here; null: there is nothing to count it by. */
export function subjectsOf({ network, device, person, recipient }: Place): Record<string, string | null> {
  const range = recipient?.range ?? null;
  return {
    range,
    'range network': both(range, network),
    'range device': both(range, device),
    network,
    device,
    'sms cost': range === null ? null : 'all',
    'sign up': network,
    failure: recipient?.value ?? null,
    account: device,
    'new device': both(person, device),
    newcomer: device,
  };
}

const print_bytes = 16;

/** Fingerprints with the salt of one day. */
export function printsOf({ keyedHash }: Pick<Fraud, 'keyedHash'>, salt: string) {
  return (kind: string, value: string): Buffer =>
    keyedHash(`fraud ${kind}`, `${salt}|${value}`).subarray(0, print_bytes);
}

/**
 * Counts for a decision. A window that reaches over midnight reads both days: what was noted on each side of it counts
 * as two different ones, since nothing tells that they are the same.
 */
export async function countsOf(
  context: Fraud,
  salts: Salts,
  place: Place,
  asked: readonly Measure[],
): Promise<Counts> {
  const { use, now } = context;
  const subjects = subjectsOf(place);
  const longest_ms = Math.max(0, ...asked.map((measure) => measures[measure].window_ms));
  const days = (await salts.of(use, now, longest_ms)).map(({ day, salt }) => ({
    day,
    print: printsOf(context, salt),
  }));
  const counting = asked.flatMap((measure): storage.Counting[] => {
    const { kind, window_ms } = measures[measure];
    const value = subjects[kind];
    if (value == null) return [];
    const since = new Date(now.getTime() - window_ms);
    const from_day = dayOf(since);
    return days
      .filter(({ day }) => day >= from_day)
      .map(({ print }) => ({ measure, kind, subject: print(kind, value), since }));
  });
  if (counting.length === 0) return nothing;
  const counts: Record<Measure, number> = { ...nothing };
  for (const row of await storage.counts(use, counting)) counts[row.measure] += row[measures[row.measure].of];
  return counts;
}

/** One thing to note: its kind, what is told apart there, and how much it counts. */
export interface Noting {
  readonly kind: string;
  readonly other?: string;
  readonly times?: number;
}

export async function note(
  context: Fraud,
  salts: Salts,
  place: Place,
  noted: readonly Noting[],
): Promise<void> {
  const { use, now } = context;
  const [today] = await salts.of(use, now, 0);
  if (today === undefined) throw problem('internal');
  const print = printsOf(context, today.salt);
  const subjects = subjectsOf(place);
  const bucket = bucketOf(now);
  const signals = noted.flatMap(({ kind, other = '', times = 1 }) => {
    const value = subjects[kind];
    if (value == null) return [];
    return [{ kind, subject: print(kind, value), bucket, other: print('other', other), times }];
  });
  if (signals.length > 0) await storage.addSignals(use, signals);
}
