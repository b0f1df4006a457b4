import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { KernelFigures } from '@axent/kernel';
import type { Gauge } from 'prom-client';
import { alive, channels, type Facts, type Node } from '../watching.ts';

/** What is asked for at the moment of a scrape. */
export interface Measured {
  readonly kernel: KernelFigures;
  readonly node: Node;
  readonly jobs: readonly { readonly name: string; readonly at_s: number }[];
  /** Null: the database does not answer. */
  readonly facts: Facts | null;
  readonly now: Date;
}

export interface Counts {
  readonly request: (operation: string, status: number, duration_ms: number) => void;
  readonly decided: (clause: string, allowed: boolean) => void;
  readonly carried: (carrier: string, channel: string, taken: boolean) => void;
  /** Everything, in the text format of Prometheus. */
  readonly text: (measured: Measured) => Promise<string>;
  readonly type: string;
}

const duration_buckets_s = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];
const lag_resolution_ms = 20;

/**
 * Counts for Prometheus. Every label is a name of our own (operation, clause, login, carrier, channel, job): there are as many
 * as the code has, whatever the requests hold. prom-client is loaded here and nowhere else.
 */
export async function openCounts(): Promise<Counts> {
  const { Counter, Gauge: GaugeOf, Histogram, Registry } = (await import('prom-client')).default;
  const registry = new Registry();
  const registers = [registry];
  const durations = new Histogram({
    name: 'axent_request_duration_seconds',
    help: 'Requests by operation and status, and how long they took.',
    labelNames: ['operation', 'status'],
    buckets: duration_buckets_s,
    registers,
  });
  const decisions = new Counter({
    name: 'axent_decisions_total',
    help: 'Uses of personal data that the gate decided, by the clause that decided.',
    labelNames: ['clause', 'decision'],
    registers,
  });
  const tries = new Counter({
    name: 'axent_carrier_tries_total',
    help: 'Tries to hand a message to its carrier.',
    labelNames: ['carrier', 'channel', 'outcome'],
    registers,
  });
  const lag = monitorEventLoopDelay({ resolution: lag_resolution_ms });
  lag.enable();
  return {
    request: (operation, status, duration_ms) => {
      durations.observe({ operation, status: String(status) }, duration_ms / 1000);
    },
    decided: (clause, allowed) => decisions.inc({ clause, decision: allowed ? 'allowed' : 'refused' }),
    carried: (carrier, channel, taken) =>
      tries.inc({ carrier, channel, outcome: taken ? 'taken' : 'refused' }),
    text: async (measured) => {
      // Made anew each time: what is not known now is left out, not told as it was, nor as nought.
      const present = new Registry();
      const gauges = new Map<string, Gauge>();
      const set: Setting = (name, help, value, labels = {}) => {
        if (value === null) return;
        const options = {
          name: `axent_${name}`,
          help,
          labelNames: Object.keys(labels),
          registers: [present],
        };
        const known = gauges.get(name) ?? new GaugeOf(options);
        gauges.set(name, known);
        known.set(labels, value);
      };
      setProcess(set, measured, { p50: lag.percentile(50), p99: lag.percentile(99), max: lag.max });
      lag.reset();
      setNode(set, measured);
      set('database_up', 'Whether the database answers.', measured.facts === null ? 0 : 1);
      if (measured.facts !== null) setFacts(set, measured.facts, measured.now);
      return `${await registry.metrics()}${await present.metrics()}`;
    },
    type: registry.contentType,
  };
}

type Setting = (
  name: string,
  help: string,
  value: number | null,
  labels?: Readonly<Record<string, string>>,
) => void;

function setProcess(
  set: Setting,
  { kernel, jobs }: Measured,
  lag_ns: { readonly p50: number; readonly p99: number; readonly max: number },
): void {
  for (const [quantile, value] of Object.entries(lag_ns))
    set('event_loop_lag_seconds', 'Delay of the event loop since the last scrape.', value / 1e9, {
      quantile,
    });
  set('memory_bytes', 'Resident memory of this process.', process.memoryUsage.rss());
  for (const pool of kernel.pools)
    for (const state of ['in_use', 'idle', 'waiting'] as const)
      set('pool_connections', 'Connections by login, and those that wait for one.', pool[state], {
        login: pool.name,
        state,
      });
  set('keys_cached', 'Data keys in memory.', kernel.keys_cached);
  set('ledger_writer_waiting', 'Leaves that wait for a connection.', kernel.leaves_waiting);
  set('ledger_leads', 'Whether this process appends to the ledger.', kernel.sequencer === 'leading' ? 1 : 0);
  for (const { name, at_s } of jobs)
    set(
      'job_last_success_timestamp_seconds',
      'When each job last ended well; retention is among them.',
      at_s,
      {
        job: name,
      },
    );
}

function setNode(set: Setting, { node }: Measured): void {
  const seconds = (at: Date | null) => (at === null ? null : at.getTime() / 1000);
  set('disk_free_bytes', 'Room left on the disk of the data folder.', node.disk?.free_bytes ?? null);
  set('disk_size_bytes', 'Size of the disk of the data folder.', node.disk?.total_bytes ?? null);
  set('backup_last_timestamp_seconds', 'When the last whole backup was finished.', seconds(node.backup_at));
  const ends = node.certificate.state === 'seen' ? node.certificate.ends_at : null;
  set(
    'certificate_end_timestamp_seconds',
    'When the certificate of the public address runs out.',
    seconds(ends),
  );
  set('log_waiting', 'Requests that are not written to the operation log yet.', node.log_waiting);
}

function setFacts(set: Setting, facts: Facts, now: Date): void {
  const age_s = (at: Date | null) => (at === null ? 0 : Math.max(0, (now.getTime() - at.getTime()) / 1000));
  const { ledger, events, messages } = facts;
  set('database_size_bytes', 'Size of the database.', facts.database_bytes);
  set('ledger_size', 'Entries in the ledger.', ledger.size);
  set('ledger_pending', 'Entries that wait to join it.', ledger.pending);
  set('ledger_lag_seconds', 'How long the oldest of them has waited.', age_s(ledger.oldest_at));
  set('ledger_appending', 'Whether some server appends to it.', ledger.appending ? 1 : 0);
  for (const channel of channels) {
    const queue = messages[channel];
    const help = 'Messages that wait, by channel, and whether the carrier refused them before.';
    set('messages_waiting', help, (queue?.waiting ?? 0) - (queue?.tried ?? 0), { channel, state: 'new' });
    set('messages_waiting', help, queue?.tried ?? 0, { channel, state: 'refused' });
    set(
      'messages_oldest_seconds',
      'How long the oldest refused message has waited.',
      age_s(queue?.oldest_tried_at ?? null),
      { channel },
    );
  }
  set('events_waiting', 'Events that wait for their handler.', events.waiting);
  set('servers', 'Servers that were heard of within two minutes.', alive(facts.nodes, now).length);
}
