import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mine } from '@axent/requests/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApps } from '../../tasks/built.ts';
import { staffMember } from '../staff.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';
import { type Look, newcomer, openBrowser } from './browser.ts';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

let world: World;
let browser: Browser;
let officer: Visitor;
let second: Visitor;
beforeAll(async () => {
  await buildApps({ all: false });
  world = await openWorld();
  browser = await openBrowser();
  officer = await staffMember(world, 'privacy_officer');
  second = await staffMember(world, 'privacy_officer');
}, 180_000);
afterAll(async () => {
  await browser.close();
  expect(world.faults).toEqual([]);
  await world.close();
});

/** A picture of the step, where whoever looks has said where to. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['AXENT_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

async function violations(page: Page): Promise<string[]> {
  const found = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ['violations'] })`);
  return (found as { violations: { id: string }[] }).violations.map(({ id }) => id);
}

async function enter(who: Visitor, path: string, look: Look = {}): Promise<Page> {
  const page = await newcomer(browser, world.base, look);
  await page
    .context()
    .addCookies([...who.cookies].map(([name, value]) => ({ name, value, url: world.base })));
  await page.goto(path);
  return page;
}

const desk = { width: 1280, height: 900 };

test('U.rights @operation: on a phone, without an account and without accepting: what, in which words, from where; and the answer', async () => {
  const email = 'phone@example.org';
  const reader = world.visitor();
  const page = await newcomer(browser, world.base);
  await page.goto('/privacy/requests');
  await page.getByRole('heading', { name: 'Requests about your data' }).waitFor();
  await picture(page, 'start');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Make a request' }).click();
  await page.getByLabel('Have it erased').check();
  await picture(page, 'kind');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('In your words').fill('Whatever a friend told you of me.');
  await picture(page, 'words');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Mail address or number').fill('nonsense');
  await page.getByRole('button', { name: 'Send code' }).click();
  await page.getByText('Nobody can be reached there.').waitFor();
  await page.getByLabel('Mail address or number').fill(email);
  await page.getByRole('button', { name: 'Send code' }).click();
  await page.getByRole('heading', { name: 'Type the code' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Code').fill(await reader.codeFor(email));
  await page.getByRole('heading', { name: 'Your request is in' }).waitFor();
  await picture(page, 'filed');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'See your requests' }).click();
  await page.getByText('Waits').waitFor();

  const console = await enter(officer, '/console/requests', desk);
  const row = console.getByRole('row').filter({ hasText: 'Erasure' }).first();
  await row.getByText('left').waitFor();
  await picture(console, 'queue');
  expect(await violations(console)).toEqual([]);
  await row.getByRole('button').first().click();
  await console.getByRole('button', { name: 'Take it' }).click();
  await console.getByText('Whatever a friend told you of me.').waitFor();
  await console.getByRole('button', { name: 'Answer' }).click();
  await console.getByLabel('The answer').fill('Erased today: one name, one number.');
  await picture(console, 'answering');
  expect(await violations(console)).toEqual([]);
  await console.getByRole('button', { name: 'Send the answer' }).click();
  await console.getByText('Nobody waits for an answer.').waitFor();
  await console.context().close();

  await page.reload();
  await page.getByRole('button', { name: 'See a request you made' }).click();
  await page.getByLabel('Mail address or number').fill(email);
  world.pass(31_000);
  const earlier = reader.newestFor(email);
  await page.getByRole('button', { name: 'Send code' }).click();
  await page.getByLabel('Code').fill(await reader.codeFor(email, earlier));
  await page.getByText('Answered', { exact: true }).waitFor();
  await page.getByText('Read it').click();
  await page.getByText('Erased today: one name, one number.').waitFor();
  await picture(page, 'answered');
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

const looks = [
  ['a phone in the dark, in German', { locale: 'de-CH', dark: true }],
  ['a desktop, in Chinese', { width: 1280, height: 900, locale: 'zh-CN' }],
] as const;

test.each(looks)('U.rights @operation: a person makes one in their account, on %s', async (name, look) => {
  const person = await (await world.visitor().accept()).signIn(`${name.length}@example.org`);
  const page = await enter(person, '/privacy/requests', look);
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await picture(page, `person-${look.locale}`);
  expect(await violations(page)).toEqual([]);
  await page.locator('main button').last().click();
  await page.locator('input[type=radio]').nth(2).check();
  await page.locator('button[type=submit]').click();
  await page.locator('textarea').fill('…');
  await page.locator('button[type=submit]').click();
  await expect
    .poll(async () => (await person.call(mine, {})).body.requests, { timeout: 10_000 })
    .toMatchObject([{ kind: 'objection', state: 'new' }]);
  await page.context().close();
});

test('U.rights @operation: a lost account: asked for on a phone, two officers at their desks, and the owner stops it', async () => {
  const email = 'owner@example.org';
  const owner = await (await world.visitor().accept()).signIn(email);
  const reader = world.visitor();
  const page = await newcomer(browser, world.base);
  await page.goto('/privacy/requests');
  await page.getByRole('button', { name: 'I have lost my way in' }).click();
  await page.getByLabel('Mail address or number').fill('anew@example.org');
  await page.getByRole('button', { name: 'Send code' }).click();
  await page.getByLabel('Code').fill(await reader.codeFor('anew@example.org'));
  await page.getByLabel('Old mail address or number').fill(email);
  await page.getByLabel('Made in the month of').fill(new Date().toISOString().slice(0, 10));
  await page.getByLabel('What happened?').fill('The phone is in the lake.');
  await picture(page, 'lost');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Send the request' }).click();
  await page.getByRole('heading', { name: 'Your request is in' }).waitFor();
  await page.context().close();
  for (const [who, button, look] of [
    [officer, 'Approve, as the first', desk],
    [second, 'Approve, as the second', { dark: true }],
  ] as const) {
    const console = await enter(who, '/console/requests', look);
    const row = console.getByRole('row').filter({ hasText: 'Account lost' }).first();
    await row.getByRole('button').first().click();
    const first = who === officer;
    await console.getByRole('button', { name: first ? 'Take it' : 'Look, as the second' }).click();
    await console.getByText('The phone is in the lake.').waitFor();
    await picture(console, first ? 'recovery-first' : 'recovery-second');
    expect(await violations(console)).toEqual([]);
    await console.getByRole('button', { name: button }).click();
    await console.getByText(first ? 'You approved it first.' : 'Given back on').waitFor();
    await console.context().close();
  }
  const own = await enter(owner, '/privacy/requests');
  await own.getByRole('heading', { name: 'Somebody asks for your account' }).waitFor();
  await picture(own, 'stopping');
  expect(await violations(own)).toEqual([]);
  await own.getByRole('button', { name: 'Stop it: the account is mine' }).click();
  await own.getByRole('heading', { name: 'Somebody asks for your account' }).waitFor({ state: 'hidden' });
  await own.context().close();
});
