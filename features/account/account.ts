/** The rules of signing in with a code. Pure: time and chance come in. */

export const code_digits = 8;
export const code_life_s = 600;
export const resend_after_s = 30;
/** Wrong codes for one recipient, whatever code was current: per hour, and in all until one succeeds. */
const guesses_per_hour = 10;
const failures_at_most = 100;
const hour_ms = 3_600_000;

/** Codes for one recipient in an hour, from whatever browsers: enough for a slow mailbox, too few to flood one. */
const codes_per_hour = 20;
/** Crockford's alphabet: nothing that is taken for something else. 25 letters are 125 bits. */
const long_alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const long_letters = 25;
const long_group = 5;

/** What is counted for one recipient, whatever browsers ask. */
export interface RecipientState {
  readonly guesses: number;
  readonly guesses_since: Date;
  readonly failures: number;
  readonly sent: number;
  readonly sent_since: Date;
}

/** One code that waits in one browser. */
export interface CodeState {
  readonly long: boolean;
  readonly sent_at: Date;
  readonly expires_at: Date;
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

/** The digits of what was typed, or the letters of a long code: what a mail program copies along does not count. */
export function normaliseCode(text: string): string {
  const letters = text
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');
  return letters.length === long_letters ? letters : text.replace(/\D/g, '');
}

/** A long code from random bytes, one for each letter. */
export function longCode(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, long_letters), (byte) => long_alphabet[byte % 32]).join('');
}

/** In groups, for reading: four and four digits, or five times five letters. */
export function spacedCode(code: string): string {
  if (code.length < long_letters) return `${code.slice(0, 4)} ${code.slice(4)}`;
  return (code.match(new RegExp(`.{${long_group}}`, 'g')) ?? []).join('-');
}

/** Seconds until another code may be asked for in the same browser; 0: now. */
export function waitBeforeNext(state: CodeState | null, now: Date): number {
  if (state === null) return 0;
  return Math.max(0, Math.ceil(resend_after_s - (now.getTime() - state.sent_at.getTime()) / 1000));
}

/** The counter after one more code; null: the hour's number is used up. */
export function countSent(
  state: RecipientState,
  now: Date,
): Pick<RecipientState, 'sent' | 'sent_since'> | null {
  if (now.getTime() - state.sent_since.getTime() >= hour_ms) return { sent: 1, sent_since: now };
  return state.sent >= codes_per_hour ? null : { sent: state.sent + 1, sent_since: state.sent_since };
}

/** Minutes until the hour is over in which too many codes were sent. */
export function minutesToNextHour(state: RecipientState, now: Date): number {
  return Math.max(1, Math.ceil((hour_ms - (now.getTime() - state.sent_since.getTime())) / 60_000));
}

/** Whether short codes have been guessed at for too long for this recipient. */
export function isGuessedOut(state: RecipientState, now: Date): boolean {
  if (state.failures >= failures_at_most) return true;
  return now.getTime() - state.guesses_since.getTime() < hour_ms && state.guesses >= guesses_per_hour;
}

/** The counters after one more wrong code. */
export function countGuess(
  state: RecipientState,
  now: Date,
): Pick<RecipientState, 'guesses' | 'guesses_since' | 'failures'> {
  const anew = now.getTime() - state.guesses_since.getTime() >= hour_ms;
  return {
    guesses: anew ? 1 : state.guesses + 1,
    guesses_since: anew ? now : state.guesses_since,
    failures: state.failures + 1,
  };
}

/** A long code cannot be guessed: it counts however often somebody tried before. */
export function judgeCode(
  recipient: RecipientState,
  code: CodeState | null,
  matches: boolean,
  now: Date,
): Verdict {
  if (code?.long !== true && isGuessedOut(recipient, now)) return 'too_many_guesses';
  if (code === null || now >= code.expires_at) return 'code_expired';
  return matches ? 'right' : 'code_wrong';
}

/** The address with its middle hidden, for showing back. */
export function maskEmail(email: string): string {
  const [name = '', domain = ''] = email.split('@');
  return `${name.slice(0, 1)}…${name.length > 2 ? name.slice(-1) : ''}@${domain}`;
}

/** The number with its middle hidden. @param number in E.164 */
export function maskPhone(number: string): string {
  return `${number.slice(0, 3)}…${number.slice(-2)}`;
}

/** What a field shows of a code that is being typed or was pasted, and whether it is all there. */
export function typedCode(
  value: string,
  long: boolean,
): { readonly code: string; readonly complete: boolean } {
  const letters = value.toUpperCase().replace(/[^0-9A-Z]/g, '');
  if (long || (letters.length >= long_letters && /[A-Z]/.test(letters))) {
    const groups = letters.slice(0, long_letters).match(new RegExp(`.{1,${long_group}}`, 'g')) ?? [];
    return { code: groups.join('-'), complete: letters.length >= long_letters };
  }
  const digits = value.replace(/\D/g, '').slice(0, code_digits);
  return { code: digits, complete: digits.length === code_digits };
}
