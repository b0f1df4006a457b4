import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the benches compare with and measure by has a package file of its own, outside the product's installation. */
export const peersFolder = join(import.meta.dirname, 'peers');
const install_ms = 300_000;

/** Installs the peers exactly as their lock file says, unless that was done. */
function installPeers(): void {
  const stampFile = join(peersFolder, 'node_modules/.axent-installed');
  const stamp = createHash('sha256')
    .update(readFileSync(join(peersFolder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.log('Installing what this bench compares with (only once)');
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: peersFolder,
    stdio: 'inherit',
    timeout: install_ms,
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0)
    throw new Error('The peers were not installed; npm says why above. Run the bench again.');
  writeFileSync(stampFile, stamp);
}

/** Loads a peer, installing all of them first where needed. `M` is the part of it that is used here. */
export async function peer<M>(name: string): Promise<M> {
  installPeers();
  const path = createRequire(join(peersFolder, 'package.json')).resolve(name);
  return (await import(pathToFileURL(path).href)) as M;
}
