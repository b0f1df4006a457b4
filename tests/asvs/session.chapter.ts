import { type Chapter, excepted, shown } from './requirement.ts';

const sessions = 'tests/http/sessions.test.ts';
const devices = 'features/account/server/devices.test.ts';
const attack = 'tests/attack/session.part.ts';

export const session: Chapter = {
  number: 7,
  name: 'Sessions',
  requirements: [
    shown(
      '7.1.1',
      2,
      'When sessions end is written down',
      'docs/security.md: sessions of customers end after 30 days',
    ),
    excepted(
      '7.1.2',
      2,
      'How many sessions at once is written down',
      'As many as a person has browsers: each is listed in "Your devices" and can be ended there; staff’s end by themselves within twelve hours.',
    ),
    shown(
      '7.1.3',
      2,
      'Sessions with a provider are written down',
      'docs/operating.md: whatever becomes of the one at the provider',
    ),
    shown('7.2.1', 1, 'Tokens are checked by the server', attack, 'tests/foresight/foresight.test.ts'),
    shown('7.2.2', 1, 'Tokens are made anew for each session', `${sessions}: gets a new token of 256 bits`),
    shown('7.2.3', 1, 'Tokens have 128 bits and more', `${sessions}: gets a new token of 256 bits`),
    shown(
      '7.2.4',
      1,
      'Signing in gives a new token and ends the old',
      attack,
      'tests/console/staff.test.ts: signing in again in the same browser ends the session',
    ),
    shown('7.3.1', 2, 'Sessions end without use', `${sessions}: ends after its time without use`),
    shown('7.3.2', 2, 'Sessions end at last', `${sessions}: ends at its last day`),
    shown('7.4.1', 1, 'What was ended stays ended', attack, `${sessions}: is over with signing out`),
    shown(
      '7.4.2',
      1,
      'With the account its sessions end',
      `${sessions}: is over when its person is erased`,
      'tests/closing/account.test.ts: everybody is signed out everywhere',
    ),
    shown(
      '7.4.3',
      2,
      'After a change of factors others can be ended',
      'features/account/server/ways.test.ts: a new password ends the other sessions',
    ),
    shown(
      '7.4.4',
      2,
      'Signing out is in sight',
      'tests/journeys/account.test.ts',
      'tests/journeys/devices.test.ts',
    ),
    shown(
      '7.4.5',
      2,
      'Staff’s sessions can be ended by those who may',
      'tests/access/access.test.ts: what is taken away is gone with the next request',
    ),
    shown(
      '7.5.1',
      2,
      'Changing how one is reached asks for a fresh sign-in',
      'features/privacy/server/correcting.test.ts: how an account is reached',
    ),
    shown(
      '7.5.2',
      2,
      'One sees and ends one’s sessions',
      `${devices}: ending sessions asks for a fresh sign-in`,
      `${devices}: all others are signed out at once`,
    ),
    shown(
      '7.5.3',
      3,
      'What weighs most asks for a fresh sign-in',
      `${sessions}: an act that asks for a fresh sign-in`,
      'features/publication/server/server.test.ts: publishing asks for a fresh sign-in',
    ),
    shown(
      '7.6.1',
      2,
      'Sessions follow the provider’s',
      'tests/console/provider.test.ts: of a sign-in of yesterday',
      'docs/operating.md: whatever becomes of the one at the provider',
    ),
    shown('7.6.2', 2, 'No session begins without an act', attack),
  ],
};
