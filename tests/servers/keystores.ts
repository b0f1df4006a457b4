import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileTarget, type KeysTarget, sharedTarget } from '@axent/kernel/backup';
import {
  installSharedKeys,
  type KeyKeeping,
  listingShreds,
  openKeyStore,
  openSharedKeys,
  openShredList,
} from '@axent/kernel/vault';
import pg from 'pg';
import { type TestDatabase, testDatabase } from '../database.ts';

/** A store as several parts of an installation open it. */
export interface Opened {
  readonly store: KeyKeeping;
  readonly lines: () => Promise<readonly string[]> | readonly string[];
}

export interface Kind {
  /** Opens the store once more: as another server, or after a restart. */
  readonly open: () => Promise<Opened>;
  /** Everything goes that was in it. */
  readonly empty: () => Promise<void>;
  readonly target: () => Promise<KeysTarget>;
  readonly close: () => Promise<void>;
}

async function file(): Promise<Kind> {
  const folder = mkdtempSync(join(tmpdir(), 'axent-keys-'));
  const path = join(folder, 'keys.sqlite');
  return {
    open: async () => {
      const list = openShredList(`${path}.shredded`, Date.now);
      return { store: listingShreds(openKeyStore(path), list), lines: list.lines };
    },
    empty: async () => rmSync(folder, { recursive: true, force: true }),
    target: async () => fileTarget(path, `${path}.shredded`),
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function server(): Promise<Kind> {
  const database: TestDatabase = await testDatabase();
  const address = new URL(database.url);
  const install = () =>
    installSharedKeys({ url: address.href, prefix: 'axent_port', data_url: null, durable: false });
  let url = await install();
  return {
    open: async () => {
      const { store, lines } = openSharedKeys({
        url,
        clock: Date.now,
        onError: () => undefined,
        listens: true,
      });
      const until = Date.now() + 10_000;
      while (!store.hears() && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 5));
      return { store, lines };
    },
    empty: async () => {
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      await client.query('drop schema keys cascade');
      await client.end();
      url = await install();
    },
    target: () => sharedTarget(address.href),
    close: () => database.drop(),
  };
}

export const kinds: readonly (readonly [name: string, make: () => Promise<Kind>])[] = [
  ['a file of one server', file],
  ['a PostgreSQL of several', server],
];
