import {
  loadCoverage,
  loadEarlier,
  loadImprint,
  loadLeft,
  loadNotice,
  noticeWords,
} from '@axent/notice/customer';
import { bestLanguage, type Catalogue, type Words } from '@axent/ui';
import lazy from 'preact-iso/lazy';

/** A screen that is fetched when it is needed, together with its words. */
function screen<T>(load: () => Promise<T>, words: Catalogue<never>) {
  return lazy(async () => {
    const language = bestLanguage([document.documentElement.lang]);
    const [component] = await Promise.all([load(), words[language]()]);
    return component;
  });
}

/** Every catalogue of the app, so that the one language in use can be there without a connection. */
export const catalogues: readonly Catalogue<Words>[] = [noticeWords];

export const Notice = screen(loadNotice, noticeWords);
export const EarlierNotice = screen(loadEarlier, noticeWords);
export const Coverage = screen(loadCoverage, noticeWords);
export const Imprint = screen(loadImprint, noticeWords);
export const Left = screen(loadLeft, noticeWords);
