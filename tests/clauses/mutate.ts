import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@axent/kernel/database/embedded';
import { policy } from '@axent/policy';
import { productPolicy, rolePrefix } from '../world.ts';
import { calls } from './calls.matrix.ts';
import { type Bench, type Check, openBench } from './check.ts';
import { copiedTables, copyChecks } from './copying.checks.ts';
import { databaseChecks } from './database.checks.ts';
import { gateChecks } from './gate.checks.ts';
import { insertOnly } from './kernel.matrix.ts';
import { tables } from './matrix.ts';
import { outsideMutants } from './mutants.sharing.ts';
import { gateMutants, grantMutants, kernelMutants, type Mutant } from './mutants.ts';
import { compileMutants, typeMutants, untouched } from './mutants.type.ts';
import { productRowChecks, wideRowChecks } from './rows.checks.ts';
import { rowMutants, rowPolicies } from './rows.mutants.ts';
import { openWideBench } from './wide.bench.ts';
import { wideGateChecks } from './wide.checks.ts';
import { sinceMutants, wideGateMutants } from './wide.mutants.ts';
import { widenedChecks } from './widened.checks.ts';

/** The name of the first check that fails; null when all hold. */
async function firstFailure(bench: Bench, checks: readonly Check[]): Promise<string | null> {
  for (const check of checks) {
    try {
      await check.run(bench);
    } catch {
      return check.name;
    }
  }
  return null;
}

/** The checks of one bench, by the wall that they try. */
interface Walls {
  readonly gate: readonly Check[];
  readonly database: readonly Check[];
}

/** Applies one mutant, looks for a test that fails, and puts everything back. */
async function killerOf(bench: Bench, mutant: Mutant, walls: Walls): Promise<string | null> {
  const undo = await mutant.apply(bench);
  try {
    const near = await firstFailure(bench, mutant.near);
    if (near !== null) return near;
    return await firstFailure(bench, mutant.wall === 'gate' ? walls.gate : walls.database);
  } finally {
    await undo();
  }
}

async function grantedNow(bench: Bench): Promise<ReadonlySet<string>> {
  const { rows } = await bench.world.kernel.pools.owner.query<{ right: string }>(
    `select grantee || '|' || table_name || '|' || column_name || '|' || privilege_type as right
       from information_schema.column_privileges where table_schema = 'app' and grantee like $1
     union all
     select grantee || '|' || table_name || '||' || privilege_type
       from information_schema.table_privileges
       where table_schema = 'app' and privilege_type = 'DELETE' and grantee like $1`,
    [`${rolePrefix}\\_%`],
  );
  return new Set(rows.map((row) => row.right));
}

/** The kernel's functions by name, each as `grant` wants it named. */
async function signaturesNow(bench: Bench): Promise<ReadonlyMap<string, string>> {
  const { rows } = await bench.world.kernel.pools.owner.query<{ name: string; signature: string }>(
    `select p.proname as name, p.oid::regprocedure::text as signature
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'kernel'`,
  );
  return new Map(rows.map(({ name, signature }) => [name, signature]));
}

/** Row policies of the tables that the product does not have yet; its own are tried on its own. */
async function laterPolicies(bench: Bench) {
  const policies = (await rowPolicies(bench)).filter(({ table }) => !Object.hasOwn(tables, table));
  return policies.filter(({ name }) => name !== copying);
}

/** Every table has the policy by which a backup copies it, made by one statement for all: tried where there are rows. */
const copying = 'copying';
const isTried = ({ table, name }: { readonly table: string; readonly name: string }) =>
  name !== copying || (copiedTables as readonly string[]).includes(table);

async function wallMutants(bench: Bench): Promise<Mutant[]> {
  const columns = Object.fromEntries(
    Object.entries(tables).map(([table, { columns: own }]) => [table, Object.keys(own)]),
  );
  return [
    ...gateMutants(policy, productPolicy.table),
    ...grantMutants(columns, await grantedNow(bench)),
    ...kernelMutants(calls, insertOnly, await signaturesNow(bench)),
    ...rowMutants((await rowPolicies(bench)).filter(isTried), [
      ...productRowChecks,
      ...widenedChecks,
      ...copyChecks,
    ]),
    ...outsideMutants(policy),
  ];
}

/** Tries mutants one after the other; answers the names of those that no check noticed. */
async function tryAll(bench: Bench, mutants: readonly Mutant[], walls: Walls): Promise<string[]> {
  const broken = await firstFailure(bench, [...walls.gate, ...walls.database]);
  if (broken !== null) throw new Error(`Without any mutant this fails already: ${broken}`);
  const survivors: string[] = [];
  for (const mutant of mutants) {
    const killer = await killerOf(bench, mutant, walls);
    if (killer === null) survivors.push(mutant.name);
    console.log(
      `${killer === null ? 'SURVIVED' : 'killed  '}  ${mutant.name}  ←  ${killer ?? 'no test failed'}`,
    );
  }
  return survivors;
}

/** Flips everything there is to flip; answers the exit code. */
export async function mutate(): Promise<number> {
  const directory = mkdtempSync(join(tmpdir(), 'axent-mutants-'));
  const cluster = await startEmbedded({ directory, durable: false });
  process.env.AXENT_TEST_CLUSTER = cluster.url('postgres');
  const survivors: string[] = [];
  let tried = 0;
  try {
    const wide = await openWideBench();
    const later = [
      ...wideGateMutants,
      ...sinceMutants,
      ...rowMutants(await laterPolicies(wide), wideRowChecks),
    ];
    survivors.push(...(await tryAll(wide, later, { gate: wideGateChecks, database: wideRowChecks })));
    await wide.world.close();
    const bench = await openBench();
    const now = await wallMutants(bench);
    survivors.push(...(await tryAll(bench, now, { gate: gateChecks, database: databaseChecks })));
    await bench.world.close();
    tried += later.length + now.length;
  } finally {
    await cluster.stop();
    rmSync(directory, { recursive: true, force: true });
  }
  const types = typeMutants();
  const sound = [...compileMutants(untouched()).values()][0];
  if (sound !== undefined) throw new Error(`Without any mutant this fails already: ${sound}`);
  const killers = compileMutants(types);
  for (const { name } of types) {
    tried += 1;
    const killer = killers.get(name);
    if (killer === undefined) survivors.push(name);
    console.log(
      `${killer === undefined ? 'SURVIVED' : 'killed  '}  ${name}  ←  ${killer ?? 'no line failed'}`,
    );
  }
  for (const name of survivors) console.log(`survived: ${name}`);
  console.log(`mutants: ${tried} tried, ${tried - survivors.length} killed, ${survivors.length} survived`);
  return survivors.length === 0 ? 0 : 1;
}
