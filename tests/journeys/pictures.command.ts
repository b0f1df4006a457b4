import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ensureBrowser } from '../../tasks/browser.ts';
import { buildApps } from '../../tasks/built.ts';
import { runTests } from '../../tasks/tested.ts';
import { ApplicationProcess, freePort } from '../crash/application.process.ts';
import { Customer } from '../crash/customer.ts';
import { settle } from '../looks/stage.ts';
import { newcomer, openBrowser } from './browser.ts';

/**
 * `npm run pictures`: the README's picture, taken from the product as it runs. `npm run pictures -- compare`: those
 * that the browser tests compare with; only what differs is written.
 */
const target = join(import.meta.dirname, '../../docs/pictures/customer.png');
const phone = { width: 390, height: 844 };
const berne = { latitude: 46.9481, longitude: 7.4474 };

async function takePictures(page: Page, base: string): Promise<Buffer[]> {
  const pictures: Buffer[] = [];
  const take = async () => {
    await page.waitForTimeout(400);
    pictures.push(await page.screenshot());
  };
  await page.goto('/');
  await page.getByRole('heading', { name: 'Your privacy at AXENT' }).waitFor();
  await take();
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('heading', { name: 'What do you need?' }).waitFor();
  await page.context().grantPermissions(['geolocation'], { origin: base });
  await page.context().setGeolocation(berne);
  await page.goto('/stores');
  await page.getByRole('button', { name: 'Use my position' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Use my location' }).click();
  const found = page.getByText(/stores? within/);
  await found.waitFor();
  await found.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await page.mouse.wheel(0, -120);
  await take();
  await signIn(page, base);
  await page.goto('/privacy/uses');
  await page.locator('summary').first().click();
  await page.getByRole('button', { name: 'Check the proof' }).first().click();
  await page.getByText('The proof holds').first().waitFor();
  await take();
  return pictures;
}

async function signIn(page: Page, base: string): Promise<void> {
  const email = 'ada@example.org';
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Send code' }).click();
  const mailbox = new Customer(base, email, '203.0.113.1', false);
  await page.getByLabel('Code').fill(await mailbox.codeFor(email));
  await page.getByRole('button', { name: 'Not now' }).click();
  await page.getByRole('heading', { name: /^(You are signed in|Your data)$/ }).waitFor();
}

/** Three phones side by side on quiet ground. */
async function sideBySide(page: Page, pictures: readonly Buffer[]): Promise<Buffer> {
  const images = pictures.map(
    (picture) => `<img width="${phone.width}" src="data:image/png;base64,${picture.toString('base64')}">`,
  );
  await page.setViewportSize({ width: phone.width * 3 + 40 * 4, height: phone.height + 80 });
  await page.setContent(`<style>body{margin:0;padding:40px;display:flex;gap:40px;background:#e6edf0}
    img{border-radius:28px;box-shadow:0 1px 0 #c8d3d8}</style>${images.join('')}`);
  await page.waitForTimeout(300);
  return await page.screenshot();
}

/** The README's picture. */
async function takeReadme(): Promise<void> {
  await buildApps({ all: false });
  const folder = mkdtempSync(join(tmpdir(), 'axent-pictures-'));
  const application = new ApplicationProcess(folder, await freePort());
  await application.start();
  const browser = await openBrowser();
  try {
    const page = await newcomer(browser, application.base, phone);
    await settle(page.context());
    const pictures = await takePictures(page, application.base);
    const canvas = await (await browser.newContext()).newPage();
    writeFileSync(target, await sideBySide(canvas, pictures));
    console.log(`written: ${target}`);
  } finally {
    await browser.close();
    await application.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[2] === 'compare') {
  const { failed } = await runTests(['run', 'tests/looks'], { CHROMIUM: ensureBrowser(), LOOKS: 'take' });
  process.exitCode = failed > 0 ? 1 : 0;
} else await takeReadme();
