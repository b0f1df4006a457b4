import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { regionFile } from '../../features/log/server/region.fixture.ts';
import { buildApps } from '../../tasks/built.ts';
import { openWorld, type World } from '../world.ts';
import { newcomer, openBrowser } from './browser.ts';

const email = 'devices@example.org';
const folder = mkdtempSync(join(tmpdir(), 'axent-devices-'));

let world: World;
let browser: Browser;
let phone: Page;
let desk: Page;

beforeAll(async () => {
  await buildApps({ all: false });
  const regions = join(folder, 'regions.mmdb');
  writeFileSync(regions, regionFile({ '127.0.0.0/8': { country: { iso_code: 'CH' } } }));
  world = await openWorld({ regions });
  browser = await openBrowser('whole');
  phone = await signedIn({ width: 390, height: 844 });
  desk = await signedIn({ width: 1280, height: 900 });
}, 180_000);
afterAll(async () => {
  await browser.close();
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A browser of the same person's, signed in by the cookies that signing in gives. */
async function signedIn(look: { readonly width: number; readonly height: number }): Promise<Page> {
  const page = await newcomer(browser, world.base, look);
  const visitor = await (await world.visitor().accept()).signIn(email);
  world.pass(30_000);
  await page
    .context()
    .addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url: world.base })));
  return page;
}

const button = (page: Page, name: string) => page.getByRole('button', { name });

test('C.device @operation: a real browser tells its network when asked, and the page shows it with the country', async () => {
  await desk.goto('/privacy/devices');
  const here = desk.getByRole('listitem').filter({ hasText: 'This device' });
  await here.getByText('Switzerland').waitFor();
  for (let tries = 0; tries < 10 && !/\b4g\b/.test((await here.textContent()) ?? ''); tries++) {
    await desk.waitForTimeout(500);
    await desk.reload();
    await here.waitFor();
  }
  expect(await here.textContent()).toMatch(/Chrome[\s\S]*4g/);
});

test('a device is signed out from another, and its next page asks to sign in', async () => {
  await phone.goto('/privacy/devices');
  await phone.getByText('This device', { exact: true }).waitFor();
  await desk.goto('/privacy/devices');
  await button(desk, 'Sign out there').click();
  await desk.getByText('Going on there takes a new code').waitFor();
  await desk.getByText('Signed out', { exact: true }).waitFor();
  expect(await button(desk, 'Sign out everywhere else').count()).toBe(0);
  await phone.goto('/privacy/held');
  await phone.getByRole('heading', { name: 'Sign in' }).waitFor();
});

test('an act that asks for a fresh sign-in leads to one and back, and is done then', async () => {
  phone = await signedIn({ width: 390, height: 844 });
  await phone.goto('/privacy/devices');
  await world.kernel.asKernel((client) =>
    client.query(`update kernel.session set fresh_at = fresh_at - interval '11 minutes'`),
  );
  await desk.goto('/privacy/devices');
  await button(desk, 'Sign out everywhere else').click();
  await desk.getByText('Sign in once more').waitFor();
  await button(desk, 'Sign in again').click();
  await desk.getByLabel('Email').fill(email);
  const earlier = world.visitor().newestFor(email);
  await button(desk, 'Send code').click();
  await desk.getByLabel('Code').fill(await world.visitor().codeFor(email, earlier));
  await desk.getByRole('heading', { name: 'Your devices' }).waitFor();
  await button(desk, 'Sign out everywhere else').click();
  await desk.getByText('Only this device is signed in').waitFor();
  await phone.goto('/privacy/held');
  await phone.getByRole('heading', { name: 'Sign in' }).waitFor();
});

test('no fault on the way', () => {
  expect(world.faults.map((fault) => fault.message)).toEqual([]);
});
