import { join } from 'node:path';
import { type Kernel, openKernel, openMediaFolder, systemOf } from '@axent/kernel';
import { type EmbeddedDatabase, lockFolder, startEmbedded } from '@axent/kernel/database/embedded';
import { keepingHead } from '@axent/kernel/ledger';
import { openSecrets } from '@axent/kernel/vault';
import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import { bringCarrier } from './carrier.ts';
import { openCarriers } from './carriers.ts';
import { claimDatabase } from './claim.ts';
import {
  compose,
  featureMigrations,
  firstLink,
  lookingAtAccess,
  type Outbox,
  openRegions,
  RequestLog,
  Signals,
  vapidKeys,
  watching,
} from './compose.ts';
import { bringContent } from './content.ts';
import { codeOf, placeOf } from './fault.ts';
import { evidence } from './generated/evidence.ts';
import { isOlder, openKeys } from './keys.ts';
import { keyToGoOn } from './ledger.ts';
import { type Logger, logRequest } from './logger.ts';
import { masterKey } from './masterkey.ts';
import { providerOf } from './provider.ts';
import { rewrapping } from './rotation.ts';
import { buildServer, type Server } from './server.ts';
import type { Settings } from './settings.ts';
import { listenForMetrics, openWatching } from './watching.ts';
import { Worker } from './worker.ts';

const wechatOf = (settings: Settings) => ({
  website: wechatApp(settings.wechat_website_app_id, settings.wechat_website_secret),
  official: wechatApp(settings.wechat_official_app_id, settings.wechat_official_secret),
  pages_url: settings.wechat_pages_url,
  api_url: settings.wechat_api_url,
});

const wechatApp = (id: string | null, secret: string | null) =>
  id === null || secret === null ? null : { id, secret };

const heads_every_ms = 1_000;

/** Where people are whose own time zone is not known. */
const areaZones = { eu_ch: 'Europe/Zurich', cn: 'Asia/Shanghai' } as const;

/** Where the operator has said nothing of what an SMS costs. */
const usual_prices = { '*': 10 };

export interface Application {
  readonly kernel: Kernel;
  readonly server: Server;
  readonly outbox: Outbox | null;
  /** Secret of the link for the first privacy officer; null as soon as there is staff. */
  readonly consoleToken: string | null;
  readonly close: () => Promise<void>;
}

/**
 * Builds everything from the settings: database, kernel, features, server. Not yet listening. The data folder is this
 * process's alone from the first moment on: keys and the ledger's key lie there whichever database is used.
 */
export async function openApplication(
  settings: Settings,
  logger: Logger,
  say: (line: string) => void,
): Promise<Application> {
  const lock = lockFolder(settings.data_folder);
  try {
    const application = await open(settings, logger, say);
    const close = async () => {
      await application.close();
      lock.release();
    };
    return { ...application, close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function open(settings: Settings, logger: Logger, say: (line: string) => void): Promise<Application> {
  const clock = () => Date.now();
  const master = masterKey(settings.master_key, settings.data_folder);
  const release = compile(policy, notices);
  const looking = await openWatching(settings, clock);
  const database = await openDatabase(settings, say);
  const claim = settings.database_url === null ? null : await claimDatabase(settings);
  try {
    const onError = (error: Error) => logger.warn({ part: 'keys', code: codeOf(error) }, 'background fault');
    const keys = await openKeys(settings, { clock, data_url: database.url, listens: true, onError });
    const { store } = keys;
    const previous = settings.master_key_previous;
    const secrets = await openSecrets({
      store,
      master,
      previous,
      isOlder: () => isOlder(store, database.url, settings),
    });
    const { kernel, applied } = await openKernel({
      url: database.url,
      prefix: settings.database_role_prefix,
      connections: settings.database_connections,
      secrets,
      keyStore: store,
      media: openMediaFolder(settings.media_folder),
      logKey: await keyToGoOn(settings, database.url, keys),
      clock,
      compiled: release,
      migrations: featureMigrations,
      watch: looking.observer.watch,
      area: settings.legal_area,
      timeZone: areaZones[settings.legal_area],
      onError: (part, error) => logger.warn({ part, code: codeOf(error) }, 'background fault'),
    });
    if (applied.length > 0) say(`Database: ${applied.length} migrations applied.`);
    const brought = await bringContent(kernel);
    if (brought !== null) say(brought);
    const push = vapidKeys(secrets.derive);
    const { carriers: opened, outbox, thirds } = openCarriers(settings, push, clock);
    const carriers = opened.map((carrier) => looking.observer.carrier(carrier));
    for (const third of thirds)
      if (await bringCarrier(kernel, third))
        say(`The carrier ${third.carrier} is in the register of third parties now.`);
    const publicUrl = new URL(settings.public_url);
    const operator = {
      name: settings.controller_name,
      address: settings.controller_address,
      contact: settings.privacy_contact,
      representative: settings.representative,
      authority: settings.authority,
      imprint: settings.imprint,
    };
    const findRegion = openRegions(settings.ip_database_file);
    const requests = new RequestLog(findRegion, clock);
    const signals = new Signals(clock);
    const review_days = settings.access_review_days;
    const watched = watching({
      watching: looking.resources(carriers),
      release,
      requests,
      lookAtAccess: lookingAtAccess({ review_days }),
    });
    const server = await buildServer({
      kernel,
      features: compose({
        operator,
        evidence,
        release,
        requests,
        area: settings.legal_area,
        review_days,
        signals,
        countries: settings.countries,
        findRegion,
        clock,
        publicUrl,
        wechat: wechatOf(settings),
        provider: providerOf(settings, (error) =>
          logger.warn({ part: 'provider', code: codeOf(error) }, 'background fault'),
        ),
        watching: watched,
        fraud: { sms_day_ceiling: settings.sms_day_ceiling, sms_prices: settings.sms_prices ?? usual_prices },
        messages: {
          home: settings.public_url,
          push_key: push.public_key,
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
        signals.note(facts);
        looking.observer.noteRequest(facts);
      },
      onJob: (name, every_ms) => looking.observer.noteJob(name, every_ms),
      onFault: (error, part) => logger.error({ part, code: codeOf(error), stack: placeOf(error) }, 'fault'),
    });
    const metrics = await listenForMetrics(settings, looking, kernel, watched, (error) =>
      logger.warn({ part: 'metrics', code: codeOf(error) }, 'background fault'),
    );
    const keepHead = keepingHead(kernel.reader, keys.head);
    const workers = [
      new Worker('heads', heads_every_ms, keepHead, onError),
      rewrapping(store, previous, master, onError),
    ];
    const close = async () => {
      await metrics?.close();
      await Promise.all(workers.map((worker) => worker?.stop()));
      await server.close();
      await keepHead().catch(onError);
      await Promise.allSettled(carriers.map((carrier) => carrier.close()));
      await kernel.close();
      await looking.close();
      await claim?.release();
      await database.embedded?.stop();
    };
    const consoleToken = await firstLink(systemOf(kernel));
    await claim?.started();
    return { kernel, server, outbox, consoleToken, close };
  } catch (error) {
    await claim?.release();
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
