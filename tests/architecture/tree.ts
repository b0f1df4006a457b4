import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** One text file of the project. */
export interface SourceFile {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const skipped = new Set(['node_modules', 'dist', 'data', '.git', '.cache', 'peers']);
const texts =
  /[.](ts|tsx|mjs|cjs|js|css|html|json|md|sql|sh|ya?ml|csv|webmanifest|svg|conf|service|env)$|^(run|Caddyfile|Containerfile|[.]npmrc|[.]gitignore)$/;
const most_bytes = 2 << 20;

/** Every text file of the tree, in order of path; what is built, installed or kept at run time is left out. */
export function sourceFiles(root: string): SourceFile[] {
  const found: SourceFile[] = [];
  const walk = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!skipped.has(entry.name)) walk(path);
      } else if (entry.isFile() && texts.test(entry.name) && entry.name !== 'package-lock.json') {
        const text = readFileSync(path, 'utf8');
        if (text.length <= most_bytes) found.push({ path: relative(root, path).replaceAll('\\', '/'), text });
      }
    }
  };
  walk(root);
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

export const isCode = ({ path }: SourceFile) => /[.](ts|tsx|mjs|cjs)$/.test(path) && !path.endsWith('.d.ts');
export const isGenerated = ({ path }: SourceFile) => /(^|\/)generated\//.test(path);
