import type { PolicyShape } from '../shape.ts';
import type { DecisionTable } from './table.ts';
import { decisionTable } from './table.ts';

/**
 * The text of `kernel/generated/policy.types.ts`: what each purpose may collect, read, send and share. Only what is
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
    uses('SharesOf', purposes, (purpose) => namesWhere(table.share[purpose] ?? {}, (cell) => cell.offered)),
    uses('MattersOf', ['purposes', 'categories'], (part) => matterParts(policy, part)),
    uses('FieldsOf', Object.keys(policy.recipients), (recipient) => fieldsOf(policy, recipient)),
  ].join('\n');
}

function namesWhere<T>(record: Readonly<Record<string, T>>, keep: (item: T) => boolean): string[] {
  return Object.entries(record)
    .filter(([, item]) => keep(item))
    .map(([name]) => name);
}

/** What any matter can be for, and open, on the grounds that are built. */
function matterParts(policy: PolicyShape, part: string): string[] {
  const names = Object.values(policy.exceptions).flatMap(({ clause, matter }) =>
    matter === undefined || policy.clauses[clause]?.built === 'not'
      ? []
      : part === 'purposes'
        ? matter.purposes
        : matter.categories,
  );
  return [...new Set(names)];
}

/** `category.field` of everything that the policy lets a recipient have. */
function fieldsOf(policy: PolicyShape, recipient: string): string[] {
  return (policy.recipients[recipient]?.categories ?? []).flatMap((category) =>
    (policy.categories[category]?.fields ?? []).map((field) => `${category}.${field}`),
  );
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
    const key = /^\w+$/.test(purpose) ? purpose : `'${purpose}'`;
    const line = `  ${key}: ${members.join(' | ') || 'never'};`;
    if (line.length <= width) return line;
    return `  ${key}:\n${members.map((member) => `    | ${member}`).join('\n')};`;
  });
  return `export interface ${name} {\n${fields.join('\n')}\n}\n`;
}
