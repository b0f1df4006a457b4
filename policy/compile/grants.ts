import { type DataComment, GrantError, parseComment } from './grants.comment.ts';
import type { DecisionTable } from './table.ts';

export { GrantError } from './grants.comment.ts';

/** A column as the database knows it. Comments follow the grammar of `parseComment`. */
export interface ColumnFact {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
  readonly comment: string | null;
  readonly table_comment: string | null;
  /** Whether the table has a `person_id`. */
  readonly has_person_id: boolean;
}

export interface Grant {
  readonly purpose: string;
  readonly schema: string;
  readonly table: string;
  readonly column: string;
  readonly privilege: 'SELECT' | 'INSERT' | 'UPDATE';
}

export interface TableGrant {
  readonly purpose: string;
  readonly schema: string;
  readonly table: string;
  readonly privilege: 'DELETE';
}

export interface Grants {
  readonly columns: readonly Grant[];
  readonly tables: readonly TableGrant[];
}

type Privilege = Grant['privilege'];

/**
 * The grants that the policy wants, given the schema's own comments. A column without a comment of its own or of
 * its table is granted to nobody; what is not offered is granted to nobody. Throws GrantError on a comment that
 * names an unknown purpose or category, or that the policy forbids. Sorted, without repetitions.
 */
export function wantedGrants(table: DecisionTable, columns: readonly ColumnFact[]): Grants {
  const groups = Object.groupBy(columns, (fact) => `${fact.schema}.${fact.table}`);
  const found = Object.values(groups).map((facts) => tableGrants(table, facts ?? []));
  return {
    columns: found.flatMap((grants) => grants.columns).toSorted(byName),
    tables: found.flatMap((grants) => grants.tables).toSorted(byName),
  };
}

function byName(a: Grant | TableGrant, b: Grant | TableGrant): number {
  const name = (grant: Grant | TableGrant) =>
    [grant.schema, grant.table, 'column' in grant ? grant.column : '', grant.purpose, grant.privilege].join(
      ' ',
    );
  return name(a) < name(b) ? -1 : 1;
}

function tableGrants(table: DecisionTable, facts: readonly ColumnFact[]): Grants {
  const first = facts[0];
  if (!first) return { columns: [], tables: [] };
  const { schema, table: name } = first;
  const where = `${schema}.${name}`;
  const own = first.table_comment === null ? null : checked(table, first.table_comment, first, where);
  const read = facts.map((fact) => ({ fact, says: columnSays(table, fact, own, where) }));
  const plain = read.flatMap(({ fact, says }) =>
    says === null || says === 'key' ? [] : columnGrants(table, fact, says, where),
  );
  const copied = facts.filter((fact, at) => read[at]?.says != null && !staysOut(fact, own, where));
  const copying = copied.flatMap(({ column }) =>
    table.copies.map((purpose) => ({ purpose, schema, table: name, column, privilege: 'SELECT' }) as const),
  );
  const erasers = (own?.erase ?? []).filter((purpose) => table.purposes[purpose]);
  const keys = read.filter(({ says }) => says === 'key').map(({ fact }) => fact.column);
  return {
    columns: [...plain, ...keyGrants(schema, name, keys, plain, erasers), ...copying],
    tables: erasers.map((purpose) => ({ purpose, schema, table: name, privilege: 'DELETE' })),
  };
}

function staysOut(fact: ColumnFact, own: DataComment | null, where: string): boolean {
  const says = fact.comment === null ? own : parseComment(fact.comment, `${where}.${fact.column}`);
  return own?.backup === 'never' || says?.backup === 'never';
}

/** What holds for a column: `key`, nothing at all, or a category with its purposes. */
function columnSays(
  table: DecisionTable,
  fact: ColumnFact,
  own: DataComment | null,
  where: string,
): DataComment | 'key' | null {
  const place = `${where}.${fact.column}`;
  if (fact.comment === null) {
    if (own !== null && (fact.column === 'person_id' || fact.column === 'id')) return 'key';
    return own?.category === undefined ? null : own;
  }
  const says = checked(table, fact.comment, fact, place);
  if (says.erase) throw new GrantError(`${place}: erase belongs to the comment of the table`);
  const merged = { ...own, ...says };
  if (merged.category === 'key') return 'key';
  if (merged.category === undefined) throw new GrantError(`${place}: which category? None is named`);
  return merged;
}

function checked(table: DecisionTable, comment: string, fact: ColumnFact, where: string): DataComment {
  const says = parseComment(comment, where);
  for (const purpose of [...(says.read ?? []), ...(says.write ?? []), ...(says.erase ?? [])]) {
    if (table.purposes[purpose] === undefined)
      throw new GrantError(`${where}: purpose "${purpose}" is unknown`);
  }
  const { category } = says;
  if (category === undefined || category === 'key') return says;
  if (category === 'none') {
    if (fact.has_person_id)
      throw new GrantError(`${where}: "none" has no place in a table of a person's rows`);
    return says;
  }
  const storage = table.storage[category];
  if (storage === undefined) throw new GrantError(`${where}: category "${category}" is unknown`);
  if (storage === 'fleeting') throw new GrantError(`${where}: "${category}" is never stored`);
  return says;
}

function columnGrants(table: DecisionTable, fact: ColumnFact, says: DataComment, where: string): Grant[] {
  const category = says.category ?? 'none';
  const grant = (purpose: string, privilege: Privilege): Grant => ({
    purpose,
    schema: fact.schema,
    table: fact.table,
    column: fact.column,
    privilege,
  });
  const writers = says.write ?? [];
  if (category === 'none') {
    const offered = (purpose: string) => table.purposes[purpose] === true;
    return [
      ...(says.read ?? []).filter(offered).map((purpose) => grant(purpose, 'SELECT')),
      ...writers.filter(offered).flatMap((p) => [grant(p, 'INSERT'), grant(p, 'UPDATE')]),
    ];
  }
  if (says.read)
    throw new GrantError(`${where}.${fact.column}: who reads "${category}" is said by the policy`);
  const readers = Object.keys(table.read).filter((purpose) => table.read[purpose]?.[category]?.offered);
  const collectors = writers.filter((purpose) => table.collect[purpose]?.[category]?.offered);
  return [
    ...readers.map((purpose) => grant(purpose, 'SELECT')),
    ...collectors.flatMap((purpose) => [grant(purpose, 'INSERT'), grant(purpose, 'UPDATE')]),
  ];
}

/** Keys follow: whoever touches a row must find it, whoever inserts one must name it; nobody changes a key. */
function keyGrants(
  schema: string,
  table: string,
  keys: readonly string[],
  plain: readonly Grant[],
  erasers: readonly string[],
): Grant[] {
  const touching = new Set([...plain.map((grant) => grant.purpose), ...erasers]);
  const inserting = new Set(plain.filter((g) => g.privilege === 'INSERT').map((g) => g.purpose));
  return keys.flatMap((column) => [
    ...[...touching].map((purpose) => ({ purpose, schema, table, column, privilege: 'SELECT' }) as const),
    ...[...inserting].map((purpose) => ({ purpose, schema, table, column, privilege: 'INSERT' }) as const),
  ]);
}
