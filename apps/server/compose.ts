import { account } from '@axent/account/server';
import { families } from '@axent/brand/products';
import { functions } from '@axent/functions/server';
import type { Feature } from '@axent/kernel';
import type { MigrationFolder } from '@axent/kernel/database';
import { type LogResources, logMigrations, operationLog } from '@axent/log/server';
import { type MessageResources, messages, messagesMigrations } from '@axent/messages/server';
import { notice } from '@axent/notice/server';
import type { CompiledPolicy, Evidence, OperatorSettings } from '@axent/policy/compile';
import { privacy } from '@axent/privacy/server';
import { publication, publicationMigrations } from '@axent/publication/server';
import { staff } from '@axent/staff/server';
import { stores } from '@axent/stores/server';

export interface Parts extends LogResources {
  readonly operator: OperatorSettings;
  readonly evidence: Readonly<Record<string, Evidence>>;
  /** The policy that this release was made with. */
  readonly release: CompiledPolicy;
  readonly messages: MessageResources;
}

export { families as productFamilies } from '@axent/brand/products';
export { openRegions, RequestLog } from '@axent/log/server';
/** What the application itself uses of features: how mail leaves, how the brand's content comes in, the first link. */
export {
  Outbox,
  openCarrier,
  openVapidKeys,
  outboxPage,
  outboxStyle,
  pushCarrier,
  readCarriers,
  smtpCarrier,
  type VapidKeys,
} from '@axent/messages/server';
export { firstLink } from '@axent/staff/server';
export { importContent } from '@axent/stores/server';

const storesFeature = stores({ families });

/** The one wiring file: which features there are, and what each is given. */
export function compose(parts: Parts): readonly Feature[] {
  return [
    notice(parts),
    account,
    messages(parts.messages),
    functions,
    privacy,
    storesFeature,
    staff,
    publication(parts),
    operationLog(parts),
  ];
}

/** Migrations of the features, in the order in which they are applied. */
export const featureMigrations: readonly MigrationFolder[] = [
  account,
  storesFeature,
  staff,
  { name: 'messages', migrations: messagesMigrations },
  { name: 'publication', migrations: publicationMigrations },
  { name: 'log', migrations: logMigrations },
].flatMap(({ name, migrations }) => (migrations === undefined ? [] : [{ name, folder: migrations }]));
