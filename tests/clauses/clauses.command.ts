import { policy } from '@axent/policy';
import { coverageRows, coverageTotals } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import { evidenceOf, testNames } from './evidence.ts';

/** `npm run clauses`: every clause with what enforces it. `-- --mutate`: flips each in every wall. */
async function main(): Promise<void> {
  if (process.argv.includes('--mutate')) {
    const { mutate } = await import('./mutate.ts');
    process.exitCode = await mutate();
    return;
  }
  const rows = coverageRows(policy, notices.en, evidenceOf(testNames()));
  const status = { whole: 'enforced', partly: 'partly', not: 'not offered yet' } as const;
  for (const row of rows) {
    const unproven = row.unproven.length > 0 ? `  UNPROVEN in ${row.unproven.join(', ')}` : '';
    console.log(`${row.clause.padEnd(24)}${status[row.status].padEnd(17)}${row.walls.join(' ')}${unproven}`);
    for (const test of row.tests) console.log(`${' '.repeat(26)}${test}`);
    if (row.status === 'partly')
      for (const part of row.unbuilt) console.log(`${' '.repeat(26)}unbuilt: ${part}`);
  }
  const { defined, enforced, partly, not_offered, unproven } = coverageTotals(rows);
  console.log(
    `clauses: ${defined} defined, ${enforced} enforced, ${partly} partly, ${not_offered} not offered, ${unproven} unproven`,
  );
  process.exitCode = unproven === 0 ? 0 : 1;
}

await main();
