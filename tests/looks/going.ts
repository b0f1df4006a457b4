import type { Page } from 'playwright-core';

/** Goes to another screen as a link of the app would, without loading the app anew; the first time it is loaded. */
export async function goTo(page: Page, path: string): Promise<void> {
  if (page.url() === 'about:blank') {
    await page.goto(path);
  } else {
    await page.evaluate((to) => {
      document.querySelector('main')?.setAttribute('data-left', '');
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
  }
  await page.locator('main:not([data-shape], [data-left])').waitFor();
}
