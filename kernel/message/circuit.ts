import type { Fault } from './carrier.ts';

/** How a carrier has been doing, in this process. */
export interface Circuit {
  readonly failures: number;
  /** Until then it rests; 0: it does not. In milliseconds. */
  readonly rests_until: number;
}

export const closed: Circuit = { failures: 0, rests_until: 0 };

/** One failure is chance, three in a row are none. */
const failures_before_rest = 3;
const first_rest_ms = 10_000;
const longest_rest_ms = 300_000;
const throttled_rest_ms = 1_000;

export function isResting(circuit: Circuit, now: number): boolean {
  return circuit.rests_until > now;
}

/** After a rest the next message is a trial: one more failure, and it rests for twice as long. */
export function afterFault(circuit: Circuit, fault: Fault, wait_ms: number | null, now: number): Circuit {
  if (fault === 'refused' || fault === 'final' || fault === 'gone') return circuit;
  if (fault === 'throttled') {
    const wait = Math.min(longest_rest_ms, Math.max(0, wait_ms ?? throttled_rest_ms));
    return { ...circuit, rests_until: Math.max(circuit.rests_until, now + wait) };
  }
  // Those that were under way together are one failure of the carrier's.
  if (isResting(circuit, now) && circuit.failures >= failures_before_rest) return circuit;
  const failures = circuit.failures + 1;
  if (failures < failures_before_rest) return { ...circuit, failures };
  const rest = Math.min(longest_rest_ms, first_rest_ms * 2 ** (failures - failures_before_rest));
  return { failures, rests_until: now + rest };
}
