import type { LegalArea, PolicyShape } from '../shape.ts';

/** One thing that says how long a category is kept. */
export interface Duty {
  /** Days; null: while the account lives. */
  readonly days: number | null;
  readonly clause: string;
  readonly purpose: string;
  /** The law that asks for it; null: the policy's own promise. */
  readonly law: string | null;
}

/** How long a category is kept, and everything that says so: the longest first, which is the one that counts. */
export interface Retention {
  readonly days: number | null;
  readonly duties: readonly Duty[];
}

function isOffered(policy: PolicyShape, ...clauses: readonly (string | undefined)[]): boolean {
  return clauses.every((clause) => clause !== undefined && policy.clauses[clause]?.built !== 'not');
}

const longerFirst = (a: Duty, b: Duty) =>
  (b.days ?? Number.POSITIVE_INFINITY) - (a.days ?? Number.POSITIVE_INFINITY) || 0;

/**
 * How long a category is kept in a legal area: as long as the longest of its uses, or longer where a standing rule for
 * this area alone says so and its clause and purpose are offered. What the policy only announces keeps nothing; what is never
 * stored is kept for 0 days.
 */
export function retentionOf(policy: PolicyShape, category: string, area: LegalArea): Retention {
  const uses = [policy.collect, policy.read].flatMap((verb) =>
    Object.entries(verb).flatMap(([purpose, cells]): Duty[] => {
      const use = cells[category];
      const [whose, what] = [policy.purposes[purpose], policy.categories[category]];
      if (use === undefined || !isOffered(policy, use.clause, whose?.clause, what?.clause)) return [];
      return [{ days: use.retention_days, clause: use.clause, purpose, law: null }];
    }),
  );
  const laws = Object.values(policy.exceptions)
    .filter(({ clause }) => isOffered(policy, clause))
    .flatMap(({ clause, standing }) =>
      standing
        .filter((rule) => rule.area === area && rule.categories.includes(category))
        .filter((rule) => isOffered(policy, policy.purposes[rule.purpose]?.clause))
        .flatMap((rule): Duty[] =>
          rule.retention_days === null
            ? []
            : [{ days: rule.retention_days, clause, purpose: rule.purpose, law: rule.law }],
        ),
    );
  const seen = new Set<string>();
  const duties = [...uses, ...laws]
    .filter(({ days, clause, purpose, law }) => {
      const key = `${days} ${clause} ${purpose} ${law}`;
      return !seen.has(key) && seen.add(key);
    })
    .toSorted(longerFirst);
  const [longest] = duties;
  return { days: longest === undefined ? 0 : longest.days, duties };
}
