import type { LegalArea, MatterShape } from '@axent/policy/shape';

/** The rules of matters that need no database. Pure. */

export type MatterState = 'proposed' | 'stands' | 'ended' | 'over' | 'lapsed';

export interface MatterDays {
  readonly approved: boolean;
  readonly ended: boolean;
  /** Last day, ISO date in UTC. */
  readonly ends_on: string;
}

/** `lapsed`: nobody approved it before its last day. `ended`: before its last day, by an officer. */
export function matterState({ approved, ended, ends_on }: MatterDays, today: string): MatterState {
  if (ended) return 'ended';
  if (today > ends_on) return approved ? 'over' : 'lapsed';
  return approved ? 'stands' : 'proposed';
}

/** How many matters are said in public: from five on where single ones could give a case away. */
export type PublicCount = { readonly kind: 'exactly' | 'below' | 'not_said'; readonly count: number };

const least_said = 5;

export function publicCount(counted: MatterShape['counted'], area: LegalArea, count: number): PublicCount {
  if (counted[area] === 'not') return { kind: 'not_said', count: 0 };
  if (counted[area] === 'from_five' && count > 0 && count < least_said)
    return { kind: 'below', count: least_said };
  return { kind: 'exactly', count };
}

/** How somebody is named in written evidence: by address or number, as sign-in knows them. Null: neither. */
export function identifierOf(
  text: string,
): { readonly kind: 'email' | 'phone'; readonly value: string } | null {
  const plain = text.trim().normalize('NFKC').toLowerCase();
  if (/^[^\s@]{1,64}@[^\s@]{3,255}$/.test(plain)) return { kind: 'email', value: plain };
  const digits = plain.replace(/[\s().-]/g, '');
  return /^\+[1-9]\d{6,14}$/.test(digits) ? { kind: 'phone', value: digits } : null;
}
