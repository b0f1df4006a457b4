import type { Actor, LegalArea } from '@axent/policy/shape';
import type { Decision, Gate } from './gate.ts';

/** A matter as it stands in the database. */
export interface MatterFacts {
  readonly id: string;
  readonly name: string;
  readonly ground: string;
  readonly basis: string;
  readonly area: LegalArea;
  readonly purpose: string;
  /** Roles of staff that act in it. */
  readonly roles: readonly string[];
  readonly categories: readonly string[];
  /** SHA-256 of the written evidence. */
  readonly evidence: Buffer;
  /** Who proposed and who approved it; null: not yet. */
  readonly proposed_by: string;
  readonly approved_by: string | null;
  /** Last day, ISO date in UTC. */
  readonly ends_on: string;
  readonly ended: boolean;
}

/** What one use by a matter is about. */
export interface MatterQuestion {
  readonly purpose: string;
  readonly category: string;
  readonly actor: Actor;
  /** Whether the matter names the person whose data it is. */
  readonly named: boolean;
}

/**
 * Decides a use that no authorization is needed for, because a matter names it: its ground is in the policy with a
 * lawful basis in this legal area, two people stand behind it, and persons, categories, purpose, role and time are
 * exactly those of the matter. Of the clauses only the ground's must be built: a matter rests on the law, not on what
 * we offer. Pure.
 */
export function decideMatter(
  gate: Gate,
  matter: MatterFacts | null,
  { purpose, category, actor, named }: MatterQuestion,
  area: LegalArea,
  now: Date,
): Decision {
  const ground = matter === null ? undefined : gate.grounds.get(matter.ground);
  const stands =
    matter !== null &&
    ground !== undefined &&
    matter.area === area &&
    ground.bases[area].includes(matter.basis) &&
    matter.approved_by !== null &&
    matter.approved_by !== matter.proposed_by &&
    !matter.ended &&
    now.toISOString().slice(0, 10) <= matter.ends_on &&
    matter.purpose === purpose &&
    ground.purposes.includes(purpose) &&
    matter.roles.includes(actor) &&
    matter.categories.includes(category) &&
    ground.categories.includes(category) &&
    named;
  const clause = ground?.clause ?? matter?.ground ?? 'E.9';
  if (stands) return { allowed: true, clause, function: null };
  return { allowed: false, clause, reason: 'no_matter', function: null };
}
