import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../tests/crash/application.process.ts';
import { ensureProgram, installPackages, mayInstall } from './debian.ts';
import { runTests } from './tested.ts';

/** The oldest version that the product runs on; Debian's own. */
const version = 15;
const binaries = `/usr/lib/postgresql/${version}/bin`;
const account = 'postgres';

/** Not about the database, or about the embedded one; a browser tells nothing of it that HTTP does not. */
const apart = ['tests/journeys/**', 'tests/hosting/proxy.test.ts', 'kernel/database/embedded.test.ts'];

/** Loses a crash of the machine, as a throw-away cluster may; all else is as Debian has it. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  shared_buffers: '64MB',
  max_connections: '120',
};

/** PostgreSQL refuses root: what belongs to it is done in its own name. */
function asOwner(program: string, words: readonly string[]): void {
  const own = process.getuid?.() !== 0;
  const path = join(binaries, program);
  const [first, ...rest] = own
    ? [path, ...words]
    : [ensureProgram('runuser', 'util-linux'), '-u', account, '--', path, ...words];
  execFileSync(first ?? path, rest, { stdio: ['ignore', 'ignore', 'inherit'], cwd: '/' });
}

function ensureDebianPostgres(): void {
  if (existsSync(join(binaries, 'postgres'))) return;
  if (mayInstall() && installPackages(`postgresql-${version}`) && existsSync(join(binaries, 'postgres')))
    return;
  throw new Error(
    `There is no PostgreSQL ${version} here and none could be installed. Install it (Debian: apt-get install postgresql-${version}).`,
  );
}

interface Cluster {
  /** Address of its database `postgres`, as the superuser. */
  readonly url: string;
  readonly stop: () => void;
}

/** A cluster of its own on a free port, gone afterwards. */
async function startCluster(folder: string): Promise<Cluster> {
  const data = join(folder, 'data');
  const password = randomBytes(18).toString('base64url');
  const secret = join(folder, 'password');
  writeFileSync(secret, password, { mode: 0o644 });
  if (process.getuid?.() === 0) execFileSync('chown', [account, folder]);
  const locale = ['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'];
  asOwner('initdb', ['-D', data, '-U', account, '--auth=scram-sha-256', `--pwfile=${secret}`, ...locale]);
  rmSync(secret);
  const port = await freePort();
  const words = Object.entries({ ...settings, port: String(port), unix_socket_directories: folder });
  const options = words.map(([name, value]) => `-c ${name}=${value}`).join(' ');
  asOwner('pg_ctl', ['start', '-w', '-D', data, '-l', join(folder, 'log'), '-o', options]);
  return {
    url: `postgresql://${account}:${password}@127.0.0.1:${port}/postgres`,
    stop: () => asOwner('pg_ctl', ['stop', '-w', '-m', 'fast', '-D', data]),
  };
}

ensureDebianPostgres();
const folder = mkdtempSync(join(tmpdir(), 'axent-external-'));
chmodSync(folder, 0o755);
let cluster: Cluster | null = null;
try {
  cluster = await startCluster(folder);
  // Whatever uses a database in its test comes by this file; words name some of them.
  const named = process.argv.slice(2);
  const words = named.length > 0 ? ['run', ...named] : ['related', '--run', 'tests/database.ts'];
  const { passed, failed } = await runTests([...words, ...apart.flatMap((path) => ['--exclude', path])], {
    AXENT_TEST_CLUSTER: cluster.url,
  });
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
} finally {
  cluster?.stop();
  rmSync(folder, { recursive: true, force: true });
}
