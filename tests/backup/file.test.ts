import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { readEnvelope } from '../../kernel/backup/envelope.reader.ts';
import { chunk_bytes } from '../../kernel/backup/envelope.ts';
import { writeEnvelope } from '../../kernel/backup/envelope.writer.ts';
import { backup_key as key } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'axent-envelope-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Incompressible, so that it fills chunks. */
function noise(bytes: number): Buffer {
  const made = Buffer.alloc(bytes);
  let state = 0x2545f491;
  for (let at = 0; at < bytes; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    made[at] = state >>> 16;
  }
  return made;
}

const content = noise(chunk_bytes * 3 + 1000);
const path = join(folder, 'whole');

async function write(to: string, bytes: Buffer): Promise<void> {
  const options = { key, kind: 'database', now: new Date(), keep_until: null } as const;
  await writeEnvelope(
    to,
    options,
    (async function* () {
      for (let at = 0; at < bytes.length; at += 70_000) yield bytes.subarray(at, at + 70_000);
    })(),
  );
}

async function read(from: string, with_key: Buffer = key): Promise<Buffer> {
  const { content: pieces } = await readEnvelope(from, with_key, 'database');
  const parts: Buffer[] = [];
  for await (const piece of pieces) parts.push(piece);
  return Buffer.concat(parts);
}

async function codeOf(bytes: Buffer, with_key: Buffer = key): Promise<string> {
  const changed = join(folder, 'changed');
  writeFileSync(changed, bytes);
  return await read(changed, with_key).then(
    () => 'opened',
    (error: { code?: string }) => error.code ?? 'unknown',
  );
}

test('what was sealed comes back, whatever its length', async () => {
  for (const bytes of [0, 1, chunk_bytes - 1, chunk_bytes, chunk_bytes + 1, content.length]) {
    await write(path, content.subarray(0, bytes));
    expect((await read(path)).equals(content.subarray(0, bytes))).toBe(true);
  }
});

test('S.alteration @disk: a backup with any byte changed is refused', async () => {
  await write(path, content);
  const whole = readFileSync(path);
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ by;
      expect(['damaged', 'wrong_key', 'no_backup', 'newer']).toContain(await codeOf(changed));
    }),
    {
      numRuns: 60,
      examples: [
        [0, 1],
        [13, 3],
        [20, 1],
        [whole.length - 1, 128],
      ],
    },
  );
});

test('S.loss @disk: a backup that is cut off anywhere is refused, at the border of a chunk too', async () => {
  await write(path, content);
  const whole = readFileSync(path);
  for (const length of [0, 5, 20, 150, 5_000, chunk_bytes, 3 * chunk_bytes, whole.length - 1])
    expect(await codeOf(whole.subarray(0, length))).not.toBe('opened');
  const sealed_from = whole.indexOf('}') + 1 + 32;
  expect(await codeOf(whole.subarray(0, sealed_from + chunk_bytes + 16))).toBe('cut_off');
});

test('chunks cannot change places, be repeated, or be followed by others', async () => {
  await write(path, content);
  const whole = readFileSync(path);
  const from = whole.indexOf('}') + 1 + 32;
  const size = chunk_bytes + 16;
  const [first, second, rest] = [from, from + size, from + 2 * size].map((at, number) =>
    whole.subarray(at, number === 2 ? whole.length : at + size),
  ) as [Buffer, Buffer, Buffer];
  const head = whole.subarray(0, from);
  expect(await codeOf(Buffer.concat([head, second, first, rest]))).toBe('damaged');
  expect(await codeOf(Buffer.concat([head, first, first, second, rest]))).toBe('damaged');
  expect(await codeOf(Buffer.concat([whole, Buffer.from('more')]))).toBe('damaged');
  expect(await codeOf(Buffer.concat([whole, first]))).toBe('damaged');
});

test('another key, another kind, a newer form, another file: each is refused by its name', async () => {
  await write(path, content);
  const whole = readFileSync(path);
  expect(await codeOf(whole, Buffer.alloc(32, 9))).toBe('wrong_key');
  await expect(readEnvelope(path, key, 'keys')).rejects.toMatchObject({ code: 'wrong_kind' });
  const newer = Buffer.from(whole);
  newer.write('2', 'axent backup '.length, 'latin1');
  expect(await codeOf(newer)).toBe('newer');
  expect(await codeOf(Buffer.from('PK\x03\x04 something else altogether'))).toBe('no_backup');
  await expect(readEnvelope(join(folder, 'nowhere'), key, 'database')).rejects.toMatchObject({
    code: 'no_backup',
  });
});

test('a source that fails leaves no file, nor half of one', async () => {
  const broken = join(folder, 'broken');
  const options = { key, kind: 'database', now: new Date(), keep_until: null } as const;
  const source = (async function* () {
    yield noise(chunk_bytes * 2);
    throw new Error('away');
  })();
  await expect(writeEnvelope(broken, options, source)).rejects.toThrow('away');
  await expect(readEnvelope(broken, key, 'database')).rejects.toMatchObject({ code: 'no_backup' });
  await expect(readEnvelope(`${broken}.unfinished`, key, 'database')).rejects.toMatchObject({
    code: 'no_backup',
  });
});
