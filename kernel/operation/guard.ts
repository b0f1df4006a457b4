import type { Contract } from './contract.ts';
import type { Ended, Feature, Guard } from './feature.ts';
import { ProblemError } from './problem.ts';
import type { System } from './system.ts';

/** The guards of all features. Throws where two want to look on the same operation: nobody would know which decides. */
export function guardsOf(features: readonly Feature[]): ReadonlyMap<string, Guard> {
  const guards = new Map<string, Guard>();
  for (const { name, guards: own = {} } of features) {
    for (const [operation, guard] of Object.entries(own)) {
      if (guards.has(operation)) throw new Error(`${name}: ${operation} has a guard already.`);
      guards.set(operation, guard);
    }
  }
  return guards;
}

interface Guarded {
  readonly guard: Guard | undefined;
  readonly system: System;
  readonly onFault: (error: Error) => void;
}

/** Runs what is guarded, after its guard let it through, and tells the guard how it ended. */
export async function guarded<T>(
  { guard, system, onFault }: Guarded,
  asked: Parameters<Guard['before']>[1],
  run: () => Promise<T>,
): Promise<T> {
  if (guard === undefined) return await run();
  const refused = await guard.before(system, asked);
  if (refused !== null) throw refused;
  const tell = async (ended: Ended) => await guard.after?.(system, asked, ended).catch(onFault);
  try {
    const answer = await run();
    await tell({ code: null, answer });
    return answer;
  } catch (error) {
    if (error instanceof ProblemError) await tell({ code: error.code, answer: null });
    throw error;
  }
}

/** The contracts of all operations, each with what its guard can answer besides. */
export function contractsOf(features: readonly Feature[]): readonly Contract[] {
  const guards = guardsOf(features);
  return features.flatMap(({ operations }) =>
    operations.map(({ contract }) => {
      const guard = guards.get(contract.name);
      return guard === undefined ? contract : { ...contract, errors: [...contract.errors, ...guard.errors] };
    }),
  );
}
