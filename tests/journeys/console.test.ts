import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { systemOf } from '@axent/kernel';
import { state } from '@axent/notice/contract';
import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstLink } from '../../apps/server/compose.ts';
import { withFault, withFaultWords } from '../../policy/revisions/fault.ts';
import { buildApps } from '../../tasks/built.ts';
import { faults } from '../revision/faults.ts';
import { openWorld, type World } from '../world.ts';
import { newcomer, openBrowser, setUpSecondStep } from './browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const later = compile(withFault(policy), withFaultWords(notices));
const wide = { width: 1360, height: 860 } as const;
const email = 'officer@axent.example';

let now: World;
let next: World;
let browser: Browser;
let page: Page;
let link: string;

beforeAll(async () => {
  await buildApps({ all: false });
  now = await openWorld();
  next = await openWorld({
    on: now,
    compiled: later,
    features: [faults],
    server: { onRequest: (facts) => next.requests.note(facts) },
  });
  link = `/console/welcome#${await firstLink(systemOf(next.kernel))}`;
  browser = await openBrowser();
  page = await newcomer(browser, next.base, wide);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await next.close();
  await now.close();
});

const heading = (name: string | RegExp, on: Page = page) => on.getByRole('heading', { name, exact: true });
const button = (name: string | RegExp, on: Page = page) => on.getByRole('button', { name });

/** The newest code that came to an address. */
async function codeFor(address: string, seen: number): Promise<string> {
  for (let tries = 0; tries < 250; tries++) {
    const mails = next.outbox.mails.filter((mail) => mail.to === address);
    const code = mails[0]?.subject.match(/\d{4} \d{4}/)?.[0];
    if (mails.length > seen && code !== undefined) return code;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`no mail came for ${address}`);
}

/** Fills the two steps, on a page or in a sheet. */
async function enter(on: Page, address: string, send: RegExp): Promise<void> {
  const seen = next.outbox.mails.filter((mail) => mail.to === address).length;
  await on.getByLabel('Mail address').fill(address);
  await button(send, on).click();
  await on.getByLabel('Code').fill(await codeFor(address, seen));
}

/** Faults that axe finds, with where. */
async function faultsOn(on: Page): Promise<string[]> {
  await on.evaluate(axe);
  const found = await on.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run: () => Promise<AxeAnswer> } }).axe;
    return (await run.run()).violations;
  });
  return found.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

interface AxeAnswer {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { target: string[] }[] }[];
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test('the one-time link makes the first privacy officer; its secret is nowhere to be seen', async () => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(link);
  await heading('Welcome').waitFor();
  await page.getByText('The privacy notice in short').waitFor();
  expect(page.url()).toBe(`${next.base}/console/welcome`);
  expect(await faultsOn(page)).toEqual([]);
  await enter(page, email, /Accept and send/);
  await heading('One more step, once').waitFor();
  expect(await faultsOn(page)).toEqual([]);
  await setUpSecondStep(page, next.kernel.clock());
  await heading('Overview').waitFor();
  expect(asked.filter((url) => url.includes(link.split('#')[1] ?? ''))).toEqual([]);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toContain(link.split('#')[1]);
});

test('a link that was used leads nowhere, and says what to do', async () => {
  const other = await newcomer(browser, next.base, wide);
  await other.goto(link);
  await other.getByLabel('Mail address').fill('thief@axent.example');
  await button(/Accept and send/, other).click();
  await other.getByText('This link leads nowhere any more').waitFor();
  await other.context().close();
});

const pages = [
  ['o', 'Overview'],
  ['p', 'Policy'],
  ['c', 'Coverage'],
  ['d', 'Data map'],
  ['r', 'Processing record'],
  ['l', 'Operation log'],
  ['k', 'Keeping and deleting'],
  ['h', 'Ledger'],
  ['s', 'Status'],
] as const;

test('g and a letter go everywhere; no page has a fault of accessibility, in light or dark', async () => {
  for (const [key, name] of pages) {
    await press('g', key);
    await heading(name).waitFor();
    await page.waitForLoadState('networkidle');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect([name, colorScheme, await faultsOn(page)]).toEqual([name, colorScheme, []]);
    }
  }
});

test('? shows the keys, / searches, j and k move, Enter opens', async () => {
  await press('g', 'c');
  await page.getByText('G.accept').waitFor();
  await press('?');
  await page.getByRole('dialog').getByText('Search clauses').waitFor();
  await press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await press('/');
  await page.keyboard.type('profile');
  await page.getByText('C.credentials').waitFor({ state: 'hidden' });
  await press('Escape', 'j', 'j', 'k', 'Enter');
  await page.getByText('Not built yet').waitFor();
});

test('the operation log shows what was done here, without an address', async () => {
  await press('g', 'l');
  await page.getByText('staff.redeem').waitFor();
  expect(await page.content()).not.toContain('127.0.0.1');
});

test('R.publish @operation: the officer sees the difference and publishes; everybody meets the new version', async () => {
  await press('g', 'p');
  await page
    .getByText(/“Product faults” is collected/)
    .first()
    .waitFor();
  await button(/^Publish revision/).click();
  await page.getByText(/^Published\./).waitFor();
  const { body } = await now.visitor().call(state, { language: 'en' });
  expect(body.current).toMatchObject({ sequence: 2, hash: later.hash });
  await page.getByText('1 officer', { exact: true }).waitFor();
});

test('an act that asks for a fresh sign-in asks for it where it is needed, and goes on', async () => {
  await next.kernel.asKernel((client) =>
    client.query(`update kernel.session set fresh_at = now() - interval '11 minutes'`),
  );
  next.pass(31_000);
  await press('g', 'o');
  await button('Invite').click();
  await page.getByLabel('What they may do').selectOption('privacy_officer');
  await button('Make the link').click();
  await heading('Confirm that it is you').waitFor();
  await enter(page, email, /Send the code/);
  await page.getByText(/\/console\/welcome#/).waitFor();
  expect(await faultsOn(page)).toEqual([]);
  await button('Done').click();
});

test('a session that has ended leads to signing in, in the language of the reader', async () => {
  await next.kernel.asKernel((client) => client.query('update kernel.session set ended_at = now()'));
  await press('g', 'p');
  await heading('Sign in').waitFor();
  await page.getByLabel('Language').selectOption('zh-CN');
  await heading('登录').waitFor();
  await page.getByLabel('语言').selectOption('de');
  await heading('Anmelden').waitFor();
  expect(await faultsOn(page)).toEqual([]);
});

test('no server met a fault on the way', () => {
  expect([...now.faults, ...next.faults].map((one) => one.message)).toEqual([]);
});
