/** The rules of signing in with a code. Pure: time and chance come in. */

export const code_digits = 8;
export const code_life_s = 600;
export const resend_after_s = 30;
/** Wrong codes for one recipient, whatever code was current: per hour, and in all until one succeeds. */
const guesses_per_hour = 10;
const failures_at_most = 100;
const hour_ms = 3_600_000;

/** What is kept of the codes for one recipient. */
export interface CodeState {
  readonly sent_at: Date;
  readonly expires_at: Date;
  readonly guesses: number;
  readonly guesses_since: Date;
  readonly failures: number;
}

export type Verdict = 'right' | 'code_wrong' | 'code_expired' | 'too_many_guesses';

/** Lower case, trimmed; null when it is no address that mail can be sent to. */
export function normaliseEmail(text: string): string | null {
  const email = text.trim().normalize('NFKC').toLowerCase();
  return /^[^\s\p{Cc}\p{Cf}\p{Cs}\p{Co}@"(),:;<>[\]\\]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?\.[a-z0-9-]{2,63}$/u.test(
    email,
  ) && !email.includes('..')
    ? email
    : null;
}

/** The digits of what was typed: spaces and dashes from a mail program do not count. */
export function normaliseCode(text: string): string {
  return text.replace(/\D/g, '');
}

/** Seconds until another code may be asked for; 0: now. */
export function waitBeforeNext(state: CodeState | null, now: Date): number {
  if (state === null) return 0;
  return Math.max(0, Math.ceil(resend_after_s - (now.getTime() - state.sent_at.getTime()) / 1000));
}

/** Whether guessing has gone on for too long for this recipient. */
export function isGuessedOut(state: CodeState | null, now: Date): boolean {
  if (state === null) return false;
  if (state.failures >= failures_at_most) return true;
  return now.getTime() - state.guesses_since.getTime() < hour_ms && state.guesses >= guesses_per_hour;
}

/** The counters after one more wrong code. */
export function countGuess(
  state: CodeState,
  now: Date,
): Pick<CodeState, 'guesses' | 'guesses_since' | 'failures'> {
  const anew = now.getTime() - state.guesses_since.getTime() >= hour_ms;
  return {
    guesses: anew ? 1 : state.guesses + 1,
    guesses_since: anew ? now : state.guesses_since,
    failures: state.failures + 1,
  };
}

export function judgeCode(state: CodeState | null, matches: boolean, now: Date): Verdict {
  if (isGuessedOut(state, now)) return 'too_many_guesses';
  if (state === null || now >= state.expires_at) return 'code_expired';
  return matches ? 'right' : 'code_wrong';
}

/** The address with its middle hidden, for showing back. */
export function maskEmail(email: string): string {
  const [name = '', domain = ''] = email.split('@');
  return `${name.slice(0, 1)}…${name.length > 2 ? name.slice(-1) : ''}@${domain}`;
}
