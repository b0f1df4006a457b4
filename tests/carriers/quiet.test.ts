import { resetDevice } from '@axent/account/contract';
import { quietHours, setQuietHours } from '@axent/messages/contract';
import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import { download, holdings, receipt, uses } from '@axent/privacy/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withFault, withFaultWords } from '../../policy/revisions/fault.ts';
import { faults } from '../revision/faults.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';
import { until } from './until.ts';

let world: World;
let next: World;
/** In whose zone it is noon now, and in whose it is three at night. */
let noon: string;
let night: string;
const hour_ms = 3_600_000;

function zoneAt(hour: number, now_ms: number): string {
  // `Etc/GMT-5` is five hours before Greenwich; whole hours from -12 to +14.
  const utc = new Date(now_ms).getUTCHours();
  const ahead = ((hour - utc + 36) % 24) - 12;
  return `Etc/GMT${ahead >= 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

beforeAll(async () => {
  world = await openWorld();
  const now = world.kernel.clock();
  noon = zoneAt(12, now);
  night = zoneAt(3, now);
});
afterAll(async () => {
  expect([...world.faults, ...(next?.faults ?? [])]).toEqual([]);
  await next?.close();
  await world.close();
});

async function somebody(email: string, zone: string, language: 'en' | 'de' = 'en'): Promise<Visitor> {
  const person = await (await world.visitor().accept(language)).signIn(email);
  expect((await person.call(setQuietHours, { time_zone: zone })).status).toBe(200);
  return person;
}

const mailsTo = (email: string, subject: RegExp) =>
  world.outbox.mails.filter((one) => one.to === email && subject.test(one.subject));
const changed = /privacy notice has changed|Datenschutzerklärung/;

test('M.push U.rights @operation: quiet hours are nine to eight until the person says otherwise, in a zone that exists', async () => {
  const person = await (await world.visitor().accept()).signIn('hours@example.org');
  expect((await person.call(quietHours, {})).body).toEqual({
    time_zone: null,
    from_minute: 21 * 60,
    to_minute: 8 * 60,
  });
  const held = async () => (await person.call(holdings, {})).body.holdings;
  expect((await held()).find(({ category }) => category === 'preference')?.items).toEqual([]);
  await person.call(setQuietHours, { time_zone: 'Asia/Shanghai' });
  await person.call(setQuietHours, { from_minute: 1380, to_minute: 420 });
  expect((await person.call(quietHours, {})).body).toEqual({
    time_zone: 'Asia/Shanghai',
    from_minute: 1380,
    to_minute: 420,
  });
  // What was set is held, and shown and handed out with all else.
  const set = [{ value: { time_zone: 'Asia/Shanghai', quiet_hours: '23:00–07:00' } }];
  for (const { body } of [await person.call(holdings, {}), await person.call(download, {})])
    expect(body.holdings.find(({ category }) => category === 'preference')?.items).toMatchObject(set);
  const wrong = await person.call(setQuietHours, { time_zone: 'Atlantis/Centre' });
  expect(wrong.body.code).toBe('time_zone_unknown');
  // Awake for all that follows, whatever the hour is in Shanghai.
  expect((await person.call(setQuietHours, { time_zone: noon })).status).toBe(200);
});

test('M.push @operation: a changed notice is told to everybody who accepted an earlier one, at night in the morning', async () => {
  await somebody('day@example.org', noon, 'de');
  await somebody('night@example.org', night);
  const later = compile(withFault(policy), withFaultWords(notices));
  next = await openWorld({ on: world, compiled: later, features: [faults] });
  await next.kernel.publish([]);
  const [mail] = await until(() => {
    const mails = mailsTo('day@example.org', changed);
    return mails.length > 0 && mails;
  });
  expect(mail?.subject).toBe('Unsere Datenschutzerklärung hat sich geändert');
  expect(mail?.text).toContain('http://localhost/notice');
  expect(mail?.text).toContain('weil Sie ein Konto haben und eine frühere Fassung angenommen haben');
  expect(mailsTo('night@example.org', changed)).toEqual([]);
  const rows = await until(async () => {
    const waiting = await world.kernel.pools.owner.query(
      `select message, next_at, row_to_json(m)::text as row from kernel.message m`,
    );
    return waiting.rows.length === 1 && waiting.rows;
  });
  expect(rows[0].message).toBe('notice_change');
  const waits_h = (rows[0].next_at.getTime() - world.kernel.clock()) / hour_ms;
  expect(waits_h).toBeGreaterThan(4);
  expect(waits_h).toBeLessThanOrEqual(5.1);
  expect(rows[0].row).not.toContain('night@example.org');
  for (const one of [world, next]) one.pass(5.2 * hour_ms);
  await until(() => mailsTo('night@example.org', changed).length === 1);
  // Each version is told once, by whichever server.
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  expect(mailsTo('day@example.org', changed)).toHaveLength(1);
  expect(mailsTo('night@example.org', changed)).toHaveLength(1);
});

test('M.push @operation: what is for the person’s safety comes at night, too', async () => {
  const email = 'asleep@example.org';
  await somebody(email, zoneAt(3, world.kernel.clock()));
  world.pass(60_000);
  await (await world.visitor().accept()).signIn(email);
  await until(() => mailsTo(email, /new device/).length === 1);
});

test('every message to a person is in the record of uses, with its proof', async () => {
  const person = await (await world.visitor().accept()).signIn('record@example.org');
  world.pass(60_000);
  const other = await (await world.visitor().accept()).signIn('record@example.org');
  const used = await until(async () =>
    (await person.call(uses, {})).body.uses.find(({ operation }) => operation === 'messages.tell_new_device'),
  );
  expect(used).toMatchObject({ purpose: 'authentication', role: 'system' });
  const all = (await other.call(uses, {})).body.uses.filter(
    ({ operation }) => operation === 'messages.tell_new_device',
  );
  expect(all.map(({ clause }) => clause).sort()).toEqual(['M.push', 'U.authentication']);
  await until(async () => (await other.call(receipt, { id: used.id })).body.state === 'ready');
});

test('no more than so many messages of a kind come in a day', async () => {
  const email = 'often@example.org';
  const person = await (await world.visitor().accept()).signIn(email);
  const { rows } = await world.kernel.pools.owner.query(
    'select person_id from kernel.session order by created_at desc limit 1',
  );
  await world.kernel.pools.owner.query(
    `insert into kernel.message_count (person_id, message, day, sent) values ($1, 'security', $2, 20)`,
    [rows[0].person_id, new Date(world.kernel.clock()).toISOString().slice(0, 10)],
  );
  world.pass(60_000);
  await (await world.visitor().accept()).signIn(email);
  await until(
    async () => (await world.kernel.pools.owner.query('select 1 from kernel.event')).rows.length === 0,
  );
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(mailsTo(email, /new device/)).toEqual([]);
  expect((await person.call(resetDevice, {})).status).toBe(200);
});
