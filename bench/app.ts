import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { ensureBrowser } from '../tasks/browser.ts';
import { buildApps } from '../tasks/built.ts';
import { chromiumFlags } from '../tests/chromium.ts';
import { ApplicationProcess, freePort } from '../tests/crash/application.process.ts';
import { Customer } from '../tests/crash/customer.ts';
import { newcomer } from '../tests/journeys/browser.ts';
import { peer } from './peers.install.ts';

// The customer app as the product serves it, in a real Chromium: the script that the first screen loads, Lighthouse
// with its mobile settings, and axe on every screen, signed in as well, in light and dark and three languages.

const lighthouse_runs = Number(process.env.BENCH_RUNS ?? 3);
const first_heading = /AXENT|隐私|Datenschutz/;

/** Words that survive minifying and give away a part that has no place on the first screen. */
const strangers = { validators: '~kind', verifier: 'c2sp.org/tlog-proof', map: /geoMercator|leaflet/i };

interface FirstScreen {
  /** Compressed with gzip at its highest level. */
  readonly script_bytes: number;
  readonly scripts: Readonly<Record<string, number>>;
  readonly strangers: readonly string[];
}

/** Everything that a fresh profile loads as script until the first screen stands and the network is quiet. */
async function firstScreen(browser: Browser, base: string): Promise<FirstScreen> {
  // Without the service worker, which fetches the rest of the app for later.
  const context = await browser.newContext({ baseURL: base, serviceWorkers: 'block', locale: 'en-GB' });
  const page = await context.newPage();
  const scripts: Record<string, number> = {};
  const found = new Set<string>();
  const reading: Promise<void>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    const read = async () => {
      const body = await response.body();
      scripts[new URL(response.url()).pathname] = gzipSync(body, { level: 9 }).length;
      const text = body.toString();
      for (const [name, mark] of Object.entries(strangers)) if (text.search(mark) >= 0) found.add(name);
    };
    reading.push(read());
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.getByRole('heading', { name: first_heading }).first().waitFor();
  await Promise.all(reading);
  await context.close();
  const script_bytes = Object.values(scripts).reduce((sum, bytes) => sum + bytes, 0);
  return { script_bytes, scripts, strangers: [...found] };
}

interface Lighthouse {
  readonly default: (
    url: string,
    flags: { readonly port: number; readonly logLevel: 'error'; readonly output: 'json' },
  ) => Promise<{
    readonly lhr: {
      readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
      readonly audits: Readonly<Record<string, { readonly title: string; readonly score: number | null }>>;
    };
  }>;
}

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Scores = Record<(typeof categories)[number], number>;

/** Medians over the runs, out of 100. */
async function lighthouseScores(base: string, port: number): Promise<Scores> {
  const lighthouse = await peer<Lighthouse>('lighthouse');
  const seen: Scores[] = [];
  for (let run = 0; run < lighthouse_runs; run++) {
    const { lhr } = await lighthouse.default(`${base}/`, { port, logLevel: 'error', output: 'json' });
    const scores = categories.map((name) => [name, Math.round((lhr.categories[name]?.score ?? 0) * 100)]);
    seen.push(Object.fromEntries(scores) as Scores);
    const short = Object.values(lhr.audits).filter(({ score }) => score !== null && score < 0.9);
    console.log(`Lighthouse ${run + 1}: ${JSON.stringify(seen.at(-1))}`);
    for (const { title, score } of short) console.log(`  ${score?.toFixed(2)} ${title}`);
  }
  const median = (name: keyof Scores) =>
    seen.map((scores) => scores[name]).toSorted((a, b) => a - b)[Math.floor(seen.length / 2)] ?? Number.NaN;
  return Object.fromEntries(categories.map((name) => [name, median(name)])) as Scores;
}

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[] }[];
}

/** Violations on the page as it stands; answers how many elements are concerned. */
async function axe(page: Page, name: string): Promise<number> {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const violations = await page.evaluate<Violation[]>(
    `${source}; axe.run().then(({ violations }) => violations)`,
  );
  for (const { id, help, nodes } of violations) {
    console.log(`  axe, ${name}: ${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`);
  }
  return violations.reduce((sum, { nodes }) => sum + nodes.length, 0);
}

const open_screens = ['/', '/notice', '/coverage', '/imprint', '/stores', '/sign-in', '/privacy/open'];
const own_screens = [
  '/privacy',
  '/privacy/held',
  '/privacy/uses',
  '/privacy/ways',
  '/privacy/devices',
  '/privacy/requests',
  '/privacy/officer',
  '/account/profile',
];

async function axeEverywhere(browser: Browser, base: string): Promise<number> {
  const customer = new Customer(base, 'ada@example.org', '10.9.9.9', false);
  await customer.arrive([]);
  let violations = 0;
  for (const [locale, dark] of [
    ['en-GB', false],
    ['de-CH', true],
    ['zh-CN', false],
  ] as const) {
    const page = await newcomer(browser, base, { locale, dark });
    const look = async (path: string, who: string) => {
      await page.goto(path, { waitUntil: 'networkidle' });
      await page
        .locator('h1')
        .first()
        .waitFor()
        .catch(() => {
          throw new Error(`${path} has no title for a ${who} (${locale})`);
        });
      violations += await axe(page, `${path} (${who}, ${locale}, ${dark ? 'dark' : 'light'})`);
    };
    for (const path of open_screens) await look(path, 'visitor');
    const cookies = [...customer.cookies].map(([name, value]) => ({ name, value, url: base }));
    await page.context().addCookies(cookies);
    for (const path of [...open_screens, ...own_screens]) await look(path, 'person');
    await page.context().close();
  }
  return violations;
}

await buildApps({ all: false });
const executablePath = ensureBrowser();
const folder = mkdtempSync(join(tmpdir(), 'axent-bench-app-'));
chmodSync(folder, 0o755);
const application = new ApplicationProcess(folder, await freePort());
const port = await freePort();
const args = [...chromiumFlags, `--remote-debugging-port=${port}`];
const browser = await chromium.launch({ executablePath, args });
try {
  await application.start();
  const first = await firstScreen(browser, application.base);
  console.table(first.scripts);
  for (const name of first.strangers) console.log(`The first screen loads the ${name}.`);
  const violations = await axeEverywhere(browser, application.base);
  const scores = await lighthouseScores(application.base, port);
  if (first.strangers.length > 0 || violations > 0) process.exitCode = 1;
  console.log(
    `app: script_kb=${(first.script_bytes / 1024).toFixed(1)} performance=${scores.performance} ` +
      `accessibility=${scores.accessibility} best_practices=${scores['best-practices']} seo=${scores.seo} ` +
      `axe=${violations}`,
  );
} finally {
  await browser.close();
  await application.stop();
  rmSync(folder, { recursive: true, force: true });
}
