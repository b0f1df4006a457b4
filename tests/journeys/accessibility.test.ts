import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringContent } from '../../apps/server/content.ts';
import { buildApps } from '../../tasks/built.ts';
import { goTo } from '../looks/going.ts';
import { openWorld, type World } from '../world.ts';
import { newcomer, openBrowser } from './browser.ts';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

let world: World;
let browser: Browser;
beforeAll(async () => {
  await buildApps({ all: false });
  world = await openWorld();
  await bringContent(world.kernel);
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** What axe-core finds on the page as it stands; the script is handed over past the page's own policy. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)));
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(axe);
  const found = await page.evaluate(`axe.run(document, { resultTypes: ['violations'] })`);
  return (found as { violations: Violation[] }).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}

/** Signs the page's browser in by setting the cookies that signing in gives. */
async function signedIn(page: Page, email: string): Promise<void> {
  const visitor = await (await world.visitor().accept()).signIn(email);
  const cookies = [...visitor.cookies].map(([name, value]) => ({ name, value, url: world.base }));
  await page.context().addCookies(cookies);
}

const looks = [
  ['a phone in light', { width: 390, height: 844, locale: 'en-GB' }],
  ['a desktop in the dark', { width: 1280, height: 900, locale: 'zh-CN', dark: true }],
] as const;

test.each(looks)('nothing stands in the way of people with disabilities on %s', async (_name, look) => {
  const page = await newcomer(browser, world.base, look);
  const found: Record<string, string[]> = {};
  const look_at = async (...paths: readonly string[]) => {
    // Anew: who comes has changed.
    await page.goto(paths[0] ?? '/');
    for (const path of paths) {
      if (new URL(page.url()).pathname !== path) await goTo(page, path);
      await page.getByRole('heading').first().waitFor();
      await page.locator('main [class*=skeleton]').first().waitFor({ state: 'detached' });
      found[path] = await violations(page);
    }
  };
  await look_at('/', '/imprint', '/left');
  const accepted = await world.visitor().accept();
  const [name, value] = [...accepted.cookies][0] ?? ['', ''];
  await page.context().addCookies([{ name, value, url: world.base }]);
  await look_at('/sign-in');
  await signedIn(page, `axe${look.width}@example.org`);
  // Elsewhere too, so that the page of devices shows all it can.
  world.pass(30_000);
  await (await world.visitor().accept()).signIn(`axe${look.width}@example.org`);
  const own = [
    'held',
    'open',
    'uses',
    'ways',
    'devices',
    'officer',
    'consents',
    'shared',
    'requests',
    'close',
  ].map((part) => `/privacy/${part}`);
  await look_at('/stores', '/privacy', '/account/profile', ...own, '/coverage', '/signed-out');
  expect(Object.entries(found).filter(([, wrong]) => wrong.length > 0)).toEqual([]);
  await page.context().close();
});
