import type { Duplex } from 'node:stream';

const gathering = Symbol('writes are gathered');

type Gathering = Duplex & { [gathering]?: true };

/** First byte of a message of PostgreSQL's protocol: Execute. */
const execute = 0x45;
const flush = Buffer.from([0x48, 0, 0, 0, 4]);

/**
 * From now on what is written on a connection in one turn of the event loop goes in one write, in its order, whoever
 * wrote it: a write wakes the server's process, which costs more than a short statement does. The server is told to
 * answer a statement that no synchronisation follows.
 */
export function gatherWrites(stream: Gathering): void {
  if (stream[gathering] === true) return;
  stream[gathering] = true;
  const write = stream.write.bind(stream) as (chunk: Uint8Array, ...more: unknown[]) => boolean;
  let waiting: Uint8Array[] = [];
  const writeWaiting = () => {
    const chunks = waiting;
    waiting = [];
    if (chunks.at(-1)?.[0] === execute) chunks.push(flush);
    if (chunks.length > 0 && stream.writable) write(Buffer.concat(chunks));
  };
  const gather = (chunk: Uint8Array, ...more: unknown[]): boolean => {
    // Who wants to know when it is written, waits for what came before as well.
    if (more.length > 0) {
      writeWaiting();
      return write(chunk, ...more);
    }
    if (waiting.length === 0) process.nextTick(writeWaiting);
    waiting.push(chunk);
    return true;
  };
  stream.write = gather as typeof stream.write;
}
