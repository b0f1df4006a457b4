import type { Actor, LegalArea } from '@axent/policy/shape';
import { type Decision, decide, deskOf, type Gate, type ShareRefusal, type Standing } from './gate.ts';

/** A third party as the register of third parties has it now. */
export interface RecipientFacts {
  /** Which of the policy's recipients it is. */
  readonly kind: string;
  readonly name: string;
  readonly area: LegalArea;
  /** `category.field` of all that it gets. */
  readonly fields: readonly string[];
  /** Confidentiality terms on file: first and last day, ISO dates in UTC; null: none. */
  readonly terms: { readonly from: string; readonly until: string } | null;
  /** No longer a third party of ours. */
  readonly ended: boolean;
}

/** Why a third party gets nothing now; null: its terms stand. Pure. */
function termsRefusal(
  facts: RecipientFacts | null,
  kind: string,
  area: LegalArea,
  now: Date,
): ShareRefusal | null {
  if (facts === null || facts.kind !== kind || facts.ended) return 'recipient_unknown';
  if (facts.area !== area) return 'recipient_elsewhere';
  if (facts.terms === null) return 'terms_missing';
  const today = now.toISOString().slice(0, 10);
  return today < facts.terms.from || today > facts.terms.until ? 'terms_out_of_date' : null;
}

/** Decides handing one field to a third party: what the policy lets it have, and what the register says of it now. */
export function decideShare(
  gate: Gate,
  asked: { readonly purpose: string; readonly kind: string; readonly field: string },
  actor: Actor,
  standing: Standing,
  facts: RecipientFacts | null,
  area: LegalArea,
  now: Date,
): Decision {
  const { purpose, kind, field } = asked;
  const decision = decide(deskOf(gate, purpose, actor), 'share', kind, standing);
  if (!decision.allowed) return decision;
  const no = (reason: ShareRefusal): Decision => ({
    allowed: false,
    clause: decision.clause,
    reason,
    function: null,
  });
  const category = field.slice(0, field.indexOf('.'));
  if (!gate.shareable.get(`${purpose} ${kind}`)?.has(category)) return no('field_not_listed');
  const refusal = termsRefusal(facts, kind, area, now);
  if (refusal !== null) return no(refusal);
  return facts?.fields.includes(field) ? decision : no('field_not_listed');
}
