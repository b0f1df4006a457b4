#!/usr/bin/env node
// A second, independent checker of a transparency log, written from the public texts alone:
//   https://c2sp.org/signed-note       https://c2sp.org/tlog-checkpoint
//   https://c2sp.org/tlog-tiles        https://c2sp.org/tlog-proof
//   RFC 6962 section 2.1 (Merkle trees), RFC 9162 section 2.1.3.2 (verifying an inclusion proof),
//   RFC 8785 (canonical JSON), RFC 8032 (Ed25519), RFC 4648 section 4 (base64).
// It shares no code with the log that it checks. What the texts do not allow is refused.
//
//   node stranger.mjs log BASE VKEY        BASE is an http(s) URL prefix, or a folder
//   node stranger.mjs receipt FILE VKEY    FILE is a .tlog-proof

import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const HASH = 32;
const WIDTH = 256;

class Refusal extends Error {}

function refuse(reason) {
  throw new Refusal(reason);
}

// ---- Encodings

/** RFC 4648 section 4: padded, standard alphabet, nothing else in between, unused bits zero. */
function base64(text, what) {
  const bytes = Buffer.from(text, 'base64');
  if (text === '' || bytes.toString('base64') !== text) refuse(`${what} is not base64`);
  return bytes;
}

function base64Hash(text, what) {
  const bytes = base64(text, what);
  return bytes.length === HASH ? bytes : refuse(`${what} has ${bytes.length} bytes, not ${HASH}`);
}

/** ASCII decimal without leading zeroes (tlog-checkpoint, "Note text"; tlog-proof, "Format"). */
function decimal(text, what) {
  if (!/^(0|[1-9][0-9]*)$/.test(text)) refuse(`${what} is not a decimal number`);
  const number = Number(text);
  if (!Number.isSafeInteger(number)) refuse(`${what} is larger than this checker counts`);
  return number;
}

function utf8(bytes, what) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse(`${what} is not UTF-8`);
  }
}

function sha256(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

// ---- Merkle trees (RFC 6962 section 2.1)

const leafHash = (entry) => sha256(Buffer.of(0), entry);
const nodeHash = (left, right) => sha256(Buffer.of(1), left, right);

/** MTH over hashes that stand for subtrees of one size: each left side is the largest power of two. */
function treeHash(hashes) {
  if (hashes.length === 0) return sha256();
  const stack = [];
  for (const hash of hashes) {
    let top = { hash, size: 1 };
    while (stack.at(-1)?.size === top.size) {
      top = { hash: nodeHash(stack.pop().hash, top.hash), size: top.size * 2 };
    }
    stack.push(top);
  }
  return stack.reduceRight((right, left) => ({ hash: nodeHash(left.hash, right.hash) })).hash;
}

/** The root that an inclusion proof leads to (RFC 9162 section 2.1.3.2). */
function provenRoot(index, size, leaf, path) {
  if (index >= size) refuse(`index ${index} is outside of a tree of size ${size}`);
  let [at, last, root] = [index, size - 1, leaf];
  const climb = () => {
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  };
  for (const sibling of path) {
    if (last === 0) refuse('the inclusion proof is too long');
    if (at % 2 === 1 || at === last) {
      root = nodeHash(sibling, root);
      while (at % 2 === 0 && at !== 0) climb();
    } else {
      root = nodeHash(root, sibling);
    }
    climb();
  }
  if (last !== 0) refuse('the inclusion proof is too short');
  return root;
}

// ---- Signed notes (signed-note)

/** "Format": key names are non-empty, without Unicode spaces and plus. */
function keyName(name, what) {
  if (!/^[^\p{White_Space}+]+$/u.test(name)) refuse(`${what} has no valid key name`);
  return name;
}

/** The usual text form of a verifier key: name+hex(key ID)+base64(signature type || public key). */
function verifierKey(text) {
  const [name, id, ...rest] = text.split('+');
  keyName(name, 'the key');
  const data = base64(rest.join('+'), 'the key');
  // "Ed25519 signatures": type byte 0x01, a public key of 32 bytes.
  if (data.length !== 1 + 32 || data[0] !== 1) refuse('the key is not an Ed25519 note key');
  const expected = sha256(name, '\n', data).subarray(0, 4);
  if (!/^[0-9a-f]{8}$/.test(id) || expected.toString('hex') !== id)
    refuse('the key ID is not that of the key');
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: data.subarray(1).toString('base64url') };
  return { name, id: expected, public: createPublicKey({ key: jwk, format: 'jwk' }) };
}

/** "Format" and "Signatures": the note's text, once a signature of the key over it is verified. */
function openNote(note, key) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are forbidden.
  if (/[\x00-\x09\x0b-\x1f]/.test(note)) refuse('the note has a control character');
  const end = note.lastIndexOf('\n\n');
  if (end < 0) refuse('the note has no blank line before its signatures');
  const text = note.slice(0, end + 1);
  const block = note.slice(end + 2);
  if (!block.endsWith('\n')) refuse('the note does not end with a signature line');
  const lines = block.slice(0, -1).split('\n');
  if (lines.length > 100) refuse('the note has too many signatures');
  let verified = 0;
  for (const line of lines) {
    const [dash, name, encoded, ...rest] = line.split(' ');
    if (dash !== '\u2014' || encoded === undefined || rest.length > 0)
      refuse('a signature line is malformed');
    keyName(name, 'a signature line');
    const signature = base64(encoded, 'a signature');
    if (signature.length < 5) refuse('a signature is too short');
    // Signatures of unknown keys are ignored; each one of the known key must verify.
    if (name !== key.name || !signature.subarray(0, 4).equals(key.id)) continue;
    if (!verify(null, Buffer.from(text), key.public, signature.subarray(4))) refuse('the signature is wrong');
    verified++;
  }
  if (verified === 0) refuse('no signature is by the given key');
  return text;
}

// ---- Checkpoints (tlog-checkpoint, "Note text")

function openCheckpoint(note, key) {
  const lines = openNote(note, key).slice(0, -1).split('\n');
  if (lines.length < 3 || lines.includes('')) refuse('the checkpoint is not three or more non-empty lines');
  const [origin, size, root] = lines;
  if (origin !== key.name) refuse(`the origin is ${origin}, the key is of ${key.name}`);
  return { size: decimal(size, 'the tree size'), root: base64Hash(root, 'the root hash') };
}

// ---- Tiles (tlog-tiles)

/** "Checkpoints", "Merkle Tree", "Log entries": the content type that each resource must have. */
const contentType = (path) =>
  path === 'checkpoint' ? 'text/plain; charset=utf-8' : 'application/octet-stream';

async function fetchResource(url, path) {
  const response = await fetch(url, {
    headers: { 'accept-encoding': 'gzip, identity' },
    signal: AbortSignal.timeout(30_000),
  }).catch((error) => refuse(`${path}: ${error.cause?.code ?? error.message}`));
  if (response.status === 404 || response.status === 410) return undefined;
  if (response.status !== 200) refuse(`${path}: status ${response.status}`);
  const type = response.headers.get('content-type');
  if (type?.toLowerCase() !== contentType(path)) refuse(`${path}: content type ${type}`);
  const body = await response.arrayBuffer().catch((error) => refuse(`${path}: ${error.message}`));
  return Buffer.from(body);
}

async function readResource(file, path) {
  try {
    return await readFile(file);
  } catch (error) {
    // With a full tile in the place of a partial one, "000.p" does not exist at all.
    return error.code === 'ENOENT' || error.code === 'ENOTDIR' ? undefined : refuse(`${path}: ${error.code}`);
  }
}

/** A function from a path below the prefix to its bytes, or to undefined where there is nothing. */
function opener(base) {
  if (!/^https?:\/\//i.test(base)) return (path) => readResource(join(base, path), path);
  const prefix = base.replace(/\/+$/, '');
  return (path) => fetchResource(`${prefix}/${path}`, path);
}

/** "Merkle Tree": 1234067 becomes x001/x234/067. */
function tilePath(kind, index) {
  const padded = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  return `tile/${kind}/${padded.replace(/.{3}(?=.)/g, 'x$&/')}`;
}

/** A tile of the given width. "Partial Tiles": a partial one may have been replaced by the full one. */
async function openTile(open, kind, index, width) {
  const full = tilePath(kind, index);
  const path = width < WIDTH ? `${full}.p/${width}` : full;
  const bytes = await open(path);
  if (bytes !== undefined) return { path, bytes, width };
  const whole = (width < WIDTH && (await open(full))) || refuse(`${path}: missing`);
  return { path: full, bytes: whole, width: WIDTH };
}

/** "Log entries": big-endian uint16 length-prefixed entries, as many as the bundle is wide. */
function bundleEntries({ path, bytes, width }) {
  const entries = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 2 > bytes.length) refuse(`${path}: a length is cut off`);
    const end = at + 2 + bytes.readUInt16BE(at);
    if (end > bytes.length) refuse(`${path}: an entry is cut off`);
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  if (entries.length !== width) refuse(`${path}: ${entries.length} entries, not ${width}`);
  return entries;
}

/** The widths of the tiles that hold this many hashes: full ones, then a partial one if any remain. */
function* tileWidths(count) {
  for (let index = 0; index * WIDTH < count; index++) yield [index, Math.min(WIDTH, count - index * WIDTH)];
}

async function checkLog(base, key) {
  const open = opener(base);
  const note = (await open('checkpoint')) ?? refuse('checkpoint: missing');
  const { size, root } = openCheckpoint(utf8(note, 'the checkpoint'), key);

  // Every leaf hash, from the entries.
  let hashes = [];
  for (const [index, width] of tileWidths(size)) {
    const entries = bundleEntries(await openTile(open, 'entries', index, width));
    for (const entry of entries.slice(0, width)) hashes.push(leafHash(entry));
  }
  const computed = treeHash(hashes);

  // Every tile of every level. Only full tiles are hashed into the level above.
  for (let level = 0; hashes.length > 0; level++) {
    const above = [];
    for (const [index, width] of tileWidths(hashes.length)) {
      const own = hashes.slice(index * WIDTH, index * WIDTH + width);
      const tile = await openTile(open, level, index, width);
      if (tile.bytes.length !== tile.width * HASH) refuse(`${tile.path}: ${tile.bytes.length} bytes`);
      const same = (hash, at) => hash.equals(tile.bytes.subarray(at * HASH, (at + 1) * HASH));
      if (!own.every(same)) refuse(`${tile.path}: its hashes are not those of the entries`);
      if (width === WIDTH) above.push(treeHash(own));
    }
    hashes = above;
  }
  if (!computed.equals(root)) refuse('the root of the entries is not the root of the checkpoint');
  return `size ${size}`;
}

// ---- Receipts (tlog-proof, and the application's convention for the extra data)

/** Exact JSON (I-JSON, which RFC 8785 builds on): no member twice, no lone surrogate, no endless number. */
function parseJson(text, what) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    refuse(`${what} is not JSON`);
  }
  // The text is JSON from here on, so its strings and brackets are all there is to look at.
  const objects = [];
  for (const [token, string, colon] of text.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|[{}]/g)) {
    if (token === '{') objects.push(new Set());
    else if (token === '}') objects.pop();
    else if (!JSON.parse(string).isWellFormed()) refuse(`${what} has a lone surrogate`);
    else if (colon !== undefined) {
      const name = JSON.parse(string);
      if (objects.at(-1).has(name)) refuse(`${what} names ${string} twice`);
      objects.at(-1).add(name);
    }
  }
  return value;
}

/** RFC 8785: ECMAScript's own literals, members sorted by UTF-16 code units, no white space. */
function canonical(value) {
  if (typeof value === 'number' && !Number.isFinite(value)) refuse('a number is out of range');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/** The extra data is not authenticated: it only counts through the entry that it leads to. */
function openExtra(encoded) {
  const extra = parseJson(utf8(base64(encoded, 'the extra line'), 'the extra data'), 'the extra data');
  if (!isObject(extra) || Object.keys(extra).sort().join() !== 'entry,record,salt') {
    refuse('the extra data is not an entry, a salt and a record');
  }
  if (typeof extra.entry !== 'string' || typeof extra.salt !== 'string' || !isObject(extra.record)) {
    refuse('the extra data has a part of the wrong type');
  }
  const entry = base64(extra.entry, 'the entry');
  if (entry.length % HASH !== 0 || entry.length > 0xffff) refuse('the entry is not a row of commitments');
  const commitment = sha256(base64Hash(extra.salt, 'the salt'), canonical(extra.record));
  for (let at = 0; at < entry.length; at += HASH) {
    if (commitment.equals(entry.subarray(at, at + HASH))) return entry;
  }
  return refuse('the record is not one that the entry commits to');
}

async function checkReceipt(file, key) {
  const bytes = (await readResource(file, file)) ?? refuse('no such file');
  const text = utf8(bytes, 'the proof');
  // "Format": the lines of the proof, an empty line, and the checkpoint verbatim.
  const end = text.indexOf('\n\n');
  if (end < 0) refuse('the proof has no empty line before its checkpoint');
  const [version, extra, index, ...path] = text.slice(0, end).split('\n');
  if (version !== 'c2sp.org/tlog-proof@v1') refuse('the first line is not that of a proof');
  if (!extra?.startsWith('extra ')) refuse('the proof has no extra line');
  if (!index?.startsWith('index ')) refuse('the proof has no index line');
  const at = decimal(index.slice('index '.length), 'the index');
  const hashes = path.map((line) => base64Hash(line, 'a line of the inclusion proof'));
  const { size, root } = openCheckpoint(text.slice(end + 2), key);
  const entry = openExtra(extra.slice('extra '.length));
  if (!provenRoot(at, size, leafHash(entry), hashes).equals(root)) {
    refuse('the inclusion proof does not lead to the root of the checkpoint');
  }
  return `entry ${at} of ${size}`;
}

// ---- Command line

const [command, target, vkey, ...surplus] = process.argv.slice(2);
const check = { __proto__: null, log: checkLog, receipt: checkReceipt }[command];
if (check === undefined || vkey === undefined || surplus.length > 0) {
  console.error('usage: node stranger.mjs log BASE VKEY | receipt FILE VKEY');
  process.exit(2);
}
try {
  console.log(`${command}: ${await check(target, verifierKey(vkey))}, ok`);
} catch (error) {
  console.error(`${command}: ${error instanceof Refusal ? error.message : error}`);
  process.exitCode = 1;
}
