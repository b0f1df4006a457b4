import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringContent } from '../../apps/server/content.ts';
import { buildApps } from '../../tasks/built.ts';
import { openWorld, type World } from '../world.ts';
import { newcomer, openBrowser } from './browser.ts';

const berne = { latitude: 46.9481, longitude: 7.4474, accuracy: 15 };
const email = 'newcomer@example.org';

let world: World;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await buildApps({ all: false });
  world = await openWorld();
  await bringContent(world.kernel);
  browser = await openBrowser();
  page = await newcomer(browser, world.base, { worker: true });
}, 180_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const heading = (name: string | RegExp) => page.getByRole('heading', { name });

test('G.accept @operation: the first screen is the notice, and who leaves leaves nothing behind', async () => {
  await page.goto('/');
  await heading('Your privacy at AXENT').waitFor();
  await button('Leave').click();
  await page.waitForURL('**/left');
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('G.accept @operation: accepting leads on, opens nothing, and is kept without any identifier', async () => {
  await page.goto('/');
  await button('Accept').click();
  await heading('What do you need?').waitFor();
  await page.goto('/stores');
  await heading('Nearest store').waitFor();
  const cookies = await page.context().cookies();
  expect(cookies.map((cookie) => cookie.name)).toEqual(['axent-visitor']);
  const state = Buffer.from(cookies[0]?.value.split('.')[0] ?? '', 'base64url').toString();
  expect(JSON.parse(state)).toMatchObject({ accepted: { sequence: 1, language: 'en' }, openings: {} });
});

test('F.open @operation: nearby asks at the moment of use, in our words first, and then shows the nearest', async () => {
  await page.context().grantPermissions(['geolocation'], { origin: world.base });
  await page.context().setGeolocation(berne);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await button('Use my position').click();
  await page.getByRole('dialog').waitFor();
  expect(asked).not.toContain('/api/stores/nearest');
  await page.getByRole('dialog').getByRole('button', { name: 'Use my location' }).click();
  await page.getByText(/stores? within/).waitFor();
  expect(asked).toContain('/api/stores/nearest');
  await page.getByText('Directions').first().waitFor();
});

test('F.nearby @operation: the first store is the nearest that displays a product, with its distance', async () => {
  await button('Displays').click();
  const shown = page.getByRole('main').getByRole('listitem');
  const nearest = await page.evaluate(async ({ latitude, longitude }) => {
    const position = { latitude, longitude };
    const answer = await fetch('/api/stores/nearest', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ position, displays: true }),
    });
    return ((await answer.json()) as { stores: { name: string; distance_m: number }[] }).stores;
  }, berne);
  expect(nearest.length).toBeGreaterThan(1);
  const distances = nearest.map(({ distance_m }) => distance_m);
  expect(distances).toEqual(distances.toSorted((a, b) => a - b));
  const first = shown.filter({ hasText: nearest[0]?.name ?? '' }).first();
  await first.waitFor();
  expect(await first.textContent()).toMatch(/\d\s?k?m/);
  expect(await first.textContent()).toContain('Displays');
});

test('U.authentication @operation: signing in by a code from the mailbox; what was open is offered', async () => {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await button('Send code').click();
  const code = await world.visitor().codeFor(email);
  // The last digit sends it.
  await page.getByLabel('Code').fill(code);
  await heading('Keep it open here?').waitFor();
  await button('Use my location').click();
  // Said for as long as the account takes to come, which may be a moment.
  await page.getByRole('heading', { name: /^(You are signed in|Your data)$/ }).waitFor();
});

test('F.close @operation: closed in the privacy centre, nearby is refused from then on', async () => {
  await page.goto('/privacy/open');
  const near = page.getByRole('switch', { name: 'Near you' });
  expect(await near.getAttribute('aria-checked')).toBe('true');
  await near.click();
  await page.getByText(/is closed\. What was done/).waitFor();
  const refused = await page.evaluate(async () => {
    const answer = await fetch('/api/stores/nearest', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ position: { latitude: 46.9, longitude: 7.4 } }),
    });
    return [answer.status, ((await answer.json()) as { code: string }).code];
  });
  expect(refused).toEqual([403, 'function_closed']);
  await page.goto('/stores');
  await page.getByText('Open it again').waitFor();
});

test('S.alteration @ledger: the proof of a use is checked in the browser itself', async () => {
  await page.goto('/privacy/uses');
  await page.locator('summary').first().click();
  const seal = button('Check the proof').first();
  await seal.click();
  await page.getByText('The proof holds').first().waitFor();
  await page.getByText('Decided again just now').first().waitFor();
});

test('no fault on the way', () => {
  expect(world.faults.map((fault) => fault.message)).toEqual([]);
});
