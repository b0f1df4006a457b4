import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bareEnvironment } from '../../tests/environment.ts';
import { formatCheckpoint } from './checkpoint.ts';
import { formatDisclosure } from './commitment.ts';
import { leafHash } from './hash.ts';
import { logKey, openLogKey } from './key.ts';
import { makeLeaf } from './ledger.fixture.ts';
import { formatProof } from './proof.ts';

const folder = mkdtempSync(join(tmpdir(), 'axent-verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const key = openLogKey(folder, 'ledger.test/log');
const leaf = makeLeaf();
const [part] = leaf.parts;
const file = join(folder, 'use.tlog-proof');
if (part !== undefined) {
  const { record } = part;
  const extra = formatDisclosure({
    entry: new Uint8Array(leaf.entry),
    salt: new Uint8Array(part.salt),
    record,
  });
  const checkpoint = key.sign(formatCheckpoint(key.origin, 1, leafHash(leaf.entry)));
  writeFileSync(file, formatProof({ extra, index: 0, path: [], checkpoint }));
}

function verify(...words: string[]): { code: number | null; out: string; err: string } {
  return verifyWith({ AXENT_DATA_FOLDER: folder }, words);
}

function verifyWith(
  settings: Record<string, string>,
  words: string[],
): { code: number | null; out: string; err: string } {
  const command = join(import.meta.dirname, '../../apps/server/verify.command.ts');
  const env = { ...bareEnvironment, ...settings };
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
    encoding: 'utf8',
    env,
  });
  return { code: status, out: stdout, err: stderr };
}

test('a good receipt is told in plain words, with what it does not show', () => {
  for (const words of [[file], [file, '--vkey', key.vkey], [file, '--vkey', join(folder, 'ledger.vkey')]]) {
    const { code, out } = verify(...words);
    expect(code).toBe(0);
    expect(out).toContain('PROVED by the log ledger.test/log, entry 0 of 1');
    expect(out).toContain('purpose     support');
    expect(out).toMatch(/does not show/);
  }
});

test('a receipt under another key, or no receipt at all, is refused with its reason', () => {
  const stranger = logKey('ledger.test/log', generateKeyPairSync('ed25519').privateKey);
  expect(verify(file, '--vkey', stranger.vkey)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/REFUSED \(signature\)/),
  });
  const broken = join(folder, 'broken');
  writeFileSync(broken, 'c2sp.org/tlog-proof@v1\nindex 0\n');
  expect(verify(broken)).toMatchObject({ code: 1, err: expect.stringMatching(/REFUSED \(form\)/) });
});

test('a wrong call says how it is called', () => {
  expect(verify()).toMatchObject({ code: 2, out: expect.stringContaining('Usage:') });
  expect(verify(join(folder, 'nothing'))).toMatchObject({ code: 2, err: expect.stringContaining('no file') });
  expect(verify(file, '--vkey', join(folder, 'nothing'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('No key'),
  });
  expect(verify(file, '--loud')).toMatchObject({ code: 2, err: expect.stringContaining('Usage:') });
});

test('the key is made once and stays', () => {
  expect(openLogKey(folder, 'ledger.test/log').vkey).toBe(key.vkey);
});

test('the key is looked for where the server keeps it, by the same settings', () => {
  expect(verifyWith({ DATA_FOLDER: folder }, [file])).toMatchObject({ code: 0 });
  const empty = join(folder, 'empty');
  expect(verifyWith({ DATA_FOLDER: empty }, [file])).toMatchObject({
    code: 2,
    err: expect.stringContaining(`No key to check against in ${join(empty, 'ledger.vkey')}`),
  });
  // The rest of the settings is none of its business, even where a server would refuse them.
  expect(verifyWith({ DATA_FOLDER: folder, NODE_ENV: 'production', PORT: 'x' }, [file]).code).toBe(0);
});
