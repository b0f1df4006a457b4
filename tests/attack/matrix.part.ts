import type { Contract } from '@axent/kernel';
import fc from 'fast-check';
import { type Caller, callers, expected } from '../matrix/actors.ts';
import { arbitraryOf } from '../sampler.ts';
import { contracts } from './contracts.ts';
import { crowd, type Part } from './part.ts';
import type { Stage } from './stage.ts';

const samples = 3;
/** What ends the session in which it is called, or the account: each gets somebody new. */
const fresh_each = 1;

interface Try {
  readonly contract: Contract;
  readonly caller: Caller;
}

/** Null: as the contract says. Else what came instead. */
async function attempt({ contract, caller }: Try, inputs: readonly unknown[]): Promise<string | null> {
  const wanted = expected(contract, caller);
  let visitor = await caller.arrive();
  for (const [number, input] of inputs.entries()) {
    if (number > 0 && number % fresh_each === 0) visitor = await caller.arrive();
    const { status, body } = await visitor.call(contract, input as never);
    const what = `${contract.name} by ${caller.name}: ${status} ${body.code ?? ''}`;
    if (status >= 500) return what;
    if (wanted !== null && (status !== wanted.status || body.code !== wanted.code)) return what;
    if (wanted === null && ['not_signed_in', 'not_accepted'].includes(body.code ?? '')) return what;
  }
  return null;
}

async function run(stage: Stage) {
  const tries = contracts.flatMap((contract) => callers(stage).map((caller) => ({ contract, caller })));
  const open: string[] = [];
  await crowd(tries, async (one) => {
    const inputs = fc.sample(arbitraryOf(one.contract.input), { numRuns: samples, seed: 91 });
    const found = await attempt(one, inputs);
    if (found !== null) open.push(found);
  });
  return { tried: tries.length * samples, open, note: `${contracts.length} operations` };
}

export const matrix: Part = {
  name: 'matrix',
  tool: 'operation × actor',
  least: 3000,
  plant: /^log\.list by visitor/,
  run,
};
