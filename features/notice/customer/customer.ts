export type { NoticeState } from './changes.tsx';
export type { Notice } from './clause.tsx';
export { catalogue as noticeWords } from './text.ts';

/** Screens, each a chunk of its own. */
export const loadNotice = async () => (await import('./notice.tsx')).NoticeScreen;
export const loadCoverage = async () => (await import('./coverage.tsx')).CoverageScreen;
export const loadLeft = async () => (await import('./left.tsx')).LeftScreen;
export const loadImprint = async () => (await import('./imprint.tsx')).ImprintScreen;
export const loadEarlier = async () => (await import('./earlier.tsx')).EarlierScreen;
