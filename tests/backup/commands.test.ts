import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requestCode } from '@axent/account/contract';
import { Outbox } from '@axent/messages/server';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { lastBackup } from '../../features/watching/server/machine.ts';
import { ApplicationProcess, freePort } from '../crash/application.process.ts';
import { bareEnvironment } from '../environment.ts';
import { Visitor } from '../visitor.ts';

const server = join(import.meta.dirname, '../../apps/server');
const folder = mkdtempSync(join(tmpdir(), 'axent-commands-'));
const inside = (name: string) => join(folder, name);
const isRoot = process.getuid?.() === 0;
const backup_key = randomBytes(32).toString('base64');
const rows = 150_000;
// Whole servers are started, again and again.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let application: ApplicationProcess;
const mounted: string[] = [];

beforeAll(async () => {
  application = new ApplicationProcess(inside('data'), await freePort(), {
    LEDGER_ORIGIN: 'test.example/ledger',
  });
  await application.start();
  const client = new pg.Client({ connectionString: application.databaseUrl });
  await client.connect();
  // Boxes as they are stored, though nobody could open these: enough of them that a backup takes a while.
  await client.query(
    `insert into app.contact (person_id, id, sealed)
     select gen_random_uuid(), gen_random_uuid(), sha512(n::text::bytea) || sha512((n + 1)::text::bytea) || sha512((n + 2)::text::bytea)
     from generate_series(1, $1) n`,
    [rows],
  );
  await client.end();
});

afterAll(async () => {
  await application.stop();
  for (const place of mounted) spawnSync('umount', [place]);
  rmSync(folder, { recursive: true, force: true });
});

const settings = (data: string, more: Readonly<Record<string, string>> = {}) => ({
  ...bareEnvironment,
  DATA_FOLDER: data,
  BACKUP_KEY: backup_key,
  MASTER_KEY_FILE: inside('data/keys/master.key'),
  LEDGER_ORIGIN: 'test.example/ledger',
  ...more,
});

function launch(command: string, words: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const flags = ['--disable-warning=ExperimentalWarning', join(server, `${command}.command.ts`)];
  return spawn(process.execPath, [...flags, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

async function run(
  command: string,
  words: readonly string[],
  env = settings(inside('data')),
): Promise<Ended> {
  const child = launch(command, words, env);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => (said += bytes));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

/** A file system of its own with so much room, in a folder. */
function smallDisk(name: string, size: string): string {
  const place = inside(name);
  mkdirSync(place);
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', place], {
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`no small disk: ${done.stderr}`);
  mounted.push(place);
  return place;
}

test('S.loss @operation: backed up while the server runs, restored into a fresh folder, and served', async () => {
  const backed = await run('backup', [inside('backups/')]);
  expect(backed).toMatchObject({ code: 0, said: expect.stringContaining('Backed up') });
  // By this the status page knows how old it is.
  const finished = await lastBackup(inside('data/backups'));
  expect(Math.abs(Date.now() - (finished?.getTime() ?? 0))).toBeLessThan(120_000);
  const keys = await run('backup', ['--keys', inside('keys/')]);
  expect(keys).toMatchObject({ code: 0, said: expect.stringContaining('Destroy it after') });
  const [file = ''] = readdirSync(inside('backups'));
  const [key_file = ''] = readdirSync(inside('keys'));
  const words = [
    inside(`backups/${file}`),
    '--keys',
    inside(`keys/${key_file}`),
    '--shredded',
    inside('data/keys/keys.sqlite.shredded'),
    '--new-log',
  ];
  const restored = await run('restore', words, settings(inside('restored')));
  expect(restored.said).toMatch(/Restored \d+ rows of \d+ tables/);
  expect(restored.code).toBe(0);
  const next = new ApplicationProcess(inside('restored'), await freePort(), {
    LEDGER_ORIGIN: 'test.example/ledger',
    MASTER_KEY_FILE: inside('data/keys/master.key'),
  });
  await next.start();
  try {
    expect((await fetch(`${next.base}/ready`)).status).toBe(200);
    const client = new pg.Client({ connectionString: next.databaseUrl });
    await client.connect();
    const { rows: found } = await client.query('select count(*)::int as n from app.contact');
    await client.end();
    expect(found[0].n).toBe(rows);
    expect(next.complaints).toEqual([]);
  } finally {
    await next.stop();
  }
  const again = await run('restore', words.slice(0, 1), settings(inside('restored')));
  expect(again).toMatchObject({ code: 1, said: expect.stringContaining('This database is in use') });
});

test('a restore onto the folder of a running server is refused, and the server goes on', async () => {
  const refused = await run('restore', [inside('nowhere.backup'), '--new-log']);
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('Stop that process first') });
  expect((await fetch(`${application.base}/ready`)).status).toBe(200);
});

test('S.loss @operation: kill -9 in the middle of a backup leaves nothing that looks whole', async () => {
  const place = inside('killed.backup');
  const child = launch('backup', [place], settings(inside('data')));
  const ended = once(child, 'exit');
  const unfinished = `${place}.unfinished`;
  while (!existsSync(unfinished) || statSync(unfinished).size < 500_000)
    await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGKILL');
  expect((await ended)[1]).toBe('SIGKILL');
  expect(existsSync(place)).toBe(false);
  const words = ['--without-shred-list', '--new-log', '--keys', inside('keys')];
  const [key_file = ''] = readdirSync(inside('keys'));
  words[3] = inside(`keys/${key_file}`);
  const half = await run('restore', [unfinished, ...words], settings(inside('half')));
  expect(half).toMatchObject({ code: 1, said: expect.stringMatching(/cut off|too early/) });
  expect(existsSync(inside('half/keys/keys.sqlite'))).toBe(false);
  expect(await run('backup', [place])).toMatchObject({ code: 0 });
  // What the half one left behind does not stand in the way of the whole one.
  expect(await run('restore', [place, ...words], settings(inside('half')))).toMatchObject({ code: 0 });
});

test.runIf(isRoot)(
  'S.loss @operation: a disk that fills up during a backup is told, and nothing is left',
  async () => {
    const place = smallDisk('small', '1m');
    const full = await run('backup', [`${place}/`]);
    expect(full).toMatchObject({ code: 1, said: expect.stringContaining('There is no room left for') });
    expect(readdirSync(place)).toEqual([]);
    expect((await fetch(`${application.base}/ready`)).status).toBe(200);
  },
);

test.runIf(isRoot)('S.loss @operation: a disk that is full at the start is told in plain words', async () => {
  const place = smallDisk('tiny', '4m');
  const next = new ApplicationProcess(join(place, 'data'), await freePort());
  const failed = await next.start().then(
    () => '',
    (error: Error) => error.message,
  );
  await next.stop();
  expect(failed).toMatch(/could not start/);
  expect(failed).toMatch(/no room|No space left/i);
});

test.runIf(isRoot)(
  'S.loss @operation: a disk that fills up under writes: refused in plain words, nothing lost, then on',
  async () => {
    const place = smallDisk('filling', '260m');
    const next = new ApplicationProcess(join(place, 'data'), await freePort(), {
      TRUSTED_PROXIES: '127.0.0.1,::1',
    });
    await next.start();
    const outbox = new Outbox(Date.now);
    const ask = async (number: number) => {
      const visitor = new Visitor(next.base, outbox);
      visitor.headers = { 'x-forwarded-for': `192.0.2.${number % 250}` };
      await visitor.accept();
      return await visitor.call(requestCode, { email: `person${number}@example.org`, language: 'en' });
    };
    const codes = async () => {
      const client = new pg.Client({ connectionString: next.databaseUrl });
      await client.connect();
      const { rows: found } = await client.query('select count(*)::int as n from app.sign_in_try');
      await client.end();
      return found[0].n as number;
    };
    try {
      let kept = 0;
      for (let number = 0; number < 5; number++) if ((await ask(number)).status === 200) kept += 1;
      expect(kept).toBe(5);
      const filler = join(place, 'filler');
      spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k'], { stdio: 'ignore' });
      const refused: { status: number; code: string | undefined }[] = [];
      for (let number = 5; number < 160 && refused.length < 2; number++) {
        const { status, body } = await ask(number);
        if (status === 200) kept += 1;
        else refused.push({ status, code: body.code });
      }
      const full = { status: 503, code: 'no_room' };
      expect(refused).toEqual([full, full]);
      expect((await fetch(`${next.base}/health`)).status).toBe(200);
      rmSync(filler);
      for (let tries = 0; tries < 100 && (await ask(200 + tries)).status !== 200; tries++)
        await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await codes()).toBeGreaterThan(kept);
    } finally {
      await next.stop();
    }
  },
);

test('S.loss @operation: the master key is changed without a stop, then the old one opens nothing', async () => {
  const [old_file, new_file] = [inside('rotating/keys/master.key'), inside('new.key')];
  const next = new ApplicationProcess(inside('rotating'), await freePort());
  await next.start();
  writeFileSync(new_file, randomBytes(32).toString('base64'));
  const both = settings(inside('rotating'), {
    MASTER_KEY_FILE: new_file,
    MASTER_KEY_PREVIOUS_FILE: old_file,
  });
  const outbox = new Outbox(Date.now);
  const ask = async (email: string) => {
    const visitor = await new Visitor(next.base, outbox).accept();
    return (await visitor.call(requestCode, { email, language: 'en' })).status;
  };
  try {
    expect(await ask('before@example.org')).toBe(200);
    expect(await run('rotate', [], both)).toMatchObject({
      code: 0,
      said: expect.stringContaining('keys were wrapped'),
    });
    expect(await ask('meanwhile@example.org')).toBe(200);
    await next.stop();
    const renewed = new ApplicationProcess(inside('rotating'), next.port, { MASTER_KEY_FILE: new_file });
    await renewed.start();
    expect(await ask('after@example.org')).toBe(200);
    expect(await run('rotate', ['finish'], both)).toMatchObject({ code: 0 });
    expect(await ask('alone@example.org')).toBe(200);
    expect(renewed.complaints).toEqual([]);
    await renewed.stop();
    await expect(next.start()).rejects.toThrow(/Set the MASTER_KEY that belongs to it/);
  } finally {
    await next.stop();
  }
  const same = await run('rotate', [], settings(inside('rotating'), { MASTER_KEY_FILE: new_file }));
  expect(same).toMatchObject({ code: 1, said: expect.stringContaining('MASTER_KEY_PREVIOUS') });
});
