import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { systemOf } from '@axent/kernel';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstLink } from '../../apps/server/compose.ts';
import { buildApps } from '../../tasks/built.ts';
import { openProvider, type ProviderPeer } from '../console/provider.peer.ts';
import { freePort } from '../crash/application.process.ts';
import { openWorld, type World } from '../world.ts';
import { newcomer, openBrowser, setUpSecondStep } from './browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const email = 'officer@axent.example';

let world: World;
let peer: ProviderPeer;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  await buildApps({ all: false });
  const publicUrl = new URL(`http://localhost:${await freePort()}`);
  peer = await openProvider(publicUrl);
  world = await openWorld({ provider: peer.settings, server: { publicUrl } });
  browser = await openBrowser();
  page = await newcomer(browser, world.base, { width: 1360, height: 860 });
}, 180_000);
afterAll(async () => {
  await browser.close();
  expect(world.faults).toEqual([]);
  await world.close();
  await peer.close();
});

const button = (name: string | RegExp, on: Page = page) => on.getByRole('button', { name });
const heading = (name: string, on: Page = page) => on.getByRole('heading', { name, exact: true });

async function faultsOn(on: Page): Promise<string[]> {
  await on.evaluate(axe);
  return await on.evaluate(async () => {
    const { axe: run } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> };
    };
    return (await run.run()).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((one) => one.target.join(' '))}`,
    );
  });
}

/** The provider's own page. */
async function signInThere(on: Page, login: string, two: boolean): Promise<void> {
  await heading('Company sign-in', on).waitFor();
  await on.getByLabel('Login').fill(login);
  if (two) await on.getByLabel('With a second factor').check();
  await button('Continue', on).click();
}

async function code(): Promise<string> {
  for (let tries = 0; tries < 250; tries++) {
    const found = world.outbox.mails.find((mail) => mail.to === email)?.subject.match(/\d{4} \d{4}/)?.[0];
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('no mail came');
}

test('an officer connects the company account in the console', async () => {
  await page.goto(`/console/welcome#${await firstLink(systemOf(world.kernel))}`);
  await button('Accept and come in with Example AG instead').waitFor();
  expect(await faultsOn(page)).toEqual([]);
  await page.getByLabel('Mail address').fill(email);
  await button(/Accept and send/).click();
  await page.getByLabel('Code').fill(await code());
  await setUpSecondStep(page, world.kernel.clock());
  await heading('Company account').waitFor();
  await button('Connect Example AG').click();
  await signInThere(page, 'ada', false);
  await page.getByText('Connected to Example AG').waitFor();
  expect(await faultsOn(page)).toEqual([]);
});

test('U.authentication @operation: signed out, they come in by the company; nothing of it stays in the address', async () => {
  await button('Sign out').click();
  await page.getByRole('link', { name: 'Sign out of Example AG as well' }).waitFor();
  expect(await faultsOn(page)).toEqual([]);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await button('Sign in with Example AG').click();
  // The provider still knows them, by one factor: the second step is asked for here.
  await heading('Second step').waitFor();
  expect(page.url()).toBe(`${world.base}/console/provider`);
  expect(
    asked.filter((url) => url.startsWith(world.base) && /code=|state=/.test(url.split('#')[0] ?? '')),
  ).toEqual([]);
  await page.goto('/console/');
});

test('with two factors there, they are in at once', async () => {
  await page.context().clearCookies({ domain: 'localhost', name: '_session' });
  await page.context().clearCookies({ name: '_session.sig' });
  await button('Sign in with Example AG').click();
  await signInThere(page, 'ada', true);
  await heading('Overview').waitFor();
  expect(page.url()).toBe(`${world.base}/console/`);
});

test('what asks for a fresh sign-in is confirmed in a tab of its own, and goes on', async () => {
  await world.kernel.asKernel((client) =>
    client.query(`update kernel.session set fresh_at = now() - interval '11 minutes'`),
  );
  await button('Invite').click();
  await button('Make the link').click();
  await page.getByText('Nothing is chosen for you').waitFor();
  await page.getByLabel('What they may do').selectOption('marketer');
  expect(await faultsOn(page)).toEqual([]);
  await button('Make the link').click();
  await page.getByRole('link', { name: 'Confirm with Example AG' }).waitFor();
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Confirm with Example AG' }).click();
  const tab = await opened;
  await signInThere(tab, 'ada', true);
  await heading('Confirmed', tab).waitFor();
  expect(await faultsOn(tab)).toEqual([]);
  await tab.close();
  await page.getByText(/\/console\/welcome#/).waitFor();
});

test('S.access @operation: a link and a company account make a marketer, who is told what is not built yet', async () => {
  const link =
    /\/console\/welcome#[\w-]{43}/.exec((await page.getByRole('dialog').textContent()) ?? '')?.[0] ?? '';
  const other = await newcomer(browser, world.base, { locale: 'de-CH' });
  await other.goto(link);
  await button('Annehmen und stattdessen mit Example AG hereinkommen', other).click();
  await signInThere(other, 'mira', true);
  await heading('Für Ihre Rolle gibt es hier noch nichts', other).waitFor();
  await other.getByText('Wird Zahlen sehen, nie Menschen', { exact: false }).waitFor();
  await other.getByText('Verbunden mit Example AG').waitFor();
  expect(await faultsOn(other)).toEqual([]);
  await other.context().close();
});

test('whom nobody here knows is told so; a provider that is down, too, and the mail address still works', async () => {
  const other = await newcomer(browser, world.base);
  await other.goto('/console/');
  await button('Accept and sign in with Example AG', other).click();
  await signInThere(other, 'stranger', true);
  await other.getByText('Nobody who works here has this company account').waitFor();
  expect(await faultsOn(other)).toEqual([]);
  await other.getByRole('link', { name: 'To the console' }).click();
  await peer.goAway();
  world.pass(3_700_000);
  await button('Sign in with Example AG', other).click();
  await other.getByText("The company's sign-in does not answer").waitFor();
  await other.getByLabel('Mail address').fill(email);
  await button('Send the code', other).click();
  await other.getByLabel('Code').waitFor();
  await peer.comeBack();
  await other.context().close();
});
