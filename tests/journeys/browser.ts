import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumFlags, findChromium, findShell } from '../chromium.ts';

/** A real Chromium; `whole`: see `findShell`. Throws with what to do when there is none. */
export async function openBrowser(kind: 'shell' | 'whole' = 'shell'): Promise<Browser> {
  const executablePath = (kind === 'shell' ? findShell() : null) ?? findChromium();
  if (executablePath === null)
    throw new Error('There is no Chromium here: run `npm test`, which installs one.');
  return await chromium.launch({ executablePath, args: [...chromiumFlags] });
}

/** A shared machine may be slow. */
const patience_ms = 30_000;

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
  readonly dark?: boolean;
  /** With the app's service worker, which fetches the whole app for the time without a connection; else it is left out. */
  readonly worker?: boolean;
}

/** Someone who has never been here: a fresh profile, a phone by default. Faults of the page end the test. */
export async function newcomer(browser: Browser, base: string, look: Look = {}): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    baseURL: base,
    viewport: { width: look.width ?? 390, height: look.height ?? 844 },
    locale: look.locale ?? 'en-GB',
    colorScheme: look.dark === true ? 'dark' : 'light',
    timezoneId: 'Europe/Zurich',
    reducedMotion: 'reduce',
    serviceWorkers: look.worker === true ? 'allow' : 'block',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(patience_ms);
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}
