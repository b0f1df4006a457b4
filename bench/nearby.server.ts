import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { families } from '@axent/brand/products';
import { type Feature, openKernel, openMediaFolder, serveOperations } from '@axent/kernel';
import { type EmbeddedDatabase, startEmbedded } from '@axent/kernel/database/embedded';
import { openLogKey } from '@axent/kernel/ledger';
import { deriveSecrets, openKeyStore } from '@axent/kernel/vault';
import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import { stores } from '@axent/stores/server';
import fastify from 'fastify';
import { writeVisitor } from '../kernel/person/visitor.ts';

export interface NearbyServer {
  readonly port: number;
  /** A visitor who has accepted and opened `nearby`. */
  readonly cookie: string;
  /** Milliseconds in the handler of `stores.nearest`, one for each call since it was emptied. */
  readonly handler_ms: number[];
  readonly import_ms: number;
  readonly close: () => Promise<void>;
}

/** The feature with its handlers timed: from the input that was checked to the answer not yet checked. */
function timed(feature: Feature, handler_ms: number[]): Feature {
  const operations = feature.operations.map(({ contract, handle }) => ({
    contract,
    handle: async (...words: Parameters<typeof handle>) => {
      const started = performance.now();
      const answer = await handle(...words);
      if (contract.name === 'stores.nearest') handler_ms.push(performance.now() - started);
      return answer;
    },
  }));
  return { ...feature, operations };
}

/** As an operator does it: a command of its own, while the server runs. */
async function importFile(folder: string, stores_csv: Uint8Array): Promise<void> {
  const file = join(folder, 'stores.csv');
  await writeFile(file, stores_csv);
  const command = join(import.meta.dirname, '../apps/server/stores.command.ts');
  const child = spawn(process.execPath, [command, 'import', file], {
    env: { ...process.env, AXENT_DATA_FOLDER: folder, AXENT_DATABASE_URL: '', DATABASE_URL: '' },
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The import ended with ${code}.`);
}

/** The kernel, its durable database with these stores in it, and the stores' operations over HTTP. */
export async function startServer(folder: string, stores_csv: Uint8Array): Promise<NearbyServer> {
  const database: EmbeddedDatabase = await startEmbedded({
    directory: join(folder, 'database'),
    durable: true,
  });
  const handler_ms: number[] = [];
  const feature = timed(stores({ families, services: [], countries: null }), handler_ms);
  const secrets = deriveSecrets(Buffer.alloc(32, 1));
  const complain = (error: Error) => console.error(error.message);
  const { kernel } = await openKernel({
    url: database.url('postgres'),
    prefix: 'axent',
    connections: 40,
    secrets,
    keyStore: openKeyStore(join(folder, 'keys.sqlite')),
    media: openMediaFolder(join(folder, 'media')),
    logKey: openLogKey(folder, 'bench.example/ledger'),
    clock: Date.now,
    compiled: compile(policy, notices),
    migrations: feature.migrations ? [{ name: feature.name, folder: feature.migrations }] : [],
    area: 'eu_ch',
    onError: (_part, error) => complain(error),
  });
  const started = performance.now();
  await importFile(folder, stores_csv);
  const import_ms = performance.now() - started;
  const visitorKey = secrets.derive('visitor cookie');
  const app = fastify({ trustProxy: true });
  await serveOperations(app, kernel, [feature], {
    publicUrl: new URL('http://localhost'),
    visitorKey,
    onRequest: () => undefined,
    onFault: complain,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const accepted = { sequence: 1, language: 'en', text_hash: '', settings_hash: '', day: '2026-11-24' };
  return {
    port: (app.server.address() as { port: number }).port,
    cookie: `axent-visitor=${writeVisitor({ accepted, openings: { nearby: 1 }, words: {} }, visitorKey)}`,
    handler_ms,
    import_ms,
    close: async () => {
      await app.close();
      await kernel.close();
      await database.stop();
    },
  };
}
