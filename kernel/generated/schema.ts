// Generated from the migrations by `npm run generate`. Do not edit.
import type { Generated } from 'kysely';
import type { Sealed } from '../vault/box.ts';

export interface ContactTable {
  person_id: string;
  id: string;
  sealed: Sealed<'contact'>;
}

export interface DeviceTable {
  person_id: string;
  id: string;
  sealed: Sealed<'device'>;
  seen_at: Generated<Date>;
}

export interface SignInCodeTable {
  recipient: Buffer;
  code: Buffer | null;
  binding: Buffer;
  sent_at: Date;
  expires_at: Date;
  guesses: Generated<number>;
  guesses_since: Date;
  failures: Generated<number>;
}

export interface Schema {
  'app.contact': ContactTable;
  'app.device': DeviceTable;
  'app.sign_in_code': SignInCodeTable;
}

/** Every sealed column with its category: where data of persons is. */
export const dataMap = [
  {
    table: 'app.contact',
    column: 'sealed',
    category: 'contact',
    byFunction: false,
    writers: ['authentication', 'rights'],
  },
  {
    table: 'app.device',
    column: 'sealed',
    category: 'device',
    byFunction: false,
    writers: ['authentication', 'rights'],
  },
] as const;
