import { policy } from '@axent/policy';
import { policyTypes } from '@axent/policy/compile';

/** The type wall's own file, from the policy. */
export function generate() {
  return [{ path: 'kernel/generated/policy.types.ts', text: policyTypes(policy) }];
}
