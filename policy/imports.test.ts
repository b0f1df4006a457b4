import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** Every module that an entry reaches through imports that survive type stripping, and what is no file of ours. */
function reached(entry: string, found = new Map<string, string[]>()): Map<string, string[]> {
  if (found.has(entry)) return found;
  const sources = [
    ...readFileSync(entry, 'utf8').matchAll(/^(?:import|export)(?! type\b)[^;]*? from '([^']+)';/gm),
  ].flatMap(([, from]) => (from === undefined ? [] : [from]));
  found.set(
    entry,
    sources.filter((from) => !from.startsWith('.')),
  );
  for (const from of sources.filter((source) => source.startsWith('.'))) {
    reached(resolve(dirname(entry), from), found);
  }
  return found;
}

const here = import.meta.dirname;

test.each(['policy.ts', 'shape.ts', 'notice/notice.ts', 'compile/text.ts', 'revisions/fault.ts'])(
  '%s runs in a browser: it imports nothing outside the policy',
  (entry) => {
    expect([...reached(resolve(here, entry)).values()].flat()).toEqual([]);
  },
);

test('the reader of imports sees what it must: the compiler does need node:crypto', () => {
  const all = reached(resolve(here, 'compile/compile.ts'));
  expect([...all.values()].flat()).toEqual(['node:crypto']);
  expect(all.size).toBeGreaterThan(10);
});
