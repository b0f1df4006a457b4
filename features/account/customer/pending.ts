import type { Sent } from './code.tsx';
import type { Who } from './who.ts';

/**
 * The code that is under way, kept in this tab until it runs out: who goes to read their mail comes back to the
 * field, also where the phone has put the page away meanwhile.
 */
export interface Pending {
  readonly who: Who;
  readonly sent: Sent;
  /** When the code runs out, in milliseconds. */
  readonly until: number;
}

const key = 'code-under-way';

export function keepPending(who: Who, sent: Sent): void {
  const pending: Pending = { who, sent, until: Date.now() + sent.expires_in_s * 1000 };
  sessionStorage.setItem(key, JSON.stringify(pending));
}

export function forgetPending(): void {
  sessionStorage.removeItem(key);
}

/** What is still under way, with the minutes that are left; what ran out is forgotten. */
export function readPending(): Pending | null {
  const kept = sessionStorage.getItem(key);
  if (!kept) return null;
  const pending = JSON.parse(kept) as Pending;
  const left_s = Math.floor((pending.until - Date.now()) / 1000);
  // What an earlier release kept had no `who`.
  if (left_s > 0 && pending.who !== undefined)
    return { ...pending, sent: { ...pending.sent, expires_in_s: left_s, again_in_s: 0 } };
  forgetPending();
  return null;
}
