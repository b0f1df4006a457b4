import { account } from '@axent/account/server';
import { functions } from '@axent/functions/server';
import type { Feature } from '@axent/kernel';
import type { MigrationFolder } from '@axent/kernel/database';
import { notice } from '@axent/notice/server';
import type { Evidence, OperatorSettings } from '@axent/policy/compile';
import { privacy } from '@axent/privacy/server';

export interface Parts {
  readonly operator: OperatorSettings;
  readonly evidence: Readonly<Record<string, Evidence>>;
}

/** The one wiring file: which features there are, and what each is given. */
export function compose(parts: Parts): readonly Feature[] {
  return [notice(parts), account, functions, privacy];
}

/** Migrations of the features, in the order in which they are applied. */
export const featureMigrations: readonly MigrationFolder[] = [account].flatMap((feature) =>
  feature.migrations === undefined ? [] : [{ name: feature.name, folder: feature.migrations }],
);
