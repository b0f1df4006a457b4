import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000 });

const lock = {
  packages: {
    '': {},
    'node_modules/pump': { version: '1.0.0' },
    'node_modules/pump-elsewhere': { version: '1.0.0', optional: true, os: ['elsewhere'] },
    'features/tap': { name: '@brand/tap' },
    'node_modules/@brand/tap': { resolved: 'features/tap', link: true },
  },
};

/** Stands where npm stands: counts its calls and puts down what npm puts down, or fails. */
const npm = `
  const { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
  appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
  if (existsSync('npm-fails')) { console.error('npm says why'); process.exit(1); }
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  mkdirSync('node_modules/pump', { recursive: true });
  writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/pump': packages['node_modules/pump'] } }));
`;

const task = `
  if (process.argv[2] === 'wait') {
    process.on('SIGTERM', () => { console.log('ending gently'); process.exit(5); });
    setInterval(() => {}, 1000);
    console.log('waiting');
  } else {
    console.log('node', process.versions.node.split('.')[0], process.argv.slice(2).join(' '));
    process.exit(Number(process.argv[2] ?? 0));
  }
`;

let root: string;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'axent-run-'));
  copyFileSync(join(import.meta.dirname, '../run.mjs'), join(root, 'run.mjs'));
  write('package-lock.json', JSON.stringify(lock));
  write('npm.js', npm);
  write('features/tap/package.json', '{}');
  write('tasks/check.ts', task);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Node 20 cannot replace itself by another program; taking that away is being Node 20 in this. */
const old = ['--import', 'data:text/javascript,process.execve = undefined'];

function start(words: readonly string[], flags: readonly string[] = []) {
  const env = { ...process.env, npm_execpath: join(root, 'npm.js') };
  const child = spawn(process.execPath, [...flags, 'run.mjs', ...words], { cwd: root, env });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (bytes) => {
    said.stdout += bytes;
  });
  child.stderr.on('data', (bytes) => {
    said.stderr += bytes;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, said, ended };
}

async function run(...words: string[]) {
  const { said, ended } = start(words);
  const code = await ended;
  return { code, ...said };
}

const npmCalls = () =>
  existsSync(join(root, 'npm-calls')) ? readFileSync(join(root, 'npm-calls'), 'utf8').trim().split('\n') : [];

test('a fresh clone is installed once, without install scripts, and says so', async () => {
  const first = await run('check');
  expect(first.stdout).toMatch(/Installing what AXENT needs.*\n.*Installed in \d+ s/s);
  expect(npmCalls()).toEqual([expect.stringMatching(/^ci .*--ignore-scripts/)]);
  const second = await run('check');
  expect(second.stdout).not.toContain('Installing');
  expect(npmCalls()).toHaveLength(1);
});

const nodes = [
  ['a new Node', []],
  ['an old Node', old],
] as const;

test.each(nodes)('%s: words go to the task, and its exit code comes back', async (_name, flags) => {
  const { said, ended } = start(['check', '7', 'two words'], flags);
  expect(await ended).toBe(7);
  expect(said.stdout).toContain('node 26 7 two words');
});

test('another lock file means another installation', async () => {
  await run('check');
  const newer = { packages: { ...lock.packages, 'node_modules/pump': { version: '2.0.0' } } };
  write('package-lock.json', JSON.stringify(newer));
  await run('check');
  expect(npmCalls()).toHaveLength(2);
});

test('what somebody installed by hand is not installed again', async () => {
  const present = { packages: { 'node_modules/pump': { version: '1.0.0' } } };
  write('node_modules/.package-lock.json', JSON.stringify(present));
  expect((await run('check')).code).toBe(0);
  expect(npmCalls()).toEqual([]);
  expect(existsSync(join(root, 'node_modules/@brand/tap/package.json'))).toBe(true);
});

test('when npm fails its own words are shown, nothing runs, and the next try installs again', async () => {
  write('npm-fails', '');
  const { code, stdout, stderr } = await run('check');
  expect(code).toBe(1);
  expect(stderr).toMatch(/npm says why\n.*Run the same command again/s);
  expect(stdout).not.toContain('node 26');
  rmSync(join(root, 'npm-fails'));
  expect((await run('check')).code).toBe(0);
});

test('a task that does not exist is answered with those that do, before anything is installed', async () => {
  const { code, stderr } = await run('chekc');
  expect(code).toBe(1);
  expect(stderr).toMatch(/no task "chekc".*npm run check/s);
  expect(npmCalls()).toEqual([]);
});

test.each(nodes)('%s: a signal reaches the task, which ends in its own way', async (_name, flags) => {
  const { child, said, ended } = start(['check', 'wait'], flags);
  await vi.waitFor(() => expect(said.stdout).toContain('waiting'), { timeout: 30_000 });
  child.kill('SIGTERM');
  expect(await ended).toBe(5);
  expect(said.stdout).toContain('ending gently');
});
