import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { bringContent } from '../../apps/server/content.ts';
import { buildApps } from '../../tasks/built.ts';
import { staffMember } from '../staff.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';
import { differenceOf, judge } from './compare.ts';
import { goTo } from './going.ts';
import { buildGallery, inGallery, moment, onStage, openStage, picture, type Stage } from './stage.ts';

// Pictures of large pages, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });

let world: World;
let browser: Browser;
let person: Visitor;
let visitor: Visitor;
let officer: Visitor;
beforeAll(async () => {
  await buildApps({ all: false });
  buildGallery();
  world = await openWorld();
  await bringContent(world.kernel);
  world.pass(moment - Date.now());
  browser = await openStage();
  person = await (await world.visitor().accept()).signIn('ada@example.org');
  visitor = await world.visitor().accept();
  officer = await staffMember(world, 'privacy_officer');
}, 180_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

const stages: Readonly<Record<string, Stage>> = {
  'phone-light': { width: 390, height: 844, dark: false, scale: 1 },
  'desktop-dark': { width: 1280, height: 800, dark: true, scale: 0.5 },
};
const component_stage: Stage = { width: 1000, height: 800, dark: false, scale: 0.5 };

interface Screen {
  readonly name: string;
  readonly path: string;
  /** Until it is what the picture shows. */
  readonly ready: (page: Page) => Promise<unknown>;
}

async function openMap(page: Page): Promise<void> {
  await page.getByLabel('Place or postcode').fill('3011');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Show on a map' }).click();
  const map = page.getByRole('application');
  await map.getByRole('button').first().waitFor();
  await map.evaluate((one) => one.scrollIntoView({ block: 'center' }));
}

async function travelling(page: Page): Promise<void> {
  const chapter = page.locator('#chapter-F');
  await page.locator('details[id="R.review"]').waitFor();
  await chapter.evaluate((one) => one.scrollIntoView({ block: 'start' }));
}

async function overview(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Overview', exact: true }).waitFor();
  await page.getByText('U.service').waitFor();
  await page.locator('main [role=status]').first().waitFor({ state: 'detached' });
}

const whole = (page: Page) => page.locator('details[id="R.review"]').waitFor();

/** Who comes, and what they see one after the other. */
const visits: readonly (readonly [who: () => Visitor | null, screens: readonly Screen[]])[] = [
  [
    () => null,
    [
      { name: 'notice', path: '/notice', ready: whole },
      { name: 'notice-travel', path: '/notice', ready: travelling },
    ],
  ],
  [
    () => visitor,
    [{ name: 'sign-in', path: '/sign-in', ready: (page) => page.getByLabel('Email').waitFor() }],
  ],
  [
    () => person,
    [
      { name: 'privacy', path: '/privacy', ready: (page) => page.getByText('Signed in as').waitFor() },
      { name: 'stores', path: '/stores', ready: openMap },
    ],
  ],
  [() => officer, [{ name: 'console', path: '/console/', ready: overview }]],
];

test.concurrent.each(Object.entries(stages))('every screen looks as it did: %s', async (look, stage) => {
  const wrong: (string | null)[] = [];
  const page = await onStage(browser, world.base, stage);
  for (const [who, screens] of visits) {
    await page.context().clearCookies();
    const cookies = [...(who()?.cookies ?? [])];
    await page.context().addCookies(cookies.map(([key, value]) => ({ name: key, value, url: world.base })));
    await page.goto(screens[0]?.path ?? '/');
    for (const { name, path, ready } of screens) {
      if (new URL(page.url()).pathname !== path) await goTo(page, path);
      await ready(page);
      wrong.push(judge(`${name}-${look}`, await picture(page)));
    }
  }
  await page.context().close();
  expect(wrong.filter(Boolean)).toEqual([]);
});

test.concurrent.each([
  ['components-light', 'theme=light&language=en'],
  ['components-dark-rtl', 'theme=dark&language=de&direction=rtl'],
])('every component looks as it did in every state: %s', async (name, query) => {
  const page = await inGallery(browser, query, component_stage);
  const wrong = judge(name, await picture(page, true));
  await page.context().close();
  expect(wrong).toBeNull();
});

test('planted: a changed colour, a moved block and a line that is gone are caught', async () => {
  const page = await inGallery(browser, 'theme=light&language=en&part=controls', component_stage);
  const before = await picture(page);
  expect(differenceOf(before, await picture(page)).words).toBeNull();
  for (const css of [
    ':root { --water: oklch(0.385 0.08 225) !important; }',
    '#controls section:nth-of-type(2) { padding-block-start: 8px; }',
    '#controls button { border-color: transparent !important; }',
  ]) {
    await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets.slice(0, 1), sheet];
    }, css);
    expect([css, differenceOf(before, await picture(page)).words]).not.toEqual([css, null]);
  }
  await page.context().close();
});

test('no server met a fault on the way', () => {
  expect(world.faults.map((fault) => fault.message)).toEqual([]);
});
