import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { policy } from '@axent/policy';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApps } from '../../tasks/built.ts';
import { pagesOf } from '../../tasks/notice.pages.ts';
import { quadsOf, strangers } from '../linked.ts';
import { staffMember } from '../staff.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';
import { newcomer, openBrowser } from './browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const root = join(import.meta.dirname, '../..');
const clauses = Object.keys(policy.clauses);

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

/** A browser in which somebody is signed in already. */
async function at(visitor: Visitor, look: Parameters<typeof newcomer>[2] = {}): Promise<Page> {
  const page = await newcomer(browser, world.base, look);
  const url = world.base;
  await page.context().addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url })));
  return page;
}

async function faultsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return await page.evaluate(async () => {
    const { axe: looking } = globalThis as unknown as { axe: { run: () => Promise<AxeAnswer> } };
    const { violations } = await looking.run();
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  });
}

interface AxeAnswer {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { target: string[] }[] }[];
}

/** The text of the file that pressing something saves. */
async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

test('a privacy officer reads the record of processing activities, narrows it, and saves it as a table', async () => {
  const page = await at(await staffMember(world, 'privacy_officer'), { width: 1360, height: 860 });
  await page.goto('/console/record');
  await page.getByRole('heading', { name: 'Processing record' }).waitFor();
  const rows = page.locator('tbody tr');
  await rows.first().waitFor();
  expect(await faultsOn(page)).toEqual([]);
  const all = await rows.count();
  await page.getByLabel('Search purposes and data').fill('position');
  expect(await rows.count()).toBe(2);
  await page.getByLabel('Search purposes and data').fill('');
  await page.getByRole('button', { name: 'Only what is offered now' }).click();
  expect(await rows.count()).toBeGreaterThan(all);
  const file = await saved(page, () => page.getByRole('button', { name: 'CSV' }).click());
  expect(file.name).toBe(`record-${policy.revision}.csv`);
  const [head = [], ...lines] = parse(file.text, { bom: true, record_delimiter: '\r\n' }) as string[][];
  expect(new Set(lines.map((line) => line.length))).toEqual(new Set([head.length]));
  const named = new Set(lines.map((line) => line[0]));
  expect(named.size).toBe(Object.keys(policy.purposes).length - 1);
  const [position] = lines.filter((line) => line[3] === 'Position');
  expect(position).toEqual(
    expect.arrayContaining(['never stored', 'Art. 6(1)(a)', 'AXENT Test Ltd (fictional)']),
  );
});

test('a person sees what they agreed to and takes it along as records that a processor reads', async () => {
  const ann = await (await world.visitor().accept()).signIn('ann@example.org');
  await ann.open('nearby');
  const page = await at(ann);
  await page.goto('/privacy');
  await page.getByRole('link', { name: /What you agreed to/ }).click();
  await page.getByText('Opened “Near you”').click();
  await page.getByText('doing what you asked for').waitFor();
  await page.getByText('Accepted the notice').waitFor();
  expect(await faultsOn(page)).toEqual([]);
  const file = await saved(page, () => page.getByRole('button', { name: 'Download the records' }).click());
  expect(file.name).toBe('consents.jsonld');
  const quads = await quadsOf(JSON.parse(file.text));
  expect(strangers(quads)).toEqual([]);
  expect(quads.map((quad) => quad.object.value)).toContain('https://w3id.org/dpv#ConsentGiven');
});

test('printed, the notice is whole and made for paper; afterwards the page is as it was', async () => {
  const page = await newcomer(browser, world.base);
  await page.goto('/notice');
  await page.waitForSelector('html[data-paper=ready]', { state: 'attached' });
  const onPaper = () =>
    page.evaluate(() => ({
      app: document.getElementById('app')?.hidden,
      clauses: [...document.querySelectorAll('article section section')].map((one) => one.id),
      tables: document.querySelectorAll('article table').length,
      buttons: document.querySelectorAll('article button, article details').length,
      links: [...document.querySelectorAll('article dd a')].map((one) => one.textContent),
    }));
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const printed = await onPaper();
  expect(printed.app).toBe(true);
  expect(printed.clauses).toEqual(clauses.map((id) => `paper-${id}`));
  expect(printed.tables).toBeGreaterThan(20);
  expect(printed.buttons).toBe(0);
  expect(printed.links[0]).toBe(`${world.base}/notice?version=1`);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await onPaper()).toMatchObject({ app: false, clauses: [] });
});

test('the pages of a PDF are found by what stands on them', async () => {
  const page = await newcomer(browser, world.base);
  // So many that the tree of pages has branches.
  const fillers = '<p style="break-before: page">filler</p>'.repeat(20);
  await page.setContent(`<a href="#first">1</a><a href="#C.x">2</a><a href="#last">3</a>
    <p id="first">a</p><p id="C.x" style="break-before: page">b</p>${fillers}
    <p id="last" style="break-before: page">d</p>`);
  const found = [...pagesOf(await page.pdf())].sort(([, one], [, other]) => one - other);
  expect(found).toEqual([
    ['first', 1],
    ['C.x', 2],
    ['last', 23],
  ]);
});

test('`npm run notice -- pdf` writes the served notice with every clause on its page', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'axent-notice-'));
  try {
    const words = [join(root, 'tasks/notice.ts'), 'pdf', 'de', '--from', world.base, '--to', folder];
    const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (said += bytes));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, said]).toEqual([0, `written: ${folder}/notice-${policy.revision}-de.pdf\n`]);
    const pdf = readFileSync(join(folder, `notice-${policy.revision}-de.pdf`));
    const pages = pagesOf(pdf);
    const order = clauses.map((id) => pages.get(`paper-${id}`) ?? 0);
    expect(order.filter((number) => number < 3)).toEqual([]);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(pdf.toString('latin1')).toContain('/Type /Outlines');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
