// Generated from the migrations by `npm run generate`. Do not edit.
import type { Generated } from 'kysely';
import type { Sealed } from '../vault/box.ts';

export interface ContactTable {
  person_id: string;
  id: string;
  sealed: Sealed<'contact'>;
}

export interface CredentialTable {
  person_id: string;
  id: string;
  kind: string;
  sealed: Sealed<'credentials'>;
  ready: boolean;
  second: Generated<boolean>;
  made_at: Date;
  used_at: Date | null;
  last_step: string | null;
}

export interface DeviceTable {
  person_id: string;
  id: string;
  sealed: Sealed<'device'>;
  seen_at: Generated<Date>;
}

export interface FraudCaseTable {
  person_id: string;
  id: string;
  state: string;
  changed_at: Date;
  sealed: Sealed<'signal'>;
}

export interface FraudSaltTable {
  day: string;
  salt: Buffer;
}

export interface FraudSignalTable {
  kind: string;
  subject: Buffer;
  bucket: Date;
  other: Buffer;
  times: number;
}

export interface HolidayTable {
  calendar: string;
  day: string;
  hours: string | null;
  name_en: string;
  name_zh_cn: string;
  name_de: string;
}

export interface IdentityTable {
  person_id: string;
  id: string;
  sealed: Sealed<'identity'>;
}

export interface IncidentMailingTable {
  incident: string;
  after: Generated<string>;
  done: Generated<boolean>;
}

export interface LogEntryTable {
  id: string;
  at: Date;
  day: string;
  operation: string;
  method: string;
  path: string;
  status: number;
  duration_ms: number;
  code: string | null;
  browser: string;
  region: string;
  sealed: Sealed<'log'> | null;
}

export interface MailingTable {
  sequence: number;
  after: Generated<string>;
  done: Generated<boolean>;
}

export interface MailingAddressTable {
  person_id: string;
  id: string;
  sealed: Sealed<'address'>;
}

export interface OperationLogTable {
  id: string;
  at: Date;
  day: string;
  operation: string;
  method: string;
  path: string;
  status: number;
  duration_ms: number;
  code: string | null;
  browser: string;
  region: string;
  sealed: Sealed<'log'> | null;
}

export interface PasswordHintTable {
  person_id: string;
  id: string;
  sealed: Sealed<'hint'>;
}

export interface PlaceTable {
  country: string;
  postcode: string;
  name: string;
  latin: string | null;
  names: string[];
  region: string;
  latitude: number;
  longitude: number;
  rank: number;
}

export interface PublicationApprovalTable {
  base: number;
  hash: string;
  officer: string;
  at: Date;
}

export interface PushSubscriptionTable {
  person_id: string;
  id: string;
  device_id: string;
  sealed: Sealed<'contact'>;
  opened_at: Generated<Date>;
}

export interface RequestEntryTable {
  request: string;
  id: string;
  part: string;
  at: Date;
  sealed: Sealed<'request'>;
}

export interface RiskSignalTable {
  id: string;
  day: string;
  rule: string;
  fingerprint: Buffer;
  times: number;
  last_at: Date;
}

export interface SignInChallengeTable {
  binding: Buffer;
  challenge: Buffer;
  expires_at: Date;
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

export interface SignInRecipientTable {
  recipient: Buffer;
  guesses: Generated<number>;
  guesses_since: Date;
  failures: Generated<number>;
  sent: Generated<number>;
  sent_since: Date;
}

export interface SignInTryTable {
  recipient: Buffer;
  binding: Buffer;
  code: Buffer;
  long: boolean;
  sent_at: Date;
  expires_at: Date;
  message: string | null;
}

export interface SignalSaltTable {
  day: string;
  salt: Buffer;
}

export interface StaffInvitationTable {
  token_hash: Buffer;
  role: string;
  expires_at: Date;
  recipient: Buffer | null;
  code: Buffer | null;
  binding: Buffer | null;
  sent_at: Date | null;
  guesses: Generated<number>;
  work_name: string | null;
  made_by: string | null;
}

export interface StaffLinkTable {
  token_hash: Buffer;
  role: string;
  expires_at: Date;
  work_name: string | null;
  made_by: string | null;
  recipient: Buffer | null;
  code: Buffer | null;
  binding: Buffer | null;
  sent_at: Date | null;
  guesses: Generated<number>;
}

export interface StaffProviderRequestTable {
  state: Buffer;
  aim: string;
  whom: Buffer | null;
  token_hash: Buffer | null;
  asked_at: Date;
  expires_at: Date;
}

export interface StoreTable {
  id: string;
  name: string;
  street: string;
  postcode: string;
  city: string;
  region: string;
  country: string;
  latitude: number;
  longitude: number;
  time_zone: string;
  phone: string | null;
  hours: string | null;
  datum: Generated<string>;
  calendar: string | null;
  special_days: string | null;
}

export interface StoreImportTable {
  version: string;
  imported_at: Generated<Date>;
  stores: number;
  places: number;
}

export interface StoreProductTable {
  store_id: string;
  product_id: string;
  sells: boolean;
  displays: boolean;
}

export interface StoreServiceTable {
  store_id: string;
  service_id: string;
  reach_m: number;
}

export interface WatchingAlertTable {
  single: Generated<boolean>;
  state: unknown;
}

export interface WatchingNodeTable {
  id: string;
  release: string;
  policy: string;
  started_at: Date;
  seen_at: Date;
  free_bytes: string | null;
  total_bytes: string | null;
  certificate: string;
  certificate_code: string | null;
  certificate_ends_at: Date | null;
  backup_at: Date | null;
  log_waiting: number;
  late_jobs: string[];
}

export interface WechatTable {
  person_id: string;
  id: string;
  sealed: Sealed<'wechat'>;
}

export interface WechatStateTable {
  state: Buffer;
  expires_at: Date;
}

export interface Schema {
  'app.contact': ContactTable;
  'app.credential': CredentialTable;
  'app.device': DeviceTable;
  'app.fraud_case': FraudCaseTable;
  'app.fraud_salt': FraudSaltTable;
  'app.fraud_signal': FraudSignalTable;
  'app.holiday': HolidayTable;
  'app.identity': IdentityTable;
  'app.incident_mailing': IncidentMailingTable;
  'app.log_entry': LogEntryTable;
  'app.mailing': MailingTable;
  'app.mailing_address': MailingAddressTable;
  'app.operation_log': OperationLogTable;
  'app.password_hint': PasswordHintTable;
  'app.place': PlaceTable;
  'app.publication_approval': PublicationApprovalTable;
  'app.push_subscription': PushSubscriptionTable;
  'app.request_entry': RequestEntryTable;
  'app.risk_signal': RiskSignalTable;
  'app.sign_in_challenge': SignInChallengeTable;
  'app.sign_in_code': SignInCodeTable;
  'app.sign_in_recipient': SignInRecipientTable;
  'app.sign_in_try': SignInTryTable;
  'app.signal_salt': SignalSaltTable;
  'app.staff_invitation': StaffInvitationTable;
  'app.staff_link': StaffLinkTable;
  'app.staff_provider_request': StaffProviderRequestTable;
  'app.store': StoreTable;
  'app.store_import': StoreImportTable;
  'app.store_product': StoreProductTable;
  'app.store_service': StoreServiceTable;
  'app.watching_alert': WatchingAlertTable;
  'app.watching_node': WatchingNodeTable;
  'app.wechat': WechatTable;
  'app.wechat_state': WechatStateTable;
}

/** Every sealed column with its category: where data of persons is. */
export const dataMap = [
  {
    table: 'app.contact',
    column: 'sealed',
    category: 'contact',
    byFunction: false,
    ofPerson: true,
    writers: ['authentication', 'rights'],
  },
  {
    table: 'app.credential',
    column: 'sealed',
    category: 'credentials',
    byFunction: false,
    ofPerson: true,
    writers: ['authentication'],
  },
  {
    table: 'app.device',
    column: 'sealed',
    category: 'device',
    byFunction: false,
    ofPerson: true,
    writers: ['authentication', 'rights'],
  },
  {
    table: 'app.fraud_case',
    column: 'sealed',
    category: 'signal',
    byFunction: false,
    ofPerson: true,
    writers: ['fraud'],
  },
  {
    table: 'app.identity',
    column: 'sealed',
    category: 'identity',
    byFunction: false,
    ofPerson: true,
    writers: ['service', 'rights'],
  },
  {
    table: 'app.log_entry',
    column: 'sealed',
    category: 'log',
    byFunction: false,
    ofPerson: false,
    writers: ['service'],
  },
  {
    table: 'app.mailing_address',
    column: 'sealed',
    category: 'address',
    byFunction: false,
    ofPerson: true,
    writers: ['service', 'rights'],
  },
  {
    table: 'app.operation_log',
    column: 'sealed',
    category: 'log',
    byFunction: false,
    ofPerson: false,
    writers: ['service'],
  },
  {
    table: 'app.password_hint',
    column: 'sealed',
    category: 'hint',
    byFunction: false,
    ofPerson: true,
    writers: ['authentication'],
  },
  {
    table: 'app.push_subscription',
    column: 'sealed',
    category: 'contact',
    byFunction: false,
    ofPerson: true,
    writers: ['service', 'rights'],
  },
  {
    table: 'app.request_entry',
    column: 'sealed',
    category: 'request',
    byFunction: false,
    ofPerson: false,
    writers: ['rights'],
  },
  {
    table: 'app.wechat',
    column: 'sealed',
    category: 'wechat',
    byFunction: false,
    ofPerson: true,
    writers: ['authentication', 'rights'],
  },
] as const;
