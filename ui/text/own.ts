import type { Catalogue } from './text.ts';

/** The few words that the primitives say by themselves. */
export const catalogue: Catalogue<typeof import('./en.ts').default> = {
  en: () => import('./en.ts'),
  'zh-CN': () => import('./zh-CN.ts'),
  de: () => import('./de.ts'),
};
