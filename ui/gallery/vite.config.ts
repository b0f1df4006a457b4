import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';
import { webApp } from '../web/build.ts';

/** The component page is built like the apps, and is part of neither. */
export const gallery: InlineConfig = {
  ...webApp({ root: fileURLToPath(new URL('.', import.meta.url)), base: '/' }),
  publicDir: false,
};
