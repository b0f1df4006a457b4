import type { CompiledPolicy } from '@axent/policy/compile';
import type { Gate } from './gate.ts';

/** A version as it stands in the database, frozen, with the gate built from it. */
export interface PublishedPolicy {
  readonly sequence: number;
  readonly revision: string;
  readonly hash: string;
  readonly published_at: Date;
  readonly compiled: CompiledPolicy;
  readonly gate: Gate;
}
