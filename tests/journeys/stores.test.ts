import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringContent } from '../../apps/server/content.ts';
import { buildApps } from '../../tasks/built.ts';
import { openWorld, type World } from '../world.ts';
import { type Look, newcomer, openBrowser } from './browser.ts';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const desktop = { width: 1280, height: 900 };
const berne = { latitude: 46.94817263, longitude: 7.44738191, accuracy: 15 };

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

/** Somebody who has accepted the notice, at this address. */
async function at(path: string, look: Look = {}): Promise<Page> {
  const page = await newcomer(browser, world.base, look);
  const visitor = await world.visitor().accept();
  const cookies = [...visitor.cookies].map(([name, value]) => ({ name, value, url: world.base }));
  await page.context().addCookies(cookies);
  await page.goto(path);
  return page;
}

const map = (page: Page) => page.getByRole('application');
const marks = (page: Page) => map(page).getByRole('button');
const openMap = async (page: Page) => {
  await page.getByRole('button', { name: 'Show on a map' }).click();
  await marks(page).first().waitFor();
};
/** Where marks and names stand: another view, other places. */
const drawn = (page: Page) =>
  map(page)
    .locator('li, svg g')
    .evaluateAll((all) => all.map((each) => each.getAttribute('style') ?? each.outerHTML).join());
/** Pixels for a metre, as the ruler has it. */
const closeness = (page: Page) =>
  page.locator('section p[style]').evaluate((ruler) => {
    const metres = Number.parseFloat(ruler.textContent) * (/km/.test(ruler.textContent) ? 1_000 : 1);
    return ruler.getBoundingClientRect().width / metres;
  });
const press = async (page: Page, key: string) => {
  const before = await drawn(page);
  await page.keyboard.press(key);
  await expect.poll(() => drawn(page)).not.toBe(before);
};

async function near(place: string, look: Look = {}): Promise<Page> {
  const page = await at('/stores', look);
  await page.getByLabel('Place or postcode').fill(place);
  await page.keyboard.press('Enter');
  await page.getByText(/stores? within/).waitFor();
  return page;
}

describe('the map', () => {
  test('comes when it is opened and not before, from here and from nobody else', async () => {
    const asked: string[] = [];
    const page = await at('/stores', desktop);
    page.on('request', (request) => asked.push(request.url()));
    await page.getByLabel('Place or postcode').fill('8001');
    await page.keyboard.press('Enter');
    await page.getByText(/stores? within/).waitFor();
    expect(asked.filter((url) => url.includes('/assets/map-'))).toEqual([]);
    await openMap(page);
    await page.getByRole('button', { name: 'Closer' }).click();
    const own = asked.find((url) => /\/assets\/map-.*[.]js$/.test(url)) ?? '';
    const { headers } = await fetch(own, { headers: { 'accept-encoding': 'br' } });
    expect(headers.get('content-encoding')).toBe('br');
    expect(Number(headers.get('content-length'))).toBeLessThan(50_000);
    expect(asked.filter((url) => !url.startsWith(world.base))).toEqual([]);
    await page.context().close();
  });

  test('is in step with the list: a mark chooses its store in the list, the list its mark on the map', async () => {
    const page = await near('Winterthur');
    await openMap(page);
    const chosen = page.locator('li[aria-current=true]');
    const single = map(page).getByRole('button', { pressed: false }).last();
    const [number = ''] = (await single.getAttribute('aria-label'))?.split('.') ?? [];
    await single.click();
    const name = await chosen.getByRole('heading').textContent();
    expect(number).toMatch(/^\d+$/);
    expect(name?.startsWith(number)).toBe(true);
    expect(await map(page).getByRole('button', { pressed: true }).getAttribute('aria-label')).toContain(
      `${number}. `,
    );
    // Under the map that stays, and not behind it.
    const [above, box] = [(await map(page).boundingBox())!, (await chosen.boundingBox())!];
    expect(box.y).toBeGreaterThanOrEqual(above.y + above.height);
    expect(box.y).toBeLessThan(844);
    const before = await drawn(page);
    await page
      .getByRole('button', { name: /^On the map/ })
      .first()
      .click();
    await map(page).getByRole('button', { name: /^1\. /, pressed: true }).waitFor();
    expect(await drawn(page)).not.toBe(before);
    await page.context().close();
  });

  test('has heaps that open until each store stands alone', async () => {
    const page = await at('/stores/in/CH', desktop);
    await openMap(page);
    const heap = map(page)
      .getByRole('button', { name: /stores around/ })
      .first();
    const label = await heap.getAttribute('aria-label');
    await heap.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction((was) => document.activeElement?.getAttribute('aria-label') !== was, label);
    // The focus is on the first store of the heap, or on the smaller heap that it is in now.
    expect(await page.evaluate(() => document.activeElement?.closest('[role=application]') !== null)).toBe(
      true,
    );
    for (let round = 0; round < 12; round++) {
      const next = map(page)
        .getByRole('button', { name: /stores around/ })
        .first();
      if ((await next.count()) === 0) break;
      await next.click();
    }
    expect(
      await map(page)
        .getByRole('button', { name: /stores around/ })
        .count(),
    ).toBe(0);
    expect(await marks(page).count()).toBeGreaterThan(0);
    await page.context().close();
  });

  test('is moved by keys, wheel, mouse and two fingers, and shows all again', async () => {
    const page = await near('Basel', desktop);
    await openMap(page);
    const all = await marks(page).count();
    await map(page).focus();
    for (const key of ['+', 'ArrowLeft', 'ArrowUp', '-', 'ArrowRight', 'ArrowDown']) await press(page, key);
    await press(page, '0');
    await expect.poll(() => marks(page).count()).toBe(all);
    const box = (await map(page).boundingBox())!;
    const middle = { x: box.x + box.width / 3, y: box.y + box.height / 3 };
    let before = await drawn(page);
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.wheel(0, -300);
    await expect.poll(() => drawn(page)).not.toBe(before);
    before = await drawn(page);
    await page.mouse.down();
    await page.mouse.move(middle.x + 60, middle.y + 30, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => drawn(page)).not.toBe(before);
    const close = await closeness(page);
    const touch = await page.context().newCDPSession(page);
    await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 2 });
    const fingers = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
      touch.send('Input.dispatchTouchEvent', {
        type,
        touchPoints:
          type === 'touchEnd'
            ? []
            : [-1, 1].map((side, id) => ({ id, x: middle.x + (side * apart) / 2, y: middle.y })),
      });
    await fingers('touchStart', 60);
    for (const apart of [80, 110, 150]) await fingers('touchMove', apart);
    await fingers('touchEnd', 0);
    await expect.poll(() => closeness(page)).toBeGreaterThan(close * 1.5);
    await page.context().close();
  });

  test('F.nearby.no-trajectory @operation: opened beside a position, it draws none and sends none', async () => {
    const page = await at('/stores');
    await page.context().grantPermissions(['geolocation'], { origin: world.base });
    await page.context().setGeolocation(berne);
    await page.getByRole('button', { name: 'Use my position' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Use my location' }).click();
    await page.getByText(/stores? within/).waitFor();
    const asked: Request[] = [];
    page.on('request', (request) => asked.push(request));
    await openMap(page);
    await map(page).getByRole('button', { pressed: false }).last().click();
    for (const request of asked)
      expect(request.url() + (request.postData() ?? '')).not.toMatch(/46\.948|7\.4473/);
    expect(await page.content()).not.toMatch(/46\.94817|7\.44738/);
    await page.context().close();
  });
});

describe('directions', () => {
  test('F.nearby.no-trajectory @operation: no start and no referrer go along, from whichever page they are pressed', async () => {
    const page = await at('/stores/cn-shanghai-200000-1');
    const left: { url: string; headers: Record<string, string> }[] = [];
    await page.context().route(/^https:/, async (route) => {
      left.push({ url: route.request().url(), headers: await route.request().allHeaders() });
      await route.fulfill({ body: 'a map', contentType: 'text/plain' });
    });
    await page.getByText('Directions with').first().waitFor();
    const links = await page.locator('a[href^="https://"]').all();
    expect(links.length).toBeGreaterThanOrEqual(4);
    for (const link of links) {
      const opened = page.context().waitForEvent('page');
      await link.click();
      const other = await opened;
      await other.waitForLoadState();
      expect(await other.evaluate(() => [document.referrer, window.opener])).toEqual(['', null]);
      await other.close();
    }
    expect(left.length).toBeGreaterThanOrEqual(links.length);
    for (const { url, headers } of left) {
      expect(Object.keys(headers)).not.toContain('referer');
      expect(url).not.toMatch(/[?&](saddr|origin|from|start|sll)=/);
      expect(url + JSON.stringify(headers)).not.toContain(new URL(world.base).host);
    }
    await page.context().close();
  });
});

describe('without a connection', () => {
  test('the country that was chosen and the stores that were opened are there, as of when; a search is not', async () => {
    const page = await at('/stores/in/CH', { worker: true });
    await page.getByText('111 stores').waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const first = page.locator('h3 a').first();
    const [name, href] = [await first.textContent(), await first.getAttribute('href')];
    await openMap(page);
    await page.goto('/stores/de-berlin-10117-1');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('Kept on this device').waitFor();
    // What was fetched before the worker was there is kept once it is.
    await page.waitForTimeout(3_000);
    await page.reload();
    await page.getByText('Kept on this device').waitFor();
    await page.context().setOffline(true);
    await page.goto('/stores/in/CH');
    await page.getByText(/Without a connection\. This is what was known on/).waitFor();
    await page.getByText('111 stores').waitFor();
    await openMap(page);
    expect(await marks(page).count()).toBeGreaterThan(3);
    await page.goto('/stores/de-berlin-10117-1');
    await page.getByText(/This is what was known on/).waitFor();
    await page.goto(href ?? '');
    await page.getByRole('heading', { level: 1, name: name ?? '' }).waitFor();
    await page.goto('/stores/in/IT');
    await page.getByText('This was not looked at before').waitFor();
    await page.goto('/stores/it-milano-20121-1');
    await page.getByText('This was not looked at before').waitFor();
    await page.goto('/stores');
    await page.getByLabel('Place or postcode').fill('Zürich');
    await page.keyboard.press('Enter');
    await page.getByText('We could not reach the server').waitFor();
    await page.getByRole('link', { name: 'All stores by country' }).waitFor();
    await page.context().setOffline(false);
    await page.goto('/stores/in/CH');
    await page.getByRole('button', { name: 'Remove from this device' }).click();
    await page.getByText('Nothing of stores is kept').waitFor();
    expect(await page.evaluate(() => caches.has('stores'))).toBe(false);
    await page.context().close();
  });

  test('F.nearby.no-trajectory @disk: no answer to a position or a typed place is in any cache of the browser', async () => {
    const page = await at('/stores', { worker: true });
    await page.context().grantPermissions(['geolocation'], { origin: world.base });
    await page.context().setGeolocation(berne);
    const answers: string[] = [];
    page.on('response', (response) => {
      if (/nearest|near-place|places/.test(response.url()))
        answers.push(response.headers()['cache-control'] ?? '');
    });
    await page.getByRole('button', { name: 'Use my position' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Use my location' }).click();
    await page.getByText(/stores? within/).waitFor();
    await page.getByLabel('Place or postcode').fill('Winterthur');
    await page.keyboard.press('Enter');
    await page.getByText('Near 8400').waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.waitForTimeout(2_500);
    const kept = await page.evaluate(async () => {
      const texts: string[] = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          const path = new URL(request.url).pathname;
          texts.push(path);
          if (/\/kept\//.test(path)) texts.push((await (await cache.match(request))?.text()) ?? '');
        }
      }
      return [...texts, JSON.stringify(localStorage), JSON.stringify(sessionStorage)].join('\n');
    });
    expect(answers.length).toBeGreaterThanOrEqual(2);
    expect(new Set(answers)).toEqual(new Set(['no-store']));
    expect(kept).toContain('/kept/stores/products');
    for (const trace of ['nearest', 'near-place', 'distance_m', 'radius_m', 'Winterthur', '46.94', '7.447'])
      expect(kept).not.toContain(trace);
    await page.context().close();
  });
});

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

async function violations(page: Page): Promise<string[]> {
  await page.waitForTimeout(400);
  const found = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ['violations'] })`);
  return (found as { violations: Violation[] }).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}

test.each([
  ['a phone in light', {}],
  ['a desktop in the dark', { ...desktop, dark: true }],
] as const)(
  'nothing stands in the way of people with disabilities on %s',
  async (_name, look) => {
    const page = await near('Zürich', look);
    await openMap(page);
    await page
      .getByRole('button', { name: /^On the map/ })
      .first()
      .click();
    const found: Record<string, string[]> = { search: await violations(page) };
    for (const path of ['/stores/in/AT', '/stores/ch-zurich-8001-3']) {
      await page.goto(path);
      await openMap(page);
      found[path] = await violations(page);
    }
    await page.goto('/stores/ch-nowhere-1');
    await page.getByText('This store is not there any more').waitFor();
    found.unknown = await violations(page);
    await page.goto('/stores/in/CH');
    await page.getByLabel('Town, street or name').fill('xyzzy');
    await page.getByText('No store is called').waitFor();
    found.narrowed = await violations(page);
    expect(Object.entries(found).filter(([, wrong]) => wrong.length > 0)).toEqual([]);
    await page.context().close();
  },
  120_000,
);

test('a store’s page is for those who accepted; to others the notice comes first, and then the page', async () => {
  const page = await newcomer(browser, world.base);
  await page.goto('/stores/ch-zurich-8001-3');
  await page.getByRole('heading', { name: 'Your privacy at AXENT' }).waitFor();
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('heading', { level: 1, name: /Zürich/ }).waitFor();
  await page.getByText('Christmas Day').waitFor();
  await page.context().close();
});

test('no fault on the way', () => {
  expect(world.faults.map((fault) => fault.message)).toEqual([]);
});
