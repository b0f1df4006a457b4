import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Evidence } from '@axent/policy/compile';
import { databaseChecks } from './database.checks.ts';
import { gateChecks } from './gate.checks.ts';
import { wideRowChecks } from './rows.checks.ts';
import { systemChecks } from './system.checks.ts';
import { walls } from './walls.ts';
import { wideGateChecks } from './wide.checks.ts';

const root = join(import.meta.dirname, '../..');
/** Enough for a reader; the rest is counted. */
const shown = 12;

interface Named {
  readonly clauses: readonly string[];
  readonly walls: readonly string[];
  readonly words: string;
}

/** A test says its clauses, its walls and its promise: `F.close F.open @gate @database: words`. */
function parseName(name: string): Named | null {
  const match = /^((?:[A-Z]\.[a-z0-9.-]+ )+)((?:@[a-z]+ ?)+): ?(.+)$/.exec(name);
  if (match === null) return null;
  return {
    clauses: (match[1] ?? '').trim().split(' '),
    walls: (match[2] ?? '')
      .trim()
      .split(/ ?@/)
      .filter((wall) => wall !== ''),
    words: match[3] ?? '',
  };
}

/** Names of every test in the tree: those written in test files, those of the checks, and the type lines. */
export function testNames(): Named[] {
  const files = globSync('{policy,kernel,features,apps,ui,tests}/**/*.test.{ts,tsx}', {
    cwd: root,
    exclude: (path) => /(^|\/)node_modules$/.test(String(path)),
  });
  const written = files.sort().flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return [...text.matchAll(/\btest\(\s*(['"`])((?:[A-Z]\.[a-z0-9.-]+ )+@[^'"`]+?)\1/g)].map(
      (one) => one[2] ?? '',
    );
  });
  const all = [gateChecks, databaseChecks, systemChecks, wideGateChecks, wideRowChecks];
  const checks = all.flat().map((check) => check.name);
  return [...written, ...checks]
    .map(parseName)
    .filter((one) => one !== null)
    .concat(typeLines());
}

const clauseOf: Readonly<Record<string, string>> = {
  service: 'U.service',
  authentication: 'U.authentication',
  rights: 'U.rights',
  backup: 'U.backup',
  security: 'U.security',
  fraud: 'U.fraud',
  variance: 'M.code',
  sharing: 'S.third-party',
  matters: 'E.1 E.2 E.3 E.4 E.5 E.8 E.9',
  messages: 'M.push',
};

function typeLines(): Named[] {
  return Object.entries(clauseOf).flatMap(([file, clause]) => {
    const text = readFileSync(join(import.meta.dirname, `types/${file}.types.ts`), 'utf8');
    return [...text.matchAll(/@ts-expect-error (.+)/g)].map((one) => ({
      clauses: clause.split(' '),
      walls: ['type'],
      words: one[1] ?? '',
    }));
  });
}

/** Walls and tests by clause, as the coverage page shows them. */
export function evidenceOf(names: readonly Named[]): Record<string, Evidence> {
  return Object.fromEntries(
    Object.entries(walls).map(([clause, own]) => {
      const tests = Object.fromEntries(
        own.map((wall) => {
          const words = names
            .filter((name) => name.clauses.includes(clause) && name.walls.includes(wall))
            .map((name) => name.words);
          const more = words.length - shown;
          return [wall, more > 0 ? [...words.slice(0, shown), `… ${more} more`] : words];
        }),
      );
      return [clause, { walls: [...own], tests }];
    }),
  );
}
