import type { Contract } from '@axent/kernel';
import fc from 'fast-check';
import { Check } from 'typebox/value';
import { requestsFor, type WireRequest } from '../fuzz/requests.ts';
import { atOwnAddress } from '../matrix/actors.ts';
import type { Answer, Visitor } from '../visitor.ts';
import { contracts, insider } from './contracts.ts';
import { crowd, type Part } from './part.ts';
import type { Stage } from './stage.ts';

const each = 120;
const seed = Number(process.env.FUZZ_SEED ?? 4213);

/** Null: inside the contract. */
function judge(contract: Contract, { status, body, headers }: Answer<unknown>): string | null {
  if (status >= 500) return `${contract.name} answered ${status}`;
  if (status === 200)
    return Check(contract.output, body) ? null : `${contract.name} answered outside its contract`;
  const named =
    typeof body?.code === 'string' && headers.get('content-type')?.includes('application/problem+json');
  return named ? null : `${contract.name} answered ${status} without a problem document`;
}

async function send(who: Visitor, contract: Contract, { query, body, type }: WireRequest) {
  const path = query === '' ? contract.path : `${contract.path}?${query}`;
  const headers: Record<string, string> = type === null ? {} : { 'content-type': type };
  const init = { method: contract.method, headers, ...(body === null ? {} : { body }) };
  return (await atOwnAddress(who).fetch(path, init)) as Answer<unknown>;
}

async function run(stage: Stage) {
  const open = new Set<string>();
  await crowd(contracts, async (contract) => {
    let who = await stage.arrive(insider(contract));
    for (const request of fc.sample(requestsFor(contract), { numRuns: each, seed })) {
      const answer = await send(who, contract, request);
      const found = judge(contract, answer);
      if (found !== null) open.add(found);
      if (answer.status === 401 || answer.body?.code === 'fresh_sign_in_needed')
        who = await stage.arrive(insider(contract));
    }
  });
  return { tried: contracts.length * each, open: [...open], note: `seed ${seed}` };
}

export const schema: Part = { name: 'schema', tool: 'fast-check', least: 8000, plant: /answered 500/, run };
