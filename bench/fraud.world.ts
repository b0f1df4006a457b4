import { join } from 'node:path';
import { type Caller, openKernel, openMediaFolder, systemOf } from '@axent/kernel';
import { startEmbedded } from '@axent/kernel/database/embedded';
import { openLogKey } from '@axent/kernel/ledger';
import { deriveSecrets, openKeyStore } from '@axent/kernel/vault';
import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import type { Pool } from 'pg';
import { bucketOf, rangeOf } from '../features/fraud/fraud.ts';
import { type Place, printsOf, subjectsOf } from '../features/fraud/server/places.ts';

/** Numbers between 0 and 1, the same each time. */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Some places are busy, most are not: the square makes the first ones frequent. */
const busy = (chance: () => number, most: number) => Math.floor(chance() ** 2 * most);

/** Where something is tried: one of 60,000 networks, 150,000 devices and 400,000 numbers in 4,000 blocks. */
export function placeOf(chance: () => number): Place & { readonly phone: string } {
  const network = busy(chance, 60_000);
  const phone = `+4479${String(busy(chance, 4_000)).padStart(4, '0')}${String(busy(chance, 100)).padStart(3, '0')}`;
  return {
    network: `10.${network >> 16}.${(network >> 8) & 255}.${network & 255}`,
    device: uuid(busy(chance, 150_000)),
    person: null,
    recipient: { value: phone, range: rangeOf(phone) },
    phone,
  };
}

export async function openWorld(folder: string) {
  const database = await startEmbedded({ directory: join(folder, 'database'), durable: true });
  const features = new URL('../features/', import.meta.url);
  const { kernel } = await openKernel({
    url: database.url('postgres'),
    prefix: 'axent',
    connections: 40,
    secrets: deriveSecrets(Buffer.alloc(32, 1)),
    keyStore: openKeyStore(join(folder, 'keys.sqlite')),
    media: openMediaFolder(join(folder, 'media')),
    logKey: openLogKey(folder, 'bench.example/ledger'),
    clock: Date.now,
    compiled: compile(policy, notices),
    migrations: [{ name: 'fraud', folder: new URL('fraud/server/migrations/', features) }],
    area: 'eu_ch',
    onError: (_part, error) => console.error(error.message),
  });
  return {
    kernel,
    system: systemOf(kernel),
    close: async () => {
      await kernel.close();
      await database.stop();
    },
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;

export function callerAt({ network, device }: Place): Caller {
  const accepted = { sequence: 1, language: 'en', text_hash: '', settings_hash: '', day: '2026-11-30' };
  return {
    tokenHash: null,
    visitor: { accepted, openings: {}, words: {} },
    device: device as Caller['device'],
    binding: null,
    gpc: false,
    language: 'en',
    userAgent: '',
    clientHints: {},
    address: network,
    idempotencyKey: null,
  };
}

const kinds = ['range', 'range network', 'range device', 'network', 'device', 'failure', 'account'];
const hour_ms = 3_600_000;
const rows_at_once = 5_000;

/** So many recorded signals of the last two days, every fifth of the last hour: more than are ever looked at. */
export async function fill({ kernel }: World, rows: number, chance: () => number): Promise<void> {
  const { owner } = kernel.pools;
  const salts = new Map<string, string>();
  for (const back of [0, 1, 2]) {
    const day = new Date(Date.now() - back * 24 * hour_ms).toISOString().slice(0, 10);
    const salt = Buffer.alloc(32, back + 1);
    await owner.query('insert into app.fraud_salt (day, salt) values ($1, $2)', [day, salt]);
    salts.set(day, salt.toString('hex'));
  }
  while ((await counted(owner)) < rows) {
    for (let batch = 0; batch < Math.ceil(rows / 10); batch += rows_at_once) {
      const made = Array.from({ length: rows_at_once }, () => signalOf(kernel, salts, chance));
      await owner.query(
        `insert into app.fraud_signal (kind, subject, bucket, other, times)
         select *, 1 from unnest($1::text[], $2::bytea[], $3::timestamptz[], $4::bytea[]) on conflict do nothing`,
        ['kind', 'subject', 'bucket', 'other'].map((name) =>
          made.map((one) => one[name as keyof typeof one]),
        ),
      );
    }
  }
  // As it is when nobody has just filled it.
  await owner.query('vacuum analyze app.fraud_signal');
  await owner.query('checkpoint');
}

export async function counted(owner: Pool): Promise<number> {
  const { rows } = await owner.query<{ n: number }>('select count(*)::integer as n from app.fraud_signal');
  return rows[0]?.n ?? 0;
}

function signalOf(kernel: World['kernel'], salts: ReadonlyMap<string, string>, chance: () => number) {
  const place = placeOf(chance);
  const back_ms = chance() < 0.2 ? chance() * hour_ms : chance() * 47 * hour_ms;
  const bucket = bucketOf(new Date(Date.now() - back_ms));
  const print = printsOf(kernel, salts.get(bucket.toISOString().slice(0, 10)) ?? '');
  const kind = kinds[Math.floor(chance() * kinds.length)] ?? 'network';
  const subject = print(kind, subjectsOf(place)[kind] ?? '');
  const other = kind === 'failure' ? place.network : place.phone;
  return { kind, subject, bucket, other: print('other', other) };
}
