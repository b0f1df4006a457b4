import {
  loadCoverage,
  loadEarlier,
  loadImprint,
  loadLeft,
  loadNotice,
  noticeWords,
} from '@axent/notice/customer';
import { loadStores, storesWords } from '@axent/stores/customer';
import type { Speech } from '@axent/ui';
import { screen } from './screen.tsx';

export type Screens = ReturnType<typeof createScreens>;

export function createScreens(speech: Speech) {
  return {
    Notice: screen(speech, loadNotice, noticeWords),
    EarlierNotice: screen(speech, loadEarlier, noticeWords),
    Coverage: screen(speech, loadCoverage, noticeWords),
    Imprint: screen(speech, loadImprint, noticeWords),
    Stores: screen(speech, loadStores, storesWords),
    Left: screen(speech, loadLeft, noticeWords),
  };
}
