import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { contact } from '@axent/account/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApplicationProcess } from '../crash/application.process.ts';
import { bareEnvironment } from '../environment.ts';
import { openTwo, type Two } from './two.ts';

// From one server with its keys in a file to two that share them, and the commands that an operator has for it.

let two: Two;
beforeAll(async () => {
  two = await openTwo();
});
afterAll(async () => {
  await two.close();
});

const run = async (name: string, ...words: readonly string[]) => {
  const command = join(import.meta.dirname, `../../apps/server/${name}.command.ts`);
  const env = { ...bareEnvironment, ...two.settings, DATA_FOLDER: join(two.folder, 'a') };
  return await promisify(execFile)(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', command, ...words],
    {
      env,
    },
  ).then(
    ({ stdout }) => stdout,
    (error: { stderr: string }) => `refused: ${error.stderr}`,
  );
};

test('keys are moved to a key server, with list, head and the key of the ledger; then two servers go on with all of it', async () => {
  const file = join(two.folder, 'keys.sqlite');
  const alone = new ApplicationProcess(join(two.folder, 'a'), two.servers.a.port, {
    ...two.settings,
    KEYS_DATABASE_URL: '',
    KEY_STORE_FILE: file,
  });
  await alone.start();
  const person = await (await two.visitor().accept()).signIn('before@example.org');
  const { vkey } = alone;
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(await run('keys', 'move', file)).toContain('in use');
  expect(await alone.stop()).toBe(0);
  const said = await run('keys', 'move', file);
  expect(said).toMatch(/[1-9]\d* keys are in KEYS_DATABASE_URL now/);
  expect(await run('keys', 'move', file)).toContain('keys at KEYS_DATABASE_URL already');
  await Promise.all([two.servers.a.start(), two.servers.b.start()]);
  expect([two.servers.a.vkey, two.servers.b.vkey]).toEqual([vkey, vkey]);
  for (const name of ['a', 'b'] as const)
    expect((await person.at(name).call(contact, {})).body.email).toBe('before@example.org');
  const { rows } = await two.keys.superuser.query<{ size: string }>('select size from keys.head');
  expect(Number(rows[0]?.size)).toBeGreaterThan(0);

  const list = join(two.folder, 'list');
  await run('keys', 'shredded', list);
  expect(existsSync(list)).toBe(true);
  expect(readFileSync(list, 'utf8').split('\n')).toHaveLength(1);
  const files = await two.keys.superuser.query<{ rights: string }>(
    `select string_agg(privilege_type, ' ' order by privilege_type) as rights
     from information_schema.table_privileges where grantee = 'axent_two_keys' and table_name = 'shredding'`,
  );
  expect(files.rows[0]?.rights).toBe('SELECT');
});
