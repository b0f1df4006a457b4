import { expect, test } from 'vitest';
import { lockFaults, packagesOf, readLock } from '../../tasks/lock.ts';

test('the lock file names every package by its content, for every platform, and no place to fetch it from', () => {
  const lock = readLock();
  expect(packagesOf(lock).length).toBeGreaterThan(300);
  expect(lockFaults(lock)).toEqual([]);
});

test('a package without a hash, with a weak one, from elsewhere or without a version is found', () => {
  const integrity = `sha512-${'A'.repeat(86)}==`;
  const faultsOf = (entry: object) => lockFaults({ packages: { 'node_modules/a': entry } });
  expect(faultsOf({ version: '1.0.0', integrity })).toEqual([]);
  expect(faultsOf({ version: '1.0.0' })).toHaveLength(1);
  expect(faultsOf({ version: '1.0.0', integrity: 'sha1-AAAA' })).toHaveLength(1);
  expect(faultsOf({ version: '1.0.0', integrity, resolved: 'git+ssh://evil.example/a.git' })).toHaveLength(1);
  expect(faultsOf({ integrity })).toHaveLength(1);
});
