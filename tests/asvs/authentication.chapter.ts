import { type Chapter, excepted, open, type Requirement, shown, unfit } from './requirement.ts';

const account = 'features/account/server/account.test.ts';
const guesses = 'tests/attack/guesses.part.ts';
const password = 'passwords have just come; this is not shown yet';
const provider = 'no identity provider is offered yet';

const passwords: readonly Requirement[] = [
  shown(
    '6.2.1',
    1,
    'Passwords are long enough',
    'features/account/server/ways.test.ts: passwords that are short, common',
  ),
  shown(
    '6.2.2',
    1,
    'A password can be changed',
    'features/account/server/ways.test.ts: a new password ends the other sessions',
  ),
  open('6.2.3', 1, 'Changing asks for the current one', password),
  shown(
    '6.2.4',
    1,
    'Common ones are refused',
    'features/account/server/ways.test.ts: passwords that are short, common',
  ),
  open('6.2.5', 1, 'Any letters may be used', password),
  shown(
    '6.2.6',
    1,
    'The field hides what is typed',
    'features/account/customer/password.editor.tsx: type={seen ?',
  ),
  open('6.2.7', 1, 'Pasting and managers are welcome', password),
  excepted(
    '6.2.8',
    1,
    'It is checked exactly as typed',
    'A password is brought into the normal form NFKC first, as NIST SP 800-63B-4 asks where letters can be written in several ways; nothing is cut off, and no case is changed.',
  ),
  shown(
    '6.2.9',
    2,
    'Sixty-four characters and more',
    'features/account/password.ts: password_characters = 256',
  ),
  open('6.2.10', 2, 'It never has to be changed by the calendar', password),
  shown(
    '6.2.11',
    2,
    'Words of the brand are refused',
    'features/account/server/ways.test.ts: made of the address',
  ),
  open('6.2.12', 2, 'Leaked ones are refused', password),
];

export const authentication: Chapter = {
  number: 6,
  name: 'Authentication',
  requirements: [
    shown(
      '6.1.1',
      1,
      'How guessing is held off is written down',
      'docs/security.md: ## Signing in',
      'docs/decisions/codes-by-recipient-and-browser.md',
    ),
    open('6.1.2', 2, 'Words that no password may hold', password),
    shown('6.1.3', 2, 'The ways in are written down', 'docs/security.md: ## Signing in'),
    ...passwords,
    shown(
      '6.3.1',
      1,
      'Guessing is held off as written',
      guesses,
      `${account}: wrong codes are counted for the recipient`,
    ),
    shown(
      '6.3.2',
      1,
      'No account comes with the product',
      'tests/journeys/console.test.ts: the one-time link makes the first privacy officer',
      'tests/console/staff.test.ts',
    ),
    open(
      '6.3.3',
      2,
      'More than one factor',
      'people may ask for a second step, and passkeys are two in one; a code alone still lets in who asks for none',
    ),
    shown(
      '6.3.4',
      2,
      'No way in beside those',
      'tests/matrix/operations.test.ts',
      'tests/attack/matrix.part.ts',
    ),
    open(
      '6.3.7',
      3,
      'A change of the ways in is told',
      'a new device is told; a changed address or number is not told to the old one yet',
    ),
    shown(
      '6.3.8',
      3,
      'Nobody can tell whether an account exists',
      'tests/attack/timing.part.ts',
      `${account}: the same whether or not there is an account`,
    ),
    shown(
      '6.4.1',
      1,
      'First secrets are random and end soon',
      'tests/console/staff.test.ts: the secret of a link is stored nowhere',
      'tests/console/staff.test.ts: ten wrong codes end a link',
    ),
    excepted(
      '6.4.2',
      1,
      'No hint for a password',
      'The privacy policy promises a hint (`C.credentials`). It is optional, sealed, refused if it resembles the password, and shown only after a code has proved the person (`ways.test.ts`).',
    ),
    shown(
      '6.4.3',
      2,
      'Resetting keeps the second factor',
      'features/account/server/ways.test.ts: code and password open only half',
    ),
    open('6.4.4', 2, 'A lost factor asks for the proof it began with', 'no second factor is offered yet'),
    open('6.4.6', 3, 'Staff never choose a password for others', password),
    shown('6.5.1', 2, 'A code counts once', `${account}: the right one works once`),
    excepted(
      '6.5.2',
      2,
      'Short codes are stored under a slow hash',
      'A code of eight digits stands for ten minutes as an HMAC under a secret that the master key wraps: without it the stored value cannot be tried. Long ones have 125 bits.',
    ),
    shown(
      '6.5.3',
      2,
      'Codes come from a good source of chance',
      'features/account/server/codes.ts: randomInt',
    ),
    shown('6.5.4', 2, 'Codes have 20 bits and more', `${account}: Your code is`, guesses),
    shown('6.5.5', 2, 'Codes live ten minutes', `${account}: a code runs out after ten minutes`),
    open(
      '6.6.1',
      2,
      'SMS goes to proved numbers, with a better way beside it',
      'codes by SMS are offered beside mail; authenticator codes and passkeys are being built',
    ),
    shown(
      '6.6.2',
      2,
      'A code counts where it was asked for',
      `${account}: a code counts only in the browser that asked for it`,
    ),
    shown(
      '6.6.3',
      2,
      'Guesses at codes are few',
      guesses,
      `${account}: guesses at the same moment are counted one by one`,
    ),
    open('6.8.1', 2, 'People of one provider are not taken for another’s', provider),
    open('6.8.2', 2, 'Signatures of a provider are checked', provider),
    unfit('6.8.3', 2, 'SAML', 'none is used'),
    open('6.8.4', 2, 'How strongly the provider checked is looked at', provider),
  ],
};
