import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { processorTime_us } from './processor.time.ts';
import { openSendWorld, people_count, type SendWorld } from './send.world.ts';

// A policy is published, and everybody who accepted the earlier one is told: each message goes through the send gate,
// is recorded for its person and in the ledger, and is delivered to a gateway on this machine. In the middle the server
// is killed (-9) and started anew. The gateway counts whom it told, and recognises a message by its id, as gateways do;
// see docs/decisions/messages-told-once.md.

const silent_ms = 20_000;

/** A gateway in this process: one person is told by the first message that names them. */
class Gateway {
  readonly #seen = new Map<string, string>();
  /** Address → ids of different messages. */
  readonly #told = new Map<string, number>();
  repeated = 0;
  first_at = 0;
  last_at = 0;
  readonly server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      this.#take(String(request.headers['idempotency-key']), (JSON.parse(body) as { to: string }).to);
      response.writeHead(202).end();
    });
  });

  #take(id: string, to: string): void {
    this.last_at = performance.now();
    if (this.first_at === 0) this.first_at = this.last_at;
    if (this.#seen.has(id)) this.repeated += 1;
    else {
      this.#seen.set(id, to);
      this.#told.set(to, (this.#told.get(to) ?? 0) + 1);
    }
  }

  get messages(): number {
    return this.#seen.size;
  }

  get people(): number {
    return this.#told.size;
  }
}

async function startServer(world: SendWorld, gateway: string): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'send.server.ts'), [world.url, world.folder, gateway], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  return child;
}

/** Of this process alone, which is the gateway. */
function ownTime_us(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

async function kill(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  child.kill(signal);
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** Waits until so many people were told, or nothing has come for long. */
async function told(gateway: Gateway, count: number): Promise<void> {
  let last = performance.now();
  for (let before = gateway.messages; gateway.people < count; ) {
    await sleep(20);
    if (gateway.messages > before) {
      before = gateway.messages;
      last = performance.now();
    } else if (performance.now() - last > silent_ms) return;
  }
}

interface Recorded {
  readonly records: number;
  readonly waiting: number;
}

async function recordedIn(url: string): Promise<Recorded> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const count = async (text: string) => Number((await client.query<{ count: string }>(text)).rows[0]?.count);
  const records = await count(
    'select count(distinct person_id) from kernel.record r join kernel.person p on p.id = r.person_id',
  );
  const waiting = await count('select count(*) from kernel.message');
  await client.end();
  return { records, waiting };
}

const started = performance.now();
const world = await openSendWorld();
const gateway = new Gateway();
gateway.server.listen(0, '127.0.0.1');
await once(gateway.server, 'listening');
const address = `http://127.0.0.1:${(gateway.server.address() as AddressInfo).port}`;
console.log(`${people_count} people made in ${Math.round((performance.now() - started) / 1000)} s`);
let server = await startServer(world, address);
try {
  const published = performance.now();
  const spent = {
    server: -processorTime_us(server.pid ?? 0),
    database: -processorTime_us(world.database_pid),
    gateway: -ownTime_us(),
  };
  server.send('publish');
  await told(gateway, Math.floor(people_count / 2));
  spent.server += processorTime_us(server.pid ?? 0);
  await kill(server, 'SIGKILL');
  const killed = performance.now();
  spent.database += processorTime_us(world.database_pid);
  spent.gateway += ownTime_us();
  const half = gateway.people;
  console.log(`killed after ${half} people, ${((killed - published) / 1000).toFixed(1)} s after publication`);
  const each = (us: number) => `${Math.round(us / half)} µs`;
  console.log(
    `processor time a message: server ${each(spent.server)}, database ${each(spent.database)}, gateway ${each(spent.gateway)}`,
  );
  server = await startServer(world, address);
  const again = performance.now();
  console.log(`started anew in ${((again - killed) / 1000).toFixed(1)} s`);
  await told(gateway, people_count);
  const whole_s = (gateway.last_at - published) / 1000;
  // Whatever would still be repeated comes now.
  await sleep(3_000);
  const { records, waiting } = await recordedIn(world.url);
  const per_s = gateway.people / whole_s;
  const lost = people_count - gateway.people + (people_count - Math.min(records, people_count));
  const doubled = gateway.messages - gateway.people;
  console.log(`all told ${whole_s.toFixed(1)} s after publication, the start in the middle included`);
  console.log(`recorded for ${records} people; ${waiting} wait; ${gateway.repeated} came twice under one id`);
  console.log(`send: per_s=${per_s.toFixed(0)} lost=${lost} doubled=${doubled}`);
  const failed = per_s < 2_000 || lost > 0 || doubled > 0;
  process.exitCode = failed ? 1 : 0;
} finally {
  await kill(server, 'SIGTERM');
  gateway.server.close();
  gateway.server.closeAllConnections();
  await world.close();
}
