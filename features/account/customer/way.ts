import type { Output } from '@axent/kernel/operation';
import type { ownWays } from '../contract.ways.ts';

export type Ways = Output<typeof ownWays>;

export interface WaysScreenProps {
  /** Leads to a fresh sign-in, which takes this screen's place until it is done. */
  readonly onSignInAgain: () => Promise<void>;
}

export interface WayProps extends WaysScreenProps {
  readonly ways: Ways;
  /** Something has changed, and this is what to say of it. */
  readonly onChanged: (says: string) => void;
}
