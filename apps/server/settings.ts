import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Setting, settingsList } from './settings.list.ts';
import { key } from './settings.parse.ts';
import { productionProblems } from './settings.production.ts';

type List = typeof settingsList;
type Value<S> = S extends { initial: infer I; parser: { read: (text: string) => infer T } }
  ? null extends I
    ? Exclude<T, undefined> | null
    : Exclude<T, undefined>
  : never;

/** As given: null where nothing was said. */
type Given = { readonly [K in keyof List as Lowercase<K>]: Value<List[K]> };

/** What the settings that are derived from others become. */
interface Derived {
  readonly public_url: string;
  readonly key_store_file: string;
  readonly media_folder: string;
  readonly backup_folder: string;
  /** Null: make one in the data folder at the first start and read it from then on. */
  readonly master_key: Buffer | null;
  readonly master_key_previous: Buffer | null;
  readonly backup_key: Buffer | null;
}

export type Settings = Omit<Given, keyof Derived> & Derived;

/** One thing wrong: which setting, and what to do. */
export interface Problem {
  readonly name: string;
  readonly message: string;
}

export class SettingsFailure extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const lines = problems.map(({ name, message }) => `  ${name}: ${message}`);
    super(`AXENT does not start with these settings:\n${lines.join('\n')}\nAll settings: docs/settings.md`);
    this.name = 'SettingsFailure';
    this.problems = problems;
  }
}

export interface Environment {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Text of a file; null when it cannot be read. */
  readonly read: (path: string) => string | null;
  readonly exists: (path: string) => boolean;
}

const prefix = 'AXENT_';

/** Each setting may be written with the prefix, which wins, or without. An empty one counts as not set. */
function textOf(variables: Environment['variables'], name: string): string | undefined {
  return (variables[prefix + name] || variables[name])?.trim() || undefined;
}

function readGiven({ variables }: Environment, problems: Problem[]): Given {
  const entries = Object.entries(settingsList as Record<string, Setting<unknown>>).map(([name, setting]) => {
    const text = textOf(variables, name);
    const initial =
      typeof setting.initial === 'string' ? setting.parser.read(setting.initial) : setting.initial;
    const value = text === undefined ? initial : setting.parser.read(text);
    if (value === undefined) {
      const shown = setting.secret ? 'What is set' : `"${text}"`;
      problems.push({ name, message: `${shown} is not allowed. It must be ${setting.parser.allowed}.` });
    }
    return [name.toLowerCase(), value ?? initial];
  });
  return Object.fromEntries(entries) as Given;
}

/** A key as it is set, or from the file that is set. */
function readKey(
  name: 'master_key' | 'master_key_previous' | 'backup_key',
  given: Given,
  { read }: Environment,
  problems: Problem[],
): Buffer | null {
  const [value, file, setting] = [given[name], given[`${name}_file`], name.toUpperCase()];
  if (value && file) problems.push({ name: setting, message: `Set it or ${setting}_FILE, not both.` });
  if (value || !file) return value;
  const text = read(file);
  const held = text === null ? undefined : key(32).read(text.trim());
  if (held) return held;
  const what = text === null ? 'cannot be read' : 'holds no key';
  const message = `${file} ${what}. It must be a file that holds ${key(32).allowed}.`;
  problems.push({ name: `${setting}_FILE`, message });
  return null;
}

/** Several servers share what no server may make for itself. */
function checkShared(given: Given, master: Buffer | null, problems: Problem[]): void {
  if (given.keys_database_url === null) return;
  if (given.key_store_file !== null) {
    const message = 'The keys are in the database of KEYS_DATABASE_URL. Set one of the two.';
    problems.push({ name: 'KEY_STORE_FILE', message });
  }
  if (master === null && !problems.some(({ name }) => name.startsWith('MASTER_KEY'))) {
    const message =
      'Servers that share their keys have one master key. Set it, or MASTER_KEY_FILE, the same for each.';
    problems.push({ name: 'MASTER_KEY', message });
  }
  if (given.database_url !== null && given.media_folder === null) {
    const message =
      "It would be in the data folder, which is this server's alone. Set a folder that all share.";
    problems.push({ name: 'MEDIA_FOLDER', message });
  }
}

/** An app at WeChat is an id and a secret, or nothing. */
function checkWechat(given: Given, problems: Problem[]): void {
  for (const app of ['website', 'official'] as const) {
    const names = [`wechat_${app}_app_id`, `wechat_${app}_secret`] as const;
    const [missing] = names.filter((name) => given[name] === null);
    const named = problems.some(({ name }) => names.some((one) => one.toUpperCase() === name));
    if (missing === undefined || names.every((name) => given[name] === null) || named) continue;
    const message = 'Its app at WeChat has an id and a secret. Set both, or neither.';
    problems.push({ name: missing.toUpperCase(), message });
  }
}

/** The provider of staff's sign-in is named whole, or not at all. */
function checkProvider(given: Given, problems: Problem[]): void {
  const parts = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
  const missing = parts.filter((name) => given[name.toLowerCase() as Lowercase<typeof name>] === null);
  const wanted =
    missing.length < parts.length || given.oidc_name !== null || (given.oidc_acr?.length ?? 0) > 0;
  if (!wanted) return;
  for (const name of missing.filter((one) => !problems.some((problem) => problem.name === one))) {
    const message = `A provider of sign-in needs ${parts.join(', ')}. Set it, or leave all of OIDC_… out.`;
    problems.push({ name, message });
  }
}

function derive(given: Given, environment: Environment, problems: Problem[]): Settings {
  const public_url = given.public_url ?? `http://localhost:${given.port}`;
  if (given.ip_database_file && !environment.exists(given.ip_database_file)) {
    const message = `${given.ip_database_file} is not there. Give a MaxMind file that exists, or leave it out.`;
    problems.push({ name: 'IP_DATABASE_FILE', message });
  }
  if (given.metrics_port !== null && given.metrics_port !== 0 && given.metrics_port === given.port) {
    const message =
      'It is the port of the service itself. Metrics have a listener of their own: give another.';
    problems.push({ name: 'METRICS_PORT', message });
  }
  const master_key = readKey('master_key', given, environment, problems);
  checkShared(given, master_key, problems);
  checkWechat(given, problems);
  checkProvider(given, problems);
  return {
    ...given,
    public_url,
    key_store_file: given.key_store_file ?? join(given.data_folder, 'keys', 'keys.sqlite'),
    media_folder: given.media_folder ?? join(given.data_folder, 'media'),
    backup_folder: given.backup_folder ?? join(given.data_folder, 'backups'),
    master_key,
    master_key_previous: readKey('master_key_previous', given, environment, problems),
    backup_key: readKey('backup_key', given, environment, problems),
  };
}

/** Number of letters to change, add or remove to come from one word to the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

/** A sentence for each `AXENT_…` that means nothing here, with the nearest that does. */
export function unknownSettings(variables: Environment['variables']): string[] {
  const names = Object.keys(settingsList);
  const strangers = Object.keys(variables).filter(
    (name) => name.startsWith(prefix) && !names.includes(name.slice(prefix.length)),
  );
  return strangers.map((stranger) => {
    const word = stranger.slice(prefix.length);
    const nearest = names.toSorted((a, b) => distance(word, a) - distance(word, b))[0] ?? '';
    const near = distance(word, nearest) <= 3 ? ` Did you mean ${prefix}${nearest}?` : '';
    return `${stranger} is no setting and was ignored.${near}`;
  });
}

const fromProcess: Environment = {
  variables: process.env,
  read: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : null),
  exists: existsSync,
};

/**
 * Reads and checks a few settings, for a command that needs no others.
 * @throws SettingsFailure
 */
export function loadSome<K extends keyof Given>(
  names: readonly K[],
  environment: Environment = fromProcess,
): Pick<Given, K> {
  const problems: Problem[] = [];
  const given = readGiven(environment, problems);
  const own = problems.filter(({ name }) => (names as readonly string[]).includes(name.toLowerCase()));
  if (own.length > 0) throw new SettingsFailure(own);
  return Object.fromEntries(names.map((name) => [name, given[name]])) as Pick<Given, K>;
}

/**
 * Reads and checks every setting.
 * @throws SettingsFailure with all that is wrong at once.
 */
export function loadSettings(environment: Environment = fromProcess): Settings {
  const problems: Problem[] = [];
  const given = readGiven(environment, problems);
  const settings = derive(given, environment, problems);
  const production = settings.node_env === 'production' ? productionProblems(settings) : [];
  const named = new Set(problems.map(({ name }) => name));
  problems.push(...production.filter(({ name }) => !named.has(name)));
  if (problems.length > 0) throw new SettingsFailure(problems);
  return settings;
}
