import {
  day,
  integer,
  issuer,
  key,
  line,
  list,
  matching,
  network,
  oneOf,
  origin,
  type Parser,
  path,
  prices,
  url,
  withPassword,
} from './settings.parse.ts';

export interface Setting<T> {
  readonly parser: Parser<T>;
  /** Null: nothing, or derived from other settings as `otherwise` says. */
  readonly initial: T | null;
  /** What it is for, one sentence. */
  readonly words: string;
  /** What happens without it, where `initial` does not say it. */
  readonly otherwise?: string;
  /** Never shown. */
  readonly secret?: true;
}

function given<T>(initial: T, parser: Parser<T>, words: string): Setting<T> & { readonly initial: T } {
  return { parser, initial, words };
}

function optional<T>(parser: Parser<T>, words: string, otherwise: string): Setting<T> {
  return { parser, initial: null, words, otherwise };
}

const country = matching(/^[A-Z]{2}$/, 'a country code of two capital letters');
const postgres = url(['postgresql', 'postgres'], 'postgresql://axent:secret@db.example.com/axent');

const keyServer = withPassword(postgres);

/** Marks what a demonstration says about its operator; production refuses it. */
export const fictional = '(fictional)';

const where = {
  NODE_ENV: given(
    'development',
    oneOf('development', 'test', 'production'),
    'With `production`, AXENT refuses to start on defaults that are only safe for trying it out.',
  ),
  HOST: given('127.0.0.1', line(255), 'The address on which the server listens; `0.0.0.0` for all.'),
  PORT: given(8080, integer(0, 65_535), 'The port on which the server listens; 0 for any free one.'),
  PUBLIC_URL: optional(
    origin,
    'The address that people type, as their browser sees it.',
    'http://localhost and the port',
  ),
  TRUSTED_PROXIES: given<readonly string[]>(
    [],
    list(network, 'IP addresses or ranges separated by commas, for example 10.0.0.0/8'),
    'Proxies in front of the server whose `X-Forwarded-For` is believed; from anybody else it is ignored.',
  ),
  LOG_LEVEL: given(
    'info',
    oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    'The least serious kind of line that is logged.',
  ),
} as const;

const data = {
  DATA_FOLDER: given(
    './data',
    path,
    'Everything that AXENT keeps on disk, apart from the keys in production.',
  ),
  BACKUP_FOLDER: optional(path, 'Where backups are written.', '`backups` in the data folder'),
  MEDIA_FOLDER: optional(
    path,
    'Where documents lie, each sealed under a key of its own; several servers share it, over a network if need be.',
    '`media` in the data folder',
  ),
  DATABASE_URL: {
    ...optional(
      postgres,
      'A PostgreSQL of your own, version 15 or newer, as a role that may create roles.',
      'an embedded PostgreSQL, started and stopped with AXENT',
    ),
    secret: true,
  },
  DATABASE_ROLE_PREFIX: given(
    'axent',
    matching(/^[a-z][a-z0-9_]{0,19}$/, '1 to 20 small letters, digits and underscores, a letter first'),
    'Begins the names of the login roles, so that several installations can share a PostgreSQL.',
  ),
  DATABASE_CONNECTIONS: given(
    40,
    integer(10, 1000),
    'The most connections that the server opens: over all purposes, the owner and the ledger together.',
  ),
  DATABASE_MEMORY_MB: given(48, integer(16, 16_384), 'Shared buffers of the embedded PostgreSQL, in MB.'),
} as const;

const secrets = {
  MASTER_KEY: {
    ...optional(
      key(32),
      'Wraps every key in the key store. Without it nothing sealed can be read again: keep it apart and safe.',
      'MASTER_KEY_FILE, else one is made in the data folder (refused in production)',
    ),
    secret: true,
  },
  MASTER_KEY_FILE: optional(path, 'A file that holds the master key, in base64.', 'see MASTER_KEY'),
  MASTER_KEY_PREVIOUS: {
    ...optional(
      key(32),
      'The master key before this one, only while it is being changed: see `npm run rotate`.',
      'MASTER_KEY_PREVIOUS_FILE, else none',
    ),
    secret: true,
  },
  MASTER_KEY_PREVIOUS_FILE: optional(path, 'A file that holds it, in base64.', 'see MASTER_KEY_PREVIOUS'),
  BACKUP_KEY: {
    ...optional(
      key(32),
      'Seals backups. Not the master key, and kept apart from it: whoever restores needs both.',
      'BACKUP_KEY_FILE, else no backup can be made',
    ),
    secret: true,
  },
  BACKUP_KEY_FILE: optional(path, 'A file that holds the backup key, in base64.', 'see BACKUP_KEY'),
  KEY_BACKUP_DAYS: given(
    7,
    integer(1, 30),
    'Days after which a backup of the keys is to be destroyed: until then a shredded key is still in it.',
  ),
  KEY_STORE_FILE: optional(
    path,
    'The SQLite file of wrapped keys. In production outside the data folder and the backups: a key that was ' +
      'shredded must not come back with a backup.',
    '`keys/keys.sqlite` in the data folder (refused in production)',
  ),
  KEYS_DATABASE_URL: {
    ...optional(
      keyServer,
      'A PostgreSQL of its own for the keys, so that several servers on one DATABASE_URL share them, as a role that ' +
        'owns the database and may create a role. Never the server of DATABASE_URL.',
      'KEY_STORE_FILE, for one server alone',
    ),
    secret: true,
  },
  LEDGER_ORIGIN: optional(
    matching(
      /^[a-z0-9][a-z0-9.:/_-]{2,120}$/i,
      'a web address without scheme, for example app.example.com/ledger',
    ),
    'The name of the ledger in every checkpoint and receipt. Never change it once receipts exist.',
    'as the ledger was begun; a new one by the host of PUBLIC_URL and `/ledger`',
  ),
} as const;

/** Who runs the push services that browsers use. Endpoints come from browsers, so no other host is ever called. */
const known_push_services: readonly string[] = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  '*.notify.windows.com',
  'web.push.apple.com',
  '*.push.apple.com',
];

const mail = {
  SMTP_URL: {
    ...optional(
      url(['smtp', 'smtps'], 'smtps://axent:secret@mail.example.com'),
      'The mail server through which codes are sent.',
      'a local outbox page that plays the mailbox (refused in production)',
    ),
    secret: true,
  },
  MAIL_FROM: given(
    'AXENT <no-reply@axent.example>',
    matching(
      /^[^<>\r\n]{0,80}<[^\s@<>]+@[^\s@<>]+>$|^[^\s@<>]+@[^\s@<>]+$/,
      'an address, or a name and <address>',
    ),
    'The sender of every mail.',
  ),
  MAIL_CARRIER: optional(
    line(120),
    'Whose mail server it is: `own` for one in your own hands, else the name of the company that runs it. A company ' +
      'is a third party: no mail leaves through it without confidentiality terms in date.',
    'a third party without terms, so that no mail leaves (refused in production)',
  ),
  MAIL_CARRIER_CONTACT: optional(
    line(200),
    "Where the mail carrier's privacy people are reached. Written into the register of third parties at the first start.",
    'the name of the carrier',
  ),
  MAIL_TERMS_FROM: optional(
    day,
    'The first day of the confidentiality terms with the mail carrier, so that the first sign-in is possible. From ' +
      'then on the register of third parties in the console counts.',
    'the day of the first start',
  ),
  MAIL_TERMS_UNTIL: optional(
    day,
    'The last day of the confidentiality terms with the mail carrier.',
    'no terms are on file, so that no mail leaves until they are (refused in production)',
  ),
  CARRIERS_FILE: optional(
    path,
    'A JSON file that lists further carriers of mail and SMS, in the order in which they are tried; see ' +
      '[operating](operating.md#carriers).',
    'mail by SMTP_URL only; signing in by phone is not offered (while trying out, the outbox page plays the phone)',
  ),
  PUSH_SERVICES: given<readonly string[]>(
    known_push_services,
    list(
      matching(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$|^[a-z0-9.-]+:\d{1,5}$/, 'a host'),
      'hosts separated by commas; `*.` stands for any name below one',
    ),
    'The push services that may be called. One with a port is your own, and may have a private address.',
  ),
} as const;

const wechat_app = matching(/^wx[0-9a-f]{16}$/, '`wx` and 16 digits or letters from a to f');
const wechat_secret = matching(/^[0-9a-f]{32}$/, '32 digits or letters from a to f');

const wechat = {
  WECHAT_WEBSITE_APP_ID: optional(
    wechat_app,
    'The website app at open.weixin.qq.com by which people sign in with a QR code. Its callback domain there is the ' +
      'host of PUBLIC_URL.',
    'signing in by WeChat is offered inside WeChat only, or not at all',
  ),
  WECHAT_WEBSITE_SECRET: {
    ...optional(wechat_secret, 'The secret of the website app.', 'none; needed with its app id'),
    secret: true,
  },
  WECHAT_OFFICIAL_APP_ID: optional(
    wechat_app,
    'The official account by which people sign in inside WeChat. Bind it and the website app to one account of the ' +
      'open platform before the first sign-in: only then does WeChat tell that a person is the same in both.',
    'inside WeChat, signing in by it is not offered',
  ),
  WECHAT_OFFICIAL_SECRET: {
    ...optional(wechat_secret, 'The secret of the official account.', 'none; needed with its app id'),
    secret: true,
  },
  WECHAT_PAGES_URL: given('https://open.weixin.qq.com', origin, 'Where browsers go to sign in by WeChat.'),
  WECHAT_API_URL: given(
    'https://api.weixin.qq.com',
    origin,
    'What the server asks who signed in there. No other host is asked.',
  ),
} as const;

const watch = {
  METRICS_PORT: optional(
    integer(0, 65_535),
    'The port of a listener of its own that answers `GET /metrics` in the format of Prometheus; 0 for any free one.',
    'nothing is counted',
  ),
  METRICS_HOST: given(
    '127.0.0.1',
    line(255),
    'The address on which the metrics are answered. They name no person, but tell how busy you are: keep them inside.',
  ),
  TRACES_URL: optional(
    url(['http', 'https'], 'http://127.0.0.1:4318/v1/traces'),
    'Where a collector takes OpenTelemetry traces by OTLP over HTTP. They carry no personal value.',
    'nothing is traced',
  ),
  TRACES_PERCENT: given(100, integer(1, 100), 'How many of 100 requests are traced.'),
  ALERT_MAIL: given<readonly string[]>(
    [],
    list(matching(/^[^\s@<>,]+@[^\s@<>,]+$/, 'an address'), 'mail addresses separated by commas'),
    'Who gets a mail when a part of the service needs a hand, once a day while that lasts, and when it is over.',
  ),
  ALERT_LANGUAGE: given('en', oneOf('en', 'zh-CN', 'de'), 'The language of those mails.'),
} as const;

const operator = {
  LEGAL_AREA: given(
    'eu_ch',
    oneOf('eu_ch', 'cn'),
    'The law this deployment serves: EU and Switzerland, or mainland China. Personal data never crosses.',
  ),
  ACCESS_REVIEW_DAYS: given(
    90,
    integer(7, 365),
    'After so many days somebody else has to look again at who may work in the console.',
  ),
  COUNTRIES: optional(
    list(country, 'country codes separated by commas, for example CH,DE,AT'),
    'The countries that are served: stores and places elsewhere are not offered.',
    'all countries in which the brand has stores',
  ),
  CONTROLLER_NAME: given(`AXENT Demo Ltd ${fictional}`, line(200), 'Who answers for the data.'),
  CONTROLLER_ADDRESS: given(`1 Fountain Lane, 8000 Zurich ${fictional}`, line(300), 'Their postal address.'),
  PRIVACY_CONTACT: given('privacy@axent.example', line(200), 'Where people reach the privacy officer.'),
  REPRESENTATIVE: given(
    `No representative ${fictional}`,
    line(300),
    'The representative that the law asks for where the controller has no seat, or a sentence that none is needed.',
  ),
  AUTHORITY: given(
    `The data protection authority ${fictional}`,
    line(300),
    'The authority to which people can complain.',
  ),
  IMPRINT: given(`AXENT Demo Ltd, 1 Fountain Lane, 8000 Zurich ${fictional}`, line(600), 'The imprint.'),
  SMS_DAY_CEILING: given(
    20_000,
    integer(0, 100_000_000),
    'What codes by SMS may cost within a day, in minor units of your money; from then on they go by mail.',
  ),
  SMS_PRICES: optional(
    prices,
    'What one SMS costs you, by the beginning of its number. It decides when the ceiling is reached, never who gets one.',
    'each counts 10',
  ),
  IP_DATABASE_FILE: optional(
    path,
    'A database of IP regions in MaxMind format, read locally.',
    'regions are logged as unknown',
  ),
} as const;

const staff = {
  OIDC_ISSUER: optional(
    issuer,
    "The company's OpenID Connect provider, through which staff may sign in to the console, as it names itself; see " +
      '[operating](operating.md#signing-in-through-your-company).',
    'staff sign in by mail code only',
  ),
  OIDC_CLIENT_ID: optional(line(200), 'Who AXENT is to the provider.', 'see OIDC_ISSUER'),
  OIDC_CLIENT_SECRET: {
    ...optional(line(500), 'What AXENT proves that with.', 'see OIDC_ISSUER'),
    secret: true,
  },
  OIDC_NAME: optional(line(60), 'What people call it: "Sign in with …".', 'the host of OIDC_ISSUER'),
  OIDC_ACR: given<readonly string[]>(
    [],
    list(matching(/^[\x21-\x2b\x2d-\x7e]{1,200}$/, 'a value'), 'values of acr or amr separated by commas'),
    'What the provider says (in `acr` or `amr`) when it asked for two factors. Without it, or when it says something ' +
      'else, the second step here is asked for as well.',
  ),
} as const;

/** Every setting there is, in the order of `docs/settings.md`. */
export const groups = {
  'Where it runs': where,
  'What it keeps': data,
  'Keys and proofs': secrets,
  Mail: mail,
  'Signing in by WeChat': wechat,
  'How staff sign in': staff,
  'Who watches it': watch,
  'Who operates it': operator,
} as const;

export const settingsList = {
  ...where,
  ...data,
  ...secrets,
  ...mail,
  ...wechat,
  ...staff,
  ...watch,
  ...operator,
};
