import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { show } from '@axent/notice/contract';
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
  world = await openWorld({ server: { onRequest: (facts) => world.requests.note(facts) } });
  browser = await openBrowser();
  officer = await staffMember(world, 'privacy_officer');
  security = await staffMember(world, 'security');
}, 180_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

async function enter(who: Visitor, look: Parameters<typeof newcomer>[2]): Promise<Page> {
  const page = await newcomer(browser, world.base, look);
  const cookies = [...who.cookies].map(([key, value]) => ({ name: key, value, url: world.base }));
  await page.context().addCookies(cookies);
  await page.goto('/console/security');
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

test.each(looks)('what stood out and incidents: for everybody, on %s', async (_name, look) => {
  const page = await enter(security, look);
  await page.getByRole('heading', { level: 2 }).nth(1).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

test('C.log M.push @operation: one proposes, another approves, addresses are opened, and it is ended', async () => {
  const page = await enter(security, { width: 1280, height: 900, locale: 'en-GB' });
  await (await world.visitor().accept()).call(show, { language: 'en' });
  await page.getByRole('button', { name: 'Propose an incident' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Name').fill('Codes in the night');
  await sheet.getByLabel('Reason').fill('Somebody tries codes.');
  await sheet.getByRole('switch').click();
  for (const box of await sheet.getByRole('textbox', { name: /^What happened/ }).all())
    await box.fill('A test.');
  for (const box of await sheet.getByRole('textbox', { name: /^What people/ }).all())
    await box.fill('Nothing.');
  expect(await violations(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Propose an incident' }).click();
  const row = (on: Page) => on.getByRole('row').filter({ hasText: 'Codes in the night' }).first();
  await row(page).getByText('Waits for a second').waitFor();
  const other = await enter(officer, { width: 390, height: 844, locale: 'en-GB', dark: true });
  await row(other).getByRole('button', { name: 'Open or close the row' }).click();
  await other.getByText('Somebody tries codes.').waitFor();
  await other.getByRole('button', { name: 'I have read it, and approve' }).click();
  await row(other).getByText('Stands').waitFor();
  await page.reload();
  await row(page).getByRole('button', { name: 'Open or close the row' }).click();
  await page.getByRole('button', { name: 'Open the addresses' }).click();
  await page
    .getByRole('cell', { name: '127.0.0.1' })
    .or(page.getByRole('cell', { name: '::1' }))
    .first()
    .waitFor();
  await other.reload();
  await row(other).getByRole('button', { name: 'Open or close the row' }).click();
  await other.getByRole('button', { name: 'End it' }).click();
  await row(other).getByText('Ended').waitFor();
  await other.context().close();
  await page.context().close();
});
