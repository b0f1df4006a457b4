import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringContent } from '../../apps/server/content.ts';
import { buildApps } from '../../tasks/built.ts';
import { openWorld, type World } from '../world.ts';
import { newcomer, openBrowser } from './browser.ts';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const berne = { latitude: 46.94817263, longitude: 7.44738191, accuracy: 15 };

let world: World;
let browser: Browser;
beforeAll(async () => {
  await buildApps({ all: false });
  world = await openWorld();
  await bringContent(world.kernel);
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

interface Violation {
  readonly id: string;
}

async function violations(page: Page): Promise<string[]> {
  const found = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ['violations'] })`);
  return (found as { violations: Violation[] }).violations.map(({ id }) => id);
}

async function arrive(look: Parameters<typeof newcomer>[2]): Promise<Page> {
  const page = await newcomer(browser, world.base, look);
  const visitor = await world.visitor().accept();
  const cookies = [...visitor.cookies].map(([name, value]) => ({ name, value, url: world.base }));
  await page.context().addCookies(cookies);
  await page.context().grantPermissions(['geolocation'], { origin: world.base });
  await page.context().setGeolocation(berne);
  return page;
}

test('F.nearby @operation: one reading answers the nearest store, what can be bought, and what can be ordered', async () => {
  const page = await arrive({ width: 390, height: 844, locale: 'en-GB' });
  const asked: Request[] = [];
  page.on('request', (request) => asked.push(request));
  await page.goto('/stores');
  await page.getByRole('button', { name: 'Use my position' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Use my location' }).click();
  const offers = page.getByRole('region', { name: 'For you here' });
  await offers.waitFor();
  const cards = offers.getByRole('link', { name: /See it and buy it|Buy it/ });
  expect(await cards.count()).toBeGreaterThan(2);
  expect(await cards.first().textContent()).toMatch(/[0-9]\s*(m|km)$/);
  expect(await offers.getByText(/^Offered by/).count()).toBeGreaterThan(0);
  expect(asked.filter((one) => one.url().includes('/api/stores/nearest'))).toHaveLength(1);
  expect(asked.filter((one) => one.url().includes('46.9'))).toEqual([]);
  expect(await violations(page)).toEqual([]);
  await cards.first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/stores\/ch-/);
  await page.context().close();
});

test('a typed place does as well, where nothing is read from the device', async () => {
  const page = await arrive({ width: 1280, height: 900, locale: 'de-CH', dark: true });
  await page.goto('/stores');
  await page.getByLabel('Ort oder Postleitzahl').fill('8001');
  await page.keyboard.press('Enter');
  const offers = page.getByRole('region', { name: 'Für Sie hier' });
  await offers.getByText('Was Sie bestellen können').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});
