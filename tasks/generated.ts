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
    const { generate }: Partial<Generator> = await import(pathToFileURL(join(root, path)).href);
    if (!generate) throw new Error(`${path} exports no generate()`);
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
