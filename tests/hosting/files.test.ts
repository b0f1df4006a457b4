import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { expect, test } from 'vitest';
import { loadSettings, SettingsFailure } from '../../apps/server/settings.ts';
import { systemFolder } from '../../kernel/database/embedded.binaries.ts';
import { ensureProgram } from '../../tasks/debian.ts';

const hosting = join(import.meta.dirname, '../../hosting');
const read = (name: string) => readFileSync(join(hosting, name), 'utf8');
/** How far systemd thinks that a service lies open, from 0 to 10; the usual one is at 9.6. */
const exposure_most = 2;

/** Settings as systemd reads them from `NAME=value` lines. */
function variablesOf(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => /^[A-Z_]+=/.test(line));
  return Object.fromEntries(
    lines.map((line) => [line.split('=', 1)[0] ?? '', line.slice(line.indexOf('=') + 1)]),
  );
}

/** What the unit sets itself, with systemd's own folders put in. */
const fromUnit = variablesOf(
  read('axent.service')
    .split('\n')
    .flatMap((line) => /^Environment=(.*)$/.exec(line)?.[1] ?? [])
    .join('\n')
    .replaceAll('%S', '/var/lib')
    .replaceAll('%C', '/var/cache')
    .replaceAll('%d', '/run/credentials/axent.service'),
);

function load(example: Record<string, string>) {
  const key = Buffer.from(Array.from({ length: 32 }, (_, index) => index)).toString('base64');
  return loadSettings({
    variables: { ...fromUnit, ...example },
    read: (path) => (path === '/run/credentials/axent.service/master.key' ? key : null),
    exists: () => true,
  });
}

test('the unit and the example of its settings are all that production asks for', () => {
  const settings = load(variablesOf(read('axent.env').replaceAll('CHANGE-ME', 'set')));
  expect(settings.node_env).toBe('production');
  expect(settings.key_store_file).toBe('/var/lib/axent-server/keys/keys.sqlite');
  expect(settings.metrics_host).toBe('127.0.0.1');
});

test('the unit closes no folder that the account of an embedded database has to walk through', () => {
  const [, folders = ''] = /^StateDirectory=(.+)$/m.exec(read('axent.service')) ?? [];
  const made = folders.split(' ').map((name) => join('/var/lib', name));
  expect(made).toContain(fromUnit.DATA_FOLDER);
  expect(made.filter((folder) => `${folder}/`.startsWith(`${systemFolder}/`))).toEqual([]);
});

test.each(['PUBLIC_URL', 'SMTP_URL', 'MAIL_CARRIER', 'CONTROLLER_NAME', 'IMPRINT'])(
  'without %s the example would be refused',
  (name) => {
    const { [name]: _, ...rest } = variablesOf(read('axent.env'));
    expect(() => load(rest)).toThrow(SettingsFailure);
  },
);

test('systemd takes the unit, and finds it well closed', () => {
  const systemd = ensureProgram('systemd-analyze', 'systemd');
  const folder = mkdtempSync(join(tmpdir(), 'axent-unit-'));
  try {
    const unit = join(folder, 'axent.service');
    // Here the release lies elsewhere; everything else is as it will be.
    writeFileSync(unit, read('axent.service').replace(/^ExecStart=\S+/m, `ExecStart=${process.execPath}`));
    const verified = spawnSync(systemd, ['verify', '--man=no', unit], { encoding: 'utf8' });
    expect(
      `${verified.stdout}${verified.stderr}`.split('\n').filter((line) => line.includes('axent')),
    ).toEqual([]);
    expect(verified.status).toBe(0);
    const told = execFileSync(systemd, ['security', '--offline=true', '--no-pager', unit], {
      encoding: 'utf8',
    });
    const exposure = Number(/Overall exposure level for axent.service: ([\d.]+)/.exec(told)?.[1]);
    expect(exposure).toBeGreaterThan(0);
    expect(exposure).toBeLessThan(exposure_most);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a unit with a line that systemd does not know is refused', () => {
  const systemd = ensureProgram('systemd-analyze', 'systemd');
  const folder = mkdtempSync(join(tmpdir(), 'axent-unit-'));
  try {
    const unit = join(folder, 'axent.service');
    writeFileSync(unit, read('axent.service').replace('ProtectSystem=strict', 'ProtectSystem=very'));
    const verified = spawnSync(systemd, ['verify', '--man=no', unit], { encoding: 'utf8' });
    expect(`${verified.stdout}${verified.stderr}`).toContain('Failed to parse protect system value');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the container file is well formed, runs nothing as root, and takes only what is named', () => {
  const text = read('Containerfile');
  expect(validate(text).map(({ message }) => message)).toEqual([]);
  const lines = text.split('\n');
  const last = (word: string) => lines.findLastIndex((line) => line.startsWith(word));
  expect(lines[last('USER')]).toBe('USER node');
  expect(last('USER')).toBeLessThan(last('CMD'));
  for (const line of lines.filter((one) => one.startsWith('FROM')))
    expect(line).toMatch(/:\d+-[a-z-]+( AS built)?$/);
  expect(text).not.toMatch(/^ADD |curl|wget|--privileged/m);
  expect(validate(text.replace('WORKDIR /opt/axent', 'WRKDIR /opt/axent'))).not.toEqual([]);
});
