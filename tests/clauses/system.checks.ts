import { type Check, expectThat } from './check.ts';
import { refusalOf } from './database.checks.ts';
import { actorOf } from './matrix.ts';

/** Ways past a purpose's walls that a statement smuggled into a handler would try. */
const escapes: readonly [string, string, readonly string[]][] = [
  ['take an advisory lock', 'select pg_advisory_lock(4213, 1)', ['42501']],
  ['try an advisory lock', 'select pg_try_advisory_xact_lock(1)', ['42501']],
  ['notify through the function', `select pg_notify('x', 'y')`, ['42501']],
  ['make a large object', 'select lo_create(0)', ['42501']],
  ['sleep', 'select pg_sleep(0)', ['42501']],
  ['make a temporary table', 'create temporary table leak (x text)', ['42501']],
  ['make a table', 'create table app.leak (x text)', ['42501']],
  ['make a function', `create function app.leak() returns int language sql as 'select 1'`, ['42501']],
  ['become the owner', 'set role postgres', ['42501']],
  ['become the kernel', 'set session authorization axent_test_kernel', ['42501']],
  ['read the passwords', 'select rolpassword from pg_authid', ['42501']],
  ['read a file', `select pg_read_file('/etc/hostname')`, ['42501']],
  ['run a program', `copy (select 1) to program 'true'`, ['42501']],
  ['take a table over', 'alter table app.contact owner to current_user', ['42501']],
  ['switch row level security off', 'alter table app.contact disable row level security', ['42501']],
];

export const systemChecks: readonly Check[] = Object.keys(actorOf).flatMap((purpose) =>
  escapes.map(([what, text, codes]) => ({
    name: `S.access @database: ${purpose} cannot ${what}`,
    run: async (bench) => {
      const refusal = await refusalOf(bench, purpose, text);
      expectThat(
        refusal !== null && codes.includes(refusal),
        `${purpose}: ${what} answered ${refusal ?? 'done'}`,
      );
    },
  })),
);
