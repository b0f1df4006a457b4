import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/database.ts';
import { bareEnvironment } from '../../tests/environment.ts';

// The program as it is started, on a database of the operator's own, and what it says when it cannot start or go on.

vi.setConfig({ testTimeout: 90_000 });

const master = randomBytes(32).toString('base64');
const folder = mkdtempSync(join(tmpdir(), 'axent-start-'));
const running: ChildProcess[] = [];
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await Promise.all(running.map(stop));
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (child.exitCode === null && child.signalCode === null && child.kill('SIGTERM')) await ended;
}

interface Program {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

function begin(words: readonly string[], settings: Readonly<Record<string, string>> = {}): Program {
  let text = '';
  const child = spawn(process.execPath, words, {
    env: {
      ...bareEnvironment,
      DATABASE_URL: database.url,
      DATABASE_ROLE_PREFIX: 'axent_start',
      MASTER_KEY: master,
      DATA_FOLDER: join(folder, 'data'),
      PORT: '0',
      ...settings,
    },
  });
  running.push(child);
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (bytes) => {
      text += bytes;
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, said: () => text, ended };
}

const start = (settings: Readonly<Record<string, string>> = {}) =>
  begin([join(import.meta.dirname, 'main.ts')], settings);

async function untilRunning(program: Program): Promise<void> {
  await expect.poll(program.said, { timeout: 60_000 }).toContain('AXENT is running');
}

test('a second process on the same data folder refuses and names the first, whichever database they use', async () => {
  const first = start();
  await untilRunning(first);
  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain(`is in use by process ${first.child.pid}`);
  expect(second.said()).toContain('give this one a folder of its own with DATA_FOLDER');
  // The first goes on; once it has ended, however it did, the folder is free.
  expect(first.child.exitCode).toBeNull();
  first.child.kill('SIGKILL');
  await first.ended;
  const third = start();
  await untilRunning(third);
  await stop(third.child);
});

test('a port that is taken is named, with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as { port: number };
  const program = start({ PORT: String(port) });
  expect(await program.ended).toBe(1);
  expect(program.said()).toContain(`Port ${port} on 127.0.0.1 is taken by another program.`);
  expect(program.said()).toContain('set PORT to a free one');
  other.close();
});

test('an address that is none of this machine is named', async () => {
  const program = start({ HOST: '192.0.2.1' });
  expect(await program.ended).toBe(1);
  expect(program.said()).toContain('192.0.2.1 is no address of this machine. Set HOST');
});

test('a data folder that cannot be written is named', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const program = start({ DATA_FOLDER: join(file, 'data') });
  expect(await program.ended).toBe(1);
  expect(program.said()).toMatch(/file\/data.* cannot be written: a part of the path is a file/);
});

test('a file of regions that is none is named', async () => {
  const file = join(folder, 'regions.mmdb');
  writeFileSync(file, 'no regions');
  const program = start({ IP_DATABASE_FILE: file });
  expect(await program.ended).toBe(1);
  expect(program.said()).toContain(`${file} is no database of regions in MaxMind format`);
});

test.each(['throw error', 'Promise.reject(error)', 'Promise.reject("ada@example.org")'])(
  'what nothing catches ends the process, told by its place and never by its values: %s',
  async (how) => {
    const module = join(import.meta.dirname, 'fault.last.ts');
    const program = begin([
      '--input-type=module',
      '-e',
      `import { endOnLastFault } from ${JSON.stringify(module)};
       endOnLastFault();
       const error = Object.assign(new Error('row of ada@example.org'), { code: 'XX000', row: 'ada@example.org' });
       setTimeout(() => { ${how} });
       setInterval(() => undefined, 1000);`,
    ]);
    expect(await program.ended).toBe(70);
    const line = JSON.parse(program.said());
    expect(line).toMatchObject({ level: 60, msg: 'fault that nothing caught' });
    expect(program.said()).not.toContain('ada');
  },
);
