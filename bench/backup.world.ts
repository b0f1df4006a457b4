import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { everyDevice, Kernel, openMediaFolder, uuidv7 } from '@axent/kernel';
import { startEmbedded } from '@axent/kernel/database/embedded';
import { openLogKey } from '@axent/kernel/ledger';
import { openKeyStore, openSecrets } from '@axent/kernel/vault';
import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import pg from 'pg';
import { featureMigrations } from '../apps/server/compose.ts';
import { installKernel } from '../kernel/kernel.open.ts';
import { openVault, type Vault } from '../kernel/vault/vault.ts';

/** People as they stand some time after they signed in, in a data folder that the server then starts on. */

export const people_count = Number(process.env.BENCH_PEOPLE ?? 1_000_000);
const chunk = 5_000;
/** Enough to ask in turn; the others are not signed in just now. */
const sessions = 1_000;
const records_each = 2;

export interface Place {
  readonly folder: string;
  readonly key_store_file: string;
  readonly master: Buffer;
  readonly origin: string;
}

/** Answers the tokens of those who are signed in. */
export async function fill(place: Place): Promise<string[]> {
  const database = await startEmbedded({ directory: join(place.folder, 'database'), durable: true });
  const store = openKeyStore(place.key_store_file);
  const options = {
    url: database.url('postgres'),
    prefix: 'axent',
    connections: 40,
    secrets: await openSecrets({ store, master: place.master, previous: null, isOlder: async () => false }),
    keyStore: store,
    media: openMediaFolder(join(place.folder, 'media')),
    logKey: openLogKey(place.folder, place.origin),
    clock: Date.now,
    area: 'eu_ch' as const,
    compiled: compile(policy, notices),
    migrations: featureMigrations,
    onError: (part: string, error: Error) => console.error(part, error.message),
  };
  await installKernel(options);
  const owner = new pg.Pool({ connectionString: options.url, max: 2 });
  const vault = openVault(store, options.secrets, Date.now);
  const tokens: string[] = [];
  for (let from = 0; from < people_count; from += chunk) {
    tokens.push(...(await fillChunk(owner, vault, Math.min(chunk, people_count - from), from)));
  }
  await owner.query('vacuum analyze');
  await owner.query('checkpoint');
  await owner.end();
  // The log begins and takes nothing yet.
  const kernel = new Kernel(options);
  while (kernel.sequencer.state !== 'leading') await new Promise((resolve) => setTimeout(resolve, 20));
  await kernel.close();
  await database.stop();
  return tokens;
}

async function fillChunk(owner: pg.Pool, vault: Vault, count: number, from: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuidv7(Date.now()));
  const seal = async (category: string, table: string, value: unknown) => {
    // All keys reach the disk in one write.
    await vault.prepare(category, ids);
    const rows = ids.map(() => uuidv7(Date.now()));
    const entries = ids.map((owner, n) => ({ value, place: { owner, table, row: rows[n] ?? '' } }));
    const sealed = await vault.sealMany(category, entries);
    return rows.map((row, n) => ({ row, sealed: sealed[n] }));
  };
  const insert = (text: string, values: unknown[] = []) => owner.query(text, [ids, ...values]);
  await insert(`insert into kernel.person (id, kind) select unnest($1::uuid[]), 'customer'`);
  await insert(
    `insert into kernel.identifier (hash, kind, person_id) select sha256(p::text::bytea), 'email', p from unnest($1::uuid[]) p`,
  );
  await insert(
    `insert into kernel.acceptance (person_id, id, sequence, language, text_hash, settings_hash)
     select p, gen_random_uuid(), 1, 'en', repeat('a', 64), repeat('b', 64) from unnest($1::uuid[]) p`,
  );
  for (const [name, device] of [
    ['nearby', null],
    ['measure', everyDevice],
  ])
    await insert(
      `insert into kernel.opening (person_id, device_id, function, open, sequence, language, text_hash)
       select p, coalesce($3::uuid, p), $2, $3 is null, 1, 'en', repeat('c', 64) from unnest($1::uuid[]) p`,
      [name, device],
    );
  for (const [table, category, value] of [
    ['app.contact', 'contact', { email: 'somebody@example.org', phone: null }],
    [
      'app.device',
      'device',
      { name: 'Firefox', type: 'desktop', os: 'Linux', connection: null, country: 'CH' },
    ],
  ] as const) {
    const boxes = await seal(category, table, value);
    await insert(
      `insert into ${table} (person_id, id, sealed) select * from unnest($1::uuid[], $2::uuid[], $3::bytea[])`,
      [boxes.map(({ row }) => row), boxes.map(({ sealed }) => sealed)],
    );
  }
  const record = {
    salt: randomBytes(32).toString('base64'),
    record: { purpose: 'authentication', policy: 'f'.repeat(64) },
  };
  for (let n = 0; n < records_each; n++) {
    const boxes = await seal('record', 'kernel.record', record);
    await insert(
      `insert into kernel.record (person_id, id, at, leaf_id, sealed)
       select p, i, now(), gen_random_uuid(), s from unnest($1::uuid[], $2::uuid[], $3::bytea[]) as n (p, i, s)`,
      [boxes.map(({ row }) => row), boxes.map(({ sealed }) => sealed)],
    );
  }
  if (from >= sessions) return [];
  const signed_in = ids
    .slice(0, sessions)
    .map((id) => ({ id, token: randomBytes(32).toString('base64url') }));
  await owner.query(
    `insert into kernel.session (token_hash, person_id, device_id, idle, ends_at)
     select t, p, p, '30 days', now() + interval '90 days' from unnest($1::bytea[], $2::uuid[]) as n (t, p)`,
    [
      signed_in.map(({ token }) => createHash('sha256').update(token).digest()),
      signed_in.map(({ id }) => id),
    ],
  );
  return signed_in.map(({ token }) => token);
}
