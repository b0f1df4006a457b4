import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Loaded before the build: takes one clause's words out of the German notice, as a slip of the pen would. */
const slip = `
import { registerHooks } from 'node:module';
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.endsWith('/policy/notice/de.clauses.ts')) return loaded;
    return { ...loaded, source: String(loaded.source).replace("'C.log':", "'C.lost':") };
  },
});`;

test('a policy with a clause that has no words is not built, and the message says which', () => {
  const hook = `data:text/javascript,${encodeURIComponent(slip)}`;
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', hook, 'tasks/build.ts'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain('de: clause C.log has no words');
  expect(stderr).toContain('de: words for clause C.lost, which is not in the policy');
});
