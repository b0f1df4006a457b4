import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApps } from '../../tasks/built.ts';
import { order } from '../features/partners/contract.ts';
import { partners } from '../features/partners/partners.ts';
import { dayFromNow } from '../sharing/register.ts';
import { staffMember } from '../staff.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';
import { newcomer, openBrowser } from './browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wide = { width: 1440, height: 900 } as const;
const written = Buffer.from('The cantonal court orders …');
const courtOrder = Buffer.from(`%PDF-1.7\n${'The cantonal court orders … '.repeat(3_333)}\n%%EOF\n`);

let world: World;
let browser: Browser;
let anna: Visitor;
beforeAll(async () => {
  await buildApps({ all: false });
  world = await openWorld({ features: [partners().feature] });
  browser = await openBrowser();
  anna = await (await world.visitor().accept()).signIn('anna@example.org');
}, 180_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** A browser of somebody who is signed in already. */
async function browserOf(visitor: Visitor, look: Parameters<typeof newcomer>[2] = wide): Promise<Page> {
  const page = await newcomer(browser, world.base, look);
  const value = visitor.cookies.get('axent-session') ?? '';
  await page.context().addCookies([{ name: 'axent-session', value, url: world.base }]);
  return page;
}

interface Violations {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { target: string[] }[] }[];
}

async function faultsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    async () => await (globalThis as unknown as { axe: { run: () => Promise<Violations> } }).axe.run(),
  );
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

test('an officer registers a third party and puts its terms on file; the person sees what it got', async () => {
  const page = await browserOf(await staffMember(world, 'privacy_officer'));
  await page.goto('/console/recipients');
  await page.getByText('Nobody outside this house gets anything').waitFor();
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('What they are').selectOption('partner.service');
  await form.getByLabel('Name').fill('Fitters of Berne');
  await form.getByLabel('What they do for us').fill('Puts shower toilets in');
  await form.getByLabel('Contact for privacy').fill('privacy@fitters.example');
  await form.getByRole('button', { name: 'Email and phone: email' }).click();
  expect(await faultsOn(page)).toEqual([]);
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('No terms').waitFor();
  await page.getByText('Fitters of Berne').click();
  await page.getByRole('button', { name: 'Put terms on file' }).click();
  await page.getByLabel('Last day').fill(dayFromNow(400));
  await page
    .getByLabel('The document')
    .setInputFiles({ name: 'terms.pdf', mimeType: 'application/pdf', buffer: written });
  await page.getByText(createHash('sha256').update(written).digest('hex')).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByText(/^Until /).waitFor();
  await page.getByText(/^Terms from /).waitFor();
  expect(await faultsOn(page)).toEqual([]);

  const { rows } = await world.kernel.pools.owner.query<{ id: string }>('select id from kernel.recipient');
  const recipient = rows[0]?.id ?? '';
  const ordered = await anna.call(order, { kind: 'partner.service', recipient, fields: ['contact.email'] });
  expect(ordered.status).toBe(200);
  const phone = await browserOf(anna, {});
  await phone.goto('/privacy/shared');
  await phone.getByRole('heading', { name: 'Fitters of Berne' }).waitFor();
  await phone.getByText('Email and phone: Email').waitFor();
  expect(await faultsOn(phone)).toEqual([]);
}, 60_000);

test('one officer proposes a matter from the written order, another approves it and opens what it names', async () => {
  const first = await browserOf(await staffMember(world, 'privacy_officer'));
  const second = await browserOf(await staffMember(world, 'privacy_officer'));
  await first.goto('/console/matters');
  await first.getByText('No matter so far').waitFor();
  await first.getByRole('button', { name: 'Propose', exact: true }).click();
  const form = first.getByRole('dialog');
  await form.getByLabel('Name').fill('BM 26 4711');
  await form.getByLabel('Law or order').fill('Order of the cantonal court, 3 November 2026');
  await form
    .getByLabel('Written evidence')
    .setInputFiles({ name: 'order.pdf', mimeType: 'application/pdf', buffer: courtOrder });
  await form.getByRole('button', { name: 'Email and phone', exact: true }).click();
  await form.getByLabel('Persons').fill('anna@example.org');
  await form.getByLabel('Last day').fill(dayFromNow(30));
  expect(await faultsOn(first)).toEqual([]);
  await form.getByRole('button', { name: 'Propose' }).click();
  await first.getByText('Waits for approval').waitFor();
  await first.getByText('BM 26 4711').click();
  await first.getByText('You proposed it.').waitFor();
  await first.getByText('PDF, 98 KB').waitFor();

  await second.goto('/console/matters');
  await second.getByText('BM 26 4711').click();
  const saving = second.waitForEvent('download');
  await second.getByRole('button', { name: 'Save and read' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^evidence-.*\.pdf$/);
  expect(readFileSync(await saved.path()).equals(courtOrder)).toBe(true);
  await second.getByText('you have read it').waitFor();
  expect(await faultsOn(second)).toEqual([]);
  await second.getByRole('button', { name: 'Approve' }).click();
  await second.getByRole('dialog').getByRole('button', { name: 'Approve it' }).click();
  await second.getByText('Stands', { exact: true }).waitFor();
  await second.getByRole('button', { name: 'Open', exact: true }).click();
  await second.getByText('anna@example.org').waitFor();
  expect(await faultsOn(second)).toEqual([]);

  const visitor = await newcomer(browser, world.base, wide);
  await visitor.goto('/coverage');
  await visitor
    .getByRole('row', { name: /Criminal proceedings/ })
    .getByText('fewer than 5')
    .waitFor();
  expect(await faultsOn(visitor)).toEqual([]);
}, 60_000);
