import { type Contract, commonProblems, commonProblemsOf, ownProblemsOf } from '@axent/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arbitraryOf } from '../sampler.ts';
import type { Answer, Visitor } from '../visitor.ts';
import { openWorld, productContracts, type World } from '../world.ts';
import { type Caller, callers, expected } from './actors.ts';

let world: World;
let everybody: readonly Caller[];
beforeAll(async () => {
  world = await openWorld({ server: { trustedProxies: ['127.0.0.1', '::1', '::ffff:127.0.0.1'] } });
  everybody = callers(world);
});
afterAll(() => world.close());

const samples = 3;

/** Inputs that fit the contract, the same at every run. */
function inputsFor(contract: Contract): unknown[] {
  return fc.sample(arbitraryOf(contract.input), { numRuns: samples, seed: 4213 });
}

function ask(visitor: Visitor, contract: Contract, input: unknown): Promise<Answer<unknown>> {
  return visitor.call(contract, input as never) as Promise<Answer<unknown>>;
}

/** Every refusal is a problem document whose code the contract knows, under the status that the code has. */
function isKnownRefusal(contract: Contract, { status, body, headers }: Answer<unknown>): void {
  const code = (body as { code?: string }).code ?? '';
  expect(headers.get('content-type')).toContain('application/problem+json');
  expect([...commonProblemsOf(contract), ...ownProblemsOf(contract)]).toContain(code);
  const common = (commonProblems as Record<string, number>)[code];
  if (common === undefined) expect(status).toSatisfy((one: number) => one >= 400 && one < 500);
  else expect(status).toBe(common);
}

describe.each(productContracts.map((contract) => ({ name: contract.name, contract })))(
  '$name',
  ({ contract }) => {
    test('refuses everybody whom its contract does not name, and lets in those whom it names', async () => {
      for (const caller of everybody) {
        const wanted = expected(contract, caller);
        // Who is refused at the door is refused whatever they bring.
        for (const input of inputsFor(contract).slice(0, wanted === null ? samples : 1)) {
          const answer = await ask(await caller.arrive(), contract, input);
          const code = (answer.body as { code?: string }).code;
          const what = `${contract.name} by ${caller.name} with ${JSON.stringify(input)}`;
          if (wanted !== null) {
            expect({ status: answer.status, code }, what).toEqual(wanted);
            continue;
          }
          expect(answer.status, what).toBeLessThan(500);
          expect(['not_signed_in', 'not_accepted', 'invalid_input'], what).not.toContain(code);
          if (answer.status !== 200) isKnownRefusal(contract, answer);
          if (contract.fresh === true && caller.actor !== 'visitor')
            expect(code, what).not.toBe('fresh_sign_in_needed');
        }
      }
      expect(world.faults.splice(0)).toEqual([]);
    });
  },
);
