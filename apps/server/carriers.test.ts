import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deriveSecrets } from '@axent/kernel/vault';
import { afterAll, expect, test } from 'vitest';
import { openCarriers } from './carriers.ts';
import { vapidKeys } from './compose.ts';
import { loadSettings, SettingsFailure } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'axent-carriers-'));
afterAll(() => rmSync(folder, { recursive: true }));
const keys = vapidKeys(deriveSecrets(Buffer.alloc(32, 7)).derive);

function open(variables: Record<string, string>, production = false) {
  const settings = loadSettings({ variables, read: () => null, exists: () => false });
  const node_env = production ? 'production' : 'development';
  const opened = openCarriers({ ...settings, node_env }, keys, Date.now);
  for (const carrier of opened.carriers) void carrier.close();
  return { names: opened.carriers.map(({ id }) => id), outbox: opened.outbox !== null };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const company = 'Carriers Ltd';
const sms = { company, id: 'sms.first', kind: 'smpp', url: 'smpps://a:b@smsc.example', from: 'AXENT' };
const mail = { company: 'own', id: 'mail.second', kind: 'smtp', url: 'smtps://mail.example' };

test('with nothing set the outbox plays mailbox and phone', () => {
  expect(open({})).toEqual({ names: ['mail.outbox', 'sms.outbox', 'push.web'], outbox: true });
  expect(open({ SMTP_URL: 'smtp://mail.example' })).toEqual({
    names: ['mail.first', 'sms.outbox', 'push.web'],
    outbox: true,
  });
});

test('in production a channel without a carrier is not there, and mail must have one', () => {
  expect(open({ SMTP_URL: 'smtp://mail.example' }, true)).toEqual({
    names: ['mail.first', 'push.web'],
    outbox: false,
  });
  expect(() => open({}, true)).toThrow(SettingsFailure);
});

test('a file adds carriers in its order', () => {
  const CARRIERS_FILE = file('carriers.json', JSON.stringify([sms, mail]));
  expect(open({ CARRIERS_FILE, SMTP_URL: 'smtp://mail.example' }, true).names).toEqual([
    'mail.first',
    'sms.first',
    'mail.second',
    'push.web',
  ]);
  expect(open({ CARRIERS_FILE }, true).outbox).toBe(false);
});

test('a file that is missing or wrong is named, without its secrets', () => {
  const wrong = file('wrong.json', JSON.stringify([{ ...sms, url: 'smpp://a:hidden@smsc.example' }]));
  for (const CARRIERS_FILE of [join(folder, 'nowhere.json'), wrong, file('text.json', 'hidden')]) {
    let told = '';
    try {
      open({ CARRIERS_FILE, SMTP_URL: 'smtp://mail.example' }, true);
    } catch (error) {
      told = (error as Error).message;
    }
    expect(told).toContain('CARRIERS_FILE');
    expect(told).not.toContain('hidden');
  }
});

test('S.third-party @operation: in production each carrier of a file says whose it is, and all but one’s own ask for terms', () => {
  const { company: _, ...nobodys } = sms;
  const unsaid = file('unsaid.json', JSON.stringify([nobodys]));
  expect(() => open({ CARRIERS_FILE: unsaid, SMTP_URL: 'smtp://mail.example' }, true)).toThrow(/sms\.first/);
  const CARRIERS_FILE = file('whose.json', JSON.stringify([sms, mail]));
  const settings = loadSettings({ variables: { CARRIERS_FILE }, read: () => null, exists: () => false });
  const { carriers, thirds } = openCarriers(settings, keys, Date.now);
  for (const carrier of carriers) void carrier.close();
  expect(carriers.map(({ id, outside }) => [id, outside])).toEqual([
    ['sms.first', 'sms.first'],
    ['mail.second', undefined],
    ['push.web', 'push.web'],
  ]);
  expect(thirds.map(({ name }) => name)[0]).toBe('Carriers Ltd');
});
