import type { Facts, Node } from './watching.ts';

export const noon = new Date('2026-11-25T12:00:00Z');
export const before = (seconds: number) => new Date(noon.getTime() - seconds * 1000);
export const after = (seconds: number) => before(-seconds);
const gigabyte = 1024 ** 3;
export const day_s = 86_400;

export const soundNode: Node = {
  id: 'one',
  release: '1.0.0',
  policy: 'abc',
  started_at: before(day_s),
  seen_at: before(5),
  disk: { free_bytes: 30 * gigabyte, total_bytes: 40 * gigabyte },
  certificate: { state: 'seen', ends_at: after(60 * day_s) },
  backup_at: before(10 * 3_600),
  log_waiting: 0,
  late_jobs: [],
};

/** All is well. */
export const soundFacts: Facts = {
  database_bytes: 20 * gigabyte,
  ledger: { size: 1_000, pending: 0, appending: true, oldest_at: null },
  messages: {},
  events: { waiting: 0, oldest_at: null },
  policy: { revision: '1', hash: 'abc', release_revision: '1' },
  nodes: [soundNode],
  access: { reviews_over: 0, reviews_soon: 0, unread: 0, premises_over: 0 },
};

export const withNode = (change: Partial<Node>): Facts => ({
  ...soundFacts,
  nodes: [{ ...soundNode, ...change }],
});
