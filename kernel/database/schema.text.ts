import { parseComment } from '@axent/policy/compile';
import type { PolicyShape } from '@axent/policy/shape';
import type pg from 'pg';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly defaulted: boolean;
  readonly comment: string | null;
  readonly table_comment: string | null;
}

const types: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  boolean: 'boolean',
  integer: 'number',
  smallint: 'number',
  'double precision': 'number',
  real: 'number',
  bigint: 'string',
  bytea: 'Buffer',
  'timestamp with time zone': 'Date',
  date: 'string',
  jsonb: 'unknown',
  'text[]': 'string[]',
};

/** The text of `kernel/generated/schema.ts`: the features' tables as types, and the data map, from a migrated database. */
export async function schemaText(owner: pg.Pool, policy: PolicyShape): Promise<string> {
  const { rows } = await owner.query<Column>(`
    select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
      not a.attnotnull as nullable, a.atthasdef as defaulted, col_description(c.oid, a.attnum) as comment,
      obj_description(c.oid, 'pg_class') as table_comment
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where n.nspname = 'app' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`);
  const tables = new Map<string, Column[]>();
  for (const row of rows) tables.set(row.table, [...(tables.get(row.table) ?? []), row]);
  const names = [...tables.keys()];
  const sealed = rows.filter((row) => isSealed(row, policy));
  return [
    '// Generated from the migrations by `npm run generate`. Do not edit.',
    "import type { Generated } from 'kysely';",
    "import type { Sealed } from '../vault/box.ts';",
    '',
    ...names.map((name) => tableType(name, tables.get(name) ?? [], policy)),
    'export interface Schema {',
    ...names.map((name) => `  'app.${name}': ${typeName(name)};`),
    '}',
    '',
    '/** Every sealed column with its category: where data of persons is. */',
    'export const dataMap = [',
    ...sealed.map((row) => {
      const byFunction = (tables.get(row.table) ?? []).some((one) => one.column === 'function');
      const writers = writersOf(row);
      return [
        '  {',
        `    table: 'app.${row.table}',`,
        `    column: '${row.column}',`,
        `    category: '${categoryOf(row)}',`,
        `    byFunction: ${byFunction},`,
        `    ofPerson: ${(tables.get(row.table) ?? []).some((one) => one.column === 'person_id')},`,
        `    writers: [${writers.map((one) => `'${one}'`).join(', ')}],`,
        '  },',
      ].join('\n');
    }),
    '] as const;',
    '',
  ].join('\n');
}

function typeName(table: string): string {
  return `${table
    .split('_')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')}Table`;
}

function said(row: Column) {
  const own = row.comment === null ? {} : parseComment(row.comment, row.column);
  const table = row.table_comment === null ? {} : parseComment(row.table_comment, row.table);
  return { ...table, ...own };
}

const categoryOf = (row: Column) => said(row).category ?? 'none';
const writersOf = (row: Column) => said(row).write ?? [];

function isSealed(row: Column, policy: PolicyShape): boolean {
  const category = categoryOf(row);
  const person = row.type === 'bytea' && policy.categories[category]?.storage === 'sealed';
  return person && row.column.startsWith('sealed');
}

function tableType(name: string, columns: readonly Column[], policy: PolicyShape): string {
  const fields = columns.map((row) => {
    const base = isSealed(row, policy) ? `Sealed<'${categoryOf(row)}'>` : (types[row.type] ?? 'unknown');
    const nullable = row.nullable ? `${base} | null` : base;
    return `  ${row.column}: ${row.defaulted ? `Generated<${nullable}>` : nullable};`;
  });
  return `export interface ${typeName(name)} {\n${fields.join('\n')}\n}\n`;
}
