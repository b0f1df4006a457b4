import type { Feature } from '@axent/kernel';
import { operations } from './operations.ts';
import { problems } from './problems.ts';
import { type Enter, providerOperations } from './provider.operations.ts';
import { providerProblems } from './provider.problems.ts';
import { Provider, type ProviderSettings } from './provider.ts';
import { tidying } from './tidying.ts';

export { firstLink } from './link.ts';
export type { ProviderSettings };

export interface StaffResources {
  /** The company's own sign-in; null: there is none. */
  readonly provider: ProviderSettings | null;
  readonly publicUrl: URL;
  readonly clock: () => number;
  /** How somebody comes in who proved something; signing in is the account's. */
  readonly enter: Enter;
}

export const staffMigrations = new URL('migrations/', import.meta.url);

export function staff({ provider, publicUrl, clock, enter }: StaffResources): Feature {
  const known = provider === null ? null : new Provider(provider, publicUrl, clock);
  return {
    name: 'staff',
    operations: [...operations, ...providerOperations(known, enter)],
    problems: { ...problems, ...providerProblems },
    jobs: [tidying],
    migrations: staffMigrations,
  };
}
