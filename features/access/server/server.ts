import type { Feature, Use } from '@axent/kernel';
import { type AccessState, accessState } from '../access.ts';
import { currentHashes } from './notes.ts';
import { accessOperations } from './operations.ts';
import { problems } from './problems.ts';
import * as storage from './storage.ts';

export interface AccessResources {
  /** After so many days somebody else has to look at a role again. */
  readonly review_days: number;
}

/** Who works in the console: looked at again, trained, and what the operator sees to. Its tables are the kernel's. */
export function access({ review_days }: AccessResources): Feature {
  return { name: 'access', operations: accessOperations(review_days), problems };
}

/** What is due about access, for whoever watches the service. */
export const lookingAtAccess =
  ({ review_days }: AccessResources) =>
  async (use: Use<'service'>, now: Date): Promise<AccessState> =>
    accessState(await storage.facts(use), currentHashes, review_days, now);
