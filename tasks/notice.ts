import { writeFileSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { chromiumFlags } from '../tests/chromium.ts';
import { ensureBrowser, ensureChineseFont } from './browser.ts';
import { pagesOf } from './notice.pages.ts';

const languages = { en: 'en-GB', 'zh-CN': 'zh-CN', de: 'de-CH' } as const;
type Language = keyof typeof languages;

const usage = `Prints the notice that a running server shows, as PDF:
  npm run notice -- pdf [${Object.keys(languages).join('|')}] [--from ADDRESS] [--to FOLDER]
Without a language: one file for each. ADDRESS: PUBLIC_URL, else http://localhost:8080. FOLDER: where you are.`;

const patience_ms = 30_000;

interface Wish {
  readonly languages: readonly Language[];
  readonly from: string;
  readonly to: string;
}

/** Null where the words make no wish. */
function readWish(words: readonly string[]): Wish | null {
  const rest = [...words];
  const take = (name: string) => {
    const at = rest.indexOf(name);
    return at === -1 ? undefined : rest.splice(at, 2)[1];
  };
  const from = take('--from') ?? process.env.PUBLIC_URL;
  const to = take('--to') ?? process.cwd();
  const [kind, language, ...more] = rest;
  if (kind !== 'pdf' || more.length > 0) return null;
  if (language !== undefined && !Object.hasOwn(languages, language)) return null;
  const wanted = language === undefined ? (Object.keys(languages) as Language[]) : [language as Language];
  return { languages: wanted, from: from ?? 'http://localhost:8080', to };
}

/**
 * Lays the notice out twice: the first time shows on which page each clause stands, the second has these numbers in
 * its contents. They take the room that was there, so nothing moves.
 */
async function print(
  browser: Browser,
  from: string,
  language: Language,
): Promise<{ name: string; pdf: Buffer }> {
  const context = await browser.newContext({ baseURL: from, locale: languages[language] });
  const page = await context.newPage();
  page.setDefaultTimeout(patience_ms);
  await page.goto('/notice');
  await page.waitForSelector('html[data-paper=ready]', { state: 'attached' });
  const options = { preferCSSPageSize: true, printBackground: true, outline: true, tagged: true };
  const pages = pagesOf(await page.pdf(options));
  // Heard after the page's own listener, which puts the edition for paper in its place.
  await page.evaluate(
    (numbers) => {
      addEventListener('beforeprint', () => {
        for (const [id, number] of numbers) {
          const place = document.querySelector(`[data-page-of="${CSS.escape(id)}"]`);
          if (place) place.textContent = String(number);
        }
      });
    },
    [...pages],
  );
  const pdf = await page.pdf(options);
  const answer = await context.request.get(`/api/notice?language=${language}`);
  const { version } = (await answer.json()) as { version: { revision: string } };
  await context.close();
  return { name: `notice-${version.revision}-${language}.pdf`, pdf };
}

const wish = readWish(process.argv.slice(2));
if (wish === null) {
  console.error(usage);
  process.exitCode = 1;
} else {
  if (wish.languages.includes('zh-CN')) ensureChineseFont();
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...chromiumFlags] });
  try {
    for (const language of wish.languages) {
      const { name, pdf } = await print(browser, wish.from, language);
      writeFileSync(`${wish.to}/${name}`, pdf);
      console.log(`written: ${wish.to}/${name}`);
    }
  } catch (error) {
    console.error(`The notice at ${wish.from} could not be printed. Is the server running there?`);
    console.error((error as Error).message.split('\n')[0]);
    process.exitCode = 1;
  } finally {
    await browser.close();
  }
}
