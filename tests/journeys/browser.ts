import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumFlags, findChromium, findShell } from '../chromium.ts';
import { authenticatorCode } from '../visitor.ts';

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

/** Sets up the second step as a member of staff sees it; answers the recovery codes. */
export async function setUpSecondStep(page: Page, at_ms: number): Promise<readonly string[]> {
  const secret = (await page.locator('form code').textContent())?.replaceAll(' ', '') ?? '';
  await page.getByLabel('The six digits that it shows').fill(authenticatorCode(secret, at_ms));
  await page.getByRole('heading', { name: 'Keep these codes' }).waitFor();
  const codes = await page
    .getByRole('list', { name: 'Recovery codes' })
    .getByRole('listitem')
    .allInnerTexts();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  return codes;
}

/** A device of the browser's own that makes passkeys and confirms each time. */
export async function withPasskeyDevice(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
