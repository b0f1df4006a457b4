import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Entry {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
}

export interface Lock {
  readonly packages: Readonly<Record<string, Entry>>;
}

export const readLock = (): Lock =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8')) as Lock;

/** Packages of others, by their place in the lock file. */
export const packagesOf = ({ packages }: Lock): [string, Entry][] =>
  Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && !link);

/** What npm would install without knowing what it is, or from elsewhere than the registry that is set. */
export function lockFaults(lock: Lock): string[] {
  return packagesOf(lock).flatMap(([path, { version, integrity, resolved }]) => [
    ...(/^sha512-[\w+/]{86}==$/.test(integrity ?? '') ? [] : [`${path} has no hash of its content`]),
    ...(resolved === undefined ? [] : [`${path} comes from ${resolved}, wherever that leads`]),
    ...(/^\d+\.\d+\.\d+/.test(version ?? '') ? [] : [`${path} has no version`]),
  ]);
}
