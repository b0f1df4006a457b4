import { randomBytes } from 'node:crypto';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApplicationProcess, freePort } from '../crash/application.process.ts';
import { Customer } from '../crash/customer.ts';
import { type TestDatabase, testDatabase } from '../database.ts';
import { type Checkout, checkOut, previousRelease } from './release.ts';

/** Should it run on other versions than are here, it is installed anew. */
const install_ms = 10 * 60_000;

let earlier: Checkout;
let database: TestDatabase;
let folder: string;
let old: ApplicationProcess;
let now: ApplicationProcess;

beforeAll(async () => {
  earlier = checkOut(previousRelease());
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'axent-upgrade-'));
  const shared = {
    DATABASE_URL: database.url,
    DATABASE_ROLE_PREFIX: 'axent_upgrade',
    MASTER_KEY: randomBytes(32).toString('base64'),
    LEDGER_ORIGIN: 'upgrade.example/ledger',
  };
  old = new ApplicationProcess(folder, await freePort(), shared, earlier.main);
  now = new ApplicationProcess(folder, await freePort(), shared);
}, install_ms);
afterAll(async () => {
  await old.stop();
  await now.stop();
  await database.drop();
  earlier.remove();
  rmSync(folder, { recursive: true, force: true });
});

let number = 0;

/** Somebody new, who writes a few times. */
async function newcomer(application: ApplicationProcess): Promise<Customer> {
  number += 1;
  const one = new Customer(application.base, `upgrade-${number}@example.org`, `192.0.2.${number}`, true);
  await one.arrive(['nearby']);
  for (let turn = 0; turn < 6; turn++) expect(await one.write()).toBe(true);
  return one;
}

/** What is held of somebody, asked of another server with the same cookies. */
async function heldAt(application: ApplicationProcess, person: Customer) {
  const there = new Customer(application.base, person.email, '192.0.2.200', false);
  for (const [name, value] of person.cookies) there.cookies.set(name, value);
  return await there.contact();
}

async function migrations(): Promise<number> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query('select 1 from kernel.migration')).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

test('an upgrade and the way back: each release reads and writes what the other wrote, one after the other and at once', async () => {
  // Its workspaces are its own; were they ours, it would be this release that is tried.
  const kernel = realpathSync(join(dirname(earlier.main), '../../node_modules/@axent/kernel'));
  expect(kernel).toBe(realpathSync(join(dirname(earlier.main), '../../kernel')));
  await old.start();
  const first = await newcomer(old);
  const before = await migrations();
  const held = await heldAt(old, first);
  await old.stop();

  await now.start();
  expect(await migrations()).toBeGreaterThanOrEqual(before);
  expect(await heldAt(now, first)).toEqual(held);
  const second = await newcomer(now);

  // Back on the new schema, while the new release still serves: how it is when servers are replaced one by one.
  await old.start();
  expect(await heldAt(old, first)).toEqual(held);
  expect(await heldAt(old, second)).toMatchObject({ email: second.email });
  const third = await newcomer(old);
  expect(await heldAt(now, third)).toMatchObject({ email: third.email });

  await now.stop();
  const fourth = await newcomer(old);
  expect(await heldAt(old, fourth)).toMatchObject({ email: fourth.email });
  expect([...old.complaints, ...now.complaints]).toEqual([]);
});
