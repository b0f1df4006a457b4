import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { mine, name } from '@axent/access/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApps } from '../../tasks/built.ts';
import { staffMember } from '../staff.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';
import { newcomer, openBrowser } from './browser.ts';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

let world: World;
let browser: Browser;
let officer: Visitor;
let security: Visitor;
beforeAll(async () => {
  await buildApps({ all: false });
  world = await openWorld();
  browser = await openBrowser();
  officer = await staffMember(world, 'privacy_officer');
  security = await staffMember(world, 'security');
  await security.call(name, { name: 'Sam, security' });
}, 180_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

async function enter(who: Visitor, look: Parameters<typeof newcomer>[2]): Promise<Page> {
  const page = await newcomer(browser, world.base, look);
  const cookies = [...who.cookies].map(([key, value]) => ({ name: key, value, url: world.base }));
  await page.context().addCookies(cookies);
  await page.goto('/console/access');
  return page;
}

interface Violation {
  readonly id: string;
}

async function violations(page: Page): Promise<string[]> {
  const found = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ['violations'] })`);
  return (found as { violations: Violation[] }).violations.map(({ id }) => id);
}

const looks = [
  ['a desktop', { width: 1280, height: 900, locale: 'en-GB' }],
  ['a phone in the dark', { width: 390, height: 844, locale: 'de-CH', dark: true }],
] as const;

test.each(looks)(
  'who works here, what is to be read and seen to: for everybody, on %s',
  async (_name, look) => {
    const page = await enter(officer, look);
    await page.locator('table').first().waitFor();
    await page.getByText('Sam, security').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  },
);

test('S.access @operation: an officer reads, ticks, takes a role away, and saves what was done', async () => {
  const page = await enter(officer, { width: 1280, height: 900, locale: 'en-GB' });
  const note = page.locator('details', { hasText: 'Only for the work in hand' });
  await note.locator('summary').click();
  await note.getByRole('button', { name: 'I have read it and will keep to it' }).click();
  await note.getByText(/^Read /).waitFor();
  const item = page.getByRole('listitem').filter({ hasText: 'Screens lock by themselves' });
  await item.getByText('To do', { exact: true }).waitFor();
  await item.getByRole('button', { name: /Seen to now/ }).click();
  await item.getByText('Done', { exact: true }).waitFor();
  const row = page
    .locator('section', { hasText: 'Who has access' })
    .getByRole('row')
    .filter({ hasText: 'Sam, security' })
    .first();
  await row.getByRole('button', { name: 'Open or close the row' }).click();
  await page.getByRole('button', { name: 'Take it away' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('heading', { name: 'Take the role of Security from Sam, security?' }).waitFor();
  await sheet.getByRole('button', { name: 'Take it away' }).click();
  await row.waitFor({ state: 'detached' });
  expect((await security.call(mine, { language: 'en' })).status).toBe(401);
  await page.getByRole('cell', { name: 'Taken away' }).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as CSV' }).click(),
  ]);
  const text = readFileSync((await file.path()) ?? '', 'utf8');
  expect(text).toMatch(/"Taken away","Security","[^"]+","Sam, security"\r\n/);
  expect(text).toContain('"Seen to","Screens lock by themselves, and nobody shares an account."');
  await page.context().close();
});
