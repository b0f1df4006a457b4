import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Carrier, type Feature, installKernel, Kernel, type KernelOptions } from '@axent/kernel';
import type { MigrationFolder } from '@axent/kernel/database';
import { logKey } from '@axent/kernel/ledger';
import { deriveSecrets, openKeyStore } from '@axent/kernel/vault';
import { Outbox } from '@axent/messages/server';
import { policy } from '@axent/policy';
import { type CompiledPolicy, compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import { compose, featureMigrations } from '../apps/server/compose.ts';
import { buildServer, type Server } from '../apps/server/server.ts';
import { cloneDatabase, prepareTemplate, type TestDatabase } from './database.ts';
import { Visitor } from './visitor.ts';

/** Fixed, so that the logins that all tests share have one password. */
const secrets = deriveSecrets(Buffer.alloc(32, 7));
export const rolePrefix = 'axent_test';

export const operator = {
  name: 'AXENT Test Ltd (fictional)',
  address: '1 Test Lane (fictional)',
  contact: 'privacy@axent.example',
  representative: 'none needed (fictional)',
  authority: 'the authority (fictional)',
  imprint: 'AXENT Test Ltd (fictional)',
};

export interface WorldOptions {
  /** Features of the test's own, beside the product's. */
  readonly features?: readonly Feature[];
  /** Published first instead of the product's policy. */
  readonly compiled?: CompiledPolicy;
  readonly carrier?: Carrier;
}

export interface World {
  readonly kernel: Kernel;
  readonly server: Server;
  readonly database: TestDatabase;
  readonly features: readonly Feature[];
  readonly base: string;
  readonly outbox: Outbox;
  /** Faults that the server reported, which a sound run has none of. */
  readonly faults: Error[];
  /** A person at a browser of their own: cookies, no account yet. */
  readonly visitor: () => Visitor;
  /** Moves the server's clock. */
  readonly pass: (ms: number) => void;
  readonly close: () => Promise<void>;
}

/** The product's own policy and words. */
export const productPolicy = compile(policy, notices);

/** The whole server on a database of its own, listening on a free port. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const plain = options.features === undefined && options.compiled === undefined;
  const template = plain ? 'axent_world' : 'axent_migrated';
  await prepareTemplate(template, (url) => (plain ? buildTemplate(url) : Promise.resolve()));
  const database = await cloneDatabase(template);
  const folder = mkdtempSync(join(tmpdir(), 'axent-world-'));
  let ahead_ms = 0;
  const clock = () => Date.now() + ahead_ms;
  const faults: Error[] = [];
  const outbox = new Outbox(clock);
  const features = [...compose({ operator, evidence: {} }), ...(options.features ?? [])];
  const settings = kernelOptions(database.url, folder, clock, options, features, faults);
  await installKernel(settings);
  const kernel = new Kernel(settings);
  const server = await buildServer({
    kernel,
    features,
    publicUrl: new URL('http://localhost'),
    trustedProxies: [],
    visitorKey: secrets.derive('visitor cookie'),
    carrier: options.carrier ?? outbox.carry,
    outbox,
    onRequest: () => undefined,
    onFault: (error) => faults.push(error),
  });
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.app.server.address() as AddressInfo;
  const base = `http://localhost:${port}`;
  return {
    kernel,
    server,
    database,
    features,
    base,
    outbox,
    faults,
    visitor: () => new Visitor(base, outbox),
    pass: (ms) => {
      ahead_ms += ms;
    },
    close: async () => {
      await server.close();
      await kernel.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
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
  clock: () => number,
  options: WorldOptions,
  features: readonly Feature[],
  faults: Error[],
): KernelOptions {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    url,
    prefix: rolePrefix,
    connections: 24,
    secrets,
    keyStore: openKeyStore(join(folder, 'keys.sqlite')),
    logKey: logKey('test.example/ledger', privateKey),
    clock,
    compiled: options.compiled ?? productPolicy,
    migrations: migrationsOf(features),
    onError: (_part, error) => faults.push(error),
  };
}

/** Only installed, never run: the log begins with the key of the world that uses the copy. */
async function buildTemplate(url: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'axent-template-'));
  const features = compose({ operator, evidence: {} });
  const settings = kernelOptions(url, folder, () => Date.now(), {}, features, []);
  await installKernel(settings);
  await settings.keyStore.close();
  rmSync(folder, { recursive: true, force: true });
}
