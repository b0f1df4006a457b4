import { tmpdir } from 'node:os';
import { systemOf } from '@axent/kernel';
import { smtpCarrier } from '@axent/messages/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../tests/database.ts';
import { Wire } from '../../../tests/faults/wire.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { openCounts } from './counts.ts';
import { type Mailbox, openMailbox } from './mailbox.fixture.ts';
import { Observer } from './observer.ts';
import { listenTo, samples, until } from './scrape.fixture.ts';

const minute_ms = 60_000;
let ahead_ms = 0;
const clock = () => Date.now() + ahead_ms;
const counts = await openCounts();

let mailbox: Mailbox;
let carrier: ReturnType<typeof smtpCarrier>;
let wire: Wire;
let world: World;
let drop: () => Promise<void>;

beforeAll(async () => {
  mailbox = await openMailbox();
  carrier = smtpCarrier(mailbox.url, 'AXENT <no-reply@axent.example>');
  const database = await testDatabase();
  drop = () => database.drop();
  wire = await Wire.before(database.url);
  const publicUrl = new URL('http://localhost');
  world = await openWorld({
    database,
    reach: (url) => wire.through(url),
    watching: {
      observer: new Observer(clock, counts),
      node: { clock, release: '1.0.0', publicUrl, dataFolder: tmpdir(), backupFolder: tmpdir() },
      alerts: { to: ['operator@axent.example'], language: 'en', carriers: [carrier] },
    },
  });
});
afterAll(async () => {
  await wire.mend();
  await world.close();
  await wire.cut();
  await drop();
  await carrier.close();
  await mailbox.close();
});

/** Looks once a minute, as the server does; a look at a database that is away fails. */
async function watch(minutes: number): Promise<void> {
  const job = world.features.flatMap(({ jobs = [] }) => jobs).find(({ name }) => name === 'alerts');
  for (let minute = 0; minute < minutes; minute++) {
    await job?.run(systemOf(world.kernel)).catch(() => undefined);
    ahead_ms += minute_ms;
    world.pass(minute_ms);
  }
}

test('a database that is away is told by mail all the same, and so is its return; the metrics say it, too', async () => {
  const listener = await listenTo(world, counts);
  try {
    await watch(2);
    await wire.cut();
    await watch(5);
    expect(mailbox.mails.map(({ subject }) => subject)).toEqual(['AXENT needs a hand: Database']);
    expect(mailbox.mails[0]?.text).toContain('See that PostgreSQL runs');
    const away = samples(await (await fetch(`http://127.0.0.1:${listener.port}/metrics`)).text());
    expect(away.get('axent_database_up')).toBe(0);
    expect(away.get('axent_keys_cached')).toBeGreaterThanOrEqual(0);
    expect(away.has('axent_ledger_size')).toBe(false);
    await wire.mend();
    await until(() => world.kernel.sequencer.state === 'leading');
    await watch(15);
    expect(mailbox.mails.map(({ subject }) => subject).slice(1)).toEqual(['AXENT is well again: Database']);
  } finally {
    await listener.close();
  }
});
