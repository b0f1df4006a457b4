import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * The browser that journeys run in: `CHROMIUM`, else one of the system's, else Playwright's own.
 * Null: there is none yet; `npm test` installs one.
 */
export function findChromium(): string | null {
  const given = process.env.CHROMIUM;
  if (given) return given;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const system = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
  const own = chromium.executablePath();
  return system ?? (existsSync(own) ? own : null);
}

const shell = 'chromium-headless-shell';

/**
 * The same browser without windows, which takes half the processor time and lacks what only a whole one has (push,
 * what it knows of its network, the very same pixels): `CHROMIUM`, else the system's. Null: a whole one has to do.
 */
export function findShell(): string | null {
  const given = process.env.CHROMIUM;
  if (given) return given;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, shell)).find(existsSync) ?? null;
}

/** Quiet, without a sandbox (tests may run as root) and without a word to anybody outside. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
