import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Project } from './guard.ts';
import { sourceFiles } from './tree.ts';

const tools = join(import.meta.dirname, '../..');

const workspaces: Readonly<Record<string, readonly [name: string, exports: Record<string, string>]>> = {
  policy: ['@axent/policy', { '.': './policy.ts' }],
  kernel: ['@axent/kernel', { '.': './kernel.ts', './operation': './operation/contract.ts' }],
  ui: ['@axent/ui', { '.': './ui.ts' }],
  'features/tap': [
    '@axent/tap',
    { '.': './tap.ts', './contract': './contract.ts', './server': './server/storage.ts' },
  ],
  'features/basin': ['@axent/basin', { './contract': './contract.ts' }],
  'apps/server': ['@axent/server', { '.': './main.ts' }],
};

/** A small project in which nothing is wrong: every allowed direction once. */
const innocent: Readonly<Record<string, string>> = {
  'policy/policy.ts': `import { hash } from './hash.ts';\nexport const policy = hash('a');\n`,
  'policy/hash.ts': `import { createHash } from 'node:crypto';\nexport const hash = (text: string) => createHash('sha256').update(text).digest('hex');\n`,
  'kernel/kernel.ts': `import { policy } from '@axent/policy';\nexport const kernel = { policy };\n`,
  'kernel/operation/contract.ts': `import type { policy } from '@axent/policy';\nexport type Contract = { of: typeof policy };\nexport const operation = <T>(contract: T) => contract;\n`,
  'ui/ui.ts': `export const button = 'button';\n`,
  'features/tap/contract.ts': `import { operation } from '@axent/kernel/operation';\nexport const flow = operation({ name: 'tap.flow' });\n`,
  'features/tap/tap.ts': `export const litres = (seconds: number) => seconds * 0.1;\n`,
  'features/tap/server/storage.ts': `import { readFileSync } from 'node:fs';\nimport { kernel } from '@axent/kernel';\nexport const stored = () => [kernel, readFileSync];\n`,
  'features/tap/customer/screen.tsx': `import { button } from '@axent/ui';\nimport { flow } from '../contract.ts';\nexport const screen = [button, flow];\n`,
  'features/basin/contract.ts': `import { flow } from '@axent/tap/contract';\nexport const drain = { after: flow };\n`,
  'apps/server/compose.ts': `import { stored } from '@axent/tap/server';\nexport const features = [stored];\n`,
  'apps/server/main.ts': `import { features } from './compose.ts';\nexport const server = features;\n`,
};

/** Writes the innocent project and what is planted in it into a folder of its own. */
export function plant(planted: Readonly<Record<string, string>> = {}): Project {
  const root = mkdtempSync(join(tmpdir(), 'axent-planted-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const folders = Object.keys(workspaces);
  write('package.json', `${JSON.stringify({ name: 'planted', type: 'module', workspaces: folders })}\n`);
  for (const [folder, [name, exports]] of Object.entries(workspaces)) {
    write(`${folder}/package.json`, JSON.stringify({ name, type: 'module', exports }));
    mkdirSync(join(root, 'node_modules/@axent'), { recursive: true });
    symlinkSync(join(root, folder), join(root, 'node_modules', name), 'dir');
  }
  for (const [path, text] of Object.entries({ ...innocent, ...planted })) write(path, text);
  return { root, tools, files: sourceFiles(root), lock: '{"packages":{}}' };
}
