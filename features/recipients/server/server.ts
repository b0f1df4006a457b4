import type { Feature } from '@axent/kernel';
import type { LegalArea } from '@axent/policy/shape';
import { recipientOperations } from './operations.ts';
import { problems } from './problems.ts';

export interface RecipientResources {
  /** The legal area of this deployment: data goes to nobody in another. */
  readonly area: LegalArea;
}

/** The register of third parties: who gets what, under which terms. Its tables are the kernel's. */
export function recipients({ area }: RecipientResources): Feature {
  return { name: 'recipients', operations: recipientOperations(area), problems };
}
