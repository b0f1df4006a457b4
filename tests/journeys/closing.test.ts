import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApps } from '../../tasks/built.ts';
import { openWorld, type World } from '../world.ts';
import { newcomer, openBrowser } from './browser.ts';

let world: World;
let browser: Browser;
let page: Page;
const email = 'leaving@example.org';
beforeAll(async () => {
  await buildApps({ all: false });
  world = await openWorld();
  browser = await openBrowser();
  page = await newcomer(browser, world.base, { worker: true });
}, 180_000);
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await browser.close();
  await world.close();
});

async function signIn(at: string): Promise<void> {
  const visitor = await (await world.visitor().accept()).signIn(email);
  await page.context().clearCookies();
  await page
    .context()
    .addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: world.base })));
  await page.goto(at);
}

const fits = () => page.evaluate('document.documentElement.scrollWidth <= innerWidth');

test('S.loss @operation: somebody closes their account, is told how to come back, comes back, and all is there', async () => {
  await signIn('/privacy');
  await page.getByRole('link', { name: /Close your account/ }).click();
  await page.getByRole('heading', { name: 'What goes' }).waitFor();
  await page.getByRole('heading', { name: 'What stays' }).waitFor();
  expect(await fits()).toBe(true);
  await page.getByRole('button', { name: 'Close my account' }).click();
  await page.getByRole('heading', { name: 'Your account is closed' }).waitFor();
  expect(await page.getByText(/It will be erased after/).textContent()).toMatch(/\d{4}/);
  await page.getByRole('button', { name: 'To the start' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  // Wherever they go with a sign-in of theirs, the way back stands there and nothing else.
  world.pass(60_000);
  for (const path of ['/', '/privacy/held', '/stores']) {
    await signIn(path);
    await page.getByRole('heading', { name: 'This account is closed' }).waitFor();
  }
  expect(await fits()).toBe(true);
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('heading', { name: 'This account is closed' }).waitFor({ state: 'detached' });
  await page.goto('/privacy/held');
  await page.getByText(email).first().waitFor();
});
