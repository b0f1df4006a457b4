import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type LedgerFixture,
  type MadeLeaf,
  makeLeaf,
  openLedgerFixture,
  until,
} from '../../kernel/ledger/ledger.fixture.ts';
import { ledgerRoutes } from '../../kernel/ledger/routes.ts';
import { Sequencer } from '../../kernel/ledger/sequencer.ts';
import { LeafWriter } from '../../kernel/ledger/writer.ts';
import { type TestDatabase, testDatabase } from '../database.ts';

const folder = mkdtempSync(join(tmpdir(), 'axent-checker-'));
const leaves: MadeLeaf[] = [];
let database: TestDatabase;
let ledger: LedgerFixture;
let sequencer: Sequencer;
let writer: LeafWriter;
let server: FastifyInstance;
let prefix = '';

beforeAll(async () => {
  database = await testDatabase();
  ledger = await openLedgerFixture(database.url);
  sequencer = new Sequencer({ url: ledger.url, key: ledger.key, interval_ms: 5, poll_ms: 20 });
  writer = new LeafWriter({ url: ledger.url });
  server = fastify();
  await server.register(ledgerRoutes(ledger.reader, ledger.key.vkey), { prefix: '/ledger' });
  await server.listen({ host: '127.0.0.1', port: 0 });
  prefix = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/ledger`;
});

afterAll(async () => {
  await server.close();
  await Promise.all([writer.close(), sequencer.stop()]);
  await ledger.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function grow(size: number): Promise<void> {
  const added = Array.from({ length: size - leaves.length }, () => makeLeaf(1 + (leaves.length % 3)));
  await Promise.all(added.map((leaf) => writer.append(leaf)));
  leaves.push(...added);
  await until(async () => (await ledger.reader.checkpoint())?.size === size);
}

async function receipt(leaf: MadeLeaf, name: string): Promise<string> {
  const [part] = leaf.parts;
  const answer = part && (await ledger.reader.receipt(leaf.id, part.salt, part.record));
  if (answer?.state !== 'ready') throw new Error('no receipt');
  const file = join(folder, name);
  writeFileSync(file, answer.text);
  return file;
}

/** Runs the checker as a stranger would: another process, given an address and a key. */
function check(...words: string[]): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'checker.mjs'), ...words]);
  let out = '';
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (out += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out })));
}

test('a checker written by someone else accepts the served log at every size, and every receipt', async () => {
  const receipts: string[] = [];
  for (const size of [0, 1, 2, 255, 256, 257, 800]) {
    await grow(size);
    // Receipts of earlier heads stay good.
    for (const at of [0, size - 1]) {
      const leaf = leaves[at];
      if (leaf !== undefined) receipts.push(await receipt(leaf, `${size}-${at}.tlog-proof`));
    }
    const words = receipts.flatMap((file) => ['--proof', file]);
    const { code, out } = await check('--log', prefix, '--vkey', ledger.key.vkey, ...words);
    expect(out).toContain(`size ${size},`);
    expect(code, out).toBe(0);
    expect(out.match(/: good/g)).toHaveLength(1 + receipts.length);
  }
}, 60_000);

test('the checker also walks a folder, and finds each byte that was changed in it', async () => {
  await grow(800);
  const copy = join(folder, 'copy');
  const paths = [
    'checkpoint',
    ...['000', '001', '002', '003.p/32'].flatMap((n) => [`tile/0/${n}`, `tile/entries/${n}`]),
    'tile/1/000.p/3',
  ];
  const files = new Map<string, Buffer>();
  for (const path of paths) {
    const response = await fetch(`${prefix}/${path}`);
    expect(response.status, path).toBe(200);
    files.set(path, Buffer.from(await response.arrayBuffer()));
  }
  const write = (path: string, bytes: Buffer): void => {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), bytes);
  };
  for (const [path, bytes] of files) write(path, bytes);
  const words = ['--log', copy, '--vkey', ledger.key.vkey];
  expect(await check(...words)).toMatchObject({ code: 0 });
  for (const [path, bytes] of files) {
    const changed = Buffer.from(bytes);
    const at = Math.floor(bytes.length / 2);
    changed[at] = (changed[at] ?? 0) ^ 1;
    write(path, changed);
    expect(await check(...words), path).toMatchObject({ code: 1, out: expect.stringContaining('WRONG') });
    write(path, bytes);
  }
}, 60_000);

test('a path that the log has nothing at answers 404, and the others say how long they hold', async () => {
  await grow(800);
  const status = async (path: string) => (await fetch(`${prefix}/${path}`)).status;
  for (const path of [
    'tile/0/003',
    'tile/0/003.p/33',
    'tile/1/000',
    'tile/2/000',
    'tile/0/0',
    'tile/entries/004.p/1',
    'nothing',
    'tile/../checkpoint.txt',
    '',
  ]) {
    expect(await status(path), path).toBe(404);
  }
  const headers = async (path: string) => (await fetch(`${prefix}/${path}`)).headers;
  const tile = await headers('tile/0/000');
  expect(tile.get('cache-control')).toContain('immutable');
  expect(tile.get('access-control-allow-origin')).toBe('*');
  expect((await headers('checkpoint')).get('cache-control')).toBe('public, max-age=1');
  expect(await (await fetch(`${prefix}/vkey`)).text()).toBe(`${ledger.key.vkey}\n`);
});
