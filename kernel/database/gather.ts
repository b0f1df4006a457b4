import type { Duplex } from 'node:stream';
import type { PoolClient } from 'pg';

/**
 * What is sent on this connection until the event loop turns goes out in one write. A write wakes the server's
 * process, and on a busy machine waking it costs more than a short statement does.
 */
export function gather(client: PoolClient): void {
  // `pg` has its connection as a property that its types leave out.
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Duplex } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
