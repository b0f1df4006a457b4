/** What is asked of someone at their visit, from what they accepted and what is in force. Pure. */

export type Asks = 'accept' | 'accept_anew' | 'see_changes' | null;

/**
 * What is in force reaches further than what was accepted: accepting anew is asked for. Other changes are shown.
 * @param changed how what is in force differs from what was accepted; null: not at all.
 */
export function asksFor(accepted: number | null, changed: 'narrowing' | 'neutral' | 'widening' | null): Asks {
  if (accepted === null) return 'accept';
  if (changed === null) return null;
  return changed === 'widening' ? 'accept_anew' : 'see_changes';
}
