import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApps } from '../../tasks/built.ts';
import { staffMember } from '../staff.ts';
import { openWorld, type World } from '../world.ts';
import { newcomer, openBrowser } from './browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wide = { width: 1360, height: 860 } as const;

let world: World;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await buildApps({ all: false });
  world = await openWorld();
  await world.kernel.noteDeletion('log', 12_345, 30);
  browser = await openBrowser();
  page = await newcomer(browser, world.base, wide);
  const officer = await staffMember(world, 'privacy_officer');
  const value = officer.cookies.get('axent-session') ?? '';
  await page.context().addCookies([{ name: 'axent-session', value, url: world.base }]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

test('S.access @operation: a privacy officer finds what went and what says how long everything stays', async () => {
  await page.goto('/console/');
  await page.getByRole('link', { name: 'Keeping' }).click();
  await page.getByRole('heading', { name: 'Keeping and deleting', exact: true }).waitFor();
  const gone = page.getByRole('row').filter({ hasText: '12,345' });
  await gone.waitFor();
  expect(await gone.textContent()).toContain('30');
  expect(await page.getByText('While the account lives').count()).toBeGreaterThan(3);
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } }
    ).axe.run();
    return violations.map(({ id }) => id);
  });
  expect(found).toEqual([]);
});
