import { type AccessResources, access } from '@axent/access/server';
import { account, accountMigrations, type WechatSettings } from '@axent/account/server';
import { families } from '@axent/brand/products';
import { services } from '@axent/brand/services';
import { type FraudResources, fraud, fraudMigrations } from '@axent/fraud/server';
import { functions } from '@axent/functions/server';
import { keeping } from '@axent/keeping/server';
import type { Feature } from '@axent/kernel';
import type { MigrationFolder } from '@axent/kernel/database';
import { type FindRegion, type LogResources, logMigrations, operationLog } from '@axent/log/server';
import { matters } from '@axent/matters/server';
import { type MessageResources, messages, messagesMigrations } from '@axent/messages/server';
import { notice } from '@axent/notice/server';
import type { CompiledPolicy, Evidence, OperatorSettings } from '@axent/policy/compile';
import { consentRecords, privacy } from '@axent/privacy/server';
import { profile } from '@axent/profile/server';
import { publication, publicationMigrations } from '@axent/publication/server';
import { recipients } from '@axent/recipients/server';
import { requests, requestsMigrations } from '@axent/requests/server';
import { type SecurityResources, security, securityMigrations } from '@axent/security/server';
import { type ProviderSettings, staff, staffMigrations } from '@axent/staff/server';
import { stores, storesMigrations } from '@axent/stores/server';
import { type Watching, watchingMigrations } from '@axent/watching/server';

export interface Parts extends LogResources, AccessResources, SecurityResources, FraudResources {
  readonly operator: OperatorSettings;
  readonly evidence: Readonly<Record<string, Evidence>>;
  /** The policy that this release was made with. */
  readonly release: CompiledPolicy;
  readonly findRegion: FindRegion;
  /** Countries that are served; null: all of the brand's. */
  readonly countries: readonly string[] | null;
  readonly clock: () => number;
  readonly publicUrl: URL;
  readonly watching: Watching;
  readonly messages: MessageResources;
  readonly wechat: WechatSettings;
  /** The company's own sign-in for its staff; null: there is none. */
  readonly provider: ProviderSettings | null;
}

export { lookingAtAccess } from '@axent/access/server';
export { families as productFamilies } from '@axent/brand/products';
export { services as productServices } from '@axent/brand/services';
export { openRegions, RequestLog } from '@axent/log/server';
/** What the application itself uses of features: how mail leaves, how the brand's content comes in, the first link. */
export {
  type CarrierSettings,
  channelOf,
  Outbox,
  openCarrier,
  outboxPage,
  outboxStyle,
  pushCarrier,
  readCarriers,
  smtpCarrier,
  type VapidKeys,
  vapidKeys,
} from '@axent/messages/server';
export { Signals } from '@axent/security/server';
export { firstLink, type ProviderSettings } from '@axent/staff/server';
export { importContent, storesCommand } from '@axent/stores/server';
export {
  type Counts,
  Observer,
  openCounts,
  openTracing,
  serveMetrics,
  type Watching,
  type WatchingResources,
  watching,
} from '@axent/watching/server';

/** The one wiring file: which features there are, and what each is given. */
export function compose(parts: Parts): readonly Feature[] {
  const accounts = account({
    findCountry: (address) => parts.findRegion(address).country,
    clock: parts.clock,
    publicUrl: parts.publicUrl,
    wechat: parts.wechat,
  });
  return [
    notice(parts),
    accounts,
    messages(parts.messages),
    functions,
    privacy,
    profile,
    stores({ families, services, countries: parts.countries }),
    consentRecords(parts),
    staff({ ...parts, enter: accounts.enter }),
    publication(parts),
    operationLog(parts),
    parts.watching,
    recipients(parts),
    matters(parts),
    keeping(parts),
    access(parts),
    security(parts),
    requests({ area: parts.area, home: parts.messages.home, authority: parts.operator.authority }),
    fraud(parts),
  ];
}

/** Migrations of the features, in the order in which they are applied. */
export const featureMigrations: readonly MigrationFolder[] = [
  { name: 'account', migrations: accountMigrations },
  { name: 'stores', migrations: storesMigrations },
  { name: 'staff', migrations: staffMigrations },
  { name: 'messages', migrations: messagesMigrations },
  { name: 'publication', migrations: publicationMigrations },
  { name: 'log', migrations: logMigrations },
  { name: 'watching', migrations: watchingMigrations },
  { name: 'security', migrations: securityMigrations },
  profile,
  { name: 'requests', migrations: requestsMigrations },
  { name: 'fraud', migrations: fraudMigrations },
].flatMap(({ name, migrations }) => (migrations === undefined ? [] : [{ name, folder: migrations }]));
