import { type Bytes, concat, encodeText, equal, fromBase64, sha256, toBase64, toHex } from './bytes.ts';

/** Signed notes with Ed25519 signatures. Source: C2SP signed-note. */

const ed25519_type = 0x01;
/** The format asks for at least 16; more than this is a flood. */
const signatures_max = 64;

/** A public key that may sign notes. As text: `<name>+<key id in hex>+<base64 of type byte and key>`. */
export interface NoteKey {
  readonly name: string;
  /** The four bytes of the key id. */
  readonly id: Bytes;
  /** 32 bytes (RFC 8032). */
  readonly public_key: Bytes;
}

export interface SignedNote {
  /** What was signed, its last newline included. */
  readonly text: string;
  readonly signatures: readonly { readonly name: string; readonly id: Bytes; readonly signature: Bytes }[];
}

/** U+0085 is among them: a space to Unicode, but not to ECMAScript. */
const isControl = (code: number) => code < 0x20 || (code >= 0x7f && code < 0xa0);

/** Without a class of Unicode's own, which costs a browser 6 ms when it meets the first one. */
export function isKeyName(name: string): boolean {
  if (name.length === 0 || !name.isWellFormed() || /[\s+]/.test(name)) return false;
  for (let at = 0; at < name.length; at++) if (isControl(name.charCodeAt(at))) return false;
  return true;
}

/** What the key id is the first four bytes of the SHA-256 of. */
export function keyIdInput(name: string, public_key: Uint8Array): Bytes {
  return concat(encodeText(`${name}\n`), Uint8Array.of(ed25519_type), public_key);
}

export function formatVkey(key: NoteKey): string {
  return `${key.name}+${toHex(key.id)}+${toBase64(concat(Uint8Array.of(ed25519_type), key.public_key))}`;
}

/** Null when the text is no Ed25519 vkey or its id does not belong to its name and key. */
export async function parseVkey(text: string): Promise<NoteKey | null> {
  const found = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim());
  const [, name = '', hex = '', base64 = ''] = found ?? [];
  const encoded = fromBase64(base64);
  if (!isKeyName(name) || encoded?.length !== 33 || encoded[0] !== ed25519_type) return null;
  const public_key = encoded.slice(1);
  const id = (await sha256(keyIdInput(name, public_key))).slice(0, 4);
  return toHex(id) === hex ? { name, id, public_key } : null;
}

/** The line of one signature over a note's text, its newline included. */
export function signatureLine(key: NoteKey, signature: Uint8Array): string {
  return `— ${key.name} ${toBase64(concat(key.id, signature))}\n`;
}

export function formatNote(text: string, lines: readonly string[]): string {
  return `${text}\n${lines.join('')}`;
}

/** Null when the text is not in the form of a signed note. Nothing is verified yet. */
export function parseNote(note: string): SignedNote | null {
  const split = note.lastIndexOf('\n\n');
  const text = note.slice(0, split + 1);
  const below = note.slice(split + 2);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the format forbids exactly these.
  const forbidden = /[\u0000-\u0009\u000b-\u001f]/;
  if (split < 1 || !below.endsWith('\n') || forbidden.test(note) || !note.isWellFormed()) return null;
  const lines = below.slice(0, -1).split('\n');
  if (lines.length > signatures_max) return null;
  const signatures: SignedNote['signatures'][number][] = [];
  for (const line of lines) {
    const [, name = '', base64 = ''] = /^— (\S+) (\S+)$/.exec(line) ?? [];
    const blob = fromBase64(base64);
    if (!isKeyName(name) || blob === null || blob.length < 5) return null;
    signatures.push({ name, id: blob.slice(0, 4), signature: blob.slice(4) });
  }
  return { text, signatures };
}

/**
 * True when the key has signed the note. Signatures of other keys are ignored, as the format asks; one
 * broken signature of this key refuses the whole note. Rejects where the platform has no Ed25519.
 */
export async function verifyNote(note: SignedNote, key: NoteKey): Promise<boolean> {
  const own = note.signatures.filter(({ name, id }) => name === key.name && equal(id, key.id));
  if (own.length === 0) return false;
  const trusted = await crypto.subtle.importKey('raw', key.public_key, 'Ed25519', false, ['verify']);
  const text = encodeText(note.text);
  for (const { signature } of own) {
    if (!(await crypto.subtle.verify('Ed25519', trusted, signature, text))) return false;
  }
  return true;
}
