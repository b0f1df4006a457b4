import {
  type Access,
  alive,
  type Channel,
  channels,
  type Facts,
  type Figures,
  type Judgement,
  type Level,
  type Node,
  type Part,
  type Queue,
} from './watching.ts';

const minute_s = 60;
const hour_s = 3_600;
const day_s = 86_400;

/** Longer waits mean that somebody asked for a code and went away. */
const stuck_s = 15 * minute_s;
const ledger_lag_look_s = 30;
const ledger_lag_act_s = 5 * minute_s;
/** A backup a day, and two hours for one that takes long. */
const backup_look_s = 26 * hour_s;
const backup_act_s = 50 * hour_s;
const certificate_look_s = 21 * day_s;
const certificate_act_s = 7 * day_s;
const disk_look_share = 0.2;
const disk_act_share = 0.1;
/** A day's write-ahead log and a backup's scratch room fit in it, however small its share of a large disk. */
const disk_enough_bytes = 50 * 1024 ** 3;
const disk_least_bytes = 1024 ** 3;

const said = (part: Part, level: Level, reason: string, figures: Figures = {}): Judgement => ({
  part,
  level,
  reason,
  figures,
});

const since_s = (at: Date, now: Date): number => Math.max(0, (now.getTime() - at.getTime()) / 1000);

/** How every part stands. Pure: the same facts at the same moment are always judged alike. */
export function judge(facts: Facts, now: Date): readonly Judgement[] {
  const nodes = alive(facts.nodes, now);
  return [
    said('database', 'good', 'database_size', { size_bytes: facts.database_bytes }),
    ledger(facts.ledger, now),
    ...channels.flatMap((channel) => queue(channel, facts.messages[channel], now)),
    events(facts.events, now),
    jobs(nodes),
    backups(nodes, now),
    certificate(nodes, now),
    disk(nodes),
    policy(facts.policy),
    servers(facts.nodes, nodes),
    access(facts.access),
  ];
}

function ledger({ size, pending, appending, oldest_at }: Facts['ledger'], now: Date): Judgement {
  const lag_s = oldest_at === null ? 0 : since_s(oldest_at, now);
  const figures = { size, pending, lag_s };
  if (!appending) return said('ledger', 'act', 'ledger_stands', figures);
  if (lag_s >= ledger_lag_act_s) return said('ledger', 'act', 'ledger_lags', figures);
  if (lag_s >= ledger_lag_look_s) return said('ledger', 'look', 'ledger_lags', figures);
  return said('ledger', 'good', 'ledger_appends', figures);
}

/** Mail always has a line; another channel as soon as something waits for it. */
function queue(channel: Channel, found: Queue | undefined, now: Date): Judgement[] {
  const { waiting, tried, oldest_tried_at } = found ?? { waiting: 0, tried: 0, oldest_tried_at: null };
  if (waiting === 0) return channel === 'mail' ? [said(channel, 'good', 'queue_empty')] : [];
  if (oldest_tried_at === null) return [said(channel, 'good', 'queue_flows', { waiting })];
  const figures = { waiting, tried, oldest_s: since_s(oldest_tried_at, now) };
  const stuck = figures.oldest_s >= stuck_s;
  return [said(channel, stuck ? 'act' : 'look', stuck ? 'queue_stuck' : 'queue_retries', figures)];
}

function events({ waiting, oldest_at }: Facts['events'], now: Date): Judgement {
  const oldest_s = oldest_at === null ? 0 : since_s(oldest_at, now);
  if (oldest_s >= stuck_s) return said('events', 'act', 'events_stuck', { waiting, oldest_s });
  return said('events', 'good', 'events_flow', { waiting });
}

function jobs(nodes: readonly Node[]): Judgement {
  const late = [...new Set(nodes.flatMap((node) => node.late_jobs))].sort();
  if (late.length > 0) return said('jobs', 'act', 'jobs_late', { jobs: late.join(', ') });
  return said('jobs', 'good', 'jobs_run');
}

function backups(nodes: readonly Node[], now: Date): Judgement {
  const made = nodes.flatMap(({ backup_at }) => (backup_at === null ? [] : [backup_at.getTime()]));
  if (made.length === 0) return said('backups', 'look', 'backup_missing');
  const last = new Date(Math.max(...made));
  const age_s = since_s(last, now);
  const figures = { finished_at: last.toISOString(), age_s };
  if (age_s >= backup_act_s) return said('backups', 'act', 'backup_old', figures);
  if (age_s >= backup_look_s) return said('backups', 'look', 'backup_old', figures);
  return said('backups', 'good', 'backup_fresh', figures);
}

/** The one that runs out first, over all servers. */
function certificate(nodes: readonly Node[], now: Date): Judgement {
  const ends = nodes.flatMap(({ certificate: one }) => (one.state === 'seen' ? [one.ends_at.getTime()] : []));
  if (ends.length > 0) {
    const first = Math.min(...ends);
    const left_s = (first - now.getTime()) / 1000;
    const figures = { ends_at: new Date(first).toISOString(), left_s: Math.max(0, left_s) };
    if (left_s <= 0) return said('certificate', 'act', 'certificate_over', figures);
    if (left_s <= certificate_act_s) return said('certificate', 'act', 'certificate_ending', figures);
    if (left_s <= certificate_look_s) return said('certificate', 'look', 'certificate_soon', figures);
    return said('certificate', 'good', 'certificate_good', figures);
  }
  const unseen = nodes.map((node) => node.certificate).find((one) => one.state === 'unseen');
  if (unseen?.state === 'unseen')
    return said('certificate', 'look', 'certificate_unseen', { code: unseen.code });
  return said('certificate', 'good', 'certificate_none');
}

/** The fullest, over all servers. */
function disk(nodes: readonly Node[]): Judgement {
  const share = (one: { free_bytes: number; total_bytes: number }) => one.free_bytes / one.total_bytes;
  const [worst] = nodes
    .flatMap((node) => (node.disk === null ? [] : [node.disk]))
    .toSorted((a, b) => share(a) - share(b));
  if (worst === undefined) return said('disk', 'look', 'disk_unknown');
  const { free_bytes, total_bytes } = worst;
  const roomy = free_bytes >= disk_enough_bytes;
  if (free_bytes < disk_least_bytes || (!roomy && share(worst) < disk_act_share))
    return said('disk', 'act', 'disk_full', { free_bytes, total_bytes });
  if (!roomy && share(worst) < disk_look_share)
    return said('disk', 'look', 'disk_tight', { free_bytes, total_bytes });
  return said('disk', 'good', 'disk_roomy', { free_bytes, total_bytes });
}

function policy({ revision, release_revision }: Facts['policy']): Judgement {
  if (revision === release_revision) return said('policy', 'good', 'policy_in_force', { revision });
  return said('policy', 'look', 'policy_waits', { revision, release: release_revision });
}

function servers(all: readonly Node[], here: readonly Node[]): Judgement {
  const count = here.length;
  const releases = [...new Set(here.map(({ release, policy: hash }) => `${release}|${hash}`))];
  if (releases.length > 1) return said('nodes', 'look', 'nodes_differ', { count, releases: releases.length });
  if (all.length > count) return said('nodes', 'look', 'nodes_gone', { count, gone: all.length - count });
  return said('nodes', 'good', 'nodes_same', { count });
}

function access({ reviews_over, reviews_soon, unread, premises_over }: Access): Judgement {
  if (reviews_over > 0) return said('access', 'act', 'access_over', { reviews: reviews_over });
  if (reviews_soon + unread + premises_over > 0)
    return said('access', 'look', 'access_due', { reviews: reviews_soon, unread, premises: premises_over });
  return said('access', 'good', 'access_good');
}
