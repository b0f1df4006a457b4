import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const sheets = globSync('{ui,apps,features}/**/*.module.css', {
  cwd: root,
  exclude: (path) => /(^|\/)(node_modules|dist)$/.test(path),
});

const importOf = /import (\w+) from '(\.[^']+\.module\.css)'/g;

/** Classes that components take from each sheet; `[…]` counts as every name that is looked up while running. */
function usedClasses(): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>();
  const screens = globSync('{ui,apps,features}/**/*.tsx', {
    cwd: root,
    exclude: (path) => /(^|\/)(node_modules|dist)$/.test(path),
  });
  for (const path of screens) {
    const text = readFileSync(join(root, path), 'utf8');
    for (const [, name, sheet] of text.matchAll(importOf)) {
      const key = join(dirname(path), sheet ?? '');
      const classes = used.get(key) ?? new Set();
      for (const [, one] of text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))) if (one) classes.add(one);
      if (text.includes(`${name}[`)) classes.add('[…]');
      used.set(key, classes);
    }
  }
  return used;
}

const classesIn = (sheet: string) =>
  new Set(
    [
      ...readFileSync(join(root, sheet), 'utf8')
        .replaceAll(/url\([^)]*\)/g, '')
        .matchAll(/\.([a-z]\w*)/gi),
    ]
      .map(([, name]) => name ?? '')
      .filter(Boolean),
  );

test('every class that a component names is in its sheet, and every class in a sheet is named', () => {
  const used = usedClasses();
  const wrong = sheets.flatMap((sheet) => {
    const written = classesIn(sheet);
    const named = used.get(sheet) ?? new Set<string>();
    const missing = [...named].filter((name) => name !== '[…]' && !written.has(name));
    const idle = named.has('[…]') ? [] : [...written].filter((name) => !named.has(name));
    return [
      ...missing.map((name) => `${sheet}: .${name} is named but not written`),
      ...idle.map((name) => `${sheet}: .${name} is written but not named`),
    ];
  });
  expect(sheets.length).toBeGreaterThan(10);
  expect(wrong).toEqual([]);
});
