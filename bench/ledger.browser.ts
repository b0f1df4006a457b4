import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { ensureBrowser } from '../tasks/browser.ts';
import { chromiumFlags } from '../tests/chromium.ts';

export interface BrowserCheck {
  /** The first check on a fresh page, importing the key included; median over ten pages. */
  readonly first_ms: number;
  /** Median of the checks after the first. */
  readonly again_ms: number;
  /** Of the verifier alone, minified, not compressed. */
  readonly script_bytes: number;
}

const pages = 10;
const checks_per_page = 20;

/** The verifier as a browser gets it: one minified module. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, '../kernel/ledger/verify.ts'), formats: ['es'] },
      minify: true,
    },
  });
  const [output] = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  const [chunk] = output?.output ?? [];
  if (chunk?.type !== 'chunk') throw new Error('the verifier was not built');
  return chunk.code;
}

/** Measures the check of one receipt in a real Chromium, which is installed where there is none. */
export async function checkInBrowser(receipt: string, vkey: string): Promise<BrowserCheck> {
  const executablePath = ensureBrowser();
  const script = await bundle();
  const server = createServer((request, response) => {
    const module = request.url === '/verify.js';
    response.setHeader('content-type', module ? 'text/javascript' : 'text/html');
    response.end(module ? script : '<!doctype html><title>check</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
  try {
    const first: number[] = [];
    const again: number[] = [];
    for (let number = 0; number < pages; number++) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      const given = { receipt, vkey, checks: checks_per_page };
      const [fresh = Number.NaN, ...rest] = await page.evaluate(measureHere, given);
      first.push(fresh);
      again.push(...rest);
      await context.close();
    }
    return { first_ms: median(first), again_ms: median(again), script_bytes: script.length };
  } finally {
    await browser.close();
    server.close();
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** Runs in the page: nothing from outside this function is there. */
async function measureHere(given: { receipt: string; vkey: string; checks: number }): Promise<number[]> {
  const address = '/verify.js';
  const { verifyReceipt } = await import(address);
  const times: number[] = [];
  for (let check = 0; check < given.checks; check++) {
    const started = performance.now();
    const verdict = await verifyReceipt(given.receipt, given.vkey);
    times.push(performance.now() - started);
    if (!verdict.ok) throw new Error(`refused in the browser: ${verdict.reason}`);
  }
  const refused = await verifyReceipt(given.receipt.replace('index ', 'index 1'), given.vkey);
  if (refused.ok) throw new Error('a wrong receipt passed in the browser');
  return times;
}
