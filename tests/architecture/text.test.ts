import { expect, test } from 'vitest';
import type { Guard, Verdict } from './guard.ts';
import { empty, names } from './names.guard.ts';
import { size } from './size.guard.ts';
import { bans, words } from './words.guard.ts';

/** A verdict over files that exist nowhere but here. */
async function judge(guard: Guard, files: Record<string, string>): Promise<Verdict> {
  const list = Object.entries(files).map(([path, text]) => ({ path, text }));
  return guard.judge({ root: '', tools: '', files: list, lock: '' });
}

/** Joined at run time, so that the words do not stand in this file. */
const join = (...parts: string[]) => parts.join('');
const tall = (lines: number) => 'export {};\n'.repeat(lines);

/** One plant per ban, and one per word of a ban that names several. */
const planted: readonly [what: string, path: string, text: string][] = [
  ['a cast to any', 'kernel/a.ts', join('x as an', 'y')],
  ['a switched-off compiler', 'kernel/a.ts', join('// @ts-ign', 'ore because')],
  ['a whole file unchecked', 'kernel/a.ts', join('// @ts-noch', 'eck')],
  ['an expected error without a reason', 'kernel/a.test.ts', join('// @ts-expect-', 'error')],
  ['a lint suppression without a reason', 'kernel/a.ts', join('// biome-', 'ignore lint/style/useConst: no')],
  ['a suppression for a linter that does not run', 'kernel/a.ts', join('// eslint-dis', 'able-next-line')],
  ['a suppression for a formatter that does not run', 'ui/a.tsx', join('// prettier-ig', 'nore')],
  ['something left to do', 'kernel/a.ts', join('// TO', 'DO later')],
  ['something left to mend', 'kernel/a.ts', join('// FIX', 'ME')],
  ['something left open', 'kernel/a.ts', join('// XX', 'X')],
  ['something left as it fell', 'kernel/a.ts', join('// HA', 'CK')],
  ['a test that runs alone', 'kernel/a.test.ts', join('test.on', "ly('x')")],
  ['a test that does not run', 'kernel/a.test.ts', join('test.sk', "ip('x')")],
  ['a test that is not there yet', 'kernel/a.test.ts', join('it.to', "do('x')")],
  ['a test that is to fail', 'kernel/a.test.ts', join('test.fa', "ils('x')")],
  ['a path of one machine', 'docs/a.md', join('see /ro', 'ot/project')],
  ['a home folder', 'docs/a.md', join('see /ho', 'me/anna/project')],
  ['an address of one workplace', '.npmrc', join('registry=https://regis', 'try.example.com/npm')],
  ['how it was made', 'docs/a.md', join('written with an AI assis', 'tant')],
];

test.each(planted)('words: %s is caught', async (_name, path, text) => {
  const verdict = await judge(words, { [path]: `first line\n${text}\n` });
  expect(verdict.wrong).toEqual([expect.stringContaining(`${path}:2 `)]);
});

test('words: every ban has a plant of its own', () => {
  const caughtBy = planted.map(([, path, text]) =>
    bans.findIndex(({ pattern, where }) => where({ path, text }) && pattern.test(text)),
  );
  expect(bans.map((ban, at) => [ban.why, caughtBy.includes(at)]).filter(([, caught]) => !caught)).toEqual([]);
  expect(caughtBy).not.toContain(-1);
});

test('words: a suppression that says why is left in peace', async () => {
  const text = [
    join('// biome-', 'ignore lint/style/useConst: the parser assigns it later'),
    join('// @ts-expect-', 'error: support may not read addresses'),
    'see https://www.rfc-editor.org/rfc/rfc9457, /api/stores and /work on a holiday',
  ];
  expect((await judge(words, { 'kernel/a.test.ts': text.join('\n') })).wrong).toEqual([]);
});

test.each([...empty])('names: %s is caught, as folder, file and role', async (name) => {
  const files = { [`kernel/${name}/a.ts`]: '', [`kernel/${name}.ts`]: '', [`kernel/a.${name}.ts`]: '' };
  expect((await judge(names, files)).wrong).toHaveLength(3);
});

test('names: a file that is no <noun>.ts or <noun>.<role>.ts is caught', async () => {
  const { wrong } = await judge(names, { 'ui/MyButton.tsx': '', 'ui/a b.ts': '', 'ui/button.tsx': '' });
  expect(wrong).toHaveLength(2);
});

test('size: a file over 400 lines is caught', async () => {
  const { wrong } = await judge(size, { 'a.ts': tall(401), 'b.ts': tall(400), 'c.ts': '', 'd.ts': '' });
  expect(wrong.filter((line) => line.startsWith('a.ts'))).toHaveLength(1);
  expect(wrong.filter((line) => line.startsWith('b.ts'))).toEqual([]);
});

test('size: a tree of long files is caught, by its median and by its longest tenth', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 20 }, (_, n) => [`${n}.ts`, tall(n < 17 ? 90 : 300)]),
  );
  const { wrong } = await judge(size, files);
  expect(wrong.join()).toMatch(/half of all files have over 90 lines.*one file in ten has over 300 lines/);
});

test('size: a long function is noted', async () => {
  const { notes } = await judge(size, { 'a.ts': `export function long() {\n${'  void 0;\n'.repeat(60)}}\n` });
  expect(notes).toEqual(['a.ts:1 long has 62 lines']);
});
