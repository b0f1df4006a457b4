import type { NoticeWords, PolicyShape } from '../shape.ts';
import { decisionTable, listCells } from './table.ts';

/** What was found in code and tests for a clause; gathered by the caller. */
export interface Evidence {
  /** Walls in which the clause stands: `type`, `gate`, `database`, `notice`, `ledger` … */
  readonly walls: readonly string[];
  /** Tests by wall; the name of a test is its promise. */
  readonly tests: Readonly<Record<string, readonly string[]>>;
}

export interface CoverageRow {
  readonly clause: string;
  readonly chapter: string;
  readonly title: string;
  readonly short: string;
  readonly status: 'whole' | 'partly' | 'not';
  readonly unbuilt: readonly string[];
  readonly walls: readonly string[];
  readonly tests: readonly string[];
  /** Walls without a test; only a clause that claims to be whole can be unproven. */
  readonly unproven: readonly string[];
  /** Cells of the decision table that stand on it, and how many of them are offered now. */
  readonly cells: number;
  readonly offered: number;
}

export interface CoverageTotals {
  readonly defined: number;
  readonly enforced: number;
  readonly partly: number;
  readonly not_offered: number;
  readonly unproven: number;
}

/** One row for each clause, in the order of the policy. */
export function coverageRows(
  policy: PolicyShape,
  words: NoticeWords,
  evidence: Readonly<Record<string, Evidence>>,
): CoverageRow[] {
  const cells = listCells(decisionTable(policy)).map((item) => item.cell);
  return Object.entries(policy.clauses).map(([clause, shape]) => {
    const found = evidence[clause] ?? { walls: [], tests: {} };
    const own = cells.filter((cell) => cell.clauses.includes(clause));
    return {
      clause,
      chapter: shape.chapter,
      title: words.clauses[clause]?.title ?? clause,
      short: words.clauses[clause]?.short ?? '',
      status: shape.built,
      unbuilt: words.unbuilt[clause] ?? shape.unbuilt,
      walls: found.walls,
      tests: found.walls.flatMap((wall) => found.tests[wall] ?? []),
      unproven: shape.built === 'whole' ? unprovenWalls(found) : [],
      cells: own.length,
      offered: own.filter((cell) => cell.offered).length,
    };
  });
}

/** A clause that stands in no wall at all is unproven as a whole. */
function unprovenWalls(found: Evidence): string[] {
  if (found.walls.length === 0) return ['any'];
  return found.walls.filter((wall) => (found.tests[wall] ?? []).length === 0);
}

export function coverageTotals(rows: readonly CoverageRow[]): CoverageTotals {
  const count = (status: CoverageRow['status']) => rows.filter((row) => row.status === status).length;
  return {
    defined: rows.length,
    enforced: count('whole'),
    partly: count('partly'),
    not_offered: count('not'),
    unproven: rows.filter((row) => row.unproven.length > 0).length,
  };
}
