import { query, raw, type Use } from '@axent/kernel';
import { sql } from 'kysely';
import type { AlertState } from '../alert.ts';
import { noAlerts } from '../alert.ts';
import { type Certificate, type Channel, channels, type Facts, type Node, type Queue } from '../watching.ts';

type Service = Use<'service'>;

/** A server that has been silent for longer is forgotten. */
const remembered_ms = 3_600_000;

/** Newest word of each server first. */
async function nodes(use: Service): Promise<Node[]> {
  const rows = await use.rows(
    query.selectFrom('app.watching_node').selectAll().orderBy('started_at', 'desc').limit(100),
  );
  return rows.map((row) => ({
    id: row.id,
    release: row.release,
    policy: row.policy,
    started_at: row.started_at,
    seen_at: row.seen_at,
    disk:
      row.free_bytes === null || row.total_bytes === null
        ? null
        : { free_bytes: Number(row.free_bytes), total_bytes: Number(row.total_bytes) },
    certificate: certificateOf(row),
    backup_at: row.backup_at,
    log_waiting: row.log_waiting,
    late_jobs: row.late_jobs,
  }));
}

interface CertificateRow {
  readonly certificate: string;
  readonly certificate_code: string | null;
  readonly certificate_ends_at: Date | null;
}

function certificateOf(row: CertificateRow): Certificate {
  if (row.certificate === 'seen' && row.certificate_ends_at !== null)
    return { state: 'seen', ends_at: row.certificate_ends_at };
  if (row.certificate === 'none') return { state: 'none' };
  return { state: 'unseen', code: row.certificate_code ?? '' };
}

/** What this server says of itself; those that fell silent long ago go. */
export async function storeNode(use: Service, node: Node): Promise<void> {
  const { certificate, disk } = node;
  const row = {
    release: node.release,
    policy: node.policy,
    started_at: node.started_at,
    seen_at: node.seen_at,
    free_bytes: disk === null ? null : String(Math.round(disk.free_bytes)),
    total_bytes: disk === null ? null : String(Math.round(disk.total_bytes)),
    certificate: certificate.state,
    certificate_code: certificate.state === 'unseen' ? certificate.code : null,
    certificate_ends_at: certificate.state === 'seen' ? certificate.ends_at : null,
    backup_at: node.backup_at,
    log_waiting: node.log_waiting,
    late_jobs: [...node.late_jobs],
  };
  await use.change(
    query
      .insertInto('app.watching_node')
      .values({ id: node.id, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row)),
  );
  const silent = new Date(node.seen_at.getTime() - remembered_ms);
  await use.change(query.deleteFrom('app.watching_node').where('seen_at', '<', silent));
}

export async function dropNode(use: Service, id: string): Promise<void> {
  await use.change(query.deleteFrom('app.watching_node').where('id', '=', id));
}

interface QueueRow {
  readonly channel: string;
  readonly tried: boolean;
  readonly waiting: string;
  readonly oldest: Date;
}

async function messages(use: Service): Promise<Facts['messages']> {
  const rows = await use.rows(raw(sql<QueueRow>`select * from kernel.waiting_messages()`));
  const queues: Partial<Record<Channel, Queue>> = {};
  for (const channel of channels) {
    const own = rows.filter((row) => row.channel === channel);
    if (own.length === 0) continue;
    const tried = own.find((row) => row.tried);
    queues[channel] = {
      waiting: own.reduce((sum, row) => sum + Number(row.waiting), 0),
      tried: Number(tried?.waiting ?? 0),
      oldest_tried_at: tried?.oldest ?? null,
    };
  }
  return queues;
}

interface CarrierRow {
  readonly id: string;
  readonly channel: string;
  readonly sent: string;
  readonly failed: string;
  readonly delivered: string;
  readonly undelivered: string;
  readonly last_sent_at: Date | null;
  readonly failing_since: Date | null;
  readonly last_error: string | null;
}

/** How each carrier has been doing: numbers and codes, nothing of what it carried. */
export async function carriers(use: Service) {
  const rows = await use.rows(raw(sql<CarrierRow>`select * from kernel.carrier_state()`));
  return rows.map(({ id, channel, last_error, ...row }) => ({
    id,
    channel,
    sent: Number(row.sent),
    failed: Number(row.failed),
    delivered: Number(row.delivered),
    undelivered: Number(row.undelivered),
    last_sent_at: row.last_sent_at?.toISOString() ?? null,
    failing_since: row.failing_since?.toISOString() ?? null,
    last_error,
  }));
}

interface LedgerRow {
  readonly size: string | null;
  readonly pending: string;
  readonly appending: boolean;
  readonly single: string | null;
  readonly grouped: Buffer | null;
  readonly database_bytes: string;
  readonly waiting: string;
  readonly oldest: Date | null;
}

/** Everything that the database knows of how the service runs; `policy` comes with the operation. */
export async function look(use: Service): Promise<Omit<Facts, 'policy' | 'access'>> {
  const [row] = await use.rows(
    raw(sql<LedgerRow>`select l.size, l.pending, l.appending, o.*, e.*
      from kernel.ledger_state() l, kernel.oldest_leaf() o, kernel.waiting_events() e`),
  );
  if (row === undefined) throw new Error('The kernel said nothing of its tables.');
  const ids = [row.single?.replaceAll('-', ''), row.grouped?.toString('hex')].filter(
    (id) => id !== undefined,
  );
  // The first 48 bits of an id are the time at which it was made, in milliseconds.
  const oldest = ids.map((id) => Number.parseInt(id.slice(0, 12), 16)).toSorted((a, b) => a - b)[0];
  return {
    database_bytes: Number(row.database_bytes),
    ledger: {
      size: Number(row.size ?? 0),
      pending: Number(row.pending),
      appending: row.appending,
      oldest_at: oldest === undefined ? null : new Date(oldest),
    },
    messages: await messages(use),
    events: { waiting: Number(row.waiting), oldest_at: row.oldest },
    nodes: await nodes(use),
  };
}

/** What was remembered, held until the operation ends: two servers never weigh at the same moment. */
export async function holdAlerts(use: Service): Promise<AlertState> {
  await use.change(
    query
      .insertInto('app.watching_alert')
      .values({ state: JSON.stringify(noAlerts) })
      .onConflict((conflict) => conflict.doNothing()),
  );
  const rows = await use.rows(query.selectFrom('app.watching_alert').select('state').forUpdate());
  return rows[0]?.state as AlertState;
}

export async function storeAlerts(use: Service, state: AlertState): Promise<void> {
  await use.change(query.updateTable('app.watching_alert').set({ state: JSON.stringify(state) }));
}
