import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium, findShell } from '../tests/chromium.ts';

const quiet_ms = 5 * 60_000;

function run(program: string, words: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stderr } = spawnSync(program, words, { encoding: 'utf8', env, timeout: quiet_ms });
  if (status !== 0) console.error(stderr?.trim().split('\n').slice(-5).join('\n'));
  return status === 0;
}

/** Debian's own browser where we may install it; it brings the libraries that Playwright's would miss. */
function installWithApt(): boolean {
  const install = ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'chromium-headless-shell'];
  return run('apt-get', ['update', '-qq']) && run('apt-get', install);
}

/** Without one, a Chinese page is full of empty squares, and nothing says so. */
export function ensureChineseFont(): void {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  if (status === 0 && stdout.trim() !== '') return;
  const debian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  // Where there is no list of fonts, as on a Mac, the system brings Chinese ones.
  if (status !== 0 && !debian) return;
  console.log('Installing a Chinese font (only once)');
  const install = ['install', '-y', '-qq', '--no-install-recommends', 'fontconfig', 'fonts-noto-cjk'];
  if (debian && run('apt-get', ['update', '-qq']) && run('apt-get', install)) return;
  throw new Error('There is no Chinese font here. Install one (Debian: apt-get install fonts-noto-cjk).');
}

/**
 * Makes sure that there is a browser for the journeys.
 * @returns its path.
 */
export function ensureBrowser(): string {
  const present = findChromium();
  const debian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (present && (findShell() !== null || !debian)) return present;
  console.log('Installing a browser for the tests (only once)');
  const cli = join(import.meta.dirname, '../node_modules/playwright-core/cli.js');
  const done = (debian && installWithApt()) || run(process.execPath, [cli, 'install', 'chromium']);
  const path = findChromium();
  if (path && (done || present)) return path;
  throw new Error(
    'No browser was found and none could be installed. Install Chromium yourself (Debian: apt-get install chromium) ' +
      'or set CHROMIUM to the path of one.',
  );
}
