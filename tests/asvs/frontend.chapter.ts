import { type Chapter, excepted, shown, unfit } from './requirement.ts';

const headers = 'tests/attack/headers.part.ts';
const site = 'tests/attack/site.part.ts';

export const frontend: Chapter = {
  number: 3,
  name: 'Web frontend',
  requirements: [
    shown('3.2.1', 1, 'Answers are read as what they are', headers, site),
    shown(
      '3.2.2',
      1,
      'Text is shown as text',
      'tests/journeys/pages.test.ts: whatever somebody wrote',
      'features/privacy/customer/readable.test.ts',
    ),
    shown(
      '3.3.1',
      1,
      'Cookies are Secure and named so',
      headers,
      'tests/http/sessions.test.ts: carry the host prefix',
    ),
    shown(
      '3.3.2',
      2,
      'SameSite fits each cookie',
      headers,
      'tests/http/sessions.test.ts: carry the host prefix',
    ),
    shown(
      '3.3.3',
      2,
      'Cookies carry the prefix of their host',
      headers,
      'tests/hosting/proxy.test.ts: the cookie is for this host alone',
    ),
    shown(
      '3.3.4',
      2,
      'Scripts cannot read cookies',
      headers,
      'tests/http/sessions.test.ts: carry the host prefix',
    ),
    shown(
      '3.4.1',
      1,
      'HSTS for a year and more, with subdomains',
      headers,
      'tests/hosting/proxy.test.ts: every answer says once',
    ),
    shown('3.4.2', 1, 'No other origin may read', site),
    shown('3.4.3', 2, 'A content security policy without holes', headers),
    shown('3.4.4', 2, 'nosniff on every answer', headers),
    shown(
      '3.4.5',
      2,
      'No referrer tells where one was',
      headers,
      'tests/journeys/stores.test.ts: no start and no referrer go along',
    ),
    shown('3.4.6', 2, 'Nobody may frame it', headers),
    excepted(
      '3.4.7',
      3,
      'Breaches of the policy are reported',
      'A report names pages that a visitor saw, and would be collected before anything was accepted. Journeys fail on any breach instead.',
    ),
    shown('3.4.8', 3, 'Windows of other sites cannot reach in', headers),
    shown(
      '3.5.1',
      1,
      'Writes come from our own pages',
      site,
      'tests/http/refusals.test.ts: a write from another site',
    ),
    shown('3.5.2', 1, 'No simple request does what a checked one may', site),
    shown(
      '3.5.3',
      1,
      'Reading never writes',
      site,
      'tests/http/refusals.test.ts: what says that it changes nothing',
    ),
    excepted(
      '3.5.4',
      2,
      'Different apps on different hosts',
      'Customer app and console share one origin: sessions of staff are other sessions, a person is never both, and each operation asks for its roles. An operator may serve the console under a name of its own with a second server.',
    ),
    shown(
      '3.5.5',
      2,
      'Messages between windows come from whom they should',
      'apps/customer/push.worker.test.ts',
    ),
    unfit('3.7.1', 2, 'No plug-ins', 'none was ever used'),
    shown(
      '3.7.2',
      2,
      'It leads to no other site by itself',
      'tests/attack/wapiti.part.ts: redirect',
      'apps/customer/push.worker.test.ts: a push leads to no other site',
    ),
  ],
};
