import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { headFile, keepingHead, parseHead, standingOf, writeHead } from '@axent/kernel/ledger';
import { openShredList, ownerHash } from '@axent/kernel/vault';
import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backUp, backUpOnlyKeys, placeOf } from '../../apps/server/backup.ts';
import { openKeys } from '../../apps/server/keys.ts';
import { keyToGoOn } from '../../apps/server/ledger.ts';
import { linesSince, markOf, readLines } from '../../kernel/vault/shredlist.ts';
import { openWorld, type World } from '../world.ts';
import { settingsFor } from './settings.ts';

let world: World;
const folder = mkdtempSync(join(tmpdir(), 'axent-guard-'));
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

test('S.loss @ledger: a database that is older than the newest published head is not served', async () => {
  const settings = settingsFor(world.folder);
  const path = `${settings.key_store_file}.head`;
  await (await world.visitor().accept()).signIn('ada@example.org');
  await new Promise((resolve) => setTimeout(resolve, 700));
  await keepingHead(world.kernel.reader, headFile(path))();
  const now = readFileSync(path, 'utf8');
  const keys = await openKeys(settings, { clock: Date.now, data_url: null });
  expect((await keyToGoOn(settings, world.database.url, keys)).origin).toBe('test.example/ledger');

  const [origin = '', size = ''] = now.split('\n');
  writeHead(path, now.replace(`${origin}\n${size}\n`, `${origin}\n${Number(size) + 1}\n`));
  await expect(keyToGoOn(settings, world.database.url, keys)).rejects.toThrow(/npm run restore -- --new-log/);
  writeHead(path, now);
  expect((await keyToGoOn(settings, world.database.url, keys)).origin).toBe('test.example/ledger');
  await keys.store.close();
});

test('a log goes on from its newest head or a later one, never from an earlier or another of the same size', () => {
  const root = (byte: number) => new Uint8Array(32).fill(byte);
  const known = { origin: 'a/b', size: 5, root: root(1), extensions: [], note: '' };
  const from = (size: number, byte = 1, origin = 'a/b') =>
    standingOf({ size, root: root(byte) }, known, origin);
  expect([from(4), from(5, 2), from(5), from(6, 2)]).toEqual([
    'would_fork',
    'would_fork',
    'goes_on',
    'goes_on',
  ]);
  expect(standingOf(null, known, 'a/b')).toBe('would_fork');
  // Under another name nothing is contradicted.
  expect(from(4, 1, 'a/b/2')).toBe('goes_on');
  expect(standingOf(null, null, 'a/b')).toBe('goes_on');
  expect(parseHead('no note')).toBeNull();
});

test('the shred list only grows; a line that a crash cut off stands for nothing done', () => {
  const path = join(folder, 'list');
  const list = openShredList(path, () => Date.parse('2026-11-25T00:00:00Z'));
  list.append('one');
  const mark = markOf(list.lines());
  list.append('two');
  writeFileSync(path, `${readFileSync(path, 'utf8')}2026-11-25T00:0`);
  const again = openShredList(path, Date.now);
  expect(again.lines()).toEqual([
    `2026-11-25T00:00:00.000Z ${ownerHash('one')}`,
    `2026-11-25T00:00:00.000Z ${ownerHash('two')}`,
  ]);
  expect(linesSince(again.lines(), mark)).toEqual(again.lines().slice(1));
  expect(linesSince(again.lines().slice(1), mark)).toBeNull();
  expect(linesSince([], mark)).toBeNull();
});

test('a shredding is on the list before the key is gone', async () => {
  await world.kernel.vault.seal('contact', {}, { owner: 'listed', table: 't', row: 'r' });
  await world.kernel.vault.shred('listed');
  expect(readLines(join(world.folder, 'keys.sqlite.shredded')).at(-1)).toContain(ownerHash('listed'));
});

test('backups of the keys whose days are over go when the next one is made; other files stay', async () => {
  const now = new Date('2026-11-25T12:00:00Z');
  const names = [
    'axent-2026-11-17T12-00-00Z.keys',
    'axent-2026-11-20T12-00-00Z.keys',
    'mine.keys',
    'axent-2026-11-01T12-00-00Z.backup',
  ];
  for (const name of names) writeFileSync(join(folder, name), '');
  const settings = settingsFor(world.folder);
  const { keys, removed } = await backUpOnlyKeys(settings, await placeOf(folder, now, 'keys'), now);
  expect(keys).toBeGreaterThan(0);
  expect(removed).toEqual([names[0]]);
  expect(names.slice(1).every((name) => existsSync(join(folder, name)))).toBe(true);
  await expect(placeOf(join(folder, 'mine.keys'), now, 'keys')).rejects.toMatchObject({ code: 'not_empty' });
  const without = { ...settings, backup_key: null };
  await expect(backUpOnlyKeys(without, join(folder, 'x'), now)).rejects.toThrow(/openssl rand/);
});

test('U.backup @operation: while the policy in force offers no backups, none is made', async () => {
  const clauses = { ...policy.clauses, 'U.backup': { ...policy.clauses['U.backup'], built: 'not' as const } };
  const closed = await openWorld({ compiled: compile({ ...policy, clauses }, notices) });
  try {
    const settings = settingsFor(closed.folder);
    await (await closed.visitor().accept()).signIn('bob@example.org');
    const made = backUp(settings, closed.database.url, join(folder, 'closed.backup'), new Date());
    await expect(made).rejects.toMatchObject({ code: 'not_offered' });
    expect(existsSync(join(folder, 'closed.backup'))).toBe(false);
  } finally {
    await closed.close();
  }
});
