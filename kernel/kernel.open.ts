import type { Purpose } from '@axent/policy';
import type { CompiledPolicy } from '@axent/policy/compile';
import type { LegalArea } from '@axent/policy/shape';
import type pg from 'pg';
import { grantCopying } from './backup/database.contents.ts';
import { type MigrationFolder, migrate } from './database/migrate.ts';
import { migrationFolders } from './database/migrations.ts';
import { dropDay, keepDays } from './database/partitions.ts';
import { openPools, type PoolFigures, type Pools } from './database/pools.ts';
import { checkLogin, checkRequirements } from './database/requirements.ts';
import { grantKernel, installRoles, restorePasswords } from './database/roles.ts';
import { openPolicies } from './gate/policies.ts';
import { type Publication, publish, reconcileGrants } from './gate/publication.ts';
import { noteDeletion } from './keeping/deletions.ts';
import { expireRows } from './keeping/expiry.ts';
import { endRequests } from './keeping/requests.ts';
import {
  insertLeaves,
  isRefusal,
  LeafWriter,
  LedgerFailure,
  LedgerReader,
  type LogKey,
  Sequencer,
  type SequencerState,
} from './ledger/ledger.ts';
import type { MediaStore } from './media/media.ts';
import type { Channel } from './message/carrier.ts';
import { Deliveries } from './message/deliveries.ts';
import { queueMessages } from './message/queue.ts';
import { Entrance } from './operation/entrance.ts';
import { Foresight } from './operation/foresight.ts';
import type { Policies, Kernel as Running } from './operation/parts.ts';
import { problem } from './operation/problem.ts';
import type { Recorder } from './operation/recorder.ts';
import { unwatched, type Watch } from './operation/watch.ts';
import type { KeyStore } from './vault/keystore.ts';
import type { Secrets } from './vault/secrets.ts';
import { openVault, type Vault } from './vault/vault.ts';
import { installation } from './vault/wrapping.ts';

export interface KernelOptions {
  /** Connection string of the schema's owner: may create roles, tables and grants. */
  readonly url: string;
  readonly prefix: string;
  readonly connections: number;
  readonly secrets: Secrets;
  readonly keyStore: KeyStore;
  /** Where documents lie. */
  readonly media: MediaStore;
  readonly logKey: LogKey;
  readonly clock: () => number;
  /** The policy that this release was compiled with. */
  readonly compiled: CompiledPolicy;
  readonly migrations: readonly MigrationFolder[];
  /** The legal area that is served; one database never changes it. */
  readonly area: LegalArea;
  readonly onError: (part: string, error: Error) => void;
  /** Who looks on; without one, nobody does. */
  readonly watch?: Watch;
  /** IANA name: where people are whose own time zone is not known. */
  readonly timeZone?: string;
  /** For measuring: keys are fetched anew each time. */
  readonly uncachedKeys?: boolean;
}

export interface KernelFigures {
  readonly pools: readonly PoolFigures[];
  /** Data keys in memory. */
  readonly keys_cached: number;
  /** Leaves that wait for a connection. */
  readonly leaves_waiting: number;
  readonly sequencer: SequencerState;
}

/** A leaf that comes alone is in the tree at once; under load, a head for each would cost more than the leaves. */
const heads_every_ms = 250;

/** What there is to do at once. */
interface Work {
  readonly events: boolean;
  readonly messages: boolean;
  readonly published: boolean;
}

/** The kernel in one process: pools, vault, policies, ledger. `install` first, then run operations, then `close`. */
export class Kernel implements Running {
  readonly pools: Pools;
  readonly vault: Vault;
  readonly media: MediaStore;
  readonly policies: Policies;
  readonly foresight = new Foresight();
  readonly entrance = new Entrance((purpose) => this.pools.connect(purpose));
  readonly reader: LedgerReader;
  readonly writer: LeafWriter;
  readonly sequencer: Sequencer;
  readonly clock: () => number;
  readonly watch: Watch;
  readonly timeZone: string;
  /** How messages leave; none can until it is told the carriers. */
  readonly deliveries: Deliveries;
  readonly #options: KernelOptions;
  readonly #uses = new Map<string, number>();
  /** Told after each commit that raised events or queued messages, and of each publication. */
  onWork: (work: Work) => void = () => undefined;

  constructor(options: KernelOptions) {
    this.#options = options;
    this.clock = options.clock;
    this.watch = options.watch ?? unwatched;
    this.pools = openPools({ ...options, onError: options.onError });
    this.vault = openVault(options.keyStore, options.secrets, options.clock, options.uncachedKeys);
    this.media = options.media;
    this.policies = openPolicies(() => this.pools.connect('kernel'));
    this.reader = new LedgerReader((text, values) => this.asKernel((client) => client.query(text, values)));
    const onError = (error: Error) => options.onError('ledger', error);
    this.sequencer = new Sequencer({
      url: this.pools.url('kernel'),
      key: options.logKey,
      interval_ms: heads_every_ms,
      onError,
    });
    this.timeZone = options.timeZone ?? 'Europe/Zurich';
    this.deliveries = new Deliveries(this, this.pools.url('kernel'), (error) =>
      options.onError('deliveries', error),
    );
    this.writer = new LeafWriter({
      url: this.pools.url('kernel'),
      backlog: () => this.sequencer.backlog,
      onError,
    });
  }

  connect = (purpose: Purpose): Promise<pg.PoolClient> => this.pools.connect(purpose);

  keyedHash = (label: string, value: string): Buffer => this.#options.secrets.keyedHash(label, value);

  ledger: Running['ledger'] = {
    append: async (leaf) => {
      try {
        await this.writer.append(leaf);
        this.sequencer.wake();
      } catch (error) {
        if (error instanceof LedgerFailure && error.code === 'busy') throw problem('busy');
        if (error instanceof LedgerFailure && error.code !== 'rejected')
          throw problem('database_unavailable');
        throw this.#unrecorded(error);
      }
    },
    insert: async (client, leaf) => {
      try {
        await client.query(insertLeaves([leaf]));
      } catch (error) {
        throw isRefusal(error) ? this.#unrecorded(error) : error;
      }
    },
  };

  /** The log would not take the leaf: told to the operator with its cause, to the person as what it means for them. */
  #unrecorded(error: unknown): Error {
    this.#options.onError('ledger', error as Error);
    return problem('not_recorded');
  }

  receipt: Running['receipt'] = (leaf_id, salt, record) => this.reader.receipt(leaf_id, salt, record);

  queueMessages: Running['queueMessages'] = (client, recorder, outgoing) =>
    queueMessages(this.vault, this.clock, client, recorder, outgoing);

  get channels(): ReadonlySet<Channel> {
    return this.deliveries.carriers.channels;
  }

  afterCommit = (recorder: Recorder): void => {
    for (const clause of recorder.clauses) this.#uses.set(clause, (this.#uses.get(clause) ?? 0) + 1);
    if (recorder.wrote) this.sequencer.wake();
    const events = recorder.events.length > 0;
    const messages = recorder.messages.length > 0;
    if (events || messages) this.onWork({ events, messages, published: false });
  };

  /** Whether it can serve: what keeps it from it, or null. */
  async hindrance(): Promise<'database_unavailable' | 'keys_unavailable' | null> {
    try {
      await this.asKernel((client) => client.query('select 1 from kernel.published'));
    } catch {
      return 'database_unavailable';
    }
    try {
      await this.#options.keyStore.find(installation, 'lookup');
      return null;
    } catch {
      return 'keys_unavailable';
    }
  }

  /** Runs a piece of the kernel's own work on the kernel's login. */
  async asKernel<R>(work: (client: pg.PoolClient) => Promise<R>): Promise<R> {
    const client = await this.pools.connect('kernel');
    let failed: Error | undefined;
    try {
      return await work(client);
    } catch (error) {
      // A connection that failed in the middle may still be in a transaction: it is not used again.
      failed = error as Error;
      throw error;
    } finally {
      client.release(failed);
    }
  }

  /** Publishes the policy that this release was compiled with; with `base`, only while that version is in force. */
  async publish(by: readonly string[], base?: number): Promise<Publication> {
    const { compiled, prefix } = this.#options;
    const done = await publish(this.pools.owner, prefix, compiled, by, new Date(this.clock()), base);
    this.policies.forget();
    this.onWork({ events: false, messages: false, published: true });
    return done;
  }

  /** How busy this process is, without asking the database. */
  get figures(): KernelFigures {
    return {
      pools: this.pools.figures(),
      keys_cached: this.vault.cached(),
      leaves_waiting: this.writer.waiting,
      sequencer: this.sequencer.state,
    };
  }

  get area(): LegalArea {
    return this.#options.area;
  }
  /** Makes days of a table that is kept by the day; see `System`. */
  keepDays = async (table: string, days: readonly string[]): Promise<void> => {
    await keepDays(this.pools.owner, table, days);
  };

  dropDay = (table: string, day: string): Promise<boolean> => dropDay(this.pools.owner, table, day);

  expire = (area: LegalArea): Promise<number> =>
    this.asKernel(async (client) => {
      const { rows } = await client.query<{ sequence: number; hash: string }>(
        'select sequence, hash from kernel.published',
      );
      const { compiled } = await this.policies.at(rows[0]?.sequence ?? 0, rows[0]?.hash ?? '');
      const now = new Date(this.clock());
      const gone = await expireRows(client, compiled.policy, area, now);
      return gone + (await endRequests(client, this.vault, compiled.policy, area, now));
    });

  noteDeletion = (category: string, rows: number, days: number): Promise<void> =>
    this.asKernel((client) => noteDeletion(client, category, rows, days, new Date(this.clock())));

  get compiled(): CompiledPolicy {
    return this.#options.compiled;
  }

  get vkey(): string {
    return this.#options.logKey.vkey;
  }

  /** Adds what was counted since to the day's uses by clause. */
  async flushUses(): Promise<void> {
    const counted = [...this.#uses];
    this.#uses.clear();
    if (counted.length === 0) return;
    const day = new Date(this.clock()).toISOString().slice(0, 10);
    await this.asKernel((client) =>
      client.query(
        `insert into kernel.use_count as c (day, clause, uses)
           select $1, clause, uses from unnest($2::text[], $3::bigint[]) as new (clause, uses)
         on conflict (day, clause) do update set uses = c.uses + excluded.uses`,
        [day, counted.map(([clause]) => clause), counted.map(([, uses]) => uses)],
      ),
    );
  }

  async close(): Promise<void> {
    await this.flushUses().catch((error: Error) => this.#options.onError('uses', error));
    await this.deliveries.close();
    await this.writer.close();
    await this.sequencer.stop();
    await this.pools.close();
    await this.#options.keyStore.close();
  }
}

/**
 * Migrates, makes roles, publishes the first version if there is none, and brings grants in line. Answers the names
 * of the migrations that were new.
 */
export async function installKernel(options: KernelOptions): Promise<readonly string[]> {
  const purposes = Object.keys(options.compiled.policy.purposes) as Purpose[];
  const roles = { prefix: options.prefix, secrets: options.secrets, purposes };
  await checkRequirements(options.url);
  await installRoles(options.url, roles);
  const pools = openPools({ ...options, onError: options.onError });
  try {
    const applied = await migrate(pools.owner, [...migrationFolders, ...options.migrations]);
    await settleArea(pools.owner, options.area);
    await grantKernel(pools.owner, roles);
    await grantCopying(pools.owner, roles);
    await checkLogin(() => pools.connect('kernel'), options.prefix);
    await restorePasswords(pools, roles, (error) => options.onError('database login', error));
    const published = await pools.owner.query('select 1 from kernel.published');
    if (published.rowCount === 0)
      await publish(pools.owner, options.prefix, options.compiled, [], new Date(options.clock()));
    else await reconcileGrants(pools.owner, options.prefix);
    return applied;
  } finally {
    await pools.close();
  }
}

/** Personal data never crosses from one legal area to another: a database stays in the one it was installed for. */
async function settleArea(owner: pg.Pool, area: LegalArea): Promise<void> {
  await owner.query('insert into kernel.deployment (area) values ($1) on conflict do nothing', [area]);
  const { rows } = await owner.query<{ area: string }>('select area from kernel.deployment');
  if (rows[0]?.area !== area)
    throw new Error(
      `This database serves the legal area ${rows[0]?.area}, and the settings say ${area}. Personal data never crosses: use a database of its own.`,
    );
}

/** Installs and opens the kernel. `applied` names the migrations that were new. */
export async function openKernel(
  options: KernelOptions,
): Promise<{ readonly kernel: Kernel; readonly applied: readonly string[] }> {
  const applied = await installKernel(options);
  return { kernel: new Kernel(options), applied };
}
