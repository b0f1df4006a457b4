import { accessWords, loadAccess } from '@axent/access/console';
import { loadSecond, secondWords } from '@axent/account/console';
import { fraudWords, loadFraud } from '@axent/fraud/console';
import { keepingWords, loadKeeping } from '@axent/keeping/console';
import { loadLog, logWords } from '@axent/log/console';
import { loadMatters, matterWords } from '@axent/matters/console';
import { coverageWords, loadCoverage } from '@axent/notice/console';
import {
  loadDataMap,
  loadLedger,
  loadPolicy,
  loadRecord,
  publicationWords,
} from '@axent/publication/console';
import { loadRecipients, recipientWords } from '@axent/recipients/console';
import { loadRequests, requestWords } from '@axent/requests/console';
import { loadSecurity, securityWords } from '@axent/security/console';
import { loadProvider, loadSignIn, loadWelcome, staffWords } from '@axent/staff/console';
import type { Speech } from '@axent/ui';
import { loadStatus, watchingWords } from '@axent/watching/console';
import { screen } from './screen.tsx';

export type Screens = ReturnType<typeof createScreens>;

export function createScreens(speech: Speech) {
  return {
    Welcome: screen(speech, loadWelcome, staffWords),
    Provider: screen(speech, loadProvider, staffWords),
    SignIn: screen(speech, loadSignIn, staffWords),
    Second: screen(speech, loadSecond, secondWords),
    Policy: screen(speech, loadPolicy, publicationWords),
    Coverage: screen(speech, loadCoverage, coverageWords),
    DataMap: screen(speech, loadDataMap, publicationWords),
    Record: screen(speech, loadRecord, publicationWords),
    Recipients: screen(speech, loadRecipients, recipientWords),
    Requests: screen(speech, loadRequests, requestWords),
    Matters: screen(speech, loadMatters, matterWords),
    Log: screen(speech, loadLog, logWords),
    Security: screen(speech, loadSecurity, securityWords),
    Fraud: screen(speech, loadFraud, fraudWords),
    Keeping: screen(speech, loadKeeping, keepingWords),
    Ledger: screen(speech, loadLedger, publicationWords),
    Access: screen(speech, loadAccess, accessWords),
    Status: screen(speech, loadStatus, watchingWords),
  };
}
