import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceFiles } from './tree.ts';

const root = join(import.meta.dirname, '../..');

/** Folders in the page's ```tree block, by indentation, two levels deep. */
function drawnFolders(page: string): string[] {
  const block = /```tree\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const found: string[] = [];
  let parent = '';
  for (const line of block.split('\n')) {
    const [, indent, name] = /^( {0,2})([\w-]+)\//.exec(line) ?? [];
    if (!name) continue;
    if (!indent) parent = name;
    found.push(indent ? `${parent}/${name}` : name);
  }
  return found;
}

/** Folders that hold a file, two levels deep, those whose names begin with a dot left out. */
function foldersOf(paths: readonly string[]): string[] {
  const folders = paths.flatMap((path) => {
    const parts = path.split('/').slice(0, -1).slice(0, 2);
    return parts.map((_, depth) => parts.slice(0, depth + 1).join('/'));
  });
  return [...new Set(folders)].filter((folder) => !folder.startsWith('.'));
}

test('docs/architecture.md draws the tree as it is', () => {
  const drawn = drawnFolders(readFileSync(join(root, 'docs/architecture.md'), 'utf8'));
  const present = foldersOf(sourceFiles(root).map(({ path }) => path));
  expect(drawn.length).toBeGreaterThan(20);
  expect({ 'on disk, not drawn': present.filter((folder) => !drawn.includes(folder)) }).toEqual({
    'on disk, not drawn': [],
  });
  expect({ 'drawn, not on disk': drawn.filter((folder) => !present.includes(folder)) }).toEqual({
    'drawn, not on disk': [],
  });
});

test('a folder that is not drawn, and one that is only drawn, are seen', () => {
  expect(drawnFolders('```tree\nkernel/  x\n  gate/  y\n    deep/\n```')).toEqual(['kernel', 'kernel/gate']);
  expect(foldersOf(['kernel/gate/a.ts', 'kernel/vault/deep/b.ts', 'run.mjs', '.ci/run'])).toEqual([
    'kernel',
    'kernel/gate',
    'kernel/vault',
  ]);
});
