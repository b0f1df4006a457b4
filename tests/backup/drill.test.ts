import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contact } from '@axent/account/contract';
import { Shredded, shredWithheld, systemOf } from '@axent/kernel';
import { checkConsistency, headFile, keepingHead, openLogKey } from '@axent/kernel/ledger';
import { openKeyStore } from '@axent/kernel/vault';
import { receipt, uses } from '@axent/privacy/contract';
import { privacyOver } from '@axent/privacy/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backUp, backUpOnlyKeys } from '../../apps/server/backup.ts';
import { featureMigrations } from '../../apps/server/compose.ts';
import { openKeys } from '../../apps/server/keys.ts';
import { currentLogKey, withOwner } from '../../apps/server/ledger.ts';
import { type Restored, restore } from '../../apps/server/restore.ts';
import { readEnvelope } from '../../kernel/backup/envelope.reader.ts';
import { rowsFor, say, shut, sounds, standingOf } from '../closing/people.ts';
import { type TestDatabase, testDatabase } from '../database.ts';
import { placesWithVoice, voicenotes, voicePolicy } from '../features/voicenotes/voicenotes.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';
import { backup_key, settingsFor } from './settings.ts';

const day_ms = 86_400_000;
const folders = { source: temporary(), target: temporary(), apart: temporary() };
const [backup, keys, list] = ['a.backup', 'a.keys', 'shredded'].map((name) => join(folders.apart, name)) as [
  string,
  string,
  string,
];

let source: World;
let target: World;
let fresh: TestDatabase;
let restored: Restored;
/** Ada is erased after the backup, Bob closes his voice function and it is shredded, Cyd goes on. */
const people = {} as Record<
  'ada' | 'bob' | 'cyd',
  { person: string; device: string; sealed: Buffer; id: string }
>;
let before: Record<string, number>;
let after: Record<string, number>;
let recordsOfAda: number;

function temporary(): string {
  return mkdtempSync(join(tmpdir(), 'axent-drill-'));
}

async function open(folder: string, database: TestDatabase): Promise<World> {
  const settings = settingsFor(folder);
  const { store, head } = await openKeys(settings, { clock: Date.now, data_url: null });
  const logKey = await withOwner(database.url, (client) => currentLogKey(settings, client, { store, head }));
  await store.close();
  const world: World = await openWorld({
    features: [voicenotes, privacyOver(placesWithVoice)],
    compiled: voicePolicy,
    database,
    kept: { folder, logKey },
    server: {
      trustedProxies: ['127.0.0.1', '::1', '::ffff:127.0.0.1'],
      onRequest: (facts) => world.requests.note(facts),
    },
  });
  return world;
}

async function member(world: World, name: string): Promise<Visitor> {
  const visitor = await (await world.visitor().accept()).signIn(`${name}@example.org`);
  await visitor.open('voice');
  return visitor;
}

const writeLog = (world: World) =>
  world.features
    .flatMap((feature) => feature.jobs ?? [])
    .find((one) => one.name === 'log')
    ?.run(systemOf(world.kernel));

async function countRows(url: string): Promise<Record<string, number>> {
  const tables = [
    'app.log_entry',
    'app.contact',
    'app.device',
    'app.voice_note',
    'kernel.person',
    'kernel.record',
  ];
  return await withOwner(url, async (client) => {
    const counts: Record<string, number> = {};
    for (const table of tables)
      counts[table] = (await client.query(`select count(*)::int as n from ${table}`)).rows[0].n;
    return counts;
  });
}

beforeAll(async () => {
  openLogKey(folders.source, 'test.example/ledger');
  const database = await testDatabase();
  source = await open(folders.source, database);
  const visitors = {} as Record<keyof typeof people, Visitor>;
  for (const name of ['ada', 'bob', 'cyd'] as const) {
    const visitor = await member(source, name);
    await say(visitor, `${name} was here`);
    const standing = await standingOf(source, visitor);
    const [note] = await rowsFor(source, 'rights', standing.person);
    if (note === undefined) throw new Error('nothing was kept');
    people[name] = { ...standing, sealed: note.sealed, id: note.id };
    visitors[name] = visitor;
  }
  await writeLog(source);
  const settings = settingsFor(folders.source);
  const keepHead = keepingHead(source.kernel.reader, headFile(`${settings.key_store_file}.head`));
  await keepHead();
  await backUpOnlyKeys(settings, keys, new Date());
  await backUp(settings, source.database.url, backup, new Date());
  before = await countRows(source.database.url);

  recordsOfAda = (
    await source.kernel.pools.owner.query('select 1 from kernel.record where person_id = $1', [
      people.ada.person,
    ])
  ).rows.length;

  await shut(visitors.bob);
  source.pass(15 * day_ms);
  await source.kernel.asKernel((client) =>
    shredWithheld(client, source.kernel.vault, new Date(source.kernel.clock())),
  );
  await source.kernel.vault.shred(people.ada.person);
  await source.kernel.vault.shred(`${people.ada.person}/voice/${people.ada.device}`);
  await visitors.cyd.call(contact, {});
  await new Promise((resolve) => setTimeout(resolve, 700));
  await keepHead();
  copyFileSync(`${settings.key_store_file}.shredded`, list);

  fresh = await testDatabase();
  const options = {
    settings: settingsFor(folders.target),
    url: fresh.url,
    path: backup,
    keys,
    shredded: list,
    without_shredded: false,
    new_log: true,
    now: new Date(),
    compiled: voicePolicy,
    migrations: [...featureMigrations, { name: voicenotes.name, folder: voicenotes.migrations as URL }],
  };
  copyFileSync(`${settings.key_store_file}.head`, `${options.settings.key_store_file}.head`);
  await expect(restore({ ...options, new_log: false })).rejects.toMatchObject({ code: 'log_would_fork' });
  restored = await restore(options);
  after = await countRows(fresh.url);
  target = await open(folders.target, fresh);
});

afterAll(async () => {
  expect([...source.faults, ...target.faults].map((one) => one.message)).toEqual([]);
  await target.close();
  await source.close();
  await fresh.drop();
  await source.database.drop();
  for (const folder of Object.values(folders)) rmSync(folder, { recursive: true, force: true });
});

const boxOf = (name: keyof typeof people) => {
  const { person, device, sealed, id } = people[name];
  return [sealed, { owner: `${person}/voice/${device}`, table: 'app.voice_note', row: id }] as const;
};

test('U.backup S.loss @disk: restored, who was erased after the backup is unreadable, and the others are read', async () => {
  for (const name of ['ada', 'bob'] as const)
    await expect(target.kernel.vault.open(...boxOf(name))).rejects.toThrow(Shredded);
  expect(await target.kernel.vault.open(...boxOf('cyd'))).toEqual({ sound: 'cyd was here' });
  const cyd = await member(target, 'cyd');
  expect((await cyd.call(contact, {})).body).toMatchObject({ email: 'cyd@example.org' });
  expect((await standingOf(target, cyd)).person).toBe(people.cyd.person);
});

test('the rows of what was shredded are gone, and the erased person is nobody’s account', async () => {
  const { rows } = await target.kernel.pools.owner.query(
    `select person_id from app.voice_note union select person_id from app.contact where person_id = $1`,
    [people.ada.person],
  );
  expect(rows.map((row) => row.person_id)).toEqual([people.cyd.person]);
  const again = await standingOf(target, await member(target, 'ada'));
  expect(again.person).not.toBe(people.ada.person);
  // Bob keeps his account: it was one function of his that was shredded.
  const bob = await member(target, 'bob');
  expect((await standingOf(target, bob)).person).toBe(people.bob.person);
  expect(await sounds(bob)).toEqual([]);
});

test('what came back is what was there, counted', async () => {
  expect(restored.replayed).toBeGreaterThanOrEqual(4);
  expect(restored.keys?.shredded).toBeGreaterThanOrEqual(3);
  expect(restored.unreadable).toBe(0);
  expect(before['app.log_entry']).toBeGreaterThan(5);
  // All but Ada's contact, device and records, and the voice notes of Ada and Bob.
  expect(after).toEqual({
    ...before,
    'app.contact': 2,
    'app.device': 2,
    'app.voice_note': 1,
    'kernel.record': (before['kernel.record'] ?? 0) - recordsOfAda,
  });
  const { rows: migrations } = await target.kernel.pools.owner.query('select name from kernel.migration');
  expect(new Set(migrations.map((row) => row.name))).toEqual(
    new Set(restored.manifest.migrations.map(({ name }) => name)),
  );
});

test('S.loss @ledger: the log ended where it was; the next one holds the restored entries and contradicts nobody', async () => {
  expect(restored.log?.had).toBeGreaterThan(restored.log?.kept ?? 0);
  expect(target.kernel.vkey).toMatch(/^test\.example\/ledger\/2\+/);
  const checked = await checkConsistency(target.kernel.reader, target.kernel.vkey);
  expect(checked.problems).toEqual([]);
  const former = await (await fetch(`${target.base}/ledger/former`)).json();
  expect(former).toMatchObject([
    {
      origin: 'test.example/ledger',
      size: restored.log?.had,
      kept: restored.log?.kept,
      vkey: source.kernel.vkey,
    },
  ]);
  const cyd = await member(target, 'cyd');
  const { body } = await cyd.call(uses, {});
  const before = body.uses.find((one) => Date.parse(one.at) < Date.parse(restored.manifest.taken_at));
  const proof = await cyd.call(receipt, { id: before?.id ?? '' });
  expect(proof.body.state).toBe('ready');
});

test('codes, links, sessions and what waited to be sent stayed out of it', async () => {
  expect(restored.manifest.left_out).toEqual([
    'app.fraud_salt',
    'app.fraud_signal',
    'app.sign_in_challenge',
    'app.sign_in_code',
    'app.sign_in_recipient',
    'app.sign_in_try',
    'app.signal_salt',
    'app.staff_invitation',
    'app.staff_link',
    'app.staff_provider_request',
    'app.wechat_state',
    'kernel.half_session',
    'kernel.idempotency',
    'kernel.message',
    'kernel.message_count',
    'kernel.message_refused',
    'kernel.receipt_awaited',
    'kernel.session',
  ]);
});

test('U.backup @disk: what a backup holds is sealed: no address, no word of anybody, no key', async () => {
  const { content } = await readEnvelope(backup, backup_key, 'database');
  const parts: Buffer[] = [];
  for await (const part of content) parts.push(part);
  const held = Buffer.concat(parts);
  expect(held.includes(people.cyd.sealed)).toBe(true);
  for (const name of Object.keys(people)) {
    expect(held.includes(`${name}@example.org`)).toBe(false);
    expect(held.includes(`${name} was here`)).toBe(false);
  }
  const store = openKeyStore(settingsFor(folders.source).key_store_file);
  const keys = await store.page(null, 100);
  await store.close();
  expect(keys.length).toBeGreaterThan(5);
  for (const { wrapped } of keys) expect(held.includes(wrapped)).toBe(false);
});
