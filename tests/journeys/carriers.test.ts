import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { requestCode } from '@axent/account/contract';
import type { Carrier } from '@axent/kernel';
import { httpCarrier, smppCarrier } from '@axent/messages/server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApps } from '../../tasks/built.ts';
import { type HttpPeer, httpPeer } from '../carriers/http.peer.ts';
import { type SmppPeer, smppPeer } from '../carriers/smpp.peer.ts';
import { until } from '../carriers/until.ts';
import { staffMember } from '../staff.ts';
import { openWorld, type World } from '../world.ts';
import { newcomer, openBrowser } from './browser.ts';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const headers = { 'content-type': 'application/json' };

let world: World;
let browser: Browser;
let sms: SmppPeer;
let mail: HttpPeer;
let carriers: Carrier[];
beforeAll(async () => {
  await buildApps({ all: false });
  sms = await smppPeer();
  mail = await httpPeer();
  const body = '{"to":"{to}","text":"{text}"}';
  carriers = [
    httpCarrier({ id: 'mail.first', channel: 'mail', url: `${mail.origin}/send`, headers, body }),
    smppCarrier({ id: 'sms.first', url: sms.url, from: 'AXENT' }),
  ];
  world = await openWorld({ carriers });
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await world.close();
  for (const carrier of carriers) await carrier.close();
  await sms.stop();
  await mail.stop();
});

async function askFor(who: { email: string } | { phone: string }): Promise<void> {
  const visitor = await world.visitor().accept();
  expect((await visitor.call(requestCode, { ...who, language: 'en' })).status).toBe(200);
}

async function consoleOf(role: 'administrator', look: Parameters<typeof newcomer>[2]): Promise<Page> {
  const page = await newcomer(browser, world.base, look);
  const cookies = [...(await staffMember(world, role)).cookies];
  await page.context().addCookies(cookies.map(([name, value]) => ({ name, value, url: world.base })));
  await page.goto('/console/status');
  return page;
}

const looks = [
  ['a desk in light', { width: 1360, height: 860 }],
  ['a phone in the dark', { width: 390, height: 844, dark: true }],
] as const;

test.each(looks)(
  'the status page shows how each carrier does, and whom it reached not: %s',
  async (_, look) => {
    mail.answer = (response) => response.writeHead(500).end();
    await askFor({ email: `status${look.width}@example.org` });
    await askFor({ phone: look.width > 1000 ? '+41791234567' : '+41791234568' });
    const taken = await until(() => sms.taken.at(-1));
    sms.receipt(taken.id, look.width > 1000 ? 'DELIVRD' : 'UNDELIV');
    await until(async () => {
      const { rows } = await world.kernel.pools.owner.query('select * from kernel.carrier_state()');
      return rows.some((one) => one.failing_since !== null) && rows.every((one) => one.awaited === '0');
    });
    const page = await consoleOf('administrator', look);
    const table = page.getByRole('region', { name: 'Carriers' }).last();
    const row = (id: string) => table.getByRole('row').filter({ hasText: id });
    await row('mail.first').getByText('Takes none').waitFor();
    await row('mail.first').getByText('Last error: HTTP_500').waitFor();
    await row('sms.first').getByText('Takes messages').waitFor();
    // Never whom it was for.
    expect(await page.getByRole('main').textContent()).not.toMatch(/4179123|status\d+@/);
    if (look.width > 1000) {
      const cells = await row('sms.first').getByRole('cell').allTextContents();
      expect(cells.slice(2, 6)).toEqual(['1', '0', '1', '0']);
    }
    const { violations } = (await page.evaluate(`${axe}; axe.run(document)`)) as {
      violations: readonly { readonly id: string }[];
    };
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.context().close();
  },
);

test('M.code @operation: who waits for a code that does not leave is told, and told when it has left', async () => {
  mail.answer = (response) => response.writeHead(500).end();
  const page = await newcomer(browser, world.base);
  await page.goto('/');
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.goto('/sign-in');
  await page.getByLabel('Email or phone number').fill('waiting@example.org');
  await page.getByRole('button', { name: 'Send code' }).click();
  await page.getByText('The mail server does not answer at the moment. We keep trying').waitFor();
  mail.answer = (response) => response.writeHead(200).end();
  world.pass(540_000);
  await page.getByText('Now it has left.').waitFor();
  expect(mail.taken.some(({ body }) => String(body).includes('waiting@example.org'))).toBe(true);
  await page.context().close();
});
