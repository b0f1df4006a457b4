import type { Language, NoticeWords, PolicyShape } from '../shape.ts';
import type { CompiledPolicy } from './compile.ts';
import { readingOrder } from './order.ts';

/** A published version, as everything around a policy needs to name it. */
export interface VersionFacts {
  readonly sequence: number;
  readonly published_at: Date;
  readonly compiled: CompiledPolicy;
}

/**
 * A published policy for programs. `hash` is the policy's own, over `policy`, `notices` and `order` in canonical JSON,
 * so whoever has the document can compute it again. The words keep their placeholders: the operator's settings fill
 * them, and have a hash of their own.
 */
export interface PolicyDocument {
  /** Where its schema is, as seen from where it was fetched. */
  readonly $schema: string;
  readonly sequence: number;
  readonly revision: string;
  readonly hash: string;
  /** ISO 8601, UTC. */
  readonly published_at: string;
  readonly policy: PolicyShape;
  readonly notices: Readonly<Record<Language, NoticeWords>>;
  /** Ids in reading order: clauses; then chapters and prompts for each language. */
  readonly order: readonly (readonly string[])[];
}

export function policyDocument(version: VersionFacts, schema: string): PolicyDocument {
  const { policy, notices, hash, revision } = version.compiled;
  return {
    $schema: schema,
    sequence: version.sequence,
    revision,
    hash,
    published_at: version.published_at.toISOString(),
    policy,
    notices,
    order: readingOrder(policy, notices),
  };
}
