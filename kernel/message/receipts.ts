import type { PoolClient } from 'pg';
import type { Channel, Receipt } from './carrier.ts';

interface ReceiptParts {
  readonly asKernel: <R>(work: (client: PoolClient) => Promise<R>) => Promise<R>;
  readonly clock: () => number;
}

/** Word of a delivery comes within seconds; a code that is asked for again after this goes by another carrier. */
const soon_ms = 25_000;
/** From then on it counts as not delivered. */
const missing_ms = 600_000;
/** Who was not reached is remembered so long, for the choice of carrier. */
const remembered_ms = 3_600_000;

/** Keyed, so that nothing that is kept of a message leads to its address. */
export function recipientHash(
  keyedHash: (label: string, value: string) => Buffer,
  channel: Channel,
  to: string,
): Buffer {
  return keyedHash('message recipient', `${channel}|${to}`);
}

/** By recipient (hex): the carriers whose last messages did not arrive, as far as anybody knows. */
export async function undelivered(
  { asKernel, clock }: ReceiptParts,
  recipients: readonly Buffer[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await asKernel((client) =>
    client.query<{ recipient: Buffer; carrier: string }>({
      name: 'undelivered',
      text: `select distinct recipient, carrier from kernel.receipt_awaited
             where recipient = any($1::bytea[]) and (failed or at < $2)`,
      values: [recipients, new Date(clock() - soon_ms)],
    }),
  );
  const found = new Map<string, Set<string>>();
  for (const { recipient, carrier } of rows) {
    const name = recipient.toString('hex');
    found.set(name, (found.get(name) ?? new Set()).add(carrier));
  }
  return found;
}

/** Notes word of a delivery; false: no such message waits for it. A second word of the same message changes nothing. */
export async function noteReceipt(
  { asKernel, clock }: ReceiptParts,
  carrier: string,
  { reference, state, code }: Receipt,
): Promise<boolean> {
  const delivered = state === 'delivered';
  const { rowCount } = await asKernel((client) =>
    client.query(
      `with known as (
         ${
           delivered
             ? 'delete from kernel.receipt_awaited where carrier = $1 and reference = $2 returning 1'
             : 'update kernel.receipt_awaited set failed = true where carrier = $1 and reference = $2 and not failed returning 1'
         })
       update kernel.carrier c set
         delivered = c.delivered + case when $3::boolean then 1 else 0 end,
         undelivered = c.undelivered + case when $3::boolean then 0 else 1 end,
         last_error = case when $3::boolean then c.last_error else $4::text end,
         last_error_at = case when $3::boolean then c.last_error_at else $5::timestamptz end
       where c.id = $1 and exists (select 1 from known)`,
      [carrier, reference, delivered, code.slice(0, 60), new Date(clock())],
    ),
  );
  return (rowCount ?? 0) > 0;
}

/** Counts what was accepted and never heard of again, and forgets whom it was for, and what was refused. */
export async function tidyReceipts({ asKernel, clock }: ReceiptParts): Promise<void> {
  const now = clock();
  await asKernel(async (client) => {
    await client.query(
      `with missing as (
         update kernel.receipt_awaited set failed = true where not failed and at < $1 returning carrier)
       update kernel.carrier c set undelivered = c.undelivered + m.count, last_error = 'no receipt',
         last_error_at = $2
       from (select carrier, count(*) from missing group by carrier) m where m.carrier = c.id`,
      [new Date(now - missing_ms), new Date(now)],
    );
    for (const table of ['receipt_awaited', 'message_refused'])
      await client.query(`delete from kernel.${table} where at < $1`, [new Date(now - remembered_ms)]);
  });
}
