import { show } from '@axent/notice/contract';
import { policy } from '@axent/policy';
import { clauseLines, layeredNotice, noticeText, sha256Hex } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import { languages } from '@axent/policy/shape';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApps } from '../../tasks/built.ts';
import { openWorld, productPolicy, type World } from '../world.ts';
import { newcomer, openBrowser } from './browser.ts';

let world: World;
let browser: Browser;
beforeAll(async () => {
  await buildApps({ all: false });
  world = await openWorld();
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** The text of the page, of each clause and of each entry in the deepest layer, as they stand in the document. */
async function textOf(page: Page) {
  return await page.evaluate(() => ({
    page: document.querySelector('main')?.textContent ?? '',
    clauses: Object.fromEntries(
      [...document.querySelectorAll('main details[id]')].map((one) => [
        one.id,
        { text: one.textContent, entries: [...one.querySelectorAll('li')].map((item) => item.textContent) },
      ]),
    ),
  }));
}

test.each(languages)(
  'G.accept @notice: every line that is hashed stands on the page, in %s',
  async (language) => {
    const { body } = await world.visitor().call(show, { language });
    const notice = layeredNotice(policy, notices[language], language, body.controller);
    const page = await newcomer(browser, world.base, { locale: language });
    await page.goto('/');
    await page.getByRole('heading', { name: notice.title }).waitFor();
    // The page grows while it answers; with the last line of its last clause it is whole.
    const last = notice.chapters.at(-1)?.clauses.at(-1)?.id ?? '';
    await page.locator(`main details a[href="/coverage#${last}"]`).waitFor({ state: 'attached' });
    const shown = await textOf(page);
    const missing = noticeText(notice)
      .split('\n')
      .filter((line) => line !== '' && !shown.page.includes(line));
    expect(missing).toEqual([]);
    for (const clause of notice.chapters.flatMap((chapter) => chapter.clauses)) {
      const { text, entries } = shown.clauses[clause.id] ?? { text: '', entries: [] };
      expect(clauseLines(clause, notice.labels).filter((line) => !text.includes(line))).toEqual([]);
      // Each use with its own terms, not with those of another.
      for (const { words, holds } of clause.uses) {
        const lines = [words.says, words.status, holds, words.kept, ...words.terms, words.sensitive];
        const whole = [...lines, ...words.basis];
        const found = entries.some((entry) => whole.every((line) => entry.includes(line)));
        expect([clause.id, words.says, found]).toEqual([clause.id, words.says, true]);
        if (words.status === '')
          expect(
            entries.filter((one) => one.includes(words.says) && one.includes(notice.labels.not)),
          ).toEqual([]);
      }
    }
    expect(body.text_hash).toBe(productPolicy.text_hashes[language]);
    await page.context().close();
  },
);

test('G.accept @notice: what is hashed names the words in force and nothing of the operator, who has a hash of their own', async () => {
  const { body } = await world.visitor().call(show, { language: 'de' });
  const unfilled = {
    name: '{controller}',
    address: '{address}',
    contact: '{contact}',
    representative: '{representative}',
    authority: '{authority}',
    imprint: '{imprint}',
  };
  expect(sha256Hex(noticeText(layeredNotice(policy, notices.de, 'de', unfilled)))).toBe(body.text_hash);
});
