import { join } from 'node:path';
import { type Kernel, openKernel, systemOf } from '@axent/kernel';
import { type EmbeddedDatabase, startEmbedded } from '@axent/kernel/database/embedded';
import { openLogKey } from '@axent/kernel/ledger';
import { deriveSecrets, openKeyStore } from '@axent/kernel/vault';
import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import { openCarriers } from './carriers.ts';
import {
  compose,
  featureMigrations,
  firstLink,
  type Outbox,
  openRegions,
  openVapidKeys,
  RequestLog,
} from './compose.ts';
import { bringContent } from './content.ts';
import { evidence } from './generated/evidence.ts';
import { type Logger, logRequest } from './logger.ts';
import { masterKey } from './masterkey.ts';
import { buildServer, type Server } from './server.ts';
import type { Settings } from './settings.ts';

/** Where people are whose own time zone is not known. */
const areaZones = { eu_ch: 'Europe/Zurich', cn: 'Asia/Shanghai' } as const;

export interface Application {
  readonly kernel: Kernel;
  readonly server: Server;
  readonly outbox: Outbox | null;
  /** Secret of the link for the first privacy officer; null as soon as there is staff. */
  readonly consoleToken: string | null;
  readonly close: () => Promise<void>;
}

/** Builds everything from the settings: database, kernel, features, server. Not yet listening. */
export async function openApplication(
  settings: Settings,
  logger: Logger,
  say: (line: string) => void,
): Promise<Application> {
  const clock = () => Date.now();
  const secrets = deriveSecrets(masterKey(settings.master_key, settings.data_folder));
  const release = compile(policy, notices);
  const database = await openDatabase(settings, say);
  try {
    const { kernel, applied } = await openKernel({
      url: database.url,
      prefix: settings.database_role_prefix,
      connections: settings.database_connections,
      secrets,
      keyStore: openKeyStore(settings.key_store_file),
      logKey: openLogKey(settings.data_folder, settings.ledger_origin),
      clock,
      compiled: release,
      migrations: featureMigrations,
      timeZone: areaZones[settings.legal_area],
      onError: (part, error) => logger.warn({ part, code: codeOf(error) }, 'background fault'),
    });
    if (applied.length > 0) say(`Database: ${applied.length} migrations applied.`);
    const brought = await bringContent(kernel);
    if (brought !== null) say(brought);
    const keys = openVapidKeys(settings.data_folder);
    const { carriers, outbox } = openCarriers(settings, keys, clock);
    const publicUrl = new URL(settings.public_url);
    const operator = {
      name: settings.controller_name,
      address: settings.controller_address,
      contact: settings.privacy_contact,
      representative: settings.representative,
      authority: settings.authority,
      imprint: settings.imprint,
    };
    const requests = new RequestLog(openRegions(settings.ip_database_file), clock);
    const server = await buildServer({
      kernel,
      features: compose({
        operator,
        evidence,
        release,
        requests,
        area: settings.legal_area,
        messages: {
          home: settings.public_url,
          push_key: keys.public_key,
          push_services: settings.push_services,
        },
      }),
      publicUrl,
      trustedProxies: settings.trusted_proxies,
      visitorKey: secrets.derive('visitor cookie'),
      carriers,
      outbox,
      onRequest: (facts) => {
        logRequest(logger, facts);
        requests.note(facts);
      },
      onFault: (error, part) => logger.error({ part, code: codeOf(error), stack: stackOf(error) }, 'fault'),
    });
    const close = async () => {
      await server.close();
      await Promise.allSettled(carriers.map((carrier) => carrier.close()));
      await kernel.close();
      await database.embedded?.stop();
    };
    const consoleToken = await firstLink(systemOf(kernel));
    return { kernel, server, outbox, consoleToken, close };
  } catch (error) {
    await database.embedded?.stop();
    throw error;
  }
}

async function openDatabase(
  settings: Settings,
  say: (line: string) => void,
): Promise<{ readonly url: string; readonly embedded: EmbeddedDatabase | null }> {
  if (settings.database_url !== null) return { url: settings.database_url, embedded: null };
  const embedded = await startEmbedded({
    directory: join(settings.data_folder, 'database'),
    durable: true,
    shared_buffers_mb: settings.database_memory_mb,
    log: say,
  });
  return { url: embedded.url('postgres'), embedded };
}

/** Codes only: a database's own words may hold values. */
function codeOf(error: Error): string {
  return (error as { code?: string }).code ?? error.name;
}

/** Where, without what: the message of an error may hold a value, its place never does. */
function stackOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
    .join('\n');
}
