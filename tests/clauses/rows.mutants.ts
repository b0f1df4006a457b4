import pg from 'pg';
import type { Bench, Check } from './check.ts';
import type { Mutant } from './mutants.ts';

/** Mutants of every row policy there is, read from the database's own catalogue. */

interface Policy {
  readonly table: string;
  readonly name: string;
  readonly using: string | null;
  readonly check: string | null;
  /** `for select to …`, where it does not stand for everything and everybody. */
  readonly scope: string;
}

export async function rowPolicies(bench: Bench): Promise<readonly Policy[]> {
  const { rows } = await bench.world.kernel.pools.owner.query<
    Policy & { command: string; permissive: boolean }
  >(
    `select c.relname as table, p.polname as name, p.polcmd as command, p.polpermissive as permissive,
       case when p.polcmd = 'r' then ' for select to ' ||
         coalesce((select string_agg(quote_ident(r.rolname), ', ') from pg_roles r where r.oid = any (p.polroles)),
           'public')
         else '' end as scope,
       pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
     from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'app' order by 1, 2`,
  );
  const other = rows.find((row) => !'*r'.includes(row.command) || !row.permissive);
  if (other !== undefined)
    throw new Error(`The policy ${other.name} of ${other.table} is of a kind that is not flipped yet.`);
  return rows;
}

interface Part {
  readonly from: number;
  readonly to: number;
}

/** The conditions of an expression as the catalogue writes it: what stands between its ands and ors. */
export function conditionsOf(text: string, from = 0, to = text.length): readonly Part[] {
  if (text[from] === '(' && closingOf(text, from) === to - 1) return conditionsOf(text, from + 1, to - 1);
  const cuts: Part[] = [];
  for (let at = from; at < to; at++) {
    if (text[at] === '(') at = closingOf(text, at);
    else if (text[at] === "'") at = text.indexOf("'", at + 1);
    const word = / (AND|OR) /y;
    word.lastIndex = at;
    const match = word.exec(text);
    if (match !== null && at < to) cuts.push({ from: at, to: at + match[0].length });
  }
  if (cuts.length === 0) return [{ from, to }];
  const ends = [...cuts.map((cut) => cut.from), to];
  const starts = [from, ...cuts.map((cut) => cut.to)];
  return starts.flatMap((start, number) => conditionsOf(text, start, ends[number] ?? to));
}

function closingOf(text: string, opening: number): number {
  let depth = 0;
  for (let at = opening; at < text.length; at++) {
    if (text[at] === "'") at = text.indexOf("'", at + 1);
    else if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  throw new Error(`no end to the brackets in ${text}`);
}

/** Each condition taken for granted, and each never met. */
function flipsOf(expression: string): { readonly what: string; readonly text: string }[] {
  return conditionsOf(expression).flatMap(({ from, to }) =>
    (['true', 'false'] as const).map((value) => ({
      what: `${expression.slice(from, to)} is ${value}`,
      text: `${expression.slice(0, from)}${value}${expression.slice(to)}`,
    })),
  );
}

/** What is true already is not made true. */
function flipsIn(expression: string) {
  const flips = [{ what: 'all of it is true', text: 'true' }, ...flipsOf(expression)];
  return flips.filter(({ text }) => text !== expression);
}

/** @param checks those that look at rows; the names of the near ones say the table. */
export function rowMutants(policies: readonly Policy[], checks: readonly Check[]): Mutant[] {
  return policies.flatMap(({ table, name, using, check, scope }) => {
    const near = checks.filter((one) => one.name.includes(`: of ${table}, `));
    const [on, policy] = [`app.${pg.escapeIdentifier(table)}`, pg.escapeIdentifier(name)];
    const clauses = [
      using === null ? '' : ` using (${using})`,
      check === null ? '' : ` with check (${check})`,
    ];
    const mutant = (what: string, change: string, back: string): Mutant => ({
      name: `database: ${table}: ${what}`,
      wall: 'database',
      near,
      apply: async ({ world }) => {
        await world.kernel.pools.owner.query(change);
        return async () => {
          await world.kernel.pools.owner.query(back);
        };
      },
    });
    const altered = (part: 'using' | 'with check', expression: string | null) =>
      expression === null
        ? []
        : flipsIn(expression).map(({ what, text }) =>
            mutant(
              `${part}: ${what}`,
              `alter policy ${policy} on ${on} ${part} (${text})`,
              `alter policy ${policy} on ${on} ${part} (${expression})`,
            ),
          );
    return [
      mutant(
        'without its row policy',
        `drop policy ${policy} on ${on}`,
        `create policy ${policy} on ${on}${scope}${clauses.join('')}`,
      ),
      mutant(
        'without row level security',
        `alter table ${on} disable row level security`,
        `alter table ${on} enable row level security`,
      ),
      ...altered('using', using),
      ...altered('with check', check),
    ];
  });
}
