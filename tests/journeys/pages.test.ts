import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringContent } from '../../apps/server/content.ts';
import { buildApps } from '../../tasks/built.ts';
import { openWorld, type World } from '../world.ts';
import { newcomer, openBrowser } from './browser.ts';

let world: World;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  await buildApps({ all: false });
  world = await openWorld();
  await bringContent(world.kernel);
  browser = await openBrowser();
  page = await newcomer(browser, world.base);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

const clause = (id: string) => page.locator(`details[id="${id}"]`);

test('a link to one clause opens it and brings it into view', async () => {
  await page.goto('/notice#F.close');
  await clause('F.close').getByText('Enforced').waitFor();
  expect(await clause('F.close').evaluate((one: HTMLDetailsElement) => one.open)).toBe(true);
  expect(await clause('F.open').evaluate((one: HTMLDetailsElement) => one.open)).toBe(false);
  const top = await clause('F.close').evaluate((one) => one.getBoundingClientRect().top);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(844);
});

test('the contents lead to every chapter', async () => {
  await page.goto('/notice');
  await page.locator('#chapter-R').waitFor();
  await page.getByText('Contents', { exact: true }).click();
  const links = page.getByRole('main').locator('a[href^="#chapter-"]:visible');
  const wanted = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  expect(wanted).toHaveLength(8);
  for (const href of wanted) expect(await page.locator(href ?? '').count()).toBe(1);
});

test('on paper every layer of every clause is open, however early it is printed; afterwards the page is as it was', async () => {
  await page.goto('/notice');
  await page.locator('main details[id]').first().waitFor();
  const count = (which: string) => `document.querySelectorAll('main details${which}').length`;
  const before = await page.evaluate(count('[open]'));
  await page.evaluate(`addEventListener('beforeprint', () => {
    window.onPaper = [${count(':not([open])')}, ${count('[id]')}, ${count('[id] a[href^="/coverage#"]')}];
  })`);
  await page.pdf();
  expect(await page.evaluate('window.onPaper')).toEqual([0, 48, 48]);
  expect(await page.evaluate(count('[open]'))).toBe(before);
});

test('G.accept @operation: the notice, who stands behind it and whether it is true are read without accepting', async () => {
  for (const [path, words] of [
    ['/coverage', 'Is it true?'],
    ['/imprint', 'Imprint'],
  ] as const) {
    await page.goto(path);
    await page.getByRole('heading', { name: words }).waitFor();
  }
  await page.goto('/stores');
  await page.getByRole('button', { name: 'Accept' }).waitFor();
  expect(await page.context().cookies()).toEqual([]);
});

test('an address that leads nowhere says so, and how to go on', async () => {
  await page.goto('/nowhere/at/all');
  await page.getByRole('heading', { name: 'Nothing is here' }).waitFor();
  await page.getByRole('link', { name: 'To the start' }).click();
  await page.getByRole('button', { name: 'Accept' }).waitFor();
});

test('F.nearby @operation: a place that was typed works as well, in German, with nothing opened', async () => {
  const german = await newcomer(browser, world.base, { locale: 'de-CH' });
  await german.goto('/');
  await german.getByRole('button', { name: 'Annehmen' }).click();
  await german.getByRole('heading', { name: 'Was brauchen Sie?' }).waitFor();
  expect(await german.evaluate(() => document.documentElement.lang)).toBe('de');
  await german.goto('/stores');
  await german.getByLabel('Ort oder Postleitzahl').fill('8001');
  await german.getByLabel('Ort oder Postleitzahl').press('Enter');
  await german.getByRole('heading', { name: /^Bei 8001 Zürich/ }).waitFor();
  await german.context().close();
});

test('the app can be installed, and without a connection it says what still works', async () => {
  const own = await newcomer(browser, world.base, { worker: true });
  await own.goto('/');
  await own.getByRole('button', { name: 'Accept' }).click();
  await own.getByRole('heading', { name: 'What do you need?' }).waitFor();
  const manifest = await own.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
    return (await (await fetch(link?.href ?? '')).json()) as { display: string; icons: { src: string }[] };
  });
  expect(manifest.display).toBe('standalone');
  for (const { src } of manifest.icons) expect((await own.request.get(src)).status()).toBe(200);
  await own.evaluate(async () => void (await navigator.serviceWorker.ready));
  await own.waitForFunction('caches.keys().then((names) => names.includes("words"))');
  await own.context().setOffline(true);
  await own.goto('/stores');
  await own
    .getByText(/No connection|offline/i)
    .first()
    .waitFor();
  await own.context().setOffline(false);
  await own.getByRole('heading', { name: 'Nearest store' }).waitFor();
  await own.context().close();
});

test('M.code @operation: the outbox shows a code as text, whatever somebody wrote', async () => {
  const visitor = await world.visitor().accept();
  await visitor.post('/api/account/code', { email: 'outbox@example.org', language: 'en' });
  await world.visitor().codeFor('outbox@example.org');
  await page.goto('/outbox');
  await page.getByText('outbox@example.org').waitFor();
  await page.getByText(/Your AXENT code: \d{4} \d{4}/).waitFor();
});

test('no fault on the way', () => {
  expect(world.faults.map((fault) => fault.message)).toEqual([]);
});
