import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedDatabase, startEmbedded } from '@axent/kernel/database/embedded';
import { Outbox } from '@axent/messages/server';
import pg from 'pg';
import { type Mailbox, openMailbox } from '../../features/watching/server/mailbox.fixture.ts';
import { ApplicationProcess, freePort } from '../crash/application.process.ts';
import { Visitor } from '../visitor.ts';

export type Name = 'a' | 'b';

/** A PostgreSQL reached by an address, as an operator's own is, with an owner who is no superuser. */
interface Cluster {
  /** As the owner of its database. */
  readonly url: string;
  readonly superuser: pg.Pool;
  readonly server: EmbeddedDatabase;
  readonly stop: () => Promise<void>;
}

async function openCluster(folder: string, name: string): Promise<Cluster> {
  const server = await startEmbedded({ directory: folder, durable: true, shared_buffers_mb: 32 });
  const root = new pg.Pool({ connectionString: server.url('postgres'), max: 2 });
  await root.query(`create role ${name} login createrole password 'secret-${name}'`);
  await root.query(`create database ${name} owner ${name}`);
  const superuser = new pg.Pool({ connectionString: server.url(name), max: 2 });
  for (const pool of [root, superuser]) pool.on('error', () => undefined);
  const address = new URL(server.url(name));
  address.username = name;
  address.password = `secret-${name}`;
  return {
    url: address.href,
    superuser,
    server,
    stop: async () => {
      await Promise.all([root.end(), superuser.end()]);
      await server.stop();
    },
  };
}

/** Two servers as they stand behind one proxy, on a PostgreSQL for the data and another one for the keys. */
export interface Two {
  readonly folder: string;
  readonly data: Cluster;
  readonly keys: Cluster;
  readonly mailbox: Mailbox;
  readonly settings: Readonly<Record<string, string>>;
  readonly servers: Readonly<Record<Name, ApplicationProcess>>;
  /** A browser whose requests go to the server that is named, until another one is. */
  readonly visitor: (first?: Name) => Traveller;
  readonly close: () => Promise<void>;
}

/** A browser that does not know which of the servers answers. */
export class Traveller extends Visitor {
  readonly #mailbox: Mailbox;

  constructor(base: string, mailbox: Mailbox, first: Name) {
    super(base, new Outbox(Date.now));
    this.#mailbox = mailbox;
    this.at(first);
  }

  at(name: Name): this {
    this.headers = { ...this.headers, 'x-to': name };
    return this;
  }

  override async codeFor(email: string): Promise<string> {
    for (let tries = 0; tries < 400; tries++) {
      const mail = this.#mailbox.mails.findLast(({ to }) => to.includes(email));
      const code = mail?.subject.match(/\d{4} \d{4}/)?.[0];
      if (code !== undefined) return code;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`no mail came for ${email}`);
  }
}

export async function openTwo(more: Readonly<Record<string, string>> = {}): Promise<Two> {
  const folder = mkdtempSync(join(tmpdir(), 'axent-two-'));
  const data = await openCluster(join(folder, 'data'), 'axent');
  const keys = await openCluster(join(folder, 'keys'), 'axent_keys');
  const mailbox = await openMailbox();
  const ports = { a: await freePort(), b: await freePort() };
  const proxy = await openProxy(ports);
  const base = `http://localhost:${(proxy.address() as AddressInfo).port}`;
  const settings = {
    DATABASE_URL: data.url,
    KEYS_DATABASE_URL: keys.url,
    DATABASE_ROLE_PREFIX: 'axent_two',
    DATABASE_CONNECTIONS: '30',
    MASTER_KEY: randomBytes(32).toString('base64'),
    PUBLIC_URL: base,
    SMTP_URL: mailbox.url,
    MAIL_CARRIER: 'own',
    MEDIA_FOLDER: join(folder, 'media'),
    ...more,
  };
  const servers = {
    a: new ApplicationProcess(join(folder, 'a'), ports.a, settings),
    b: new ApplicationProcess(join(folder, 'b'), ports.b, settings),
  };
  let people = 0;
  return {
    folder,
    data,
    keys,
    mailbox,
    settings,
    servers,
    visitor: (first = 'a') => {
      const visitor = new Traveller(base, mailbox, first);
      people += 1;
      visitor.headers = { ...visitor.headers, 'x-forwarded-for': `192.0.2.${people}` };
      return visitor;
    },
    close: async () => {
      await Promise.all([servers.a.stop(), servers.b.stop()]);
      proxy.close();
      await mailbox.close();
      await data.stop();
      await keys.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Stands in for the proxy in front: hands a request on as it came, to the server that its header names. */
async function openProxy(ports: Readonly<Record<Name, number>>): Promise<Server> {
  const proxy = createServer((incoming, outgoing) => {
    const port = ports[incoming.headers['x-to'] === 'b' ? 'b' : 'a'];
    const { url = '/', method = 'GET', headers } = incoming;
    const onward = request({ host: '127.0.0.1', port, path: url, method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  proxy.listen(0, '127.0.0.1');
  await new Promise((resolve) => proxy.once('listening', resolve));
  return proxy;
}
