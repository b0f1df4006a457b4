import { randomUUID } from 'node:crypto';
import type { Certificate, Node } from '../watching.ts';
import { certificateOf, diskOf, lastBackup } from './machine.ts';

export interface NodeOptions {
  readonly clock: () => number;
  /** Version of what runs here. */
  readonly release: string;
  readonly publicUrl: URL;
  readonly dataFolder: string;
  readonly backupFolder: string;
}

const certificate_every_ms = 24 * 3_600_000;
/** One that was not seen is looked for again soon: the proxy may be starting. */
const unseen_every_ms = 10 * 60_000;

/** What this server knows of itself and of the machine that it runs on. */
export class ThisNode {
  readonly id = randomUUID();
  readonly #options: NodeOptions;
  readonly #started_at: Date;
  #certificate: Certificate;
  #looked_at: number | null = null;

  constructor(options: NodeOptions) {
    this.#options = options;
    this.#started_at = new Date(options.clock());
    const secure = options.publicUrl.protocol === 'https:';
    this.#certificate = secure ? { state: 'unseen', code: 'NOT_YET' } : { state: 'none' };
  }

  /** Looks at the certificate once a day and at the start; a clock that was set back counts as a day, too. */
  async lookAtCertificate(): Promise<void> {
    const now = this.#options.clock();
    const every_ms = this.#certificate.state === 'unseen' ? unseen_every_ms : certificate_every_ms;
    if (this.#looked_at !== null && Math.abs(now - this.#looked_at) < every_ms) return;
    this.#looked_at = now;
    this.#certificate = await certificateOf(this.#options.publicUrl);
  }

  async describe(policy: string, log_waiting: number, late_jobs: readonly string[]): Promise<Node> {
    const { clock, release, dataFolder, backupFolder } = this.#options;
    const [disk, backup_at] = await Promise.all([diskOf(dataFolder), lastBackup(backupFolder)]);
    return {
      id: this.id,
      release,
      policy,
      started_at: this.#started_at,
      seen_at: new Date(clock()),
      disk,
      certificate: this.#certificate,
      backup_at,
      log_waiting,
      late_jobs,
    };
  }
}
