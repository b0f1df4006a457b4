import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type InlineConfig } from 'vite';
import { webApps } from './built.ts';

const root = join(import.meta.dirname, '..');
// Vite's builder declares this process to be in production; the server is not.
const env = { ...process.env };

/** Builds an app again whenever one of its files changes; the server gives out what was built last. */
async function watchApp(app: string): Promise<void> {
  const path = join(root, 'apps', app, 'vite.config.ts');
  if (!existsSync(path)) return;
  const { default: config }: { default: InlineConfig } = await import(pathToFileURL(path).href);
  await build({ ...config, logLevel: 'info', build: { ...config.build, watch: {} } });
}

for (const app of webApps) await watchApp(app);

// The watcher ends the server gently and starts it anew when a file that it loaded changes.
const words = [
  '--watch',
  '--watch-preserve-output',
  join(root, 'apps/server/main.ts'),
  ...process.argv.slice(2),
];
const server = spawn(process.execPath, words, { cwd: root, env, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
