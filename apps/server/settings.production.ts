import { isAbsolute, relative } from 'node:path';
import { fictional, settingsList } from './settings.list.ts';
import { isLocal } from './settings.parse.ts';
import type { Problem, Settings } from './settings.ts';

function within(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(/[\\/]/)[0] !== '..';
}

const operatorNames = [
  'CONTROLLER_NAME',
  'CONTROLLER_ADDRESS',
  'PRIVACY_CONTACT',
  'REPRESENTATIVE',
  'AUTHORITY',
  'IMPRINT',
  'MAIL_FROM',
] as const;

function keyProblems(settings: Settings): Problem[] {
  const { data_folder, key_store_file, master_key_file, backup_folder } = settings;
  const problems: Problem[] = [];
  if (!settings.master_key) {
    const message =
      'It would be made in the data folder, beside what it protects. Set it, or MASTER_KEY_FILE.';
    problems.push({ name: 'MASTER_KEY', message });
  }
  if (master_key_file && within(data_folder, master_key_file)) {
    const message = 'The file lies in the data folder, beside what it protects. Move it out.';
    problems.push({ name: 'MASTER_KEY_FILE', message });
  }
  if (settings.backup_key && settings.master_key?.equals(settings.backup_key)) {
    const message =
      'It is the master key. Make another: whoever finds one of the two must be able to read nothing.';
    problems.push({ name: 'BACKUP_KEY', message });
  }
  const inFile = settings.keys_database_url === null;
  if (inFile && (within(data_folder, key_store_file) || within(backup_folder, key_store_file))) {
    const message =
      'The key store lies in the data folder, whose copies would bring a shredded key back. Set a path elsewhere.';
    problems.push({ name: 'KEY_STORE_FILE', message });
  }
  return problems;
}

function outsideProblems(settings: Settings): Problem[] {
  const problems: Problem[] = [];
  if (!settings.public_url.startsWith('https:')) {
    problems.push({ name: 'PUBLIC_URL', message: 'Set the https address that people type.' });
  }
  if (!settings.smtp_url && !settings.carriers_file) {
    const message = 'Without it mail goes to a local outbox that anybody can read. Set your mail server.';
    problems.push({ name: 'SMTP_URL', message });
  }
  const by_smtp = settings.smtp_url !== null || settings.carriers_file === null;
  if (by_smtp && settings.mail_carrier === null) {
    const message = 'Say whose mail server it is: own, or the name of the company that runs it.';
    problems.push({ name: 'MAIL_CARRIER', message });
  }
  const third = by_smtp && settings.mail_carrier !== null && settings.mail_carrier !== 'own';
  if (third && settings.mail_terms_until === null) {
    const message =
      'Without confidentiality terms no mail leaves, so nobody could sign in. Set the last day of the terms with the mail carrier.';
    problems.push({ name: 'MAIL_TERMS_UNTIL', message });
  }
  if (settings.oidc_issuer?.startsWith('http:')) {
    const message = 'The way to this provider is not encrypted. Give its https address.';
    problems.push({ name: 'OIDC_ISSUER', message });
  }
  const collector = settings.traces_url ? new URL(settings.traces_url) : null;
  if (collector?.protocol === 'http:' && !isLocal(collector)) {
    problems.push({
      name: 'TRACES_URL',
      message: 'The way to this collector is not encrypted. Give its https address.',
    });
  }
  for (const name of ['WECHAT_PAGES_URL', 'WECHAT_API_URL'] as const) {
    if (settings[name.toLowerCase() as Lowercase<typeof name>].startsWith('https:')) continue;
    const message =
      'The way to WeChat is not encrypted, and carries what opens accounts. Give its https address.';
    problems.push({ name, message });
  }
  for (const name of ['DATABASE_URL', 'KEYS_DATABASE_URL'] as const) {
    const address = settings[name.toLowerCase() as Lowercase<typeof name>];
    if (address === null || isLocal(new URL(address)) || isEncrypted(new URL(address))) continue;
    const message = 'The way to this database is not encrypted. Add sslmode=verify-full to the address.';
    problems.push({ name, message });
  }
  return problems;
}

function isEncrypted({ searchParams }: URL): boolean {
  return /^(require|verify-ca|verify-full)$/.test(searchParams.get('sslmode') ?? '');
}

/** What is good enough for trying AXENT out and not for real people's data. */
export function productionProblems(settings: Settings): Problem[] {
  const demo = operatorNames.filter((name) => {
    const value = settings[name.toLowerCase() as Lowercase<typeof name>];
    return value === settingsList[name].initial || value.includes(fictional);
  });
  return [
    ...keyProblems(settings),
    ...outsideProblems(settings),
    ...demo.map((name) => ({ name, message: 'It still says what the demonstration says. Set your own.' })),
  ];
}
