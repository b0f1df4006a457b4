import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withFault, withFaultWords } from '../../policy/revisions/fault.ts';
import { buildApps } from '../../tasks/built.ts';
import { openWorld, type World } from '../world.ts';
import { newcomer, openBrowser } from './browser.ts';

/** The same promises in other words. */
const reworded = compile(
  { ...policy, revision: `${policy.revision}+words` },
  {
    ...notices,
    en: {
      ...notices.en,
      in_short: [...notices.en.in_short.slice(0, -1), 'The last sentence in other words.'],
    },
  },
);
const widened = compile(withFault(policy), withFaultWords(notices));

let world: World;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  await buildApps({ all: false });
  world = await openWorld();
  browser = await openBrowser();
  page = await newcomer(browser, world.base);
  await page.goto('/');
  await page.getByRole('button', { name: 'Accept' }).click();
  await home(page).waitFor();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

const home = (at: Page) => at.getByRole('heading', { name: 'What do you need?' });

/** What the next release publishes. */
async function publish(compiled: typeof reworded): Promise<void> {
  const next = await openWorld({ on: world, compiled });
  await next.kernel.publish([]);
  await next.close();
}

test('R.review @operation: at the next visit people see what changed, and are told once', async () => {
  await publish(reworded);
  await page.goto('/');
  await page.getByText('The notice has changed. It asks nothing of you.').waitFor();
  await page.getByRole('link', { name: 'See what changed' }).click();
  await page.getByRole('heading', { name: 'What changed since you accepted' }).waitFor();
  await page.goto('/');
  await home(page).waitFor();
  expect(await page.getByText('The notice has changed').count()).toBe(0);
});

test('R.review @operation: a notice that grew asks anew; who puts it off goes on within the old limits', async () => {
  await publish(widened);
  await page.goto('/');
  await page.getByRole('button', { name: 'Not now' }).click();
  await page.getByText('The notice has grown.').waitFor();
  await page.goto('/stores');
  await page.getByRole('button', { name: 'Not now' }).click();
  await page.goto('/notice');
  const accept = page.getByRole('button', { name: 'Accept' });
  await accept.click();
  await accept.waitFor({ state: 'detached' });
  await page.goto('/');
  await home(page).waitFor();
  expect(await page.getByText('The notice has grown.').count()).toBe(0);
});

test('R.review @operation: what was widened and narrowed again asks nothing of who accepted it before', async () => {
  const early = await newcomer(browser, world.base);
  await early.goto('/');
  await early.getByRole('button', { name: 'Accept' }).click();
  await home(early).waitFor();
  await publish(reworded);
  await publish(widened);
  await early.goto('/');
  await home(early).waitFor();
  expect(await early.getByText('The notice has grown.').count()).toBe(0);
  expect(await early.getByRole('button', { name: 'Accept' }).count()).toBe(0);
  await early.context().close();
});

test('no fault on the way', () => {
  expect(world.faults.map((fault) => fault.message)).toEqual([]);
});
