import { fileURLToPath } from 'node:url';
import { webApp } from '@axent/ui/web';
import { VitePWA } from 'vite-plugin-pwa';

/** Made installable by a manifest and a service worker of our own (`sw.ts`). */
const installable = VitePWA({
  strategies: 'injectManifest',
  srcDir: '.',
  filename: 'sw.ts',
  injectRegister: null,
  injectManifest: {
    globPatterns: ['**/*.{html,js,css,svg,webmanifest,wasm}'],
    // One language is used at a time; the worker keeps that one (`sw.ts`).
    // The map comes when it is opened, and is kept from then on.
    globIgnores: ['assets/text/**', 'assets/map-*'],
    maximumFileSizeToCacheInBytes: 4_000_000,
    rollupFormat: 'iife',
  },
  manifest: {
    id: '/',
    name: 'AXENT',
    short_name: 'AXENT',
    description: 'Find a store, see what is known about you, and decide.',
    start_url: '/',
    display: 'standalone',
    background_color: '#f6fafb',
    theme_color: '#f6fafb',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: '/icon-512-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    ],
  },
});

export const customerApp = webApp({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [installable],
});

export default customerApp;
