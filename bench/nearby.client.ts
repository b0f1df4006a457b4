import { parentPort, workerData } from 'node:worker_threads';
import { bodyOf, openConnection, statusOf } from './http.client.ts';

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

function idsOf(body: string): string[] {
  const { stores = [] } = JSON.parse(body) as { stores?: { id: string }[] };
  return stores.map(({ id }) => id);
}

/** Many visitors, not one: no limit of calls is met. */
const addressOf = (number: number) => `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;

const requests = bodies.map((body, number) =>
  [
    'POST /api/stores/nearest HTTP/1.1',
    'host: localhost',
    `cookie: ${cookie}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-forwarded-for: ${addressOf(number)}`,
    '',
    Buffer.from(body).toString('latin1'),
  ].join('\r\n'),
);

const answers: string[][] = [];
const latencies_ms = new Float64Array(bodies.length);
let next = 0;
let failed = 0;

async function visitor(): Promise<void> {
  const connection = await openConnection(port);
  while (next < requests.length) {
    const number = next++;
    const started = performance.now();
    const answer = await connection.ask(requests[number] as string);
    latencies_ms[number] = performance.now() - started;
    const status = statusOf(answer);
    // 404: nothing fits, which is an answer too.
    if (status !== 200 && status !== 404) failed += 1;
    if (keep_answers) answers[number] = idsOf(bodyOf(answer));
  }
  connection.close();
}

await Promise.all(Array.from({ length: at_once }, visitor));
parentPort?.postMessage({ latencies_ms, failed, answers } satisfies ClientAnswer);
