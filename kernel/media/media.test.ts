import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { uuidv7 } from '../vault/identifier.ts';
import { openKeyStore } from '../vault/keystore.sqlite.ts';
import type { KeyKeeping } from '../vault/keystore.ts';
import { deriveSecrets } from '../vault/secrets.ts';
import { StreamBroken } from '../vault/stream.ts';
import { openVault, Shredded, type Vault } from '../vault/vault.ts';
import { openMediaFolder } from './media.folder.ts';
import { MediaMissing, type MediaStore } from './media.ts';

let folder: string;
let media: MediaStore;
let keys: KeyKeeping;
let vault: Vault;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'axent-media-'));
  media = openMediaFolder(join(folder, 'media'));
  keys = openKeyStore(join(folder, 'keys.sqlite'));
  vault = openVault(keys, deriveSecrets(randomBytes(32)), Date.now);
});
afterEach(async () => {
  await keys.close();
  rmSync(folder, { recursive: true, force: true });
});

async function* pieces(...all: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* all;
}
async function whole(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of source) all.push(piece);
  return Buffer.concat(all);
}
const place = (item: string, person = 'ada') => ({
  owner: `media:${item}`,
  table: 'media',
  row: `${person}/${item}`,
});
const sealed = async (content: Buffer, item: string) =>
  await whole(vault.sealStream('photo', pieces(content), place(item)));
const opened = async (bytes: Buffer, item: string, person = 'ada', cut = 1_000) => {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += cut) parts.push(bytes.subarray(at, at + cut));
  return await whole(vault.openStream('photo', pieces(...parts), place(item, person)));
};
async function names(): Promise<string[]> {
  const all: string[] = [];
  for await (const { name } of media.list()) all.push(name);
  return all.sort();
}

test('whatever its size, a stream opens to what it was, however it comes in', async () => {
  for (const size of [0, 1, 65_535, 65_536, 65_537, 131_072, 300_000]) {
    const content = randomBytes(size);
    const bytes = await sealed(content, 'one');
    for (const cut of [7, 1_000, 65_536, 1_000_000])
      expect(
        (await opened(bytes, 'one', 'ada', size > 100_000 ? Math.max(cut, 1_000) : cut)).equals(content),
      ).toBe(true);
  }
});

test('cut off at any piece, changed in any byte, its pieces exchanged, or another person, item or kind: it does not open', async () => {
  const bytes = await sealed(randomBytes(200_000), 'one');
  const chunk = 65_536 + 16;
  const [a, b] = [bytes.subarray(11, 11 + chunk), bytes.subarray(11 + chunk, 11 + 2 * chunk)];
  const rest = bytes.subarray(11 + 2 * chunk);
  const head = bytes.subarray(0, 11);
  const flipped = (at: number) => {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    return changed;
  };
  for (const broken of [
    head,
    Buffer.concat([head, a]),
    Buffer.concat([head, a, b]),
    Buffer.concat([head, b, a, rest]),
    Buffer.concat([head, a, a, b, rest]),
    Buffer.concat([bytes, randomBytes(1)]),
    bytes.subarray(0, -1),
    ...[0, 5, 12, 70_000, bytes.length - 1].map(flipped),
  ])
    await expect(opened(broken, 'one')).rejects.toBeInstanceOf(StreamBroken);
  await expect(opened(bytes, 'one', 'bob')).rejects.toBeInstanceOf(StreamBroken);
  await expect(opened(bytes, 'two')).rejects.toBeInstanceOf(Shredded);
});

test('each item has a key of its own: shredded alone, nothing else is touched', async () => {
  const [one, two] = [await sealed(Buffer.from('one'), 'one'), await sealed(Buffer.from('two'), 'two')];
  await vault.shred('media:one');
  await expect(opened(one, 'one')).rejects.toBeInstanceOf(Shredded);
  expect((await opened(two, 'two')).toString()).toBe('two');
});

test('an item is there whole or not at all: while it is written nobody sees it, and a source that fails leaves nothing', async () => {
  const name = uuidv7(Date.now());
  async function* slowly(): AsyncGenerator<Buffer> {
    yield Buffer.from('half');
    expect((await names()).filter((one) => one === name)).toEqual([]);
    await expect(whole(media.read(name))).rejects.toBeInstanceOf(MediaMissing);
    yield Buffer.from(' whole');
  }
  await media.write(name, slowly());
  expect((await whole(media.read(name))).toString()).toBe('half whole');
  async function* failing(): AsyncGenerator<Buffer> {
    yield Buffer.from('other');
    throw new Error('gone');
  }
  await expect(media.write(name, failing())).rejects.toThrow('gone');
  expect((await whole(media.read(name))).toString()).toBe('half whole');
  expect(await names()).toEqual([name]);
  await media.remove(name);
  await media.remove(name);
  expect(await names()).toEqual([]);
});

test('a name that is none of ours leads nowhere', async () => {
  for (const name of ['../../etc/passwd', 'a/b', '', `${uuidv7(Date.now())}/x`])
    await expect(media.write(name, pieces(Buffer.from('x')))).rejects.toBeInstanceOf(RangeError);
});
