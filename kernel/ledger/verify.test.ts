import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalJson, type Json } from './canonical.ts';
import { formatCheckpoint } from './checkpoint.ts';
import { formatDisclosure, recordJson, type UseRecord } from './commitment.ts';
import { commitment, entryOf, leafHash } from './hash.ts';
import { logKey } from './key.ts';
import { plainRoot } from './ledger.fixture.ts';
import { formatProof } from './proof.ts';
import { inclusionPath } from './tree.ts';
import { verifyReceipt } from './verify.ts';

const key = logKey('ledger.test/log', generateKeyPairSync('ed25519').privateKey);
const record: UseRecord = {
  purpose: 'support',
  clause: 'U.support',
  categories: ['contact', 'name'],
  role: 'agent',
  policy: 'ab'.repeat(32),
  time: '2026-11-23T10:00:00.000Z',
  operation: 'case.read',
};
const salt = new Uint8Array(32).fill(7);
const other = commitment(new Uint8Array(32).fill(9), { ...record, role: 'supervisor' });
const entry = new Uint8Array(entryOf([other, commitment(salt, record)]));

interface Parts {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly record: UseRecord;
  readonly signer: typeof key;
  readonly origin: string;
  readonly index: number;
}

async function receipt(changes: Partial<Parts> = {}): Promise<string> {
  const { signer = key, origin = key.origin, index = 2, ...disclosed } = changes;
  const hashes = [1, 2, 3, 4, 5].map((at) => leafHash(Buffer.of(at)));
  hashes[2] = leafHash(entry);
  const path = await inclusionPath(2, 5, async () => Buffer.concat(hashes));
  return formatProof({
    extra: formatDisclosure({ entry, salt, record, ...disclosed }),
    index,
    path: path.map((hash) => new Uint8Array(hash)),
    checkpoint: signer.sign(formatCheckpoint(origin, 5, plainRoot(hashes))),
  });
}

test('a receipt proves its record, and says of the others only how many', async () => {
  expect(await verifyReceipt(await receipt(), key.vkey)).toEqual({
    ok: true,
    record,
    time: record.time,
    index: 2,
    size: 5,
    origin: 'ledger.test/log',
    others: 1,
  });
});

test('one changed byte anywhere is refused', async () => {
  const bytes = Buffer.from(await receipt());
  for (let at = 0; at < bytes.length; at++) {
    for (const flip of [0x01, 0x20, 0x80]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ flip;
      const verdict = await verifyReceipt(changed.toString('utf8'), key.vkey);
      expect(verdict.ok, `byte ${at} with ${flip}`).toBe(false);
    }
  }
}, 60_000);

test('a receipt cut anywhere is refused', async () => {
  const text = await receipt();
  for (let end = 0; end < text.length; end++) {
    expect((await verifyReceipt(text.slice(0, end), key.vkey)).ok).toBe(false);
  }
});

test('each reason is told apart', async () => {
  const stranger = logKey('ledger.test/log', generateKeyPairSync('ed25519').privateKey);
  const elsewhere = logKey('elsewhere.test', generateKeyPairSync('ed25519').privateKey);
  const reason = async (changes: Partial<Parts>, vkey = key.vkey): Promise<string> => {
    const verdict = await verifyReceipt(await receipt(changes), vkey);
    return verdict.ok ? 'ok' : verdict.reason;
  };
  expect(await reason({}, 'nonsense')).toBe('key');
  expect(await reason({}, elsewhere.vkey)).toBe('log');
  expect(await reason({}, stranger.vkey)).toBe('signature');
  expect(await reason({ signer: stranger })).toBe('signature');
  expect(await reason({ origin: 'elsewhere.test' })).toBe('log');
  expect(await reason({ index: 3 })).toBe('inclusion');
  expect(await reason({ salt: new Uint8Array(32) })).toBe('commitment');
  expect(await reason({ record: { ...record, role: 'person' } })).toBe('commitment');
  expect(await reason({ record: { ...record, categories: ['name', 'contact'] } })).toBe('form');
});

test('the commitment is SHA-256 over salt and canonical record, byte for byte', async () => {
  const text =
    '{"categories":["contact","name"],"clause":"U.support","operation":"case.read","policy":"' +
    `${'ab'.repeat(32)}","purpose":"support","role":"agent","time":"2026-11-23T10:00:00.000Z"}`;
  const bytes = new Uint8Array([...salt, ...new TextEncoder().encode(text)]);
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  expect(commitment(salt, record)).toEqual(Buffer.from(digest));
});

test('a record is written in canonical JSON', () => {
  expect(recordJson(record)).toBe(canonicalJson(record as unknown as Json));
});

const decided: UseRecord = {
  ...record,
  decisions: [
    {
      accepted: 2,
      asked: ['collect:contact', 'read:name'],
      gpc: false,
      openings: { photos: 2, 'camera.photo': 1 },
    },
    { accepted: null, asked: ['read:contact'], gpc: true, openings: {} },
  ],
  version: 3,
};

test('a record that says what it was decided on is written in canonical JSON and proved like any other', async () => {
  expect(recordJson(decided)).toBe(canonicalJson(decided as unknown as Json));
  const newer = new Uint8Array(entryOf([other, commitment(salt, decided)]));
  const path = await inclusionPath(0, 1, async () => Buffer.from(leafHash(newer)));
  const text = formatProof({
    extra: formatDisclosure({ entry: newer, salt, record: decided }),
    index: 0,
    path: path.map((hash) => new Uint8Array(hash)),
    checkpoint: key.sign(formatCheckpoint(key.origin, 1, leafHash(newer))),
  });
  expect(await verifyReceipt(text, key.vkey)).toMatchObject({ ok: true, record: decided });
});

test('a record that says only half of what it was decided on is never committed', () => {
  const { version: _, ...unnumbered } = decided;
  const [one] = decided.decisions ?? [];
  if (one === undefined) throw new Error('nothing was decided');
  const wrong: UseRecord[] = [
    unnumbered,
    { ...record, version: 3 },
    { ...decided, decisions: [] },
    { ...decided, decisions: [{ ...one, asked: [] }] },
    { ...decided, decisions: [{ ...one, asked: ['read:name', 'collect:contact'] }] },
    { ...decided, decisions: [{ ...one, accepted: 1.5 }] },
    { ...decided, decisions: [{ ...one, openings: { photos: 0.5 } }] },
    { ...decided, version: 1.5 },
  ];
  for (const one of wrong) expect(() => commitment(salt, one)).toThrow(TypeError);
});

test('extra lines out of form are refused, never thrown at', async () => {
  const good = await receipt();
  const line = good.split('\n')[1] ?? '';
  const json = Buffer.from(line.slice(6), 'base64').toString();
  for (const wrong of [
    json.replace('"agent"', '"\\ud800"'),
    json.replace('{', '{"more":1,'),
    json.replace('"record":{', '"record":{"more":1,'),
    json.replace('{', ' {'),
    json.replace('"salt"', '"salts"'),
    json.replace('"agent"', '["agent"]'),
    'null',
    '[]',
    '"text"',
    `${'['.repeat(50_000)}`,
    '',
  ]) {
    const changed = good.replace(line, `extra ${Buffer.from(wrong).toString('base64')}`);
    expect(await verifyReceipt(changed, key.vkey), wrong.slice(0, 80)).toMatchObject({
      ok: false,
      reason: 'form',
    });
  }
});

test('a record out of form is never committed', () => {
  const wrong: Partial<UseRecord>[] = [
    { categories: [] },
    { categories: ['b', 'a'] },
    { categories: ['a', 'a'] },
    { time: '2026-11-23T10:00:00Z' },
    { policy: 'AB'.repeat(32) },
  ];
  for (const change of wrong) expect(() => commitment(salt, { ...record, ...change })).toThrow(TypeError);
  expect(() => commitment(salt.subarray(1), record)).toThrow(/32 bytes/);
});
