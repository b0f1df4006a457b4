import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boundaries } from './boundaries.guard.ts';
import type { Project, Verdict } from './guard.ts';
import { plant } from './planted.ts';

const configuration = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');

/** One crossing of every boundary: where it is planted, what is planted, which rule must catch it. */
const crossings: readonly [rule: string, path: string, text: string][] = [
  [
    'policy-stands-alone',
    'policy/a.ts',
    `import type { button } from '@axent/ui';\nexport type A = typeof button;\n`,
  ],
  ['kernel-knows-no-feature', 'kernel/b.ts', `export * from '@axent/tap/contract';\n`],
  [
    'ui-knows-no-feature',
    'ui/c.ts',
    `import { flow } from '../features/tap/contract.ts';\nexport const c = flow;\n`,
  ],
  ['features-meet-at-contracts', 'features/basin/d.ts', `export const d = import('../tap/tap.ts');\n`],
  [
    'screens-see-no-server',
    'features/tap/console/e.tsx',
    `import type { stored } from '../server/storage.ts';\nexport type E = typeof stored;\n`,
  ],
  ['screens-see-little-kernel', 'features/tap/customer/f.tsx', `export { kernel } from '@axent/kernel';\n`],
  ['contracts-are-light', 'features/tap/contract.more.ts', `export * from './server/storage.ts';\n`],
  [
    'rules-are-pure',
    'features/tap/leak.ts',
    `import { rmSync } from 'node:fs';\nexport const leak = rmSync;\n`,
  ],
  ['one-wiring-file', 'apps/server/routes.ts', `export * from '@axent/tap/server';\n`],
  ['nobody-imports-apps', 'kernel/h.ts', `export * from '@axent/server';\n`],
  ['apps-stand-apart', 'apps/console/main.tsx', `export * from '@axent/server';\n`],
  ['product-knows-no-test', 'kernel/i.ts', `export * from './kernel.test.ts';\n`],
  ['no-circle', 'ui/j.ts', `import { k } from './k.ts';\nexport const j = () => k;\n`],
  ['resolvable', 'features/basin/l.ts', `export * from '@axent/tap/inside';\n`],
  [
    'browser-without-node',
    'apps/customer/main.tsx',
    `import { policy } from '../../policy/policy.ts';\nexport const m = policy;\n`,
  ],
];
const companions = {
  'kernel/kernel.test.ts': 'export const t = 1;\n',
  'ui/k.ts': `import { j } from './j.ts';\nexport const k = () => j;\n`,
};

const projects: Project[] = [];
let planted: Verdict;

beforeAll(async () => {
  const files = Object.fromEntries(crossings.map(([, path, text]) => [path, text]));
  const project = plant({ ...files, ...companions });
  projects.push(project);
  planted = await boundaries.judge(project);
});
afterAll(() => {
  for (const { root } of projects) rmSync(root, { recursive: true, force: true });
});

test('a project that keeps every boundary is left in peace', async () => {
  const project = plant();
  projects.push(project);
  expect((await boundaries.judge(project)).wrong).toEqual([]);
});

test.each(crossings)('%s: a crossing planted in %s is caught', (rule, path) => {
  expect(planted.wrong.filter((line) => line.startsWith(`${rule}: ${path}`))).not.toEqual([]);
});

test('every rule has a planted crossing', () => {
  const rules: string[] = configuration.forbidden.map(({ name }: { name: string }) => name);
  const tried = crossings.map(([rule]) => rule);
  expect(rules.filter((rule) => !tried.includes(rule))).toEqual([]);
});

test('a tool that reads no module is not believed', async () => {
  const project = plant();
  projects.push(project);
  for (const folder of ['policy', 'kernel', 'features', 'apps']) {
    rmSync(`${project.root}/${folder}`, { recursive: true });
  }
  expect((await boundaries.judge(project)).wrong).toEqual([expect.stringContaining('the tool is blind')]);
});
