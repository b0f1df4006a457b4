import { parentPort } from 'node:worker_threads';
import { openConnection, statusOf } from './http.client.ts';

// Readers in a thread of their own, so that their work does not count as the server's.

export interface ReadTask {
  readonly port: number;
  readonly path: string;
  readonly at_once: number;
  readonly duration_ms: number;
  readonly people: readonly { readonly token: string; readonly email: string }[];
}

export interface ReadAnswer {
  readonly answered: number;
  readonly seconds: number;
  /** Answers that were none or another person's, and one of them. */
  readonly wrong: number;
  readonly example: string;
}

async function ask({ port, path, at_once, duration_ms, people }: ReadTask): Promise<ReadAnswer> {
  let [answered, wrong, next, example] = [0, 0, 0, ''];
  const began = performance.now();
  const browser = async () => {
    const connection = await openConnection(port);
    while (performance.now() - began < duration_ms) {
      const n = next++ % people.length;
      const { token, email } = people[n] as ReadTask['people'][number];
      // Each from an address of their own, as people are: no limit of calls is met.
      const answer = await connection.ask(
        `GET ${path} HTTP/1.1\r\nhost: localhost\r\nx-forwarded-for: 10.${n >> 16}.${(n >> 8) & 255}.${n & 255}\r\n` +
          `cookie: axent-session=${token}\r\n\r\n`,
      );
      answered++;
      if (statusOf(answer) === 200 && answer.includes(`"${email}"`)) continue;
      wrong++;
      example = answer;
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: at_once }, browser));
  return { answered, seconds: (performance.now() - began) / 1000, wrong, example };
}

parentPort?.on('message', async (task: ReadTask) => parentPort?.postMessage(await ask(task)));
