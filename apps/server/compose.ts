import { account } from '@axent/account/server';
import { families } from '@axent/brand/products';
import { functions } from '@axent/functions/server';
import type { Feature } from '@axent/kernel';
import type { MigrationFolder } from '@axent/kernel/database';
import { notice } from '@axent/notice/server';
import type { Evidence, OperatorSettings } from '@axent/policy/compile';
import { privacy } from '@axent/privacy/server';
import { stores } from '@axent/stores/server';

export interface Parts {
  readonly operator: OperatorSettings;
  readonly evidence: Readonly<Record<string, Evidence>>;
}

export { families as productFamilies } from '@axent/brand/products';
/** What the application itself uses of features: how mail leaves, and how the brand's content comes in. */
export { Outbox, outboxPage, outboxStyle, smtpCarrier } from '@axent/messages/server';
export { importContent } from '@axent/stores/server';

const storesFeature = stores({ families });

/** The one wiring file: which features there are, and what each is given. */
export function compose(parts: Parts): readonly Feature[] {
  return [notice(parts), account, functions, privacy, storesFeature];
}

/** Migrations of the features, in the order in which they are applied. */
export const featureMigrations: readonly MigrationFolder[] = [account, storesFeature].flatMap((feature) =>
  feature.migrations === undefined ? [] : [{ name: feature.name, folder: feature.migrations }],
);
