import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  type KeyObject,
  sign,
} from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { formatNote, formatVkey, isKeyName, keyIdInput, type NoteKey, signatureLine } from './note.ts';

/** Signs the log's checkpoints. */
export interface LogKey {
  /** The log's name: first line of every checkpoint and name of its key. */
  readonly origin: string;
  /** What others verify with. */
  readonly vkey: string;
  /** The whole signed note over a text that ends with a newline. */
  readonly sign: (text: string) => string;
}

/** Throws a RangeError when the origin cannot name a key. */
export function logKey(origin: string, private_key: KeyObject): LogKey {
  if (!isKeyName(origin)) {
    throw new RangeError(`the ledger's name must have no spaces and no plus sign: ${JSON.stringify(origin)}`);
  }
  const jwk = createPublicKey(private_key).export({ format: 'jwk' });
  if (jwk.crv !== 'Ed25519' || jwk.x === undefined)
    throw new TypeError('the ledger signs with Ed25519 keys only');
  const public_key = new Uint8Array(Buffer.from(jwk.x, 'base64url'));
  const id = new Uint8Array(hash('sha256', keyIdInput(origin, public_key), 'buffer').subarray(0, 4));
  const key: NoteKey = { name: origin, id, public_key };
  return {
    origin,
    vkey: formatVkey(key),
    sign: (text) => formatNote(text, [signatureLine(key, sign(null, Buffer.from(text), private_key))]),
  };
}

/** A new key, as it is kept: PKCS 8, PEM. Losing it ends the log: whoever verifies trusts this key only. */
export function newLogKey(): Buffer {
  return Buffer.from(generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }));
}

/**
 * The log's key from `ledger.key` in the folder (mode 600), made at the first call; `ledger.vkey` beside it holds what
 * others verify with. `given`: the key is kept elsewhere, and is not written here.
 */
export function openLogKey(folder: string, origin: string, given?: Buffer): LogKey {
  const path = join(folder, 'ledger.key');
  mkdirSync(folder, { recursive: true });
  if (given === undefined && !existsSync(path)) writeDurably(path, newLogKey().toString());
  const key = logKey(origin, createPrivateKey(given ?? readFileSync(path)));
  writeDurably(join(folder, 'ledger.vkey'), `${key.vkey}\n`);
  return key;
}

/** The file is there whole or not at all, whatever happens meanwhile. */
function writeDurably(path: string, text: string): void {
  const unfinished = `${path}.unfinished`;
  const file = openSync(unfinished, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, path);
}
