import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringContent } from '../../apps/server/content.ts';
import { buildApps } from '../../tasks/built.ts';
import { newcomer, openBrowser } from '../journeys/browser.ts';
import { staffMember } from '../staff.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';
import { goTo } from './going.ts';

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

/** What every page needs before any of its own: who is here, and what was accepted. */
const always = /\/api\/(notice|notice\/state|account|functions|staff)$/;

/** Holds back what a screen asks for, until it is said what becomes of it. */
class Line {
  #held: Route[] = [];
  #cut = false;
  #open = false;

  readonly take = async (route: Route): Promise<void> => {
    if (this.#open || always.test(new URL(route.request().url()).pathname)) return await route.continue();
    if (this.#cut) return await route.abort('internetdisconnected');
    this.#held.push(route);
  };

  hold(): void {
    [this.#cut, this.#open] = [false, false];
  }

  async cut(): Promise<void> {
    this.#cut = true;
    for (const route of this.#held.splice(0))
      await route.abort('internetdisconnected').catch(() => undefined);
  }

  mend(): void {
    this.#open = true;
  }
}

async function onLine(who: Visitor): Promise<{ readonly page: Page; readonly line: Line }> {
  const page = await newcomer(browser, world.base, { width: 1280, height: 900 });
  const all = [...who.cookies].map(([name, value]) => ({ name, value, url: world.base }));
  await page.context().addCookies(all);
  const line = new Line();
  await page.route('**/api/**', line.take);
  return { page, line };
}

const within = async (path: string, what: string, waited: Promise<void>) =>
  await waited.catch(() => expect.fail(`${path}: ${what}`));

/** The shape of it first; without a connection what happened and what to do; and once it is back, all of it. */
async function tryScreens(who: Visitor, start: string, paths: readonly string[]): Promise<void> {
  const { page, line } = await onLine(who);
  page.setDefaultTimeout(8_000);
  line.mend();
  await goTo(page, start);
  const screen = page.locator('main:not([data-left])');
  const lost = screen.getByText('We could not reach the server.').first();
  for (const path of paths) {
    line.hold();
    await goTo(page, path);
    await within(path, 'no shape of what is to come', screen.locator('[class*=skeleton]').first().waitFor());
    await line.cut();
    await within(path, 'nothing said without a connection', lost.waitFor());
    line.mend();
    const again = screen.getByRole('button', { name: 'Try again' });
    await again.evaluateAll((all: HTMLElement[]) => {
      for (const one of all) one.click();
    });
    await within(path, 'does not come back', lost.waitFor({ state: 'hidden' }));
  }
  await page.context().close();
}

const own = ['held', 'uses', 'devices', 'ways', 'consents', 'shared', 'requests', 'reviews'].map(
  (part) => `/privacy/${part}`,
);

test('still to come, without a connection, and back again: on every screen of the app that asks', async () => {
  const person = await (await world.visitor().accept()).signIn('states@example.org');
  await tryScreens(person, '/privacy', [
    ...own,
    '/account/profile',
    '/coverage',
    '/sign-in/wechat?code=0abc&state=abc',
  ]);
});

const desk = [
  '',
  'policy',
  'coverage',
  'data',
  'recipients',
  'requests',
  'matters',
  'record',
  'log',
  'security',
  'keeping',
  'access',
  'ledger',
  'status',
];

test('still to come, without a connection, and back again: on every page of the console', async () => {
  const officer = await staffMember(world, 'privacy_officer');
  await tryScreens(
    officer,
    '/console/coverage',
    desk.map((path) => `/console/${path}`),
  );
});

test('nothing there yet: every list says so', async () => {
  const person = await (await world.visitor().accept()).signIn('empty@example.org');
  const { page, line } = await onLine(person);
  line.mend();
  await goTo(page, '/privacy/shared');
  await page.getByRole('heading', { name: 'Shared with nobody' }).waitFor();
  await page.context().close();
  const { page: console, line: theirs } = await onLine(await staffMember(world, 'privacy_officer'));
  theirs.mend();
  await console.goto('/console/recipients');
  await console.getByRole('heading', { name: 'Third parties' }).waitFor();
  await console.context().setOffline(true);
  await console.getByText('You are offline. What stands here is from before.').waitFor();
  await console.context().close();
});
