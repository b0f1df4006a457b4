import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Guard, Project, Verdict } from './guard.ts';
import { plant } from './planted.ts';
import { format, types, unused } from './tools.guard.ts';

const projects: Project[] = [];
afterAll(() => {
  for (const { root } of projects) rmSync(root, { recursive: true, force: true });
});

/** A planted project under the real settings of the real tools. */
function under(planted: Record<string, string>): Project {
  const project = plant(planted);
  projects.push(project);
  const { root, tools } = project;
  const excluded = ['node_modules', '**/dist'];
  const compilerOptions = { typeRoots: [join(tools, 'node_modules/@types')] };
  const settings = { extends: join(tools, 'tsconfig.json'), compilerOptions, exclude: excluded };
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify(settings));
  writeFileSync(join(root, '.gitignore'), 'node_modules/\n');
  for (const file of ['knip.json', 'biome.json']) copyFileSync(join(tools, file), join(root, file));
  return project;
}

const faults: readonly [name: string, guard: Guard, path: string, text: string, said: RegExp][] = [
  ['any', format, 'kernel/a.ts', 'export const a = (value: any) => value;\n', /noExplicitAny/],
  ['an ill-formed file', format, 'kernel/b.ts', 'export const b   = "b"\n', /format/],
  ['a wrong type', types, 'kernel/c.ts', `export const c: number = 'one';\n`, /TS2322/],
  [
    'an unchecked index',
    types,
    'kernel/d.ts',
    'export const d = (list: string[]): string => list[0];\n',
    /TS2322/,
  ],
  ['an enum', types, 'kernel/e.ts', 'export enum E { one }\n', /TS1294/],
  ['a way past exports', types, 'features/basin/f.ts', `export * from '@axent/tap/inside';\n`, /TS2307/],
  [
    'a file that nobody uses',
    unused,
    'kernel/lonely.ts',
    'export const lonely = 1;\n',
    /files: kernel\/lonely/,
  ],
  [
    'a package that nobody declared',
    unused,
    'kernel/kernel.ts',
    `export * from 'acorn';\n`,
    /unlisted: acorn/,
  ],
  [
    'an export that nobody uses',
    unused,
    'policy/hash.ts',
    'export const hash = (text: string) => text;\nexport const unheard = 1;\n',
    /unheard/,
  ],
];

const verdicts = new Map<Guard, Verdict>();
const innocence = new Map<Guard, Verdict>();
const tools = [format, types, unused];

beforeAll(async () => {
  const innocent = under({});
  for (const guard of tools) {
    const files = faults.filter(([, of]) => of === guard).map(([, , path, text]) => [path, text]);
    verdicts.set(guard, await guard.judge(under(Object.fromEntries(files))));
    if (guard !== format) innocence.set(guard, await guard.judge(innocent));
  }
  const formatted = under({ 'kernel/formatted.ts': 'export const formatted = 1;\n' });
  innocence.set(format, await format.judge(formatted));
}, 120_000);

test.each(faults)('%s is caught', (_name, guard, path, _text, said) => {
  const about = verdicts.get(guard)?.wrong.filter((line) => line.startsWith(path)) ?? [];
  expect(about.join('\n')).toMatch(said);
});

test('the compiler and the dead-code finder leave an innocent project in peace', () => {
  expect(innocence.get(types)?.wrong).toEqual([]);
  // The planted project declares no dependencies, not even on its own workspaces.
  const said = innocence.get(unused)?.wrong.filter((line) => !line.includes(' unlisted: @axent/'));
  expect(said?.filter((line) => line.startsWith('kernel'))).toEqual([]);
});

test('a well-formed file is left in peace', () => {
  const { seen, wrong } = innocence.get(format) ?? {};
  expect(seen).toMatch(/^[1-9]\d* files$/);
  expect(wrong?.filter((line) => line.startsWith('kernel/formatted.ts'))).toEqual([]);
});
