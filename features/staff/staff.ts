/** The rules of the one-time link into the console. Pure: time and chance come in. */

export const link_life_s = 24 * 3600;
export const code_digits = 8;
export const code_life_s = 600;
export const resend_after_s = 30;
/** Wrong codes on one link, whatever code was current; then the link is worth nothing more. */
const guesses_per_link = 10;
/** As many privacy officers as one officer alone may bring in. */
export const officers_alone = 2;

/** The proof of a mail address that is under way. */
export interface Proof {
  readonly sent_at: Date | null;
  readonly guesses: number;
}

export type Verdict = 'right' | 'code_wrong' | 'code_expired' | 'link_guessed_out';

export function judgeProof(proof: Proof, matches: boolean, now: Date): Verdict {
  if (proof.guesses >= guesses_per_link) return 'link_guessed_out';
  if (proof.sent_at === null || now.getTime() - proof.sent_at.getTime() >= code_life_s * 1000)
    return 'code_expired';
  return matches ? 'right' : 'code_wrong';
}

/** Seconds until another code may be sent; 0: now. */
export function waitBeforeNext(proof: Proof, now: Date): number {
  if (proof.sent_at === null) return 0;
  return Math.max(0, Math.ceil(resend_after_s - (now.getTime() - proof.sent_at.getTime()) / 1000));
}

/** Lower case, trimmed; null when it is no address that mail can be sent to. */
export function normaliseEmail(text: string): string | null {
  const email = text.trim().normalize('NFKC').toLowerCase();
  return /^[^\s\p{Cc}\p{Cf}\p{Cs}\p{Co}@"(),:;<>[\]\\]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?\.[a-z0-9-]{2,63}$/u.test(
    email,
  ) && !email.includes('..')
    ? email
    : null;
}
