import { everyColumn, type TableRights } from './table.rights.ts';

/** What verifies an account, and codes that are under way. */
export const accountTables: Readonly<Record<string, TableRights>> = {
  credential: {
    columns: {
      person_id: { authentication: 'si' },
      id: { authentication: 'si' },
      ...everyColumn('authentication', [
        'kind',
        'sealed',
        'ready',
        'second',
        'made_at',
        'used_at',
        'last_step',
      ]),
    },
    erase: ['authentication'],
  },
  password_hint: {
    columns: {
      person_id: { authentication: 'si', rights: 's' },
      id: { authentication: 'si', rights: 's' },
      sealed: { authentication: 'siu', rights: 's' },
    },
    erase: ['authentication'],
  },
  wechat: {
    columns: {
      person_id: { authentication: 'si', rights: 'si' },
      id: { authentication: 'si', rights: 'si' },
      sealed: { authentication: 'siu', rights: 'siu' },
    },
    erase: ['authentication'],
  },
  wechat_state: {
    columns: everyColumn('authentication', ['state', 'expires_at']),
    erase: ['authentication'],
  },
  sign_in_challenge: {
    columns: everyColumn('authentication', ['binding', 'challenge', 'expires_at']),
    erase: ['authentication'],
  },
  sign_in_code: {
    columns: everyColumn('authentication', [
      'recipient',
      'code',
      'binding',
      'sent_at',
      'expires_at',
      'guesses',
      'guesses_since',
      'failures',
    ]),
    erase: ['authentication'],
  },
  sign_in_recipient: {
    columns: everyColumn('authentication', [
      'recipient',
      'guesses',
      'guesses_since',
      'failures',
      'sent',
      'sent_since',
    ]),
    erase: ['authentication'],
  },
  sign_in_try: {
    columns: everyColumn('authentication', [
      'recipient',
      'binding',
      'code',
      'long',
      'sent_at',
      'expires_at',
      'message',
    ]),
    erase: ['authentication'],
  },
};
