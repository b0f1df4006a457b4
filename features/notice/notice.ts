/** What is asked of someone at their visit, from what they accepted and what is in force. Pure. */

export type Asks = 'accept' | 'accept_anew' | 'see_changes' | null;

export interface VersionClass {
  readonly sequence: number;
  readonly class: 'first' | 'narrowing' | 'neutral' | 'widening';
}

/**
 * A widening since the accepted version asks for accepting anew; other changes are shown.
 * @param versions every version there was, in any order.
 */
export function asksFor(accepted: number | null, versions: readonly VersionClass[]): Asks {
  if (accepted === null) return 'accept';
  const since = versions.filter((version) => version.sequence > accepted);
  if (since.length === 0) return null;
  return since.some((version) => version.class === 'widening') ? 'accept_anew' : 'see_changes';
}
