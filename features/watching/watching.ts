/** One thing that an operator looks after. */
const parts = [
  'database',
  'ledger',
  'mail',
  'sms',
  'push',
  'events',
  'jobs',
  'backups',
  'certificate',
  'disk',
  'policy',
  'nodes',
  'access',
] as const;
export type Part = (typeof parts)[number];

/** `good`: nothing to do. `look`: worth a look today. `act`: somebody has to do something now. */
const levels = ['good', 'look', 'act'] as const;
export type Level = (typeof levels)[number];

/** Names end with their unit: `_at` is a moment in ISO 8601, `_s` seconds, `_bytes` bytes. */
export type Figures = Readonly<Record<string, string | number>>;

/** How a part stands, and why: `reason` is the key of the sentence that says it. */
export interface Judgement {
  readonly part: Part;
  readonly level: Level;
  readonly reason: string;
  readonly figures: Figures;
}

export interface Queue {
  readonly waiting: number;
  /** Of those, the ones that a carrier refused before. */
  readonly tried: number;
  readonly oldest_tried_at: Date | null;
}

export const channels = ['mail', 'sms', 'push'] as const;
export type Channel = (typeof channels)[number];

/** `none`: the public address is not https. `unseen`: nobody answered there, or not with TLS. */
export type Certificate =
  | { readonly state: 'none' }
  | { readonly state: 'unseen'; readonly code: string }
  | { readonly state: 'seen'; readonly ends_at: Date };

export interface Disk {
  readonly free_bytes: number;
  readonly total_bytes: number;
}

/** What one server said of itself last. */
export interface Node {
  readonly id: string;
  readonly release: string;
  /** Hash of the policy that its release was made with. */
  readonly policy: string;
  readonly started_at: Date;
  readonly seen_at: Date;
  readonly disk: Disk | null;
  readonly certificate: Certificate;
  /** When the last whole backup was finished; null: there is none. */
  readonly backup_at: Date | null;
  /** Requests that are not written down yet. */
  readonly log_waiting: number;
  readonly late_jobs: readonly string[];
}

/** Everything that is judged: counts and times, nothing of anybody. */
export interface Facts {
  readonly database_bytes: number;
  readonly ledger: {
    readonly size: number;
    readonly pending: number;
    readonly appending: boolean;
    readonly oldest_at: Date | null;
  };
  readonly messages: Readonly<Partial<Record<Channel, Queue>>>;
  readonly events: { readonly waiting: number; readonly oldest_at: Date | null };
  readonly policy: { readonly revision: string; readonly hash: string; readonly release_revision: string };
  readonly nodes: readonly Node[];
  readonly access: Access;
}

/** What is due about who works in the console, and about rooms and machines. */
export interface Access {
  readonly reviews_over: number;
  readonly reviews_soon: number;
  readonly unread: number;
  readonly premises_over: number;
}

/** A server that said nothing for so long is not there any more. */
const gone_after_ms = 120_000;

export const alive = (nodes: readonly Node[], now: Date): readonly Node[] =>
  nodes.filter((node) => now.getTime() - node.seen_at.getTime() < gone_after_ms);
