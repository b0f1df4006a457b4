// A checker of tiled transparency logs, written from the C2SP texts alone (tlog-tiles, tlog-checkpoint,
// signed-note, tlog-proof) and RFC 6962. It shares no code with any log and knows nothing of what the entries mean.
//
//   node checker.mjs --vkey <vkey or file> --log <URL prefix or folder> [--proof <file> ...]
//
// It fetches the head, verifies its signature, fetches every entry bundle and every tile of that size, recomputes
// them all from the entries, and follows each proof from the entry that the log itself serves.

import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

class Wrong extends Error {}

function insist(condition, message) {
  if (!condition) throw new Wrong(message);
}

// ---- RFC 6962, section 2.1 -----------------------------------------------------------------------------------

const sha256 = (...parts) => {
  const hasher = createHash('sha256');
  for (const part of parts) hasher.update(part);
  return hasher.digest();
};
const hashLeaf = (entry) => sha256(Buffer.of(0x00), entry);
const hashChildren = (left, right) => sha256(Buffer.of(0x01), left, right);

/** MTH over leaf hashes, straight from the definition; `memo` keeps whole subtrees for reuse. */
function treeHash(hashes, from, to, memo) {
  if (from === to) return sha256();
  if (to - from === 1) return hashes[from];
  const name = `${from}-${to}`;
  const known = memo.get(name);
  if (known) return known;
  let k = 1;
  while (k * 2 < to - from) k *= 2;
  const hash = hashChildren(treeHash(hashes, from, from + k, memo), treeHash(hashes, from + k, to, memo));
  memo.set(name, hash);
  return hash;
}

/** Walks an inclusion proof down the definition of PATH, so the proof must have exactly the right length. */
function rootFromPath(m, n, leaf, path) {
  if (n === 1) {
    insist(path.length === 0, 'the proof has too many hashes');
    return leaf;
  }
  insist(path.length > 0, 'the proof has too few hashes');
  let k = 1;
  while (k * 2 < n) k *= 2;
  const sibling = path[path.length - 1];
  const rest = path.slice(0, -1);
  if (m < k) return hashChildren(rootFromPath(m, k, leaf, rest), sibling);
  return hashChildren(sibling, rootFromPath(m - k, n - k, leaf, rest));
}

// ---- Encodings ------------------------------------------------------------------------------------------------

function base64(text, what) {
  const bytes = Buffer.from(text, 'base64');
  insist(bytes.toString('base64') === text, `${what} is not standard base64`);
  return bytes;
}

function decimal(text, what) {
  insist(/^(0|[1-9]\d*)$/.test(text), `${what} is not a decimal without leading zeroes`);
  const number = Number(text);
  insist(Number.isSafeInteger(number), `${what} is too large`);
  return number;
}

// ---- signed-note ----------------------------------------------------------------------------------------------

function readVkey(text) {
  const first = text.indexOf('+');
  const second = text.indexOf('+', first + 1);
  insist(first > 0 && second > 0, 'the vkey has not three parts');
  const name = text.slice(0, first);
  const id = text.slice(first + 1, second);
  const key = base64(text.slice(second + 1), 'the key in the vkey');
  insist(key[0] === 0x01 && key.length === 33, 'the vkey holds no Ed25519 key');
  const expected = sha256(name, '\n', key).subarray(0, 4).toString('hex');
  insist(id === expected, 'the key id does not belong to the name and the key');
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.subarray(1).toString('base64url') };
  return { name, id, key: createPublicKey({ key: jwk, format: 'jwk' }) };
}

function openNote(note, vkey) {
  for (const character of note) {
    insist(character === '\n' || character.codePointAt(0) >= 0x20, 'the note has a control character');
  }
  const split = note.lastIndexOf('\n\n');
  insist(split >= 0, 'the note has no signatures');
  const text = note.slice(0, split + 1);
  const block = note.slice(split + 2);
  insist(block.endsWith('\n'), 'the note does not end with a newline');
  let verified = 0;
  for (const line of block.slice(0, -1).split('\n')) {
    insist(line.startsWith('\u2014 '), 'a signature line does not begin with a dash');
    const [name, encoded, ...more] = line.slice(2).split(' ');
    insist(name && encoded && more.length === 0, 'a signature line has the wrong parts');
    const blob = base64(encoded, 'a signature');
    if (name !== vkey.name || blob.subarray(0, 4).toString('hex') !== vkey.id) continue;
    insist(verifySignature(null, Buffer.from(text), vkey.key, blob.subarray(4)), 'the signature is wrong');
    verified++;
  }
  insist(verified > 0, 'the note is not signed by the key');
  return text;
}

// ---- tlog-checkpoint ------------------------------------------------------------------------------------------

function readCheckpoint(note, vkey) {
  const lines = openNote(note, vkey).split('\n');
  insist(lines.pop() === '' && lines.length >= 3, 'the checkpoint has too few lines');
  insist(
    lines.every((line) => line !== ''),
    'the checkpoint has an empty line',
  );
  insist(lines[0] === vkey.name, `the checkpoint is of another log: ${lines[0]}`);
  const root = base64(lines[2], 'the root hash');
  insist(root.length === 32, 'the root hash has not 32 bytes');
  return { origin: lines[0], size: decimal(lines[1], 'the tree size'), root };
}

// ---- tlog-tiles -----------------------------------------------------------------------------------------------

function resourcePath(kind, n, width) {
  const digits = String(n);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/\d{3}/g);
  const path = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${kind}/${path}${width === 256 ? '' : `.p/${width}`}`;
}

function openSource(prefix) {
  if (/^https?:\/\//.test(prefix)) {
    const base = prefix.replace(/\/+$/, '');
    return async (path, type) => {
      const response = await fetch(`${base}/${path}`);
      insist(response.status === 200, `${path} answers ${response.status}`);
      const answered = (response.headers.get('content-type') ?? '').toLowerCase().replaceAll(' ', '');
      insist(answered === type, `${path} has content type ${answered}, not ${type}`);
      return Buffer.from(await response.arrayBuffer());
    };
  }
  return (path) => readFile(`${prefix}/${path}`);
}

function readBundle(bundle, path) {
  const entries = [];
  for (let at = 0; at < bundle.length; ) {
    insist(at + 2 <= bundle.length, `${path} ends inside a length`);
    const length = bundle.readUInt16BE(at);
    insist(at + 2 + length <= bundle.length, `${path} ends inside an entry`);
    entries.push(bundle.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return entries;
}

/** Walks the whole log. Answers its head and every entry. */
export async function checkLog(prefix, vkey_text) {
  const vkey = readVkey(vkey_text.trim());
  const get = openSource(prefix);
  const note = (await get('checkpoint', 'text/plain;charset=utf-8')).toString('utf8');
  const head = readCheckpoint(note, vkey);
  const binary = 'application/octet-stream';
  const entries = [];
  for (let n = 0; n * 256 < head.size; n++) {
    const width = Math.min(256, head.size - n * 256);
    const path = resourcePath('entries', n, width);
    const bundle = readBundle(await get(path, binary), path);
    insist(bundle.length === width, `${path} has ${bundle.length} entries instead of ${width}`);
    entries.push(...bundle);
  }
  const leaves = entries.map(hashLeaf);
  const memo = new Map();
  insist(
    treeHash(leaves, 0, head.size, memo).equals(head.root),
    'the entries do not have the signed root hash',
  );
  let tiles = 0;
  for (let level = 0, span = 1; span <= head.size; level++, span *= 256) {
    const hashes = Math.floor(head.size / span);
    for (let n = 0; n * 256 < hashes; n++) {
      const width = Math.min(256, hashes - n * 256);
      const path = resourcePath(level, n, width);
      const tile = await get(path, binary);
      insist(tile.length === width * 32, `${path} has ${tile.length} bytes instead of ${width * 32}`);
      for (let i = 0; i < width; i++) {
        const start = (n * 256 + i) * span;
        const expected = treeHash(leaves, start, start + span, memo);
        insist(tile.subarray(i * 32, i * 32 + 32).equals(expected), `hash ${i} of ${path} is wrong`);
      }
      tiles++;
    }
  }
  return { ...head, tiles, entries, leaves };
}

// ---- tlog-proof -----------------------------------------------------------------------------------------------

/** Checks a proof against the entry that the log serves at its index. */
export function checkProof(text, vkey_text, log) {
  const vkey = readVkey(vkey_text.trim());
  const end = text.indexOf('\n\n');
  insist(end >= 0, 'the proof has no checkpoint');
  const lines = text.slice(0, end).split('\n');
  insist(lines.shift() === 'c2sp.org/tlog-proof@v1', 'the first line is not that of a proof');
  let extra = null;
  if (lines[0]?.startsWith('extra ')) extra = base64(lines.shift().slice(6), 'the extra line');
  const index_line = lines.shift() ?? '';
  insist(index_line.startsWith('index '), 'the proof has no index line');
  const index = decimal(index_line.slice(6), 'the index');
  const path = lines.map((line) => base64(line, 'a hash of the proof'));
  insist(
    path.every((hash) => hash.length === 32),
    'a hash of the proof has not 32 bytes',
  );
  const head = readCheckpoint(text.slice(end + 2), vkey);
  insist(index < head.size, 'the index is beyond the tree');
  insist(index < log.leaves.length, 'the log serves no entry at this index yet');
  const root = rootFromPath(index, head.size, log.leaves[index], path);
  insist(root.equals(head.root), 'the proof does not lead to the signed root hash');
  // The head in the proof and the head of the log must be of one and the same history.
  const same = treeHash(log.leaves, 0, head.size, new Map()).equals(head.root);
  insist(head.size > log.size || same, 'the head in the proof is not of this log');
  return { index, size: head.size, extra, entry: log.entries[index] };
}

async function main(words) {
  const proofs = [];
  let prefix = '';
  let vkey = '';
  for (let at = 0; at < words.length; at += 2) {
    const value = words[at + 1] ?? '';
    if (words[at] === '--log') prefix = value;
    else if (words[at] === '--vkey') vkey = existsSync(value) ? readFileSync(value, 'utf8') : value;
    else if (words[at] === '--proof') proofs.push(value);
    else throw new Wrong(`unknown option ${words[at]}`);
  }
  insist(
    prefix !== '' && vkey !== '',
    'usage: --vkey <vkey or file> --log <URL or folder> [--proof <file> ...]',
  );
  const log = await checkLog(prefix, vkey);
  console.log(
    `log ${log.origin}: size ${log.size}, ${log.tiles} tiles, root ${log.root.toString('base64')}: good`,
  );
  for (const file of proofs) {
    const { index, size } = checkProof(readFileSync(file, 'utf8'), vkey, log);
    console.log(`proof ${file}: entry ${index} in a tree of ${size}: good`);
  }
}

if (import.meta.main ?? process.argv[1]?.endsWith('checker.mjs')) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(`WRONG: ${error.message}`);
    process.exitCode = 1;
  });
}
