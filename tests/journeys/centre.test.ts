import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringContent } from '../../apps/server/content.ts';
import { buildApps } from '../../tasks/built.ts';
import { openWorld, type World } from '../world.ts';
import { newcomer, openBrowser } from './browser.ts';

const email = 'statement@example.org';
let world: World;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  await buildApps({ all: false });
  world = await openWorld();
  await bringContent(world.kernel);
  browser = await openBrowser();
  page = await newcomer(browser, world.base);
  const visitor = await (await world.visitor().accept()).signIn(email);
  await visitor.open('nearby');
  const cookies = [...visitor.cookies].map(([name, value]) => ({ name, value, url: world.base }));
  await page.context().addCookies(cookies);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

const button = (name: string | RegExp) => page.getByRole('button', { name });

async function taken(name: RegExp): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), button(name).click()]);
  return await readFile(await file.path(), 'utf8');
}

test('U.rights @operation: a number is corrected in place, and one that nobody could call is not taken', async () => {
  await page.goto('/privacy/held');
  await button('Correct').first().click();
  const phone = page.getByLabel('Mobile phone');
  await phone.fill('none of your business');
  await button('Save').click();
  await page.getByText(/Nobody could call this number/).waitFor();
  await phone.fill('+41 79 555 01 23');
  await button('Save').click();
  await page.getByText('Corrected.').waitFor();
  await page.reload();
  await page.getByText('+41 79 555 01 23').waitFor();
});

test('U.rights @operation: everything is taken along, as a page and as data, with every use and every opening', async () => {
  // More uses than one page of them holds.
  await page.evaluate(async () => {
    for (let n = 0; n < 210; n++) await fetch('/api/account/contact');
  });
  await page.goto('/privacy/held');
  const data = JSON.parse(await taken(/data file|JSON/i)) as {
    holdings: { category: string; items: { value: Record<string, string> }[] }[];
    uses: { id: string }[];
    openings: { function: string; open: boolean; revision: string }[];
  };
  const valuesOf = (name: string) =>
    data.holdings
      .filter(({ category }) => category === name)
      .flatMap(({ items }) => items.map(({ value }) => value));
  expect(valuesOf('contact')).toEqual([{ email, phone: '+41 79 555 01 23' }]);
  expect(valuesOf('consent')).toHaveLength(1);
  expect(data.openings).toMatchObject([{ function: 'nearby', open: true, revision: '2026-11' }]);
  expect(data.uses.length).toBeGreaterThan(210);
  expect(new Set(data.uses.map(({ id }) => id)).size).toBe(data.uses.length);
  const readable = await taken(/page/i);
  for (const words of [email, '+41 79 555 01 23', 'Near you', 'letting you in'])
    expect(readable).toContain(words);
});

test('U.rights @operation: an objection is one press, names its version, and can be taken back', async () => {
  await page.goto('/privacy/open');
  const improve = page.getByRole('switch', { name: 'Making things better' });
  await page
    .getByText(/Allowed since .*, under version|Not offered yet/)
    .first()
    .waitFor();
  expect(await improve.getAttribute('aria-checked')).toBe('true');
  await improve.click();
  await page.getByText(/is closed\. What was done/).waitFor();
  await page.reload();
  expect(await improve.getAttribute('aria-checked')).toBe('false');
  await page
    .getByText(/Closed by you on .*, under version/)
    .first()
    .waitFor();
});

test('a browser that sends Sec-GPC is told what that closed', async () => {
  const private_page = await newcomer(browser, world.base);
  await private_page.context().setExtraHTTPHeaders({ 'sec-gpc': '1' });
  const visitor = await (await world.visitor().accept()).signIn('gpc@example.org');
  const cookies = [...visitor.cookies].map(([name, value]) => ({ name, value, url: world.base }));
  await private_page.context().addCookies(cookies);
  await private_page.goto('/privacy/open');
  await private_page
    .getByText('Closed because your browser says so (Global Privacy Control)')
    .first()
    .waitFor();
  const on = await private_page
    .getByRole('switch', { name: 'Making things better' })
    .getAttribute('aria-checked');
  expect(on).toBe('false');
  await private_page.context().close();
});

test('a proof with one flipped byte does not hold, and says so', async () => {
  await page.route('**/api/privacy/receipt*', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as { text: string };
    const at = body.text.length - 12;
    const flipped = body.text[at] === 'A' ? 'B' : 'A';
    await route.fulfill({
      response: answer,
      json: { ...body, text: body.text.slice(0, at) + flipped + body.text.slice(at + 1) },
    });
  });
  await page.goto('/privacy/uses');
  await page.locator('summary').first().click();
  await button('Check the proof').first().click();
  await page
    .getByText(/does not hold|cannot be read/)
    .first()
    .waitFor();
  expect(await page.getByText('The proof holds').count()).toBe(0);
  await page.unroute('**/api/privacy/receipt*');
});

test('no fault on the way', () => {
  expect(world.faults.map((fault) => fault.message)).toEqual([]);
});
