import { fileURLToPath } from 'node:url';
import { compressFolder } from '@axent/ui/web/compress';
import { build } from 'vite';
import { customerApp } from './vite.config.ts';

/** Where the built app lies; the server serves it at `/`. */
const dist = fileURLToPath(new URL('dist', import.meta.url));

/** Builds the customer app into `dist`. Throws what Vite throws. */
export async function buildCustomer(): Promise<void> {
  await build(customerApp);
  compressFolder(dist);
}

if (import.meta.main) await buildCustomer();
