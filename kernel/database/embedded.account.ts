import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { EmbeddedFailure } from './embedded.failure.ts';

/** The system account that the database server runs as. Null: as ourselves, since we are not root. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const accountName = 'axent-db';

function lookUp(name: string): Account | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : null;
}

/**
 * PostgreSQL refuses to run as root, so root gives it an account of its own; a shared one (`nobody`) could be read
 * by other programs. Made once, without a home, a shell or a password.
 */
export function serverAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const existing = lookUp(accountName);
  if (existing) return existing;
  const words = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
  const made = spawnSync('useradd', [...words, '--shell', '/usr/sbin/nologin', accountName], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  const account = lookUp(accountName) ?? lookUp('postgres');
  if (account) return account;
  throw new EmbeddedFailure(
    'no_account',
    `PostgreSQL does not run as root, and the system account ${accountName} could not be made ` +
      `(${made.error?.message ?? made.stderr.trim()}). Make it by hand, start AXENT as an ordinary user, ` +
      'or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

/** Whether the account can walk to the folder: execute right on it and on every folder above it. */
export function canReach(account: Account, path: string): boolean {
  for (let at = resolve(path); ; at = dirname(at)) {
    const stat = statSync(at, { throwIfNoEntry: false });
    if (stat) {
      const bits = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001;
      if ((stat.mode & bits) === 0) return false;
    }
    if (at === dirname(at)) return true;
  }
}
