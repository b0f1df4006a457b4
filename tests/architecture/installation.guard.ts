import type { Guard } from './guard.ts';
import type { SourceFile } from './tree.ts';

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface LockEntry extends Manifest {
  readonly resolved?: string;
  readonly link?: boolean;
}

const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
const remedy = 'npm install --package-lock-only';

const sorted = (record: Readonly<Record<string, string>> = {}) =>
  JSON.stringify(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** What a workspace asks for and what the lock file has on record for it must be the same. */
function differences(path: string, manifest: Manifest, entry: LockEntry | undefined): string[] {
  if (!entry) return [`${path} is not in package-lock.json: ${remedy}`];
  return kinds
    .filter((kind) => sorted(manifest[kind]) !== sorted(entry[kind]))
    .map((kind) => `${path}: ${kind} are not as in package-lock.json: ${remedy}`);
}

/** Where Node would look for a package that is asked for at `from`, nearest first. */
function placesOf(name: string, from: string): string[] {
  const parts = from.split('/node_modules/');
  const nested = parts.map((_, depth) => parts.slice(0, parts.length - depth).join('/node_modules/'));
  return [...nested.filter(Boolean).map((place) => `${place}/node_modules/${name}`), `node_modules/${name}`];
}

/** `npm ci` refuses a lock file that lacks one package, be it for a platform that nobody here has. */
function holes(packages: Readonly<Record<string, LockEntry>>): string[] {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
      .filter((name) => !placesOf(name, path).some((place) => packages[place]))
      .map((name) => `package-lock.json lacks ${name}, which ${path || 'the project'} asks for`),
  );
}

const isManifest = ({ path }: SourceFile) => /(^|\/)package[.]json$/.test(path);

/** A fresh clone can be installed: `npm ci` wants the lock file to fit every workspace. */
export const installation: Guard = {
  name: 'installation',
  judge: ({ files, lock }) => {
    const { packages }: { packages: Record<string, LockEntry> } = JSON.parse(lock);
    const manifests = files.filter(isManifest);
    const unfit = manifests.flatMap(({ path, text }) => {
      const manifest: Manifest = JSON.parse(text);
      const folder = path.replace(/\/?package[.]json$/, '');
      const linked = folder === '' || packages[`node_modules/${manifest.name}`]?.link;
      const link = linked ? [] : [`${path}: package-lock.json has no link to it: ${remedy}`];
      return [...differences(path, manifest, packages[folder]), ...link];
    });
    return {
      seen: `${manifests.length} workspaces, ${Object.keys(packages).length} packages`,
      wrong: [...unfit, ...holes(packages)],
    };
  },
};
