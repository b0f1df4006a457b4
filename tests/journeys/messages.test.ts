import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../carriers/until.ts';
import { openWorld, type World } from '../world.ts';
import { newcomer, openBrowser } from './browser.ts';

const phone = '+41791234567';

let world: World;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  world = await openWorld();
  browser = await openBrowser('whole');
  page = await newcomer(browser, world.base, { locale: 'de-CH', worker: true });
  await page.goto('/');
  await page.getByRole('button', { name: 'Annehmen' }).click();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

test('M.code @operation: a number as people write it where they live, a code by SMS, and in', async () => {
  await page.goto('/sign-in');
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  const field = page.getByLabel('E-Mail oder Telefonnummer');
  await field.fill('079 123');
  await page.getByRole('button', { name: 'Code senden' }).click();
  await page.getByText('Dort ist niemand erreichbar').waitFor();
  // The numbering plans came only now, for somebody who typed a number.
  expect(loaded.some((url) => /phone/.test(url))).toBe(true);
  await field.fill('079 123 45 67');
  await page.getByRole('button', { name: 'Code senden' }).click();
  await page.getByRole('heading', { name: 'Schauen Sie auf Ihr Telefon' }).waitFor();
  expect(await page.getByRole('main').textContent()).toContain('67');
  const code = await world.visitor().codeFor(phone);
  await page.getByLabel('Code').fill(code);
  await page.getByText(phone).waitFor();
});

test('the device tells its time zone, and quiet hours are kept', async () => {
  await page.goto('/privacy/messages');
  await page.getByText('In Ihrer Zeitzone: Europe/Zurich').waitFor();
  await page.getByLabel('Ruhe von').selectOption('22:30');
  await page.getByText('Gespeichert.').waitFor();
  await page.reload();
  await until(async () => (await page.getByLabel('Ruhe von').inputValue()) === String(22 * 60 + 30));
});

test('a long code is pasted with its groups and sent by itself', async () => {
  const other = await newcomer(browser, world.base);
  await other.goto('/');
  await other.getByRole('button', { name: 'Accept' }).click();
  await world.kernel.pools.owner.query('update app.sign_in_recipient set failures = 100');
  world.pass(60_000);
  await other.goto('/sign-in');
  await other.getByLabel('Email or phone number').fill(phone);
  const before = world.outbox.mails[0];
  await other.getByRole('button', { name: 'Send code' }).click();
  await other.getByText('25 letters and digits').waitFor();
  const code = await world.visitor().codeFor(phone, before);
  expect(code).toMatch(/^(\w{5}-){4}\w{5}$/);
  await other.getByLabel('Code').fill(code);
  await other.getByText(phone).waitFor();
  await other.context().close();
});

/** The id under which the browser knows the app's worker. */
async function registrationOf(session: CDPSession): Promise<string> {
  const found = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.startsWith(world.base));
      if (own !== undefined) resolve(own.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  return await found;
}

test('M.push @operation: every push that reaches the browser is shown, one that comes twice once', async () => {
  await page.context().grantPermissions(['notifications'], { origin: world.base });
  await page.goto('/privacy/messages');
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const session = await page.context().newCDPSession(page);
  const registrationId = await registrationOf(session);
  const push = async (data: string) =>
    await session.send('ServiceWorker.deliverPushMessage', { origin: world.base, registrationId, data });
  const message = { id: 'm1', title: 'Angemeldet', text: 'Auf einem neuen Gerät', link: '/privacy/devices' };
  await push(JSON.stringify(message));
  await push(JSON.stringify(message));
  await push('no JSON');
  const shown = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const notifications = await registration.getNotifications();
      return notifications.map(({ title, body, tag, data }) => ({ title, body, tag, data: String(data) }));
    });
  await until(async () => (await shown()).length === 2);
  const all = await shown();
  expect(all.find(({ tag }) => tag === 'm1')).toEqual({
    title: 'Angemeldet',
    body: 'Auf einem neuen Gerät',
    tag: 'm1',
    data: `${world.base}/privacy/devices`,
  });
  expect(all.find(({ tag }) => tag === 'unreadable')?.body).toMatch(/Nachricht zu Ihrem Konto/);
});

test('M.push @operation: an address that the browser changed is told anew; one whose device shows nothing is forgotten', async () => {
  const address = (name: string) => ({
    endpoint: `https://push.example/${name}`,
    keys: { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) },
  });
  const kept = async () => {
    const { rows } = await world.kernel.pools.owner.query('select id from app.push_subscription');
    return rows.map(({ id }) => id as string);
  };
  await page.goto('/privacy/messages');
  // There is no push service here: what the browser would hold is put in its place.
  await page.evaluate(async ({ endpoint, keys }) => {
    localStorage.setItem('push-address', endpoint);
    await fetch('/api/messages/push/open', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ endpoint, ...keys }),
    });
  }, address('first'));
  const [first] = await kept();
  expect(first).toBeDefined();
  await page.addInitScript((held) => {
    PushManager.prototype.getSubscription = async () =>
      ({ endpoint: held.endpoint, toJSON: () => held, unsubscribe: async () => true }) as never;
  }, address('second'));
  await page.goto('/privacy');
  await until(async () => (await kept()).length === 1 && (await kept())[0] !== first);
  await until(() => page.evaluate(() => localStorage.getItem('push-address')?.endsWith('/second')));
  const [second] = await kept();
  await page.goto('/privacy/devices');
  await page.waitForTimeout(3_000);
  expect(await kept()).toEqual([second]);
  await page.context().clearPermissions();
  await page.goto('/privacy');
  await page.evaluate(() => localStorage.setItem('push-address', 'another'));
  await page.reload();
  await until(async () => (await kept()).length === 0);
  await page.context().grantPermissions(['notifications'], { origin: world.base });
});

test('our own words come before the device’s question, and without a push service it says so', async () => {
  await page.goto('/privacy/messages');
  const knob = page.getByRole('switch', { name: 'Nachrichten in diesem Browser' });
  await knob.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Eine Adresse, die dieser Browser für uns macht').waitFor();
  await dialog.getByRole('button', { name: 'Jetzt nicht' }).click();
  expect(await knob.getAttribute('aria-checked')).toBe('false');
  await knob.click();
  await dialog.getByRole('button', { name: 'Kommen lassen' }).click();
  // This browser has no push service behind it: it is told within the time that is ours.
  await page
    .getByText(/Nachrichtendienst des Browsers antwortet nicht|Das Gerät hat abgelehnt/)
    .waitFor({ timeout: 30_000 });
  expect(await knob.getAttribute('aria-checked')).toBe('false');
});

test('no fault on the way', () => {
  expect(world.faults.map((fault) => fault.message)).toEqual([]);
});
