import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requestCode } from '@axent/account/contract';
import { systemOf } from '@axent/kernel';
import { smtpCarrier } from '@axent/messages/server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { staffMember } from '../../../tests/staff.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { status } from '../contract.ts';
import type { Certificate } from '../watching.ts';
import { type Mailbox, openMailbox } from './mailbox.fixture.ts';

const minute_ms = 60_000;
const hour_ms = 60 * minute_ms;
const day_ms = 24 * hour_ms;
const to = ['operator@axent.example', 'second@axent.example'];

let mailbox: Mailbox;
let carrier: ReturnType<typeof smtpCarrier>;
let folder: string;
let world: World;

beforeAll(async () => {
  mailbox = await openMailbox();
  carrier = smtpCarrier(mailbox.url, 'AXENT <no-reply@axent.example>');
  folder = mkdtempSync(join(tmpdir(), 'axent-backups-'));
});
afterAll(async () => {
  await carrier.close();
  await mailbox.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  mailbox.mails.length = 0;
  mailbox.takes(true);
});

/** A world whose clock the test moves, with everything in order. */
async function openWatched(language: 'en' | 'de' | 'zh-CN' = 'en', publicUrl = 'http://localhost') {
  let ahead_ms = 0;
  const clock = () => Date.now() + ahead_ms;
  const node = {
    clock,
    release: '1.0.0',
    publicUrl: new URL(publicUrl),
    dataFolder: tmpdir(),
    backupFolder: folder,
  };
  const resources = { node, alerts: { to, language, carriers: [carrier] } };
  world = await openWorld({ watching: resources });
  const pass = (ms: number) => {
    ahead_ms += ms;
    world.pass(ms);
  };
  /** One that was finished then, in milliseconds from now. */
  const backup = (from_now_ms = 0) =>
    writeFileSync(
      join(folder, 'latest.json'),
      JSON.stringify({ finished_at: new Date(clock() + from_now_ms).toISOString() }),
    );
  backup();
  return { pass, backup, resources };
}

async function job(name: string, on = world): Promise<void> {
  const found = on.features.flatMap(({ jobs = [] }) => jobs).find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no job ${name}.`);
  await found.run(systemOf(on.kernel));
}

/** Looks once a minute for so long, as the server does. */
async function watch(pass: (ms: number) => void, ms: number, every_ms = minute_ms): Promise<void> {
  for (let passed = 0; passed < ms; passed += every_ms) {
    await job('present');
    await job('alerts');
    pass(every_ms);
  }
}

/** What this server says of its certificate from now on. */
async function certify(certificate: Certificate): Promise<void> {
  await world.kernel.asKernel(async () => undefined);
  await world.kernel.pools.owner.query(
    'update app.watching_node set certificate = $1, certificate_ends_at = $2',
    [certificate.state, certificate.state === 'seen' ? certificate.ends_at : null],
  );
}

test('a backup that is too old is told once to everybody, repeated the day after, and its end is told', async () => {
  const { pass, backup } = await openWatched();
  try {
    backup(-49.5 * hour_ms);
    await watch(pass, 5 * minute_ms);
    expect(mailbox.mails).toEqual([]);
    // By nine minutes, since a gap of more is a jump of the clock and no lapse of time: see below.
    await watch(pass, hour_ms, 9 * minute_ms);
    const [first] = mailbox.mails;
    expect(mailbox.mails.map(({ to: [address] }) => address)).toEqual(to);
    expect(first?.subject).toBe('AXENT needs a hand: Backups');
    expect(first?.text).toMatch(/^Backups\nThe last one was finished 2 days ago, /);
    expect(first?.text).toContain('Start one by hand');
    expect(first?.text).toContain('http://localhost/console/status');
    expect(first?.text).toContain('because ALERT_MAIL of localhost names this address');
    await watch(pass, 25 * hour_ms, 9 * minute_ms);
    expect(mailbox.mails).toHaveLength(4);
    expect(mailbox.mails[2]?.text).toContain('Still so:\n\nBackups');
    backup();
    await watch(pass, 15 * minute_ms);
    expect(mailbox.mails).toHaveLength(6);
    expect(mailbox.mails[4]?.subject).toBe('AXENT is well again: Backups');
    expect(mailbox.mails[4]?.text).not.toContain('Still so');
    expect(world.faults).toEqual([]);
  } finally {
    await world.close();
  }
});

test('a clock that jumps a day and back fires no storm', async () => {
  const { pass } = await openWatched();
  try {
    await watch(pass, 3 * minute_ms);
    for (let round = 0; round < 6; round++) {
      pass(round % 2 === 0 ? day_ms : -day_ms);
      await watch(pass, 4 * minute_ms);
    }
    expect(mailbox.mails).toEqual([]);
    // A week ahead the last backup is a week old by the clock, which somebody has to know: one mail says so.
    pass(7 * day_ms);
    await watch(pass, 30 * minute_ms);
    expect(mailbox.mails.map(({ subject }) => subject)).toEqual(to.map(() => 'AXENT needs a hand: Backups'));
    pass(-7 * day_ms);
    await watch(pass, 20 * minute_ms);
    expect(mailbox.mails).toHaveLength(4);
    expect(world.faults).toEqual([]);
  } finally {
    await world.close();
  }
});

test.each([
  ['de', 'AXENT braucht Sie: Zertifikat', /Gilt noch \d Tage, bis /],
  ['zh-CN', 'AXENT 需要处理：证书', /\d天后到期（/],
] as const)(
  'a certificate that runs out in a week is told in the language asked for: %s',
  async (language, subject, text) => {
    const { pass } = await openWatched(language);
    try {
      const ends_at = new Date(Date.now() + 6.9 * day_ms);
      for (let round = 0; round < 4; round++) {
        await job('present');
        await certify({ state: 'seen', ends_at });
        await job('alerts');
        pass(minute_ms);
      }
      expect(mailbox.mails.map((mail) => mail.subject)).toEqual([subject, subject]);
      expect(mailbox.mails[0]?.text).toMatch(text);
    } finally {
      await world.close();
    }
  },
);

test('mail that nobody takes is told as soon as it flows again, and names nobody', async () => {
  const { pass } = await openWatched();
  try {
    const email = 'planted-person@example.org';
    const message = { message: 'code', channel: 'mail', person: null };
    mailbox.takes(false);
    const visitor = await world.visitor().accept();
    await visitor.call(requestCode, { email, language: 'en' });
    await world.kernel.pools.owner.query(
      `insert into kernel.message (id, message, channel, sealed, attempts, next_at, queued_at, last_error)
       values (gen_random_uuid(), $1, $2, $3, 3, now() + interval '1 hour', now() - interval '20 minutes', $4)`,
      [message.message, message.channel, Buffer.from('planted-sealed'), 'ECONNECTION'],
    );
    for (let round = 0; round < 4; round++) {
      await job('present');
      await job('alerts').catch((error: { code?: string }) => expect(error.code).toMatch(/^E/));
      pass(minute_ms);
    }
    expect(mailbox.mails).toEqual([]);
    mailbox.takes(true);
    await watch(pass, 4 * minute_ms);
    expect(mailbox.mails).toHaveLength(2);
    expect(mailbox.mails[0]?.subject).toBe('AXENT needs a hand: Mail');
    expect(mailbox.mails[0]?.text).toContain('The carrier refused 1 of');
    expect(JSON.stringify(mailbox.mails)).not.toContain('planted');
  } finally {
    await world.close();
  }
});

test('two servers on one database tell it once', async () => {
  const { pass, resources } = await openWatched();
  const second = await openWorld({ on: world, watching: resources });
  writeFileSync(join(folder, 'latest.json'), JSON.stringify({ finished_at: '2020-01-01T00:00:00Z' }));
  try {
    for (let round = 0; round < 6; round++) {
      await Promise.all([job('present'), job('present', second)]);
      await Promise.all([job('alerts'), job('alerts', second)]);
      pass(minute_ms);
      second.pass(minute_ms);
    }
    expect(mailbox.mails).toHaveLength(to.length);
    const { body } = await (await staffMember(world, 'administrator')).call(status, {});
    expect(body.nodes.filter(({ alive }) => alive)).toHaveLength(2);
  } finally {
    await second.close();
    await world.close();
  }
});

test('the console shows an administrator how everything stands, with what to do, and nobody else', async () => {
  await openWatched();
  try {
    await job('present');
    for (const role of ['administrator', 'privacy_officer'] as const) {
      const { body } = await (await staffMember(world, role)).call(status, {});
      expect(body.parts.map(({ part }) => part)).toContain('backups');
      expect(body.parts.every(({ level }) => ['good', 'look', 'act'].includes(level))).toBe(true);
      expect(body.nodes).toMatchObject([{ release: '1.0.0', alive: true, here: true }]);
      expect(body.alerts).toBe(true);
    }
    expect((await (await staffMember(world, 'security')).call(status, {})).status).toBe(403);
    expect((await (await world.visitor().accept()).call(status, {})).status).toBe(401);
  } finally {
    await world.close();
  }
});

test('a server that ends says so: nobody looks for it afterwards', async () => {
  await openWatched();
  try {
    await job('present');
    const count = async () =>
      (await world.kernel.pools.owner.query('select 1 from app.watching_node')).rowCount;
    expect(await count()).toBe(1);
    await job('leave');
    expect(await count()).toBe(0);
  } finally {
    await world.close();
  }
});
