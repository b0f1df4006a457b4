import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { customerApp } from './vite.config.ts';

/** Where the built app lies; the server serves it at `/`. */
export const dist = fileURLToPath(new URL('dist', import.meta.url));

/** Builds the customer app into `dist`. Throws what Vite throws. */
export async function buildCustomer(): Promise<string> {
  await build(customerApp);
  return dist;
}

if (import.meta.main) await buildCustomer();
