/** What people write of themselves: kept as given, composed alike (NFC), without the blanks around it. Pure. */

export type TextFlaw = 'unreadable' | 'too_long';

/**
 * Controls, line breaks, halves of a letter, what turns the writing round unseen, and letters that only machines see.
 * Joiners and marks of direction stay: languages need them.
 */
const hidden = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u;
/** Something that is drawn. */
const drawn = /[\p{L}\p{N}\p{P}\p{S}]/u;

export function keptText(given: string): string {
  return given.normalize('NFC').trim();
}

/** @param most letters (code points) that may be kept */
export function flawOf(kept: string, most: number): TextFlaw | null {
  if (kept === '') return null;
  if (hidden.test(kept) || !drawn.test(kept)) return 'unreadable';
  return [...kept].length > most ? 'too_long' : null;
}
