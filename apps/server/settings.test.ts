import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { loadSettings, SettingsFailure, unknownSettings } from './settings.ts';

const key = randomBytes(32).toString('base64');
type Variables = Record<string, string>;

const load = (variables: Variables, files: Record<string, string> = {}) =>
  loadSettings({
    variables,
    read: (path) => files[path] ?? null,
    exists: (path) => path in files,
  });

/** Which settings are named, and how. */
function refusals(variables: Variables, files: Record<string, string> = {}): Record<string, string> {
  try {
    load(variables, files);
  } catch (error) {
    if (!(error instanceof SettingsFailure)) throw error;
    return Object.fromEntries(error.problems.map(({ name, message }) => [name, message]));
  }
  return {};
}

const production = {
  NODE_ENV: 'production',
  DATA_FOLDER: '/srv/axent/data',
  KEY_STORE_FILE: '/srv/axent-keys/keys.sqlite',
  MASTER_KEY: key,
  SMTP_URL: 'smtps://axent:secret@mail.brand.example',
  MAIL_FROM: 'Brand <no-reply@brand.example>',
  MAIL_CARRIER: 'own',
  PUBLIC_URL: 'https://app.brand.example',
  CONTROLLER_NAME: 'Brand Ltd',
  CONTROLLER_ADDRESS: '2 Harbour Street, 4051 Basel',
  PRIVACY_CONTACT: 'privacy@brand.example',
  REPRESENTATIVE: 'None is needed: the controller has its seat in Switzerland',
  AUTHORITY: 'FDPIC, Bern',
  IMPRINT: 'Brand Ltd, Basel',
};

test('with nothing set everything has a value that is good for trying out', () => {
  const settings = load({});
  expect(settings).toMatchObject({
    port: 8080,
    public_url: 'http://localhost:8080',
    legal_area: 'eu_ch',
    countries: null,
    ledger_origin: null,
    database_url: null,
    master_key: null,
  });
  expect(settings.controller_name).toContain('fictional');
});

test('a derived setting follows the one it comes from', () => {
  const settings = load({ PORT: '9000', LEGAL_AREA: 'cn', DATA_FOLDER: '/srv/a' });
  expect(settings.public_url).toBe('http://localhost:9000');
  expect(load({ COUNTRIES: 'CH,DE' }).countries).toEqual(['CH', 'DE']);
  expect(settings.key_store_file).toBe('/srv/a/keys/keys.sqlite');
});

test('the prefixed name wins, and an empty one counts as not set', () => {
  expect(load({ PORT: '9000', AXENT_PORT: '9001' }).port).toBe(9001);
  expect(load({ PORT: '' }).port).toBe(8080);
});

test('every wrong setting is named at once, each with what is allowed', () => {
  const wrong = refusals({
    PORT: '99999',
    LEGAL_AREA: 'mars',
    PUBLIC_URL: 'example.com/app',
    DATABASE_URL: 'mysql://x',
    COUNTRIES: 'CH,Germany',
    TRUSTED_PROXIES: '10.0.0.0/40',
    SMTP_URL: 'http://mail',
    MAIL_FROM: 'nobody',
    MASTER_KEY: 'AAAA',
    DATABASE_ROLE_PREFIX: 'Axent; drop role x',
  });
  expect(Object.keys(wrong)).toHaveLength(10);
  expect(wrong.PORT).toContain('a whole number from 0 to 65535');
  expect(wrong.LEGAL_AREA).toContain('one of eu_ch, cn');
});

test('a secret that is wrong is not repeated in the message', () => {
  const wrong = refusals({ MASTER_KEY: 'hunter2', DATABASE_URL: 'mysql://u:hunter2@h/d' });
  expect(JSON.stringify(wrong)).not.toContain('hunter2');
});

test('a master key of one repeated byte is refused', () => {
  expect(refusals({ MASTER_KEY: Buffer.alloc(32, 7).toString('base64') })).toHaveProperty('MASTER_KEY');
});

test('the master key may come from a file, which must hold one', () => {
  const given = { MASTER_KEY_FILE: '/run/secrets/master' };
  expect(load(given, { '/run/secrets/master': `${key}\n` }).master_key?.toString('base64')).toBe(key);
  expect(refusals(given)).toHaveProperty('MASTER_KEY_FILE');
  expect(refusals(given, { '/run/secrets/master': 'short' })).toHaveProperty('MASTER_KEY_FILE');
  expect(refusals({ ...given, MASTER_KEY: key }, { '/run/secrets/master': key })).toHaveProperty(
    'MASTER_KEY',
  );
});

test('production refuses every default that is only good for trying out, all at once', () => {
  const names = Object.keys(refusals({ NODE_ENV: 'production' }));
  expect(names.toSorted()).toEqual(
    Object.keys(production)
      .filter((name) => name !== 'NODE_ENV' && name !== 'DATA_FOLDER')
      .toSorted(),
  );
});

test('production starts when what it names is set', () => {
  expect(load(production).master_key?.length).toBe(32);
});

test.each([
  ['KEY_STORE_FILE', '/srv/axent/data/keys.sqlite'],
  ['KEY_STORE_FILE', '/srv/axent/data/backups/keys.sqlite'],
  ['PUBLIC_URL', 'http://app.brand.example'],
  ['DATABASE_URL', 'postgresql://axent:secret@db.brand.example/axent'],
  ['CONTROLLER_NAME', 'Something (fictional)'],
  ['TRACES_URL', 'http://collector.brand.example:4318/v1/traces'],
])('production refuses %s=%s', (name, value) => {
  expect(Object.keys(refusals({ ...production, [name]: value }))).toEqual([name]);
});

test('S.third-party @operation: production refuses a mail carrier without terms, and takes one whose last day is named', () => {
  const third = { ...production, MAIL_CARRIER: 'Post Ltd' };
  expect(Object.keys(refusals(third))).toEqual(['MAIL_TERMS_UNTIL']);
  expect(refusals({ ...third, MAIL_TERMS_UNTIL: '2027-12-31' })).toEqual({});
  expect(refusals({ ...third, MAIL_TERMS_UNTIL: '2027-02-30' })).toHaveProperty('MAIL_TERMS_UNTIL');
});

test('production refuses a master key file beside the data', () => {
  const { MASTER_KEY: _, ...rest } = production;
  const file = '/srv/axent/data/master';
  expect(refusals({ ...rest, MASTER_KEY_FILE: file }, { [file]: key })).toHaveProperty('MASTER_KEY_FILE');
});

test('metrics are never answered on the port of the service', () => {
  expect(refusals({ PORT: '9000', METRICS_PORT: '9000' })).toHaveProperty('METRICS_PORT');
  expect(load({ PORT: '9000', METRICS_PORT: '9001' })).toMatchObject({
    metrics_port: 9001,
    metrics_host: '127.0.0.1',
  });
  expect(load({}).metrics_port).toBeNull();
});

test('a collector on this machine needs no TLS, and alerts go to every address that is named', () => {
  const settings = load({
    ...production,
    TRACES_URL: 'http://127.0.0.1:4318/v1/traces',
    ALERT_MAIL: 'one@brand.example, two@brand.example',
  });
  expect(settings.alert_mail).toEqual(['one@brand.example', 'two@brand.example']);
  expect(refusals({ ALERT_MAIL: 'One <one@brand.example>' })).toHaveProperty('ALERT_MAIL');
});

test('an unknown AXENT_ name is reported with the nearest that exists', () => {
  expect(unknownSettings({ AXENT_PROT: '1', AXENT_PORT: '1', PATH: 'x' })).toEqual([
    'AXENT_PROT is no setting and was ignored. Did you mean AXENT_PORT?',
  ]);
  expect(unknownSettings({ AXENT_SOMETHING_ELSE: '1' })[0]).not.toContain('Did you mean');
});

test('an app at WeChat has an id and a secret, both as WeChat writes them, and production asks it by https alone', () => {
  const id = `wx${'0'.repeat(16)}`;
  const secret = 'a'.repeat(32);
  expect(load({ WECHAT_WEBSITE_APP_ID: id, WECHAT_WEBSITE_SECRET: secret })).toMatchObject({
    wechat_website_app_id: id,
    wechat_official_app_id: null,
    wechat_api_url: 'https://api.weixin.qq.com',
  });
  expect(Object.keys(refusals({ WECHAT_WEBSITE_APP_ID: id }))).toEqual(['WECHAT_WEBSITE_SECRET']);
  expect(Object.keys(refusals({ WECHAT_OFFICIAL_SECRET: secret }))).toEqual(['WECHAT_OFFICIAL_APP_ID']);
  const wrong = { WECHAT_OFFICIAL_APP_ID: 'mine', WECHAT_OFFICIAL_SECRET: secret };
  expect(refusals(wrong)).toEqual({
    WECHAT_OFFICIAL_APP_ID: expect.stringContaining('16 digits or letters'),
  });
  const open = { ...production, WECHAT_API_URL: 'http://wechat.example.org' };
  expect(refusals(open)).toMatchObject({ WECHAT_API_URL: expect.stringContaining('not encrypted') });
});

const oidc = {
  OIDC_ISSUER: 'https://login.brand.example/staff',
  OIDC_CLIENT_ID: 'axent',
  OIDC_CLIENT_SECRET: 'a secret of the provider',
};

test("the company's sign-in is named whole or not at all, and its secret is shown nowhere", () => {
  expect(load({ ...production, ...oidc, OIDC_ACR: 'mfa, urn:example:two' })).toMatchObject({
    oidc_issuer: oidc.OIDC_ISSUER,
    oidc_acr: ['mfa', 'urn:example:two'],
    oidc_name: null,
  });
  expect(load({}).oidc_issuer).toBeNull();
  for (const missing of Object.keys(oidc)) {
    const { [missing as keyof typeof oidc]: _, ...rest } = oidc;
    const refused = refusals(rest);
    expect(Object.keys(refused)).toEqual([missing]);
    expect(JSON.stringify(refused)).not.toContain(oidc.OIDC_CLIENT_SECRET);
  }
  expect(Object.keys(refusals({ OIDC_NAME: 'Brand' })).sort()).toEqual(Object.keys(oidc).sort());
  expect(Object.keys(refusals({ ...oidc, OIDC_CLIENT_SECRET: 'a\nb' }))).toEqual(['OIDC_CLIENT_SECRET']);
});

test('the provider is reached over https; on this machine, while trying out, without', () => {
  const at = (OIDC_ISSUER: string) => ({ ...oidc, OIDC_ISSUER });
  expect(load(at('http://localhost:9000')).oidc_issuer).toBe('http://localhost:9000');
  for (const wrong of ['http://login.brand.example', 'https://a:b@login.brand.example', 'ftp://x', 'login'])
    expect(Object.keys(refusals(at(wrong)))).toEqual(['OIDC_ISSUER']);
  expect(Object.keys(refusals({ ...production, ...at('http://localhost:9000') }))).toEqual(['OIDC_ISSUER']);
});
