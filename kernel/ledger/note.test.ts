import { expect, test } from 'vitest';
import { parseCheckpoint } from './checkpoint.ts';
import { formatVkey, parseNote, parseVkey, verifyNote } from './note.ts';

// The note and key of Go's sumdb/note, from which the format was taken.
const vkey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const note = [
  'If you think cryptography is the answer to your problem,',
  "then you don't know what your problem is.",
  '',
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=',
  '',
].join('\n');

async function opens(text: string, key_text = vkey): Promise<boolean> {
  const key = await parseVkey(key_text);
  const parsed = parseNote(text);
  return key !== null && parsed !== null && verifyNote(parsed, key);
}

test('the known note opens with its key', async () => {
  expect(await opens(note)).toBe(true);
  const key = await parseVkey(vkey);
  expect(key && formatVkey(key)).toBe(vkey);
});

test('a changed note does not open', async () => {
  expect(await opens(note.replace('cryptography', 'cryptographY'))).toBe(false);
  expect(await opens(note.replace('BwJnAM=', 'BwJnAN='))).toBe(false);
});

test('another name, id or kind of key does not open it', async () => {
  expect(await opens(note, 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop')).toBe(false);
  expect(await parseVkey(vkey.replace('c74f20a3', 'c74f20a4'))).toBeNull();
  expect(await parseVkey('PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')).toBeNull();
});

test('signatures of unknown keys are ignored, a broken one of the known key is not', async () => {
  const line = note.slice(note.indexOf('—'));
  expect(await opens(note + line.replace('PeterNeumann', 'somebody.else'))).toBe(true);
  const broken = line.replace('x08go/ZJ', 'x08go/ZK');
  expect(await opens(note + broken)).toBe(false);
  expect(await opens(broken + note)).toBe(false);
});

test.each([
  ['no blank line', note.replace('\n\n', '\n')],
  ['no last newline', note.slice(0, -1)],
  ['a control character', note.replace('think', 'th\tink')],
  ['a carriage return', note.replace('\n', '\r\n')],
  ['a hyphen for the dash', note.replace('—', '-')],
  ['a name with a plus', note.replace('— Peter', '— Peter+')],
  ['too many signatures', note + note.slice(note.indexOf('—')).repeat(64)],
  ['nothing', ''],
])('a note with %s is none', (_, text) => {
  expect(parseNote(text)).toBeNull();
});

test('the checkpoint of the format reads as it says', () => {
  const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
  expect(parseCheckpoint(text)).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 });
  expect(parseCheckpoint(`${text}an extension\n`)?.extensions).toEqual(['an extension']);
  for (const wrong of [
    text.slice(0, -1),
    `${text}\n`,
    text.replace('\n2', '\n02'),
    text.replace('\n2', '\n-2'),
    text.replace('CsUY', 'CsU'),
    text.replace('q2I=', 'q2J='),
    `\n${text}`,
  ]) {
    expect(parseCheckpoint(wrong)).toBeNull();
  }
});
