import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringContent } from '../../apps/server/content.ts';
import { buildApps } from '../../tasks/built.ts';
import { type Look, newcomer, openBrowser } from '../journeys/browser.ts';
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

/** The narrowest screen that must do, in pixels of CSS. */
const narrow = { width: 320, height: 640 };
/** A browser's own text is 16 pixels high; this reader has set it to twice that. */
const large_px = 32;

/** What reaches beyond the screen, and words that their box cuts off; what scrolls by itself may do both. */
function misfitsHere() {
  const within = (one: Element): Element[] =>
    one.parentElement ? [one.parentElement, ...within(one.parentElement)] : [];
  const clips = (one: Element, how: RegExp) => how.test(getComputedStyle(one).overflowX);
  const left_alone = '.only-heard, svg, [aria-hidden=true], option';
  const seen = [...document.body.querySelectorAll('*')].filter(
    (one) =>
      one.checkVisibility() &&
      one.closest(left_alone) === null &&
      !within(one).some((box) => box !== document.body && clips(box, /auto|scroll/)),
  );
  const beyond = seen.filter((one) => {
    const { left, right, width } = one.getBoundingClientRect();
    return width > 0 && (right > innerWidth + 1 || left < -1);
  });
  const cut = seen.filter(
    (one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1 && clips(one, /hidden|clip/),
  );
  const name = (one: Element) => `${one.tagName} ${one.textContent.trim().slice(0, 40)}`;
  return {
    across: document.documentElement.scrollWidth - innerWidth,
    beyond: beyond.slice(0, 5).map(name),
    cut: cut
      .filter((one) => one.textContent.trim() !== '')
      .slice(0, 5)
      .map(name),
  };
}
type Misfits = ReturnType<typeof misfitsHere>;
const fits: Misfits = { across: 0, beyond: [], cut: [] };

async function misfitsOn(page: Page, paths: readonly string[]): Promise<(readonly [string, Misfits])[]> {
  const found: (readonly [string, Misfits])[] = [];
  for (const path of paths) {
    await goTo(page, path);
    await page.locator('main [class*=skeleton]').first().waitFor({ state: 'detached' });
    found.push([path, await page.evaluate(misfitsHere)]);
  }
  return found.filter(([, misfit]) => JSON.stringify(misfit) !== JSON.stringify(fits));
}

async function reader(who: Visitor, look: Look): Promise<Page> {
  const page = await newcomer(browser, world.base, look);
  const all = [...who.cookies].map(([name, value]) => ({ name, value, url: world.base }));
  await page.context().addCookies(all);
  return page;
}

/** With the browser's own text set to twice its usual size. */
async function largeReader(who: Visitor, locale: string): Promise<Page> {
  const page = await reader(who, { ...narrow, locale });
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: large_px, fixed: large_px } });
  return page;
}

const main_screens = ['/notice', '/stores', '/privacy'];
const further_screens = [
  ...['held', 'open', 'uses', 'devices', 'consents', 'shared', 'officer'].map((part) => `/privacy/${part}`),
  ...['/', '/coverage', '/imprint', '/left', '/nowhere'],
];

test.each([
  ['de-CH', main_screens],
  ['de-CH', further_screens],
  ['en-GB', main_screens],
  ['zh-CN', main_screens],
] as const)('text at twice its size fits a narrow phone, in %s on %j', async (locale, paths) => {
  const email = `large-${locale.toLowerCase()}-${paths.length}@example.org`;
  const page = await largeReader(await (await world.visitor().accept()).signIn(email), locale);
  expect(await misfitsOn(page, paths)).toEqual([]);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
    `${large_px}px`,
  );
  await page.context().close();
});

test('text at twice its size fits a narrow phone, for whoever signs in and in the console', async () => {
  const page = await largeReader(await world.visitor().accept(), 'de-CH');
  expect(await misfitsOn(page, ['/sign-in'])).toEqual([]);
  await page.context().close();
  const desk = await largeReader(await staffMember(world, 'privacy_officer'), 'de-CH');
  expect(await misfitsOn(desk, ['/console/', '/console/coverage'])).toEqual([]);
  await desk.context().close();
});

test('from right to left nothing reaches beyond the screen, and what points points the other way', async () => {
  const page = await reader(await world.visitor().accept(), {});
  await page.addInitScript(() =>
    addEventListener('DOMContentLoaded', () => {
      document.documentElement.dir = 'rtl';
    }),
  );
  expect(await misfitsOn(page, ['/stores', '/sign-in', '/notice', '/'])).toEqual([]);
  const arrow = page.locator('main li a svg').last();
  expect(await arrow.evaluate((one) => getComputedStyle(one).scale)).toBe('-1 1');
  await page.context().close();
});
