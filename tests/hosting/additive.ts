import { parse } from 'libpg-query';

type Node = Readonly<Record<string, unknown>>;

/** Tables, functions, types, policies and indexes by name, as far as a migration makes them. */
export type Objects = ReadonlySet<string>;

const record = (value: unknown): Node => (typeof value === 'object' && value !== null ? (value as Node) : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** `schema.name` of a relation. */
function relation(value: unknown): string {
  const { schemaname, relname } = record(value);
  return `${schemaname ?? 'public'}.${relname}`;
}

/** A name that is written as a list of words. */
function dotted(value: unknown): string {
  return list(value)
    .map((one) => record(record(one).String).sval)
    .join('.');
}

/** What a statement makes, if it makes something. */
function made(kind: string, body: Node): string | null {
  if (kind === 'CreateStmt') return relation(body.relation);
  if (kind === 'CreateFunctionStmt') return dotted(body.funcname);
  if (kind === 'CreateEnumStmt' || kind === 'CreateRangeStmt') return dotted(body.typeName);
  if (kind === 'CompositeTypeStmt') return relation(body.typevar);
  if (kind === 'IndexStmt') return `${record(body.relation).schemaname ?? 'public'}.${body.idxname}`;
  if (kind === 'CreatePolicyStmt') return `${relation(body.table)}.${body.policy_name}`;
  if (kind === 'CreateSeqStmt') return relation(body.sequence);
  return null;
}

async function statements(text: string): Promise<readonly (readonly [string, Node])[]> {
  const { stmts = [] } = (await parse(text)) as { stmts?: readonly { stmt?: unknown }[] };
  return stmts.map(({ stmt }) => {
    const [kind = '', body] = Object.entries(record(stmt))[0] ?? [];
    return [kind, record(body)] as const;
  });
}

/** Everything that these migrations make. */
export async function objectsOf(texts: readonly string[]): Promise<Objects> {
  const all = await Promise.all(texts.map(statements));
  return new Set(all.flat().flatMap(([kind, body]) => made(kind, body) ?? []));
}

/** A column that the previous release does not know of must not be missed when it inserts. */
function columnFault(def: Node): string | null {
  const constraints = list(def.constraints).map((one) => record(record(one).Constraint).contype);
  const must = constraints.includes('CONSTR_NOTNULL') || constraints.includes('CONSTR_PRIMARY');
  const filled = ['CONSTR_DEFAULT', 'CONSTR_IDENTITY', 'CONSTR_GENERATED'].some((one) =>
    constraints.includes(one),
  );
  return must && !filled ? `adds the column ${def.colname}, which must be given and has no default` : null;
}

/** What may be done to a table that was there, and why nothing of the release before misses it. */
const harmless: ReadonlySet<unknown> = new Set([
  'AT_EnableRowSecurity',
  'AT_SetStorage',
  'AT_SetStatistics',
  'AT_SetRelOptions',
  'AT_ColumnDefault',
]);

function alterFaults(body: Node): string[] {
  return list(body.cmds).flatMap((one) => {
    const { subtype, name, def } = record(record(one).AlterTableCmd);
    if (harmless.has(subtype)) return [];
    if (subtype === 'AT_AddColumn') return columnFault(record(record(def).ColumnDef)) ?? [];
    return [`${String(subtype).replace('AT_', '')} ${name ?? ''}`.trim()];
  });
}

/** Faults of one statement about something that was there before; none when it only adds. */
function faults(kind: string, body: Node, before: Objects): string[] {
  const making = made(kind, body);
  if (kind === 'CreatePolicyStmt' && before.has(relation(body.table)))
    return body.permissive === true ? [] : [`a restrictive policy on ${relation(body.table)}`];
  if (kind === 'IndexStmt' && before.has(relation(body.relation)))
    return body.unique === true ? [`a unique index on ${relation(body.relation)}`] : [];
  if (making !== null || ['CommentStmt', 'InsertStmt', 'CreateSchemaStmt'].includes(kind)) return [];
  if (kind === 'AlterEnumStmt')
    return body.oldVal === undefined ? [] : [`renames a value of ${dotted(body.typeName)}`];
  if (kind === 'AlterTableStmt') {
    const name = relation(body.relation);
    return before.has(name) ? alterFaults(body).map((fault) => `${name}: ${fault}`) : [];
  }
  if (kind === 'DropStmt') {
    const names = list(body.objects).map(
      (one) => dotted(record(record(one).List).items) || dotted(record(record(one).ObjectWithArgs).objname),
    );
    return names.filter((name) => before.has(name)).map((name) => `drops ${name}`);
  }
  if (kind === 'UpdateStmt')
    return before.has(relation(body.relation)) ? [`changes rows of ${relation(body.relation)}`] : [];
  return [`${kind.replace('Stmt', '')} is not among what a migration may do`];
}

/**
 * What a migration takes from the release before it: an empty list means that it only adds. `before` names what that
 * release made; what came since is free to be changed.
 */
export async function takes(text: string, before: Objects): Promise<readonly string[]> {
  return (await statements(text)).flatMap(([kind, body]) => faults(kind, body, before));
}
