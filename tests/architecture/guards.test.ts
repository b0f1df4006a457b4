import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { guards } from './guards.ts';

test('every guard is tried on what it must catch', () => {
  const tests = globSync('*.test.ts', { cwd: import.meta.dirname })
    .filter((file) => file !== 'guards.test.ts')
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'));
  const tried = guards.filter(({ name }) =>
    tests.some(
      (text) =>
        new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '\\./[a-z]+\\.guard\\.ts'`).test(text) &&
        / is caught\b| are caught\b/.test(text),
    ),
  );
  expect(guards.filter((guard) => !tried.includes(guard)).map(({ name }) => name)).toEqual([]);
});
