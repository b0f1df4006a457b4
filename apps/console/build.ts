import { fileURLToPath } from 'node:url';
import { compressFolder } from '@axent/ui/web/compress';
import { build } from 'vite';
import { consoleApp } from './vite.config.ts';

/** Where the built app lies; the server serves it at `/console/`. */
const dist = fileURLToPath(new URL('dist', import.meta.url));

/** Builds the console into `dist`. Throws what Vite throws. */
export async function buildConsole(): Promise<void> {
  await build(consoleApp);
  compressFolder(dist);
}

if (import.meta.main) await buildConsole();
