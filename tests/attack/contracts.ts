import type { Contract } from '@axent/kernel';
import type { Actor } from '@axent/policy/shape';
import fc from 'fast-check';
import { arbitraryOf } from '../sampler.ts';
import { productContracts } from '../world.ts';

export const contracts = productContracts;
const seed = 4213;

/** The input with most fields of those that fit. */
export function fullest(contract: Contract): Record<string, unknown> {
  const some = fc.sample(arbitraryOf(contract.input), { numRuns: 24, seed }) as Record<string, unknown>[];
  return some.toSorted((a, b) => Object.keys(b).length - Object.keys(a).length)[0] ?? {};
}

/** Whether text goes in anywhere. */
export const takesText = (contract: Contract): boolean =>
  /"type":"string"/.test(JSON.stringify(contract.input));

/** Somebody whom the contract lets in. */
export function insider({ actors }: Contract): Actor {
  if (actors.includes('person')) return 'person';
  return actors[0] ?? 'visitor';
}

const asQuery = (value: object): string =>
  new URLSearchParams(
    Object.entries(value).map(([name, one]) => [name, typeof one === 'string' ? one : JSON.stringify(one)]),
  ).toString();

/** The address of an operation with an input that fits. */
export function addressOf(contract: Contract): string {
  const query = contract.method === 'GET' ? asQuery(fullest(contract)) : '';
  return query === '' ? contract.path : `${contract.path}?${query}`;
}
