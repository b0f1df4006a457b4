import { fileURLToPath } from 'node:url';
import { webApp } from '@axent/ui/web';

export const consoleApp = webApp({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/console/',
});

export default consoleApp;
