import {
  accountWords,
  loadDevices,
  loadSignIn,
  loadWays,
  loadWechat,
  wayWords,
} from '@axent/account/customer';
import { fraudWords, loadReviews } from '@axent/fraud/customer';
import { functionsWords, loadOpenings } from '@axent/functions/customer';
import { loadMessages, messagesWords } from '@axent/messages/customer';
import {
  loadCoverage,
  loadEarlier,
  loadImprint,
  loadLeft,
  loadNotice,
  noticeWords,
} from '@axent/notice/customer';
import {
  loadClosed,
  loadClosing,
  loadConsents,
  loadErased,
  loadHeld,
  loadOfficer,
  loadOverview,
  loadShared,
  loadUses,
  privacyWords,
} from '@axent/privacy/customer';
import { loadProfile, profileWords } from '@axent/profile/customer';
import { loadRequests, requestWords } from '@axent/requests/customer';
import { loadCountry, loadStore, loadStores, storesWords } from '@axent/stores/customer';
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
    Store: screen(speech, loadStore, storesWords),
    Country: screen(speech, loadCountry, storesWords),
    SignIn: screen(speech, loadSignIn, accountWords),
    Wechat: screen(speech, loadWechat, accountWords),
    Devices: screen(speech, loadDevices, accountWords),
    Ways: screen(speech, loadWays, wayWords),
    Profile: screen(speech, loadProfile, profileWords),
    Openings: screen(speech, loadOpenings, functionsWords),
    Overview: screen(speech, loadOverview, privacyWords),
    Held: screen(speech, loadHeld, privacyWords),
    Closing: screen(speech, loadClosing, privacyWords),
    Closed: screen(speech, loadClosed, privacyWords),
    Erased: screen(speech, loadErased, privacyWords),
    Consents: screen(speech, loadConsents, privacyWords),
    Uses: screen(speech, loadUses, privacyWords),
    Shared: screen(speech, loadShared, privacyWords),
    Reviews: screen(speech, loadReviews, fraudWords),
    Messages: screen(speech, loadMessages, messagesWords),
    Officer: screen(speech, loadOfficer, privacyWords),
    Requests: screen(speech, loadRequests, requestWords),
    Left: screen(speech, loadLeft, noticeWords),
  };
}
