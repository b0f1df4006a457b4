import type { Catalogue } from '@axent/ui';

export const catalogue: Catalogue<typeof import('./text/en.ts').default> = {
  en: () => import('./text/en.ts'),
  'zh-CN': () => import('./text/zh-CN.ts'),
  de: () => import('./text/de.ts'),
};
