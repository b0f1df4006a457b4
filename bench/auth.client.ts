import { parentPort } from 'node:worker_threads';
import { openConnection, statusOf } from './http.client.ts';

// Browsers in a thread of their own, so that their work does not count as the server's.

export interface AuthTask {
  readonly port: number;
  /** Whole requests, taken in turn. */
  readonly requests: readonly string[];
  readonly at_once: number;
  readonly duration_ms: number;
  /** Between two requests of one browser. */
  readonly pause_ms: number;
  /** What stands in every right answer. */
  readonly expects: string;
}

export interface AuthAnswer {
  readonly answered: number;
  readonly seconds: number;
  readonly latencies_ms: Float64Array;
  readonly wrong: number;
  readonly example: string;
}

async function ask(task: AuthTask): Promise<AuthAnswer> {
  const { port, requests, at_once, duration_ms, pause_ms, expects } = task;
  const latencies_ms: number[] = [];
  let [wrong, next, example] = [0, 0, ''];
  const began = performance.now();
  const browser = async () => {
    const connection = await openConnection(port);
    while (performance.now() - began < duration_ms) {
      const sent = performance.now();
      const answer = await connection.ask(requests[next++ % requests.length] as string);
      latencies_ms.push(performance.now() - sent);
      if (statusOf(answer) !== 200 || !answer.includes(expects)) {
        wrong++;
        example = answer;
      }
      if (pause_ms > 0) await new Promise((resolve) => setTimeout(resolve, pause_ms));
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: at_once }, browser));
  const seconds = (performance.now() - began) / 1000;
  return {
    answered: latencies_ms.length,
    seconds,
    latencies_ms: Float64Array.from(latencies_ms),
    wrong,
    example,
  };
}

parentPort?.on('message', async (task: AuthTask) => parentPort?.postMessage(await ask(task)));
