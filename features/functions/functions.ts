import type { FunctionShape } from '@axent/policy/shape';

/** How a function stands, for a screen. Pure. */
export interface FunctionState {
  readonly function: string;
  readonly kind: 'function' | 'switch';
  readonly open: boolean;
  readonly offered: boolean;
  readonly since: string | null;
  readonly revision: string | null;
  readonly closed_by: 'never_opened' | 'person' | 'device' | 'gpc' | null;
  readonly withheld: number;
  readonly shred_at: string | null;
}

export interface FunctionFacts {
  /** Null: never touched. */
  readonly open: boolean | null;
  readonly since: string | null;
  readonly revision: string | null;
  readonly closed_by: 'person' | 'device' | null;
  readonly withheld: number;
  readonly shred_at: string | null;
  readonly offered: boolean;
  readonly gpc: boolean;
}

/** A function is closed until opened; a switch is open until the person, or the browser's Sec-GPC, closes it. */
export function stateOf(name: string, shape: FunctionShape, facts: FunctionFacts): FunctionState {
  const byGpc = facts.open === null && shape.gpc && facts.gpc;
  const open = facts.open ?? (shape.kind === 'switch' && !byGpc);
  return {
    function: name,
    kind: shape.kind,
    open,
    offered: facts.offered,
    since: facts.since,
    revision: facts.revision,
    closed_by: open ? null : closedBy(byGpc, facts),
    withheld: facts.withheld,
    shred_at: facts.shred_at,
  };
}

function closedBy(byGpc: boolean, facts: FunctionFacts): FunctionState['closed_by'] {
  if (facts.closed_by !== null) return facts.closed_by;
  return byGpc ? 'gpc' : 'never_opened';
}
