import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Carrier,
  type Contract,
  contractsOf,
  type Feature,
  installKernel,
  Kernel,
  type KernelOptions,
  openMediaFolder,
} from '@axent/kernel';
import type { MigrationFolder } from '@axent/kernel/database';
import { type LogKey, logKey } from '@axent/kernel/ledger';
import {
  deriveSecrets,
  type KeyKeeping,
  listingShreds,
  openKeyStore,
  openShredList,
} from '@axent/kernel/vault';
import { Outbox } from '@axent/messages/server';
import { policy } from '@axent/policy';
import { type CompiledPolicy, compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import type { LegalArea } from '@axent/policy/shape';
import {
  compose,
  featureMigrations,
  lookingAtAccess,
  Observer,
  openRegions,
  type ProviderSettings,
  RequestLog,
  Signals,
  type WatchingResources,
  watching,
} from '../apps/server/compose.ts';
import { buildServer, type Server, type ServerOptions } from '../apps/server/server.ts';
import { cloneDatabase, prepareTemplate, type TestDatabase } from './database.ts';
import { Visitor } from './visitor.ts';

/** Fixed, so that the logins that all tests share have one password. */
const secrets = deriveSecrets(Buffer.alloc(32, 7));
export const rolePrefix = 'axent_test';

export const review_days = 90;

const operator = {
  name: 'AXENT Test Ltd (fictional)',
  address: '1 Test Lane (fictional)',
  contact: 'privacy@axent.example',
  representative: 'none needed (fictional)',
  authority: 'the authority (fictional)',
  imprint: 'AXENT Test Ltd (fictional)',
};

export interface WorldOptions {
  /** Features of the test's own, beside the product's; one of the same name takes the product's place. */
  readonly features?: readonly Feature[];
  /** Published first instead of the product's policy. */
  readonly compiled?: CompiledPolicy;
  /** Codes of the only countries that are served. */
  readonly countries?: readonly string[];
  /** What SMS may cost a day, and what each costs. */
  readonly fraud?: Parameters<typeof compose>[0]['fraud'];
  /** A file in MaxMind format. */
  readonly regions?: string;
  /** How messages leave; else an outbox plays mailbox and phone. */
  readonly carriers?: readonly Carrier[] | ((outbox: Outbox) => readonly Carrier[]);
  /** Where WeChat is, and by which apps of it one signs in; else it is not offered. */
  readonly wechat?: Parameters<typeof compose>[0]['wechat'];
  /** Who looks on, and how alerts leave. */
  readonly watching?: Partial<WatchingResources>;
  /** Another server on the database, keys and log of this world: the next release, or a second node. */
  readonly on?: World;
  /** An empty database of the test's own, and the prefix of its logins. */
  readonly database?: TestDatabase;
  readonly rolePrefix?: string;
  readonly area?: LegalArea;
  /** Where its keys lie, and what signs its log, where a test needs both for longer than the world lasts. */
  readonly kept?: { readonly folder: string; readonly logKey: LogKey };
  /** Where its keys lie instead of a file in its folder. */
  readonly keyStore?: KeyKeeping;
  /** What the server is told otherwise than usual. */
  readonly server?: Partial<Pick<ServerOptions, 'publicUrl' | 'trustedProxies' | 'onRequest' | 'outbox'>>;
  /** The company's own sign-in for its staff. */
  readonly provider?: ProviderSettings;
  /** Turns the database's address into the one at which the server is to find it. */
  readonly reach?: (url: string) => string;
}

export interface World {
  readonly kernel: Kernel;
  readonly server: Server;
  readonly database: TestDatabase;
  /** Holds the key store. */
  readonly folder: string;
  readonly logKey: LogKey;
  readonly features: readonly Feature[];
  /** Where a test that wants an operation log notes the requests. */
  readonly requests: RequestLog;
  /** Where a test that wants risk signals notes the requests. */
  readonly signals: Signals;
  readonly base: string;
  readonly outbox: Outbox;
  /** Faults that the server reported, which a sound run has none of. */
  readonly faults: Error[];
  /** A person at a browser of their own: cookies, no account yet. */
  readonly visitor: () => Visitor;
  /** Moves the server's clock. */
  readonly pass: (ms: number) => void;
  /** Everybody has just signed in, by the server's clock, which tests move and the database's does not. */
  readonly freshen: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The product's own policy and words. */
export const productPolicy = compile(policy, notices);

function watchingOf(
  clock: () => number,
  own: Partial<WatchingResources> = {},
  log: { readonly release: CompiledPolicy; readonly requests: RequestLog },
) {
  const publicUrl = new URL('http://localhost');
  const node = { clock, release: '0.0.0', publicUrl, dataFolder: tmpdir(), backupFolder: tmpdir() };
  const resources = { observer: new Observer(clock), node, alerts: null, ...own };
  const lookAtAccess = lookingAtAccess({ review_days });
  return { resources, feature: watching({ watching: resources, lookAtAccess, ...log }) };
}

const quiet = { release: productPolicy, requests: new RequestLog(openRegions(null), Date.now) };

/** Enough to know the product's operations; a world brings its own log and release. */
const parts = {
  operator,
  evidence: {},
  ...quiet,
  watching: watchingOf(Date.now, {}, quiet).feature,
  area: 'eu_ch',
  review_days,
  signals: new Signals(Date.now),
  findRegion: openRegions(null),
  countries: null,
  clock: Date.now,
  publicUrl: new URL('http://localhost'),
  wechat: {
    website: null,
    official: null,
    pages_url: 'https://wechat.example',
    api_url: 'https://wechat.example',
  },
  provider: null,
  messages: { home: 'http://localhost', push_key: 'test', push_services: ['push.example'] },
  fraud: { sms_day_ceiling: null, sms_prices: {} },
} as const;

/** The whole server on a database of its own, listening on a free port. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const { on } = options;
  const database = on?.database ?? options.database ?? (await freshDatabase(options));
  const folder = on?.folder ?? options.kept?.folder ?? mkdtempSync(join(tmpdir(), 'axent-world-'));
  const key =
    on?.logKey ??
    options.kept?.logKey ??
    logKey('test.example/ledger', generateKeyPairSync('ed25519').privateKey);
  let ahead_ms = 0;
  const clock = () => Date.now() + ahead_ms;
  const faults: Error[] = [];
  // Servers on one database share the waiting messages: whichever delivers one, it is in this mailbox.
  const outbox = on?.outbox ?? new Outbox(clock);
  const findRegion = openRegions(options.regions ?? null);
  const requests = new RequestLog(findRegion, clock);
  const signals = new Signals(clock);
  const own = options.features ?? [];
  const log = { release: options.compiled ?? productPolicy, requests };
  const { resources, feature } = watchingOf(clock, options.watching, log);
  const product = compose({
    ...parts,
    area: options.area ?? parts.area,
    ...log,
    watching: feature,
    signals,
    findRegion,
    countries: options.countries ?? null,
    fraud: options.fraud ?? parts.fraud,
    wechat: options.wechat ?? parts.wechat,
    provider: options.provider ?? null,
    clock,
    publicUrl: options.server?.publicUrl ?? new URL('http://localhost'),
  });
  const features = [...product.filter(({ name }) => !own.some((one) => one.name === name)), ...own];
  const made = kernelOptions(
    options.reach?.(database.url) ?? database.url,
    folder,
    key,
    clock,
    options,
    features,
    faults,
  );
  const settings = { ...made, watch: resources.observer.watch };
  await installKernel(settings);
  const kernel = new Kernel(settings);
  const server = await buildServer({
    kernel,
    features,
    publicUrl: new URL('http://localhost'),
    trustedProxies: [],
    visitorKey: secrets.derive('visitor cookie'),
    carriers: carriersOf(options, outbox),
    outbox,
    onRequest: (facts) => resources.observer.noteRequest(facts),
    onJob: (name, every_ms) => resources.observer.noteJob(name, every_ms),
    onFault: (error) => faults.push(error),
    ...options.server,
  });
  const wanted = options.server?.publicUrl;
  await server.app.listen({
    host: '127.0.0.1',
    port: wanted?.protocol === 'http:' ? Number(wanted.port) : 0,
  });
  const { port } = server.app.server.address() as AddressInfo;
  const base = `http://localhost:${port}`;
  return {
    kernel,
    server,
    database,
    folder,
    logKey: key,
    features,
    requests,
    signals,
    base,
    outbox,
    faults,
    visitor: () => new Visitor(base, outbox, clock),
    freshen: async () => {
      await kernel.pools.owner.query('update kernel.session set fresh_at = $1', [new Date(clock())]);
    },
    pass: (ms) => {
      ahead_ms += ms;
    },
    close: async () => {
      await server.close();
      await kernel.close();
      if (on !== undefined) return;
      if (options.database === undefined) await database.drop();
      if (options.kept === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function carriersOf({ carriers }: WorldOptions, outbox: Outbox): readonly Carrier[] {
  if (typeof carriers === 'function') return carriers(outbox);
  return carriers ?? [outbox.carrier('mail'), outbox.carrier('sms')];
}

/** Installed with the product's policy and features, unless the test brings a policy or an area of its own. */
async function freshDatabase({ compiled, area = parts.area }: WorldOptions): Promise<TestDatabase> {
  const installed = compiled === undefined && area === parts.area;
  const template = installed ? 'axent_world' : 'axent_empty';
  await prepareTemplate(template, (url) => (installed ? buildTemplate(url) : Promise.resolve()));
  return await cloneDatabase(template);
}

function migrationsOf(features: readonly Feature[]): MigrationFolder[] {
  const product = new Set(featureMigrations.map((one) => one.name));
  const own = features.flatMap((feature) =>
    feature.migrations === undefined || product.has(feature.name)
      ? []
      : [{ name: feature.name, folder: feature.migrations }],
  );
  return [...featureMigrations, ...own];
}

function kernelOptions(
  url: string,
  folder: string,
  key: LogKey,
  clock: () => number,
  options: WorldOptions,
  features: readonly Feature[],
  faults: Error[],
): KernelOptions {
  return {
    url,
    prefix: options.rolePrefix ?? rolePrefix,
    connections: 24,
    secrets,
    keyStore:
      options.keyStore ??
      listingShreds(
        openKeyStore(join(folder, 'keys.sqlite')),
        openShredList(join(folder, 'keys.sqlite.shredded'), clock),
      ),
    media: openMediaFolder(join(folder, 'media')),
    logKey: key,
    clock,
    compiled: options.compiled ?? productPolicy,
    migrations: migrationsOf(features),
    area: options.area ?? parts.area,
    onError: (_part, error) => {
      // A machine that stood still for long costs the ledger's session its lead; it begins a new one by itself.
      if ((error as { code?: string }).code !== '57P05') faults.push(error);
    },
  };
}

/** Only installed, never run: the log begins with the key of the world that uses the copy. */
async function buildTemplate(url: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'axent-template-'));
  const features = compose(parts);
  const key = logKey('test.example/ledger', generateKeyPairSync('ed25519').privateKey);
  const settings = kernelOptions(url, folder, key, () => Date.now(), {}, features, []);
  await installKernel(settings);
  await settings.keyStore.close();
  rmSync(folder, { recursive: true, force: true });
}

/** The contracts of every operation that the product composes. */
export const productContracts: readonly Contract[] = contractsOf(compose(parts));
