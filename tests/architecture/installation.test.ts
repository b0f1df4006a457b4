import { expect, test } from 'vitest';
import { installation } from './installation.guard.ts';

const manifests = {
  'package.json': { name: 'brand', dependencies: { pump: '1.0.0' } },
  'features/tap/package.json': { name: '@brand/tap', version: '0.1.0' },
};
const packages = {
  '': { name: 'brand', dependencies: { pump: '1.0.0' } },
  'features/tap': { name: '@brand/tap', version: '0.1.0' },
  'node_modules/@brand/tap': { resolved: 'features/tap', link: true },
  'node_modules/pump': { version: '1.0.0', optionalDependencies: { 'pump-win32-x64': '1.0.0' } },
  'node_modules/pump-win32-x64': { version: '1.0.0', optional: true, os: ['win32'] },
};

async function judge(
  texts: Record<string, object>,
  locked: Record<string, object>,
): Promise<readonly string[]> {
  const files = Object.entries(texts).map(([path, json]) => ({ path, text: JSON.stringify(json) }));
  const lock = JSON.stringify({ packages: locked });
  return (await installation.judge({ root: '', tools: '', files, lock })).wrong;
}

test('a lock file that fits is left in peace', async () => {
  expect(await judge(manifests, packages)).toEqual([]);
});

test('a workspace that the lock file does not know is caught', async () => {
  const more = { ...manifests, 'features/basin/package.json': { name: '@brand/basin' } };
  expect((await judge(more, packages)).join()).toContain('features/basin/package.json');
});

test('a dependency with another version than the lock file records is caught', async () => {
  const newer = { ...manifests, 'package.json': { name: 'brand', dependencies: { pump: '2.0.0' } } };
  expect(await judge(newer, packages)).toEqual([expect.stringContaining('dependencies are not as in')]);
});

test('a package for another platform that the lock file lacks is caught', async () => {
  const { 'node_modules/pump-win32-x64': _, ...less } = packages;
  expect(await judge(manifests, less)).toEqual([expect.stringContaining('lacks pump-win32-x64')]);
});
