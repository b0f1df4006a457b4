import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const quiet_ms = 5 * 60_000;

/** Where Debian puts what only root usually runs. */
const further = ['/usr/sbin', '/sbin'];

/** The path of a program that is there; null: it is not. */
export function findProgram(program: string): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...further];
  for (const path of folders.map((folder) => join(folder, program))) {
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not in this one
    }
  }
  return null;
}

function run(program: string, words: readonly string[]): boolean {
  // At run level 1 a package starts no service of its own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const { status, stderr } = spawnSync(program, words, { encoding: 'utf8', env, timeout: quiet_ms });
  if (status !== 0) console.error(stderr?.trim().split('\n').slice(-5).join('\n'));
  return status === 0;
}

/** Whether we may install Debian's packages here. */
export const mayInstall = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Installs packages of Debian without the services that they would start. */
export function installPackages(...names: readonly string[]): boolean {
  console.log(`Installing ${names.join(', ')} (only once)`);
  // Another run may be installing something just now.
  const install = [
    'install',
    '-y',
    '-qq',
    '-o',
    'DPkg::Lock::Timeout=300',
    '--no-install-recommends',
    ...names,
  ];
  return run('apt-get', ['update', '-qq']) && run('apt-get', install);
}

/** What tests start of Debian's: program → package. */
const forTests = {
  nginx: 'nginx',
  caddy: 'caddy',
  openssl: 'openssl',
  'systemd-analyze': 'systemd',
} as const;

/** Installs what the tests start and is missing, all at once and before any of them; where we may not, they say so. */
export function preparePrograms(): void {
  const missing = Object.entries(forTests).filter(([program]) => findProgram(program) === null);
  if (missing.length > 0 && mayInstall()) installPackages(...missing.map(([, package_name]) => package_name));
}

/**
 * Makes sure that a program is there, from Debian's package of that name where we may install it.
 * @returns its path.
 */
export function ensureProgram(program: string, package_name: string): string {
  const present =
    findProgram(program) ?? (mayInstall() && installPackages(package_name) ? findProgram(program) : null);
  if (present !== null) return present;
  throw new Error(
    `There is no ${program} here and none could be installed. Install it yourself (Debian: apt-get install ${package_name}).`,
  );
}
