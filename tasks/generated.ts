import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface GeneratedFile {
  /** From the root. */
  readonly path: string;
  readonly text: string | Uint8Array;
}

/** What a `*.generate.ts` exports: the files that come out of it, as they should be now. */
interface Generator {
  readonly generate: () => GeneratedFile[] | Promise<GeneratedFile[]>;
}

const places = '{policy,kernel,ui,features,brand,apps,tests}/**/*.generate.ts';

/** Runs every generator of the tree, one after the other. */
export async function generatedFiles(root: string): Promise<GeneratedFile[]> {
  const found = globSync(places, {
    cwd: root,
    exclude: (path) => /(^|\/)(node_modules|dist)$/.test(String(path)),
  });
  const files: GeneratedFile[] = [];
  for (const path of found.toSorted()) {
    // Looked for in the text: importing a file that is something else would run it.
    const exported = /^export (const|function|async function) generate\b/m.test(
      readFileSync(join(root, path), 'utf8'),
    );
    if (!exported)
      throw new Error(`${path} exports no generate(); give it another name if it is no generator`);
    const { generate }: Generator = await import(pathToFileURL(join(root, path)).href);
    files.push(...(await generate()));
  }
  return files;
}

/** Paths whose text on disk is not what it should be. */
export function outdated(root: string, files: readonly GeneratedFile[]): string[] {
  return files
    .filter(
      ({ path, text }) =>
        !existsSync(join(root, path)) || !readFileSync(join(root, path)).equals(Buffer.from(text)),
    )
    .map(({ path }) => path);
}
