/** What stands out, and how long an incident may be. Pure. */

/** A rule by its name, and from how many times a day at one fingerprint it is a signal. */
export const rules = {
  /** Wrong sign-in codes. */
  guessing: 10,
  /** Codes asked for, to whatever address. */
  code_asking: 20,
  /** More calls than the limits let in. */
  flooding: 50,
  /** Paths that lead nowhere. */
  probing: 50,
  /** Calls that need a sign-in, or a right, that is not there. */
  trying: 100,
} as const satisfies Readonly<Record<string, number>>;
export type Rule = keyof typeof rules;

export interface Seen {
  readonly operation: string;
  readonly status: number;
  readonly code: string | null;
}

const guesses = new Set(['code_wrong', 'too_many_guesses', 'link_guessed_out']);

/** Which rule a request counts for; null: none. */
export function ruleOf({ operation, status, code }: Seen): Rule | null {
  if (code !== null && guesses.has(code)) return 'guessing';
  if (status === 429) return 'flooding';
  if (operation === 'account.request_code' && status < 400) return 'code_asking';
  // Operations have a dot in their names; nothing else has.
  if (status === 404 && !operation.includes('.')) return 'probing';
  return status === 401 || status === 403 ? 'trying' : null;
}

const day_ms = 86_400_000;
const window_at_most_days = 7;
/** How long an incident stands at most, from its approval. */
const stands_days = 30;

/** Why a window is none; null: it is one. */
export function windowFault(from: Date, until: Date, now: Date): 'window_wrong' | 'window_too_long' | null {
  if (!(until > from) || from > now) return 'window_wrong';
  return until.getTime() - from.getTime() > window_at_most_days * day_ms ? 'window_too_long' : null;
}

export const standsUntil = (approved_at: Date): Date =>
  new Date(approved_at.getTime() + stands_days * day_ms);

export type IncidentState = 'proposed' | 'stands' | 'ended' | 'over';

export function incidentState(
  { approved_at, ends_at, ended_at }: Readonly<Record<'approved_at' | 'ends_at' | 'ended_at', Date | null>>,
  now: Date,
): IncidentState {
  if (ended_at !== null) return 'ended';
  if (approved_at === null) return 'proposed';
  return ends_at !== null && ends_at > now ? 'stands' : 'over';
}
