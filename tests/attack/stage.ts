import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Outbox } from '@axent/messages/server';
import type { Actor } from '@axent/policy/shape';
import pg from 'pg';
import { ApplicationProcess, freePort } from '../crash/application.process.ts';
import { atOwnAddress, type House, signedIn } from '../matrix/actors.ts';
import { Visitor } from '../visitor.ts';
import { openWeak } from './weak.ts';

const look_ms = 25;
const looks_most = 400;
/** Eight digits, or a long code. */
const codePattern = /\b\d{4} \d{4}\b|\b(?:[0-9A-Z]{5}-){4}[0-9A-Z]{5}\b/;

/** A browser whose mailbox is the page that plays it. */
class Guest extends Visitor {
  readonly #product: string;
  #before: readonly string[] = [];

  constructor(base: string, product: string) {
    super(base, new Outbox(Date.now));
    this.#product = product;
  }

  /** Codes that came before are somebody's else, or used. */
  override async signIn(address: string): Promise<this> {
    this.#before = await this.#codesFor(address);
    return await super.signIn(address);
  }

  override async codeFor(address: string): Promise<string> {
    for (let look = 0; look < looks_most; look++) {
      const code = (await this.#codesFor(address)).find((one) => !this.#before.includes(one));
      if (code !== undefined) return code;
      await new Promise((resolve) => setTimeout(resolve, look_ms));
    }
    throw new Error(`no mail came for ${address}`);
  }

  async #codesFor(address: string): Promise<string[]> {
    const page = await (await fetch(`${this.#product}/outbox`)).text();
    const mails = page.split('<article>').filter((one) => one.includes(`>${address} `));
    return mails.flatMap((one) => codePattern.exec(one)?.[0] ?? []);
  }
}

/** The product as it is started by `npm start`, on a data folder that is thrown away, and who comes to it. */
export class Stage implements House {
  readonly application: ApplicationProcess;
  readonly planted: boolean;
  readonly folder: string;
  readonly kernel: House['kernel'];
  readonly #pool: pg.Pool;
  #seen = 0;
  #weak: { readonly base: string; readonly close: () => Promise<void> } | null = null;

  private constructor(application: ApplicationProcess, folder: string, planted: boolean) {
    this.application = application;
    this.folder = folder;
    this.planted = planted;
    this.#pool = new pg.Pool({ connectionString: application.databaseUrl, max: 4 });
    this.kernel = {
      asKernel: async (work) => {
        const client = await this.#pool.connect();
        try {
          return await work(client);
        } finally {
          client.release();
        }
      },
    };
  }

  /** `planted`: everything goes through a proxy that undoes what keeps the product safe. */
  static async open(planted: boolean): Promise<Stage> {
    const folder = mkdtempSync(join(tmpdir(), 'axent-attack-'));
    // The database's own account must get in; the cluster inside is closed to others by itself.
    chmodSync(folder, 0o755);
    const settings = { TRUSTED_PROXIES: '127.0.0.1', LOG_LEVEL: 'warn' };
    const application = new ApplicationProcess(join(folder, 'data'), await freePort(), settings);
    try {
      await application.start();
      const stage = new Stage(application, folder, planted);
      if (planted) stage.#weak = await openWeak(stage);
      return stage;
    } catch (error) {
      await application.killAll();
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Where the attack goes: the product, or the proxy that weakens it. */
  get base(): string {
    return this.#weak?.base ?? this.application.base;
  }

  get port(): number {
    return Number(new URL(this.base).port);
  }

  visitor(): Visitor {
    return new Guest(this.base, this.application.base);
  }

  /** Somebody new from an address of their own, who accepted; with a role, or as a person, signed in. */
  async arrive(actor: Actor): Promise<Visitor> {
    if (actor === 'visitor') return await atOwnAddress(this.visitor()).accept();
    return await signedIn(this, actor === 'person' ? null : actor);
  }

  /** Faults that the server logged since it was asked last. */
  faults(): readonly string[] {
    const all = this.application.complaints.filter(
      (line) => !line.startsWith('{') || JSON.parse(line).level >= 50,
    );
    const fresh = all.slice(this.#seen);
    this.#seen = all.length;
    return fresh;
  }

  async close(): Promise<void> {
    await this.#weak?.close();
    await this.#pool.end();
    await this.application.killAll();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
