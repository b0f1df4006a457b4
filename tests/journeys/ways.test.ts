import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApps } from '../../tasks/built.ts';
import { freePort } from '../crash/application.process.ts';
import { authenticatorCode } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';
import { newcomer, openBrowser, withPasskeyDevice } from './browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const email = 'ways@example.org';
const password = 'trumpet cactus violin 7';

let world: World;
let browser: Browser;
beforeAll(async () => {
  await buildApps({ all: false });
  // Passkeys belong to an address: the server has to know its own.
  world = await openWorld({ server: { publicUrl: new URL(`http://localhost:${await freePort()}`) } });
  browser = await openBrowser('whole');
}, 180_000);
afterAll(async () => {
  await browser.close();
  expect(world.faults).toEqual([]);
  await world.close();
});

const button = (page: Pick<Page, 'getByRole'>, name: string | RegExp) => page.getByRole('button', { name });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const row = (page: Page, name: string) =>
  page
    .locator('main li')
    .filter({ has: page.getByText(name, { exact: true }) })
    .first();

async function faultsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return await page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> };
    };
    return (await run.run()).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((one) => one.target.join(' '))}`,
    );
  });
}

/** The device that all of this happens on: from a new one, changes are held back for a while. */
let device: string | undefined;

/** Somebody signed in by a code, on the page that lists the ways. */
async function atWays(locale = 'en-GB'): Promise<Page> {
  const visitor = await world.visitor().accept();
  if (device !== undefined) visitor.cookies.set('axent-device', device);
  await visitor.signIn(email);
  device ??= visitor.cookies.get('axent-device');
  const page = await newcomer(browser, world.base, { locale });
  const cookies = [...visitor.cookies].map(([name, value]) => ({ name, value, url: world.base }));
  await page.context().addCookies(cookies);
  await page.goto('/privacy/ways');
  return page;
}

/** The first step of signing in, in a browser that has accepted and has no account. */
async function atDoor(page: Page, { inField = false } = {}): Promise<void> {
  await page.context().clearCookies();
  // The browser's own device confirms what is offered in the field at once: where a button is tried, nothing is offered.
  await page.addInitScript((offers) => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => offers;
  }, inField);
  const visitor = await world.visitor().accept();
  const cookies = [...visitor.cookies].map(([name, value]) => ({ name, value, url: world.base }));
  await page.context().addCookies(cookies);
  await page.goto('/sign-in');
}

test('a password is chosen with its strength shown, and lets in from a form that managers know', async () => {
  const page = await atWays();
  await heading(page, 'Signing in').waitFor();
  expect(await faultsOn(page)).toEqual([]);
  await button(row(page, 'Password'), 'Add').click();
  const field = page.getByLabel('New password');
  await field.fill('password');
  await page.getByText('7 more characters').waitFor();
  expect(await button(page, 'Save').isDisabled()).toBe(true);
  await field.fill('passwordpassword');
  await page.getByText('Easy to guess').waitFor();
  await field.fill(password);
  await page.getByText('Hard to guess').waitFor();
  await page.getByLabel('Hint (optional)').fill('the band in the garden');
  expect(await faultsOn(page)).toEqual([]);
  await button(page, 'Save').click();
  await page.getByText('Your new password counts from now on').waitFor();
  await atDoor(page);
  await page.getByLabel(/^Email/).fill(email);
  await button(page, 'Use a password').click();
  const secret = page.locator('input[autocomplete="current-password"]');
  expect(await secret.getAttribute('type')).toBe('password');
  expect(await page.locator('input[autocomplete="username"]').inputValue()).toBe(email);
  await secret.fill('wrong');
  await button(page, /^Sign in$/).click();
  await page.getByText('The address or the password is wrong').waitFor();
  expect(await faultsOn(page)).toEqual([]);
  await secret.fill(password);
  await button(page, /^Sign in$/).click();
  await heading(page, 'Your data').waitFor();
  await page.context().close();
});

test('C.credentials U.authentication @operation: a passkey is made on the device, and lets in without a word', async () => {
  const page = await atWays();
  await withPasskeyDevice(page);
  await button(page, 'Add a passkey').click();
  await page.getByText('The passkey is ready').waitFor();
  await button(page, 'Add a passkey').click();
  await page.getByText('This device has a passkey for your account already').waitFor();
  await atDoor(page);
  await button(page, 'Use a passkey').click();
  await heading(page, 'Your data').waitFor();
  await page.goto('/privacy/ways');
  await page.getByText(/Last used/).waitFor();
  await atDoor(page, { inField: true });
  await heading(page, 'Your data').waitFor();
  await page.context().close();
});

test('a passkey asked for as the second step: a password alone opens half, the passkey the rest', async () => {
  const page = await atWays();
  await withPasskeyDevice(page);
  await button(page, 'Add a passkey').click();
  await page.getByText('The passkey is ready').waitFor();
  await page.getByRole('switch', { name: /Ask for a passkey/ }).click();
  await heading(page, 'Keep these codes').waitFor();
  await button(page, 'I have kept them').click();
  await page.getByText('After a code or a password we ask for a second step').waitFor();
  await atDoor(page);
  await page.getByLabel(/^Email/).fill(email);
  await button(page, 'Use a password').click();
  await page.locator('input[autocomplete="current-password"]').fill(password);
  await button(page, /^Sign in$/).click();
  await heading(page, 'Second step').waitFor();
  expect(await faultsOn(page)).toEqual([]);
  await button(page, 'Use a passkey').click();
  await heading(page, 'Your data').waitFor();
  await page.goto('/privacy/ways');
  await page.getByRole('switch', { name: /Ask for a passkey/ }).click();
  await page.getByText('A code or a password alone lets you in').waitFor();
  await page.context().close();
});

test('an authenticator app is set up, asked for, and replaced by a recovery code when the phone is gone', async () => {
  world.pass(61_000);
  const page = await atWays();
  await button(row(page, 'Authenticator app'), 'Add').click();
  await page.getByRole('img', { name: /QR code/ }).waitFor();
  expect(await faultsOn(page)).toEqual([]);
  const secret = (await page.locator('form code').textContent())?.replaceAll(' ', '') ?? '';
  await page.getByLabel('The six digits that it shows').fill(authenticatorCode(secret, world.kernel.clock()));
  await heading(page, 'Keep these codes').waitFor();
  const codes = await page
    .getByRole('list', { name: 'Recovery codes' })
    .getByRole('listitem')
    .allInnerTexts();
  expect(codes).toHaveLength(10);
  await button(page, 'I have kept them').click();
  await page.getByText('10 left').waitFor();
  for (const way of ['app', 'recovery'] as const) {
    world.pass(61_000);
    await atDoor(page);
    await page.getByLabel(/^Email/).fill(email);
    await button(page, 'Use a password').click();
    await page.locator('input[autocomplete="current-password"]').fill(password);
    await button(page, /^Sign in$/).click();
    await heading(page, 'Second step').waitFor();
    if (way === 'app')
      await page.locator('input[name="code"]').fill(authenticatorCode(secret, world.kernel.clock()));
    else {
      await button(page, 'Use a recovery code').click();
      await page.locator('input[name="code"]').fill(codes[0] ?? '');
      await button(page, /^Sign in$/).click();
    }
    await heading(page, 'Your data').waitFor();
  }
  await page.goto('/privacy/ways');
  await page.getByText('9 left').waitFor();
  await button(row(page, 'Authenticator app'), 'Remove').click();
  await page.getByText('The app is no longer asked for').waitFor();
  await page.context().close();
});

test('a new address is proved by a code, takes the place of the old one, and the old one is told', async () => {
  world.pass(61_000);
  const page = await atWays();
  await button(row(page, 'Email'), 'Change').click();
  await page.getByRole('dialog').getByLabel('Email').fill('moved@example.org');
  await button(page, 'Send code').click();
  const code = await world.visitor().codeFor('moved@example.org');
  await page.getByLabel(/Code sent to/).fill(code);
  await page.getByText(/From now on you sign in with/).waitFor();
  await page.getByText('moved@example.org', { exact: true }).waitFor();
  await expect
    .poll(() => world.outbox.mails.find((mail) => mail.to === email)?.subject)
    .toBe('This address no longer opens your AXENT account');
  await page.context().close();
});
