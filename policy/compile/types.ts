import type { PolicyShape } from '../shape.ts';
import type { DecisionTable } from './table.ts';
import { decisionTable } from './table.ts';

/**
 * The text of `kernel/generated/policy.types.ts`: what each purpose may collect, read and send. Only what is
 * offered is there, so code that counts on an unbuilt clause does not compile.
 */
export function policyTypes(policy: PolicyShape): string {
  const table = decisionTable(policy);
  const purposes = Object.keys(policy.purposes);
  return [
    '// Generated from policy/policy.ts by `npm run generate`. Do not edit.',
    '',
    union('PurposeName', purposes),
    union('CategoryName', Object.keys(policy.categories)),
    union(
      'StoredCategory',
      namesWhere(policy.categories, (category) => category.storage !== 'fleeting'),
    ),
    union(
      'FleetingCategory',
      namesWhere(policy.categories, (category) => category.storage === 'fleeting'),
    ),
    union('FunctionId', Object.keys(policy.functions)),
    union('MessageId', Object.keys(policy.messages)),
    union('Clause', Object.keys(policy.clauses)),
    uses('CollectsOf', purposes, offeredIn(table.collect)),
    uses('ReadsOf', purposes, offeredIn(table.read)),
    uses('SendsOf', purposes, (purpose) =>
      namesWhere(table.send, (cell) => cell.offered && cell.purpose === purpose),
    ),
  ].join('\n');
}

function namesWhere<T>(record: Readonly<Record<string, T>>, keep: (item: T) => boolean): string[] {
  return Object.entries(record)
    .filter(([, item]) => keep(item))
    .map(([name]) => name);
}

function offeredIn(cells: DecisionTable['read']): (purpose: string) => string[] {
  return (purpose) => namesWhere(cells[purpose] ?? {}, (cell) => cell.offered);
}

const width = 110;

function union(name: string, members: readonly string[]): string {
  const quoted = members.map((member) => `'${member}'`);
  const line = `export type ${name} = ${quoted.join(' | ') || 'never'};`;
  if (line.length <= width) return `${line}\n`;
  return `export type ${name} =\n${quoted.map((member) => `  | ${member}`).join('\n')};\n`;
}

function uses(name: string, purposes: readonly string[], of: (purpose: string) => string[]): string {
  const fields = purposes.map((purpose) => {
    const members = of(purpose).map((member) => `'${member}'`);
    const line = `  ${purpose}: ${members.join(' | ') || 'never'};`;
    if (line.length <= width) return line;
    return `  ${purpose}:\n${members.map((member) => `    | ${member}`).join('\n')};`;
  });
  return `export interface ${name} {\n${fields.join('\n')}\n}\n`;
}
