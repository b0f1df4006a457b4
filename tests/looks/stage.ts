import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page, type Route } from 'playwright-core';
import { ensureBrowser } from '../../tasks/browser.ts';
import { chromiumFlags } from '../chromium.ts';

/** The moment of every picture: a Wednesday morning, later than any run, since a server's clock is only put on. */
export const moment = Date.parse('2030-06-12T08:00:00Z');

const gallery = join(import.meta.dirname, '../../ui/gallery');
const font = readFileSync(
  fileURLToPath(
    import.meta.resolve('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2'),
  ),
).toString('base64');

/** Letters are drawn by their outlines alone, whatever the machine's settings for its screen are. */
export async function openStage(): Promise<Browser> {
  const even = ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb'];
  return await chromium.launch({ executablePath: ensureBrowser(), args: [...chromiumFlags, ...even] });
}

/** One face on every machine, wherever the page would take the system's; what moves stands still. */
export async function settle(context: BrowserContext): Promise<void> {
  await context.addInitScript((bytes) => {
    const face = new FontFace(
      'Stage',
      Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)),
      {
        weight: '200 900',
      },
    );
    document.fonts.add(face);
    void face.load();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`:root { --face: Stage !important; --face-figures: Stage !important; }
      *, ::before, ::after { animation: none !important; transition: none !important; caret-color: transparent !important; }`);
    document.adoptedStyleSheets = [sheet];
  }, font);
}

/** Counts of what happened so far, which no two runs share. */
const counted = new Set(['uses', 'uses_yesterday', 'size', 'waiting']);
/** Of the clauses that were used, the one that every visit uses. */
const always_used = 'U.service';
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

const isRareUse = (value: object) => 'uses' in value && 'clause' in value && value.clause !== always_used;

/** The same answer with its moments and its counts replaced. */
function steady(name: string, value: unknown): unknown {
  if (typeof value === 'string') return instant.test(value) ? new Date(moment).toISOString() : value;
  if (typeof value === 'number') return counted.has(name) ? 128 : value;
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, steady(key, one)]));
  const kept: unknown[] = value.filter(
    (one: unknown) => typeof one !== 'object' || one === null || !isRareUse(one),
  );
  return kept.map((one) => steady(name, one));
}

async function answerSteadily(route: Route): Promise<void> {
  const response = await route.fetch();
  const json: unknown = response.headers()['content-type']?.includes('json') ? await response.json() : null;
  await route.fulfill(json === null ? { response } : { response, json: steady('', json) });
}

export interface Stage {
  readonly width: number;
  readonly height: number;
  readonly dark: boolean;
  /** Pixels of the picture for one of the page: wide pages are kept at half their size. */
  readonly scale: number;
}

async function openPage(browser: Browser, baseURL: string, stage: Stage): Promise<Page> {
  const { width, height, dark, scale } = stage;
  const context = await browser.newContext({
    baseURL,
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'en-GB',
    timezoneId: 'Europe/Zurich',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  await settle(context);
  return await context.newPage();
}

/** Somebody in front of the real server, whose answers tell no time but the picture's. */
export async function onStage(browser: Browser, base: string, stage: Stage): Promise<Page> {
  const page = await openPage(browser, base, stage);
  await page.clock.setFixedTime(moment);
  await page.route('**/api/**', answerSteadily);
  return page;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

const gallery_base = 'http://components.localhost';

/** In a process of its own: Vite's builder declares its process to be in production. */
export function buildGallery(): void {
  execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', join(gallery, 'build.ts')]);
}

/** The component page as it was built; no server is needed for it. */
export async function inGallery(browser: Browser, query: string, stage: Stage): Promise<Page> {
  const page = await openPage(browser, gallery_base, stage);
  await page.route(`${gallery_base}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const path = join(gallery, 'dist', pathname === '/' ? 'index.html' : pathname);
    await route.fulfill({ path, contentType: types[extname(path)] ?? 'application/octet-stream' });
  });
  await page.goto(`/?${query}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** Once the letters are there and nothing is busy any more. */
export async function picture(page: Page, fullPage = false): Promise<Buffer> {
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return await page.screenshot({ fullPage });
}
