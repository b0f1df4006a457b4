import { isIP } from 'node:net';
import {
  type Carrier,
  dispatchEvents,
  eraseClosed,
  type Feature,
  type Kernel,
  problem,
  problemWordsOf,
  type RequestFacts,
  Rest,
  serveOperations,
  shredWithheld,
  systemOf,
  tidy,
  tidyMedia,
} from '@axent/kernel';
import { ledgerRoutes } from '@axent/kernel/ledger';
import fastify, { type FastifyInstance } from 'fastify';
import { refuseBroken } from './broken.ts';
import { type Outbox, outboxPage, outboxStyle } from './compose.ts';
import { headersFor, secureHeaders } from './headers.ts';
import { refuseAmbiguous } from './message.ts';
import { serveReference } from './reference.ts';
import { pageFor, serveApps } from './static.ts';
import { describeStore } from './stores.page.ts';
import { noteVisits } from './visits.ts';
import { Worker } from './worker.ts';

export interface ServerOptions {
  readonly kernel: Kernel;
  readonly features: readonly Feature[];
  readonly publicUrl: URL;
  readonly trustedProxies: readonly string[];
  readonly visitorKey: Buffer;
  /** In order within each channel. */
  readonly carriers: readonly Carrier[];
  /** Plays the mailbox where no mail server is set. */
  readonly outbox: Outbox | null;
  readonly onRequest: (facts: RequestFacts) => void;
  readonly onFault: (error: Error, part: string) => void;
  /** Told once when a job is set up, and after each of its runs that ended well. */
  readonly onJob?: (name: string, every_ms: number) => void;
}

export interface Server {
  readonly app: FastifyInstance;
  /** Ends the background work, then the requests under way. */
  readonly close: () => Promise<void>;
}

const header_limit = 16 * 1024;
const request_ms = 30_000;

/** The HTTP server with every operation, the ledger and the background work, not yet listening. */
export async function buildServer(options: ServerOptions): Promise<Server> {
  const { kernel, features } = options;
  const app = fastify({
    logger: false,
    trustProxy: options.trustedProxies.length === 0 ? false : [...options.trustedProxies],
    requestTimeout: request_ms,
    connectionTimeout: request_ms,
    http: { maxHeaderSize: header_limit },
    forceCloseConnections: 'idle',
    clientErrorHandler: refuseBroken(headersFor(options.publicUrl)),
    frameworkErrors: (error, request, reply) => {
      rest.broken(error, request, reply.headers(headersFor(options.publicUrl)));
    },
  });
  const rest = new Rest(app, { words: problemWordsOf(features), onFault: options.onFault });
  secureHeaders(app, options.publicUrl);
  refuseAmbiguous(app);
  noteVisits(app, options);
  await serveOperations(app, kernel, features, options);
  await app.register(ledgerRoutes(kernel.reader, kernel.vkey), { prefix: '/ledger' });
  serveHealth(app, kernel);
  serveReference(app, features, options.publicUrl);
  if (options.outbox !== null) serveOutbox(app, options.outbox, options.publicUrl);
  await serveApps(app);
  serveRest(app, rest);
  const workers = startWorkers(options);
  return {
    app,
    close: async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
      await closeWhole(app);
      const system = systemOf(kernel);
      for (const job of features.flatMap((feature) => feature.jobs ?? []))
        if (job.atEnd) await job.run(system).catch((error: Error) => options.onFault(error, job.name));
    },
  };
}

/** Everything without a route: a page of an app, or the problem that nothing is here. */
function serveRest(app: FastifyInstance, rest: Rest): void {
  app.setNotFoundHandler(async (request, reply) => {
    const page = await pageFor(request.method, request.url, request.headers.accept ?? '');
    if (page === null) return rest.refuse(request, reply);
    return reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(await describeStore(app, request, page));
  });
}

function serveHealth(app: FastifyInstance, kernel: Kernel): void {
  app.get('/health', async () => ({ state: 'alive' }));
  app.get('/ready', async (_request, reply) => {
    const hindrance = await kernel.hindrance();
    if (hindrance !== null) return reply.code(503).send({ state: hindrance });
    return { state: 'ready', ledger: kernel.sequencer.state };
  });
}

/** A foreign name that leads here may be a page of somebody else's (DNS rebinding): it does not get to read mail. */
function serveOutbox(app: FastifyInstance, outbox: Outbox, publicUrl: URL): void {
  const names = new Set(['localhost', publicUrl.hostname]);
  app.get('/outbox', (request, reply) => {
    const name = request.hostname.replace(/^\[|\]$/g, '');
    if (!names.has(name) && isIP(name) === 0) throw problem('not_found');
    reply.header('cache-control', 'no-store').type('text/html; charset=utf-8');
    return reply.send(outboxPage(outbox.mails));
  });
  app.get('/outbox.css', (_request, reply) => reply.type('text/css').send(outboxStyle));
}

const look_ms = 50;

/** Ends what still runs. Connections that are kept alive are closed as soon as their last answer has left. */
async function closeWhole(app: FastifyInstance): Promise<void> {
  const idle = setInterval(() => app.server.closeIdleConnections(), look_ms);
  await app.close().finally(() => clearInterval(idle));
}

function startWorkers({ kernel, features, carriers, onFault, onJob }: ServerOptions): Worker[] {
  const system = systemOf(kernel);
  const every = (name: string, every_ms: number, work: () => Promise<unknown>) => {
    onJob?.(name, every_ms);
    const noted = async () => {
      await work();
      onJob?.(name, every_ms);
    };
    return new Worker(name, every_ms, noted, (error) => onFault(error, name));
  };
  const knows = features.find(({ reached }) => reached !== undefined);
  kernel.deliveries.use(carriers, async (people) => (await knows?.reached?.(system, people)) ?? new Set());
  // A channel each: one that is slow holds up no other.
  const channels = [...kernel.channels].map((channel) =>
    every(`messages ${channel}`, 1_000, () => kernel.deliveries.deliver(channel)),
  );
  const receipts = every('receipts', 1_000, () => kernel.deliveries.noteReceipts());
  const events = every('events', 2_000, () =>
    kernel.asKernel((client) =>
      dispatchEvents(client, features, system, (name, error) => onFault(error, name)),
    ),
  );
  const shredding = every('shredding', 60_000, () =>
    kernel.asKernel((client) => shredWithheld(client, kernel.vault, new Date(kernel.clock()))),
  );
  const erasing = every('erasing', 60_000, () =>
    kernel.asKernel((client) => eraseClosed(client, kernel.vault, new Date(kernel.clock()))),
  );
  const tidying = every('tidying', 3_600_000, () =>
    kernel.asKernel((client) => tidy(client, new Date(kernel.clock()))),
  );
  const documents = every('documents', 3_600_000, () =>
    kernel.asKernel((client) => tidyMedia(client, kernel.vault, kernel.media, new Date(kernel.clock()))),
  );
  const uses = every('uses', 5_000, () => kernel.flushUses());
  const jobs = features
    .flatMap((feature) => feature.jobs ?? [])
    .map(({ name, every_ms, run, atPublication = false }) => ({
      atPublication,
      worker: every(name, every_ms, () => run(system)),
    }));
  kernel.onWork = (work) => {
    if (work.messages) for (const channel of channels) channel.wake();
    if (work.events) events.wake();
    if (work.published) for (const job of jobs) if (job.atPublication) job.worker.wake();
  };
  return [
    ...channels,
    receipts,
    events,
    shredding,
    erasing,
    tidying,
    documents,
    uses,
    ...jobs.map(({ worker }) => worker),
  ];
}
