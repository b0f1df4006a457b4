import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');

interface LockedPackage {
  readonly version?: string;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
}

type Lock = { readonly packages: Readonly<Record<string, LockedPackage>> };

function git(...words: readonly string[]): Buffer {
  try {
    return execFileSync('git', words, { cwd: root, maxBuffer: 256 * 1024 ** 2, stdio: 'pipe' });
  } catch (cause) {
    throw new Error(
      `The previous release is not in this copy: \`git ${words.join(' ')}\` failed. Fetch the whole history.`,
      {
        cause,
      },
    );
  }
}

/** The commit from which the release before this one was made, as `hosting/previous-release` names it. */
export function previousRelease(): string {
  const [commit = ''] = readFileSync(join(root, 'hosting/previous-release'), 'utf8').trim().split(/\s+/);
  if (!/^[0-9a-f]{40}$/.test(commit))
    throw new Error('hosting/previous-release begins with a whole commit id.');
  return commit;
}

export interface Migration {
  readonly path: string;
  readonly text: string;
}

const isMigration = (path: string) => /^(kernel|features)\/.*\/migrations\/[^/]+[.]sql$/.test(path);

/** The migrations that came with a release. */
export function migrationsOf(commit: string): readonly Migration[] {
  const listed = git('ls-tree', '-r', '--name-only', commit, 'kernel', 'features').toString();
  return listed
    .split('\n')
    .filter(isMigration)
    .map((path) => ({ path, text: git('show', `${commit}:${path}`).toString() }));
}

/** Whether what the earlier release runs on is installed here, in the same versions. */
function installedHere(earlier: Lock): boolean {
  const now = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  return Object.entries(earlier.packages).every(([path, { version, link, dev, devOptional, optional }]) => {
    const needed = path.includes('node_modules/') && !link && !dev && !devOptional && !optional;
    return !needed || now.packages[path]?.version === version;
  });
}

/** Its packages: those that are here, or installed anew; its workspaces are always its own. */
function provide(folder: string): void {
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as Lock;
  if (!installedHere(lock)) {
    const words = ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync('npm', words, { cwd: folder, stdio: 'pipe' });
    return;
  }
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(join(root, 'node_modules')).filter((one) => one !== '@axent'))
    symlinkSync(join(root, 'node_modules', name), join(modules, name));
  for (const [path, { link, resolved }] of Object.entries(lock.packages)) {
    if (!link || resolved === undefined) continue;
    const at = join(folder, path);
    mkdirSync(dirname(at), { recursive: true });
    symlinkSync(join(folder, resolved), at);
  }
}

export interface Checkout {
  /** Its `apps/server/main.ts`. */
  readonly main: string;
  readonly remove: () => void;
}

/** A release as it was, in a folder of its own, ready to be started. */
export function checkOut(commit: string): Checkout {
  const folder = mkdtempSync(join(tmpdir(), 'axent-release-'));
  execFileSync('tar', ['-x', '-C', folder], { input: git('archive', '--format=tar', commit) });
  provide(folder);
  const main = join(folder, 'apps/server/main.ts');
  if (!existsSync(main)) throw new Error(`${basename(folder)} holds no server.`);
  return { main, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
