/**
 * What the walls must let through and nothing else, written by hand from the promises, not from the policy file:
 * a slip in either shows as a difference. One line a use.
 */

import { accountTables } from './account.matrix.ts';
import { fraudTables } from './fraud.matrix.ts';
import { everyColumn, logTable, profileTable, publicTable, type TableRights } from './table.rights.ts';

type Verb = 'collect' | 'read';

export interface Allowed {
  readonly purpose: string;
  readonly verb: Verb;
  readonly category: string;
  /** The clause that decides. */
  readonly clause: string;
  /** The one who may act in this check; others are tried in `refusedTo`. */
  readonly actor: string;
  readonly refusedTo?: string;
  /** Works before the notice is accepted. */
  readonly before?: true;
  readonly function?: string;
}

function uses(
  purpose: string,
  verb: Verb,
  clause: string,
  categories: readonly string[],
  more: Partial<Allowed> = {},
): Allowed[] {
  return categories.map((category) => ({ purpose, verb, category, clause, actor: 'person', ...more }));
}

const agent = { refusedTo: 'agent' } as const;
const visitor = { refusedTo: 'visitor' } as const;
const early = { before: true } as const;

export const allowed: readonly Allowed[] = [
  ...uses('service', 'collect', 'C.log', ['log'], { before: true }),
  ...uses('service', 'collect', 'C.device', ['device']),
  ...uses('service', 'collect', 'F.nearby', ['position'], { function: 'nearby', ...agent }),
  ...uses('service', 'collect', 'C.device.position', ['place'], agent),
  ...uses('service', 'collect', 'C.profile', ['contact', 'identity', 'address'], agent),
  ...uses('service', 'collect', 'U.service', ['message'], agent),
  ...uses('service', 'collect', 'G.accept', ['consent'], { before: true }),
  ...uses('service', 'read', 'E.7', ['log'], { actor: 'security', refusedTo: 'person', before: true }),
  ...uses('service', 'read', 'U.service', ['device', 'place', 'contact', 'identity', 'address'], agent),
  ...uses('service', 'read', 'F.nearby', ['position'], { function: 'nearby', ...agent }),
  ...uses('service', 'read', 'U.service', ['consent'], { before: true, ...agent }),
  ...uses('security', 'collect', 'U.security', ['signal'], {
    before: true,
    actor: 'security',
    refusedTo: 'privacy_officer',
  }),
  ...uses('security', 'read', 'U.security', ['log', 'signal'], {
    actor: 'security',
    refusedTo: 'privacy_officer',
  }),
  ...(['collect', 'read'] as const).flatMap((verb) =>
    uses('fraud', verb, 'U.fraud', ['signal'], { before: true, actor: 'security', refusedTo: 'agent' }),
  ),
  ...uses('authentication', 'collect', 'C.profile', ['contact', 'wechat']),
  ...uses('authentication', 'collect', 'C.credentials', ['credentials', 'hint']),
  ...uses('authentication', 'collect', 'C.device', ['device']),
  ...uses('authentication', 'collect', 'M.code', ['message']),
  ...uses('authentication', 'collect', 'G.accept', ['consent'], { before: true }),
  ...uses('authentication', 'read', 'U.authentication', [
    'contact',
    'wechat',
    'credentials',
    'hint',
    'device',
  ]),
  ...uses('authentication', 'read', 'M.code', ['message']),
  ...uses(
    'rights',
    'collect',
    'U.rights',
    ['contact', 'wechat', 'device', 'preference', 'consent', 'identity', 'address'],
    visitor,
  ),
  ...uses(
    'rights',
    'read',
    'U.rights',
    [
      'log',
      'device',
      'contact',
      'wechat',
      'preference',
      'hint',
      'message',
      'consent',
      'signal',
      'identity',
      'address',
    ],
    visitor,
  ),
  ...(['collect', 'read'] as const).flatMap((verb) => uses('rights', verb, 'U.rights', ['request'], early)),
];

/** In the policy, promised by clauses that are built in part, and not built: refused as "not offered yet". */
export const missing: Readonly<Record<string, readonly string[]>> = {
  'service collect': ['ownership'],
  'service read': ['ownership'],
  'fraud read': ['ownership'],
  'rights collect': ['ownership'],
  'rights read': ['ownership'],
};

/** Messages: who sends what. All else is refused. */
export const sends: readonly {
  readonly purpose: string;
  readonly message: string;
  readonly clause: string;
}[] = [
  { purpose: 'authentication', message: 'code', clause: 'M.code' },
  { purpose: 'authentication', message: 'security', clause: 'M.push' },
  { purpose: 'service', message: 'appointment', clause: 'M.push' },
  { purpose: 'rights', message: 'account', clause: 'M.push' },
  { purpose: 'rights', message: 'notice_change', clause: 'M.push' },
  { purpose: 'rights', message: 'incident', clause: 'M.push' },
];

/** Someone who may act for each purpose, so that a refusal comes from the cell and not from the door. */
export const actorOf: Readonly<Record<string, string>> = {
  service: 'person',
  authentication: 'person',
  support: 'person',
  security: 'security',
  fraud: 'security',
  archive: 'privacy_officer',
  backup: 'administrator',
  protect: 'person',
  improve: 'product_manager',
  personalise: 'person',
  measure: 'marketer',
  software: 'person',
  survey: 'person',
  rights: 'person',
};

export const categories = [
  'log',
  'device',
  'position',
  'place',
  'contact',
  'identity',
  'address',
  'wechat',
  'credentials',
  'hint',
  'scan',
  'photo',
  'video',
  'recording',
  'transcript',
  'need',
  'conversation',
  'ownership',
  'preference',
  'survey_answer',
  'signal',
  'campaign',
  'software',
  'request',
  'message',
  'consent',
] as const;

export const fleeting: readonly string[] = ['position', 'place', 'scan'];
export const readable: readonly string[] = ['preference', 'consent'];

export const messages = [
  'code',
  'case',
  'appointment',
  'account',
  'security',
  'notice_change',
  'incident',
  'safety',
  'news',
  'joint',
  'survey',
] as const;

/**
 * What each purpose's own database login may do, table by table and column by column: s select, i insert,
 * u update; `erase` names who may delete rows. Who is not named may do nothing.
 */
const written: Readonly<Record<string, TableRights>> = {
  ...accountTables,
  contact: {
    columns: {
      person_id: { service: 's', authentication: 'si', rights: 'si' },
      id: { service: 's', authentication: 'si', rights: 'si' },
      sealed: { service: 's', authentication: 'siu', rights: 'siu' },
    },
    erase: ['rights'],
  },
  identity: profileTable(),
  mailing_address: profileTable(),
  device: {
    columns: {
      person_id: { service: 's', authentication: 'si', rights: 'si' },
      id: { service: 's', authentication: 'si', rights: 'si' },
      sealed: { service: 's', authentication: 'siu', rights: 'siu' },
      seen_at: { service: 's', authentication: 'siu', rights: 'siu' },
    },
    erase: ['rights'],
  },
  staff_invitation: {
    columns: everyColumn('authentication', [
      'token_hash',
      'role',
      'work_name',
      'made_by',
      'expires_at',
      'recipient',
      'code',
      'binding',
      'sent_at',
      'guesses',
    ]),
    erase: ['authentication'],
  },
  staff_link: {
    columns: everyColumn('authentication', [
      'token_hash',
      'role',
      'work_name',
      'made_by',
      'expires_at',
      'recipient',
      'code',
      'binding',
      'sent_at',
      'guesses',
    ]),
    erase: ['authentication'],
  },
  staff_provider_request: {
    columns: everyColumn('authentication', ['state', 'aim', 'whom', 'token_hash', 'asked_at', 'expires_at']),
    erase: ['authentication'],
  },
  publication_approval: {
    columns: everyColumn('service', ['base', 'hash', 'officer', 'at']),
    erase: ['service'],
  },
  watching_node: {
    columns: {
      id: { service: 'si' },
      ...everyColumn('service', [
        'release',
        'policy',
        'started_at',
        'seen_at',
        'free_bytes',
        'total_bytes',
        'certificate',
        'certificate_code',
        'certificate_ends_at',
        'backup_at',
        'log_waiting',
        'late_jobs',
      ]),
    },
    erase: ['service'],
  },
  watching_alert: { columns: everyColumn('service', ['single', 'state']), erase: ['service'] },
  operation_log: logTable(),
  log_entry: logTable(),
  push_subscription: {
    columns: {
      person_id: { service: 'si', authentication: 's', rights: 'si' },
      id: { service: 'si', authentication: 's', rights: 'si' },
      device_id: { service: 'siu', authentication: 's', rights: 'siu' },
      sealed: { service: 'siu', authentication: 's', rights: 'siu' },
      opened_at: { service: 'siu', authentication: 's', rights: 'siu' },
    },
    erase: ['service', 'rights'],
  },
  request_entry: {
    columns: { id: { rights: 'si' }, ...everyColumn('rights', ['request', 'part', 'at', 'sealed']) },
    erase: [],
  },
  incident_mailing: {
    columns: everyColumn('rights', ['incident', 'after', 'done']),
    erase: ['rights'],
  },
  risk_signal: {
    columns: Object.fromEntries(
      ['id', 'day', 'rule', 'fingerprint', 'times', 'last_at'].map((column) => [
        column,
        { security: column === 'id' ? 'si' : 'siu', rights: 's', fraud: 's' },
      ]),
    ),
    erase: ['security'],
  },
  signal_salt: {
    columns: everyColumn('security', ['day', 'salt']),
    erase: ['security'],
  },
  ...fraudTables,
  mailing: {
    columns: everyColumn('rights', ['sequence', 'after', 'done']),
    erase: ['rights'],
  },
  store: publicTable([
    'id',
    'name',
    'street',
    'postcode',
    'city',
    'region',
    'country',
    'latitude',
    'longitude',
    'time_zone',
    'phone',
    'hours',
    'datum',
    'calendar',
    'special_days',
  ]),
  holiday: publicTable(['calendar', 'day', 'hours', 'name_en', 'name_zh_cn', 'name_de']),
  store_product: publicTable(['store_id', 'product_id', 'sells', 'displays']),
  store_service: publicTable(['store_id', 'service_id', 'reach_m']),
  place: publicTable([
    'country',
    'postcode',
    'name',
    'latin',
    'names',
    'region',
    'latitude',
    'longitude',
    'rank',
  ]),
  store_import: publicTable(['version', 'imported_at', 'stores', 'places']),
};

/** What is short-lived or works once stays out of every backup. */
const never = [
  'sign_in_challenge',
  'sign_in_code',
  'sign_in_recipient',
  'sign_in_try',
  'staff_invitation',
  'staff_link',
  'staff_provider_request',
  'signal_salt',
  'fraud_signal',
  'fraud_salt',
  'wechat_state',
];

/** A backup copies every column as it lies, and changes none. */
export const tables: Readonly<Record<string, TableRights>> = Object.fromEntries(
  Object.entries(written).map(([table, { columns, erase }]) => {
    const copied = Object.entries(columns).map(([column, rights]) => [column, { ...rights, backup: 's' }]);
    return [table, { columns: never.includes(table) ? columns : Object.fromEntries(copied), erase }];
  }),
);

/** Tables of the kernel that a backup leaves out; it reads all others, and nobody else reads any. */
export const notCopied: readonly string[] = [
  'session',
  'message',
  'idempotency',
  'receipt_awaited',
  'message_refused',
  'half_session',
  'message_count',
];

/** Columns of the kernel's tables that every purpose may insert into; nothing else there is theirs. */
export const insertOnly: Readonly<Record<string, readonly string[]>> = {
  leaf_pending: ['id', 'entry'],
  record: ['person_id', 'id', 'at', 'leaf_id', 'sealed'],
  event: ['id', 'name', 'payload'],
  message: ['id', 'person_id', 'message', 'channel', 'sealed', 'next_at'],
};
