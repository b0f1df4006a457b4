import type { Catalogue } from '@axent/ui';

export const catalogue: Catalogue<typeof import('./text/ways.en.ts').default> = {
  en: () => import('./text/ways.en.ts'),
  'zh-CN': () => import('./text/ways.zh-CN.ts'),
  de: () => import('./text/ways.de.ts'),
};
