import type { Feature } from '@axent/kernel';
import type { LegalArea } from '@axent/policy/shape';
import { matterOperations } from './operations.ts';
import { problems } from './problems.ts';

export interface MatterResources {
  /** The legal area of this deployment: a matter's lawful basis is one of its own. */
  readonly area: LegalArea;
}

/** Legal exceptions: who proposes and approves them, and what they open. Their tables are the kernel's. */
export function matters({ area }: MatterResources): Feature {
  return { name: 'matters', operations: matterOperations(area), problems };
}
