import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

export const webApps = ['customer', 'console'] as const;
export type WebApp = (typeof webApps)[number];

const stampOf = (app: WebApp) => join(root, 'apps', app, 'dist/.built');
const builderOf = (app: WebApp) => join(root, 'apps', app, 'build.ts');

/** Everything that can end up in an app, by content: a fresh checkout has fresh dates. */
function fingerprint(app: WebApp): string {
  const inputs = [`apps/${app}/**/*`, '{policy,kernel,ui,features,brand}/**/*.{ts,tsx,css,html,svg,json}'];
  const skipped = /(^|\/)(node_modules|dist)(\/|$)|[.]test[.]tsx?$|\/server\/|\/gallery\//;
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  const entries = globSync(inputs, {
    cwd: root,
    withFileTypes: true,
    exclude: (entry) => skipped.test(entry.name),
  });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !skipped.test(path.slice(root.length)));
  for (const path of files.toSorted()) hash.update(path.slice(root.length)).update(readFileSync(path));
  return hash.digest('hex');
}

/** In a process of its own: the server that starts afterwards does not carry the builder's memory. */
function build(app: WebApp): Promise<void> {
  // As they are shipped, also where tests build them.
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = spawn(process.execPath, [builderOf(app)], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes) => {
      said += bytes;
    });
  }
  const failure = () => new Error(`The ${app} app could not be built:\n${said.trim()}`);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(failure())));
  });
}

/** Builds the web apps whose sources differ from what they were built from, or all of them. */
export async function buildApps({ all }: { readonly all: boolean }): Promise<void> {
  for (const app of webApps.filter((name) => existsSync(builderOf(name)))) {
    const stamp = fingerprint(app);
    const built = existsSync(stampOf(app)) && readFileSync(stampOf(app), 'utf8') === stamp;
    if (built && !all) continue;
    console.log(`Building the ${app} app`);
    await build(app);
    writeFileSync(stampOf(app), stamp);
  }
}
