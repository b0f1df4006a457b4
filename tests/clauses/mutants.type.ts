import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { policy } from '@axent/policy';
import type { PolicyShape } from '@axent/policy/shape';
import { actorOf, categories, fleeting } from './matrix.ts';
import { recipients, shares } from './sharing.matrix.ts';

const root = join(import.meta.dirname, '../..');
const kernel = join(root, 'kernel');

export interface TypeMutant {
  readonly name: string;
  /** The text of the generated types with one name added or taken away. */
  readonly types: string;
  /** Whose lines are to fail: a purpose's, or those of a subject of their own. */
  readonly purpose: string;
}

const purposes = [
  'service',
  'authentication',
  'rights',
  'support',
  'security',
  'fraud',
  'improve',
  'backup',
] as const;

/** One mutant per refusing or letting line: one category flipped in what a purpose may collect or read. */
export function typeMutants(): TypeMutant[] {
  const text = readFileSync(join(kernel, 'generated/policy.types.ts'), 'utf8');
  const mutants: TypeMutant[] = [];
  for (const purpose of purposes) {
    for (const [uses, verb] of [
      ['CollectsOf', 'collect'],
      ['ReadsOf', 'read'],
    ] as const) {
      for (const category of categories) {
        const flipped = flip(text, uses, purpose, category);
        const what = flipped.added ? 'let through' : 'taken away';
        mutants.push({
          name: `type: ${verb} ${category} for ${purpose}: ${what}`,
          types: flipped.text,
          purpose,
        });
      }
    }
  }
  return [...mutants, ...outsideTypeMutants(text)];
}

/** The same for what may be handed to whom, for whom matters are, and what they open. */
function outsideTypeMutants(text: string): TypeMutant[] {
  const mutant = (purpose: string, uses: string, key: string, name: string): TypeMutant => {
    const flipped = flip(text, uses, key, name);
    const what = flipped.added ? 'let through' : 'taken away';
    return { name: `type: ${uses} ${key} ${name}: ${what}`, types: flipped.text, purpose };
  };
  const shape: PolicyShape = policy;
  const firstField = (category: string) => `${category}.${shape.categories[category]?.fields?.[0]}`;
  return [
    ...['service', 'rights', 'authentication'].flatMap((purpose) =>
      recipients.map((recipient) => mutant('sharing', 'SharesOf', purpose, recipient)),
    ),
    ...shares.flatMap(({ recipient }) =>
      categories.map((category) => mutant('sharing', 'FieldsOf', `'${recipient}'`, firstField(category))),
    ),
    ...Object.keys(actorOf).map((purpose) => mutant('matters', 'MattersOf', 'purposes', purpose)),
    ...categories
      .filter((category) => !fleeting.includes(category))
      .map((category) => mutant('matters', 'MattersOf', 'categories', category)),
  ];
}

/** The types as they are: were a line to fail on these, no killing would mean anything. */
export function untouched(): TypeMutant[] {
  const types = readFileSync(join(kernel, 'generated/policy.types.ts'), 'utf8');
  return [...purposes, 'sharing', 'matters'].map((purpose) => ({
    name: `type: ${purpose} untouched`,
    types,
    purpose,
  }));
}

function flip(text: string, uses: string, purpose: string, category: string) {
  const start = text.indexOf(`export interface ${uses} {`);
  const field = new RegExp(`\\n  ${purpose}:([^;]*);`);
  const part = text.slice(start);
  const match = field.exec(part);
  if (start < 0 || match === null) throw new Error(`${uses}.${purpose} is not in the generated types`);
  const names = [...(match[1] ?? '').matchAll(/'([^']+)'/g)].map((one) => one[1] ?? '');
  const added = !names.includes(category);
  const now = added ? [...names, category] : names.filter((name) => name !== category);
  const union = now.map((name) => `'${name}'`).join(' | ') || 'never';
  return { added, text: text.slice(0, start) + part.replace(field, `\n  ${purpose}: ${union};`) };
}

/** Compiles every mutant in one run of the compiler; answers the line that fails for each, by name. */
export function compileMutants(mutants: readonly TypeMutant[]): Map<string, string> {
  const folder = mkdtempSync(join(root, '.cache-types-'));
  try {
    mutants.forEach((mutant, number) => {
      writeMutant(join(folder, `m${number}`), mutant);
    });
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: '../tsconfig.json', include: ['**/*.types.ts'], exclude: [] }),
    );
    const tsc = join(root, 'node_modules/.bin/tsc');
    const done = spawnSync(tsc, ['--noEmit', '--pretty', 'false', '-p', folder], { encoding: 'utf8' });
    return firstErrors(done.stdout, mutants);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeMutant(folder: string, { types, purpose }: TypeMutant): void {
  mkdirSync(folder);
  writeFileSync(join(folder, 'policy.types.ts'), types);
  for (const file of ['use.ts', 'use.outside.ts']) {
    const text = readFileSync(join(kernel, 'operation', file), 'utf8')
      .replace("'../generated/policy.types.ts'", "'./policy.types.ts'")
      .replaceAll(/from '\.\.\/([^']+)'/g, `from '${kernel}/$1'`);
    writeFileSync(join(folder, file), text);
  }
  const lines = readFileSync(join(import.meta.dirname, `types/${purpose}.types.ts`), 'utf8')
    .replaceAll(/'\.\.\/\.\.\/\.\.\/kernel\/operation\/(use|use\.outside)\.ts'/g, "'./$1.ts'")
    .replaceAll(/from '\.\.\/\.\.\/\.\.\/kernel\/([^']+)'/g, `from '${kernel}/$1'`)
    .replace("'./boxes.ts'", `'${join(import.meta.dirname, 'types/boxes.ts')}'`);
  writeFileSync(join(folder, 'lines.types.ts'), lines);
}

function firstErrors(output: string, mutants: readonly TypeMutant[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of output.split('\n')) {
    const match = /[\\/]?m(\d+)[\\/]lines\.types\.ts\((\d+),\d+\): error (.*)/.exec(line);
    const mutant = mutants[Number(match?.[1] ?? -1)];
    if (mutant !== undefined && !found.has(mutant.name))
      found.set(mutant.name, `types/${mutant.purpose}.types.ts: line ${match?.[2]}: ${match?.[3]}`);
  }
  return found;
}
