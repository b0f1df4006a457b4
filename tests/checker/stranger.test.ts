import { spawn } from 'node:child_process';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

const SIZE = 700;
const folder = mkdtempSync(join(tmpdir(), 'axent-stranger-'));
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

async function receipt(leaf: MadeLeaf, part: MadeLeaf['parts'][number] | undefined): Promise<string> {
  const answer = part && (await ledger.reader.receipt(leaf.id, part.salt, part.record));
  if (answer?.state !== 'ready') throw new Error('no receipt');
  return answer.text;
}

function store(name: string, content: string | Buffer): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

/** Runs the checker as another process, given an address or a file, and a key. */
function stranger(command: string, target: string, vkey = ledger.key.vkey): Promise<string> {
  const script = join(import.meta.dirname, 'stranger.mjs');
  const child = spawn(process.execPath, [script, command, target, vkey]);
  let out = '';
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (out += text));
  return new Promise((resolve) => child.on('close', (code) => resolve(`${code} ${out.trim()}`)));
}

const flip = (bytes: Buffer, at: number): Buffer => {
  const changed = Buffer.from(bytes);
  changed[at]! ^= 1;
  return changed;
};

test('the second checker accepts the served log at every size, and every receipt', async () => {
  const receipts: string[] = [];
  for (const size of [0, 1, 3, 255, 256, 257, SIZE]) {
    await grow(size);
    expect(await stranger('log', `${prefix}/`)).toBe(`0 log: size ${size}, ok`);
    const leaf = leaves.at(-1);
    if (leaf === undefined) continue;
    // Each commitment of an entry has its own receipt.
    for (const part of leaf.parts) {
      receipts.push(store(`${size}-${receipts.length}.tlog-proof`, await receipt(leaf, part)));
    }
  }
  // Receipts of earlier heads stay good.
  for (const file of receipts)
    expect(await stranger('receipt', file)).toMatch(/^0 receipt: entry \d+ of \d+, ok$/);
});

test('it refuses a log with a byte changed, cut off or added, and one with a file missing', async () => {
  await grow(SIZE);
  const widths = ['000', '001', `002.p/${SIZE - 512}`];
  const paths = [
    'checkpoint',
    ...widths.flatMap((n) => [`tile/0/${n}`, `tile/entries/${n}`]),
    'tile/1/000.p/2',
  ];
  const files = new Map<string, Buffer>();
  for (const path of paths) {
    const response = await fetch(`${prefix}/${path}`);
    expect(response.status, path).toBe(200);
    files.set(path, Buffer.from(await response.arrayBuffer()));
    store(`copy/${path}`, files.get(path)!);
  }
  const copy = join(folder, 'copy');
  expect(await stranger('log', copy)).toBe(`0 log: size ${SIZE}, ok`);
  const refused = async (path: string, changed: Buffer, plant: string): Promise<void> => {
    store(`copy/${path}`, changed);
    expect(await stranger('log', copy), `${path}, ${plant}`).toMatch(/^1 log: /);
    store(`copy/${path}`, files.get(path)!);
  };
  for (const [path, bytes] of files)
    await refused(path, flip(bytes, Math.floor(bytes.length / 2)), 'flipped');
  for (const path of ['checkpoint', 'tile/0/001', `tile/entries/002.p/${SIZE - 512}`]) {
    const bytes = files.get(path)!;
    await refused(path, bytes.subarray(0, -1), 'cut off');
    await refused(path, Buffer.concat([bytes, Buffer.of(10)]), 'added to');
    rmSync(join(copy, path));
    expect(await stranger('log', copy), path).toBe(`1 log: ${path}: missing`);
    store(`copy/${path}`, bytes);
  }
  const other = ledger.key.vkey.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  expect(await stranger('log', copy, other)).toMatch(/^1 log: the key/);
});

test('it refuses a receipt with anything changed', async () => {
  await grow(SIZE);
  const leaf = leaves[300]!;
  const text = await receipt(leaf, leaf.parts[0]);
  const good = store('good.tlog-proof', text);
  expect(await stranger('receipt', good)).toMatch(/^0 receipt: /);
  const [version, extra, index, ...rest] = text.split('\n') as [string, string, string, ...string[]];
  const at = Number(index.slice('index '.length));
  const data = JSON.parse(Buffer.from(extra.slice('extra '.length), 'base64').toString());
  const withExtra = (json: string): string =>
    [version, `extra ${Buffer.from(json).toString('base64')}`, index, ...rest].join('\n');
  // Members in another order say the same: the record is canonicalised before it is hashed.
  const { entry, salt, record } = data;
  expect(
    await stranger('receipt', store('order', withExtra(JSON.stringify({ salt, record, entry })))),
  ).toMatch(/^0 /);
  const json = JSON.stringify(data);
  const plants: [string, string | Buffer][] = [
    ['no end of line', text.slice(0, -1)],
    ['a line more', `${text}\n`],
    ['a line of something', `${text}more\n`],
    ['other line ends', text.replaceAll('\n', '\r\n')],
    ['another version', text.replace('@v1', '@v2')],
    ['no extra line', [version, index, ...rest].join('\n')],
    ['no index', [version, extra, ...rest].join('\n')],
    ['a leading zero', [version, extra, `index 0${at}`, ...rest].join('\n')],
    ['the next index', [version, extra, `index ${at + 1}`, ...rest].join('\n')],
    ['an index beyond', [version, extra, `index ${SIZE}`, ...rest].join('\n')],
    ['a hash less', [version, extra, index, ...rest.slice(1)].join('\n')],
    ['a hash more', [version, extra, index, rest[0], ...rest].join('\n')],
    ['hashes swapped', [version, extra, index, rest[1], rest[0], ...rest.slice(2)].join('\n')],
    ['no padding', text.replace('=\n', '\n')],
    ['unused bits set', text.replace(/(.)=\n/, (_, c) => `${String.fromCharCode(c.charCodeAt(0) + 1)}=\n`)],
    ['a record changed', withExtra(JSON.stringify({ ...data, record: { ...data.record, more: 1 } }))],
    ['another salt', withExtra(JSON.stringify({ ...data, salt: Buffer.alloc(32).toString('base64') }))],
    ['a member more', withExtra(JSON.stringify({ ...data, more: 1 }))],
    ['a member twice', withExtra(json.replace(/}$/, `,"record":${JSON.stringify(data.record)}}`))],
    ['not JSON', withExtra(`${json}x`)],
    ['a byte order mark', `\ufeff${text}`],
  ];
  const bytes = Buffer.from(text);
  for (let byte = 7; byte < bytes.length; byte += 149) plants.push([`byte ${byte}`, flip(bytes, byte)]);
  for (const [name, changed] of plants) {
    expect(changed, name).not.toEqual(text);
    expect(await stranger('receipt', store('planted', changed)), name).toMatch(/^1 receipt: /);
  }
  expect(readFileSync(good, 'utf8')).toBe(text);
});

/** MTH(D[from:to]) as RFC 6962 section 2.1 defines it, word for word; each one is computed once. */
function merkle(entries: Buffer[]): (from: number, to: number) => Buffer {
  const known = new Map<string, Buffer>();
  const compute = (from: number, to: number): Buffer => {
    const hash = createHash('sha256');
    if (to - from === 0) return hash.digest();
    if (to - from === 1) return hash.update(Buffer.of(0)).update(entries[from]!).digest();
    let k = 1;
    while (k * 2 < to - from) k *= 2;
    const [left, right] = [mth(from, from + k), mth(from + k, to)];
    return hash.update(Buffer.of(1)).update(left).update(right).digest();
  };
  const mth = (from: number, to: number): Buffer => {
    const result = known.get(`${from}:${to}`) ?? compute(from, to);
    known.set(`${from}:${to}`, result);
    return result;
  };
  return mth;
}

/** A log made here, by the words of the specifications and with nothing of the product. */
function makeLog(name: string, size: number) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const data = Buffer.concat([
    Buffer.of(1),
    Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url'),
  ]);
  const id = createHash('sha256').update(`${name}\n`).update(data).digest().subarray(0, 4);
  const entries = Array.from({ length: size }, (_, at) => Buffer.from(`entry ${at}`));
  const mth = merkle(entries);
  const paths = new Set<string>();
  const put = (path: string, bytes: Buffer): void => {
    paths.add(path);
    store(`${name}/tile/${path}`, bytes);
  };
  for (let level = 0; 256 ** level <= size; level++) {
    const span = 256 ** level;
    const count = Math.floor(size / span);
    for (let index = 0; index * 256 < count; index++) {
      const start = index * 256;
      const width = Math.min(256, count - start);
      const place = String(index).padStart(3, '0') + (width < 256 ? `.p/${width}` : '');
      const hashes = Array.from({ length: width }, (_, i) => mth((start + i) * span, (start + i + 1) * span));
      put(`${level}/${place}`, Buffer.concat(hashes));
      if (level > 0) continue;
      const own = entries.slice(start, start + width);
      put(`entries/${place}`, Buffer.concat(own.flatMap((entry) => [Buffer.of(0, entry.length), entry])));
    }
  }
  const vkey = `${name}+${id.toString('hex')}+${data.toString('base64')}`;
  return {
    paths,
    head: `${name}\n${size}\n${mth(0, size).toString('base64')}\n`,
    /** Signs a checkpoint's text, beside a witness that the checker does not know, and has it checked. */
    check(text: string): Promise<string> {
      const signature = Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]).toString('base64');
      store(`${name}/checkpoint`, `${text}\n— witness.example AAAAAAAA\n— ${name} ${signature}\n`);
      return stranger('log', join(folder, name), vkey);
    },
  };
}

test('it reads the example of tlog-tiles: 70,000 entries on three levels', async () => {
  const { check, head, paths } = makeLog('sofa.example', 70_000);
  const partial = [...paths].filter((path) => path.includes('.p/'));
  expect(partial).toEqual(['0/273.p/112', 'entries/273.p/112', '1/001.p/17', '2/000.p/1']);
  expect(await check(head)).toBe('0 log: size 70000, ok');
});

test('it refuses a checkpoint that is rightly signed and not what the texts allow', async () => {
  const { check, head } = makeLog('small.example/log', 257);
  const [origin, size, root] = head.split('\n') as [string, string, string];
  expect(await check(head)).toBe('0 log: size 257, ok');
  expect(await check(`${head}an extension\n`)).toBe('0 log: size 257, ok');
  for (const wrong of [
    `${origin}\n0${size}\n${root}\n`,
    `${origin}\n2.57e2\n${root}\n`,
    `${origin}\n256\n${root}\n`,
    `${origin}\n${size}\n${root.slice(0, -1)}\n`,
    `${origin}\n${size}\n${merkle([])(0, 0).toString('base64')}\n`,
    `${origin}\n${size}\n`,
    `${head}\nafter an empty line\n`,
    `${head}a tab\t\n`,
    `${origin}/other\n${size}\n${root}\n`,
  ]) {
    expect(await check(wrong), wrong).toMatch(/^1 log: /);
  }
  // A full tile may stand in for a partial one; its further hashes are not of this tree.
  const tile = join(folder, 'small.example/log/tile/1/000');
  const hash = readFileSync(`${tile}.p/1`);
  rmSync(`${tile}.p`, { recursive: true });
  expect(await check(head)).toBe('1 log: tile/1/000.p/1: missing');
  writeFileSync(tile, Buffer.concat([hash, Buffer.alloc(255 * 32)]));
  expect(await check(head)).toBe('0 log: size 257, ok');
  writeFileSync(tile, hash);
  expect(await check(head)).toBe('1 log: tile/1/000: 32 bytes');
});
