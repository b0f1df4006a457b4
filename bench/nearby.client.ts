import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

// A client in a thread of its own, so that its work does not count as the server's.

export interface ClientTask {
  readonly port: number;
  readonly cookie: string;
  readonly bodies: readonly string[];
  readonly at_once: number;
  /** Costs the client's thread time: not while latencies count. */
  readonly keep_answers: boolean;
}

export interface ClientAnswer {
  readonly latencies_ms: Float64Array;
  readonly failed: number;
  /** Ids of the stores of each answer; empty unless they were to be kept. */
  readonly answers: readonly (readonly string[])[];
}

const { port, cookie, bodies, at_once, keep_answers } = workerData as ClientTask;
const agent = new Agent({ keepAlive: true, maxSockets: at_once });

function idsOf(body: Buffer): string[] {
  const { stores = [] } = JSON.parse(body.toString()) as { stores?: { id: string }[] };
  return stores.map(({ id }) => id);
}

function ask(body: string, number: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      cookie,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      // Many visitors, not one: no limit of calls is met.
      'x-forwarded-for': `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`,
    };
    const options = { agent, port, host: '127.0.0.1', method: 'POST', path: '/api/stores/nearest', headers };
    const sent = request(options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => keep_answers && parts.push(part));
      response.once('end', () => {
        if (keep_answers) answers[number] = idsOf(Buffer.concat(parts));
        resolve(response.statusCode ?? 0);
      });
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

const answers: string[][] = [];
const latencies_ms = new Float64Array(bodies.length);
let next = 0;
let failed = 0;

async function visitor(): Promise<void> {
  while (next < bodies.length) {
    const number = next++;
    const started = performance.now();
    const status = await ask(bodies[number] as string, number);
    latencies_ms[number] = performance.now() - started;
    // 404: nothing fits, which is an answer too.
    if (status !== 200 && status !== 404) failed += 1;
  }
}

await Promise.all(Array.from({ length: at_once }, visitor));
agent.destroy();
parentPort?.postMessage({ latencies_ms, failed, answers } satisfies ClientAnswer);
