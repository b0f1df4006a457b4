import type { AddressInfo } from 'node:net';
import { requestCode } from '@axent/account/contract';
import { smtpCarrier } from '@axent/messages/server';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  bringCarrier,
  outsideCarrier,
  outsideDescribed,
  outsidePush,
  type Third,
} from '../../apps/server/carrier.ts';
import { loadSettings } from '../../apps/server/settings.ts';
import { openWorld, type World } from '../world.ts';
import { dayFromNow } from './register.ts';

/** Addresses that the mail server of somebody else was told. */
const told: string[] = [];
const mail = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onRcptTo: ({ address }, _session, done) => {
    told.push(address);
    done();
  },
  onData: (stream, _session, done) => {
    stream.on('end', () => done());
    stream.resume();
  },
});

let world: World;
let carrier: ReturnType<typeof smtpCarrier>;
beforeAll(async () => {
  await new Promise<void>((resolve) => mail.listen(0, '127.0.0.1', () => resolve()));
  const { port } = mail.server.address() as AddressInfo;
  carrier = smtpCarrier(`smtp://127.0.0.1:${port}`, 'no-reply@axent.example');
  world = await openWorld({ carriers: [{ ...carrier, outside: 'mail' }] });
});
beforeEach(async () => {
  told.length = 0;
  await world.kernel.pools.owner.query(
    'delete from kernel.message; delete from kernel.recipient_change; delete from kernel.sharing; delete from kernel.recipient',
  );
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
  await carrier.close();
  await new Promise<void>((resolve) => mail.close(() => resolve()));
});

function settingsWith(variables: Readonly<Record<string, string>>) {
  return loadSettings({ variables, read: () => null, exists: () => false });
}
const third = {
  SMTP_URL: 'smtp://post.example',
  MAIL_CARRIER: 'Post Ltd',
  MAIL_TERMS_UNTIL: dayFromNow(100),
};

const thirdOf = (variables: Readonly<Record<string, string>>): Third => {
  const named = outsideCarrier(settingsWith(variables));
  if (named === null) throw new Error('These settings name no third party.');
  return named;
};

async function askFor(email: string): Promise<void> {
  const asked = await (await world.visitor().accept()).call(requestCode, { email, language: 'en' });
  expect(asked.status).toBe(200);
}

async function held(): Promise<string | null> {
  const { rows } = await world.kernel.pools.owner.query<{ last_error: string | null }>(
    'select last_error from kernel.message',
  );
  return rows[0]?.last_error ?? null;
}

const queue = () => world.kernel.onWork({ events: false, messages: true, published: false });
/** What waits is tried again at once instead of in a while. */
async function hurry(): Promise<void> {
  await world.kernel.pools.owner.query('update kernel.message set next_at = now()');
  queue();
}

test('S.third-party @operation: without terms no mail leaves, it waits, and leaves once they are on file', async () => {
  await askFor('waits@example.org');
  await expect.poll(held, { timeout: 10_000 }).toBe('recipient_unknown');
  expect(told).toEqual([]);
  expect(await bringCarrier(world.kernel, thirdOf({ ...third, MAIL_TERMS_UNTIL: '' }))).toBe(true);
  await hurry();
  await expect.poll(held, { timeout: 10_000 }).toBe('terms_missing');
  await world.kernel.pools.owner.query(
    `update kernel.recipient set terms_from = current_date - 1, terms_until = current_date + 9`,
  );
  await hurry();
  await expect.poll(() => told, { timeout: 10_000 }).toEqual(['waits@example.org']);
});

test('S.third-party @operation: terms that have run out keep mail back', async () => {
  await bringCarrier(world.kernel, thirdOf({ ...third, MAIL_TERMS_UNTIL: dayFromNow(-1) }));
  await askFor('late@example.org');
  await expect.poll(held, { timeout: 10_000 }).toBe('terms_out_of_date');
  expect(told).toEqual([]);
});

test('S.third-party @operation: what the settings name is written once; from then on the register counts', async () => {
  expect(await bringCarrier(world.kernel, thirdOf(third))).toBe(true);
  expect(await bringCarrier(world.kernel, thirdOf({ ...third, MAIL_CARRIER: 'Other Ltd' }))).toBe(false);
  const { rows } = await world.kernel.pools.owner.query('select name, area from kernel.recipient');
  expect(rows).toEqual([{ name: 'Post Ltd', area: 'eu_ch' }]);
  await askFor('first@example.org');
  await expect.poll(() => told, { timeout: 10_000 }).toEqual(['first@example.org']);
});

test('S.third-party @operation: a mail server of the operator’s own, and the local outbox, are no third parties', () => {
  expect(outsideCarrier(settingsWith({}))).toBeNull();
  expect(outsideCarrier(settingsWith({ ...third, MAIL_CARRIER: 'own' }))).toBeNull();
  expect(outsideCarrier(settingsWith(third))).toMatchObject({ carrier: 'mail', name: 'Post Ltd' });
  const unnamed = outsideCarrier(settingsWith({ SMTP_URL: 'smtp://post.example' }));
  expect(unnamed).toMatchObject({ carrier: 'mail', name: 'post.example', terms_until: null });
});

test('S.third-party @operation: a carrier of the file is its company’s unless it says own; so are the push services', () => {
  const sms = { id: 'sms.first', kind: 'smpp', url: 'smpps://smsc.example', from: 'AXENT' } as const;
  expect(outsideDescribed({ ...sms, company: 'own' }, 'sms')).toBeNull();
  expect(outsideDescribed(sms, 'sms')).toMatchObject({ carrier: 'sms.first', name: 'smsc.example' });
  const company = { company: 'Text Ltd', terms_until: dayFromNow(9) };
  expect(outsideDescribed({ ...sms, ...company }, 'sms')).toMatchObject({
    name: 'Text Ltd',
    terms_until: dayFromNow(9),
  });
  expect(outsidePush(['push.internal:8443'], 'push.web')).toBeNull();
  expect(outsidePush(['push.internal:8443', 'fcm.googleapis.com'], 'push.web')).toMatchObject({
    carrier: 'push.web',
    name: 'fcm.googleapis.com',
    fields: ['message.address'],
  });
});
