import type { Contract } from '@axent/kernel';
import fc from 'fast-check';
import { Check } from 'typebox/value';
import { arbitraryOf } from '../sampler.ts';
import { productContracts } from '../world.ts';

/** What a signed-in person may call, but for what would end the session in the middle. */
export const ofPersons = productContracts.filter(
  ({ actors, name }) =>
    actors.includes('person') && !['account.sign_out', 'privacy.close_account'].includes(name),
);

export const inputs = (contract: Contract) =>
  fc.sample(arbitraryOf(contract.input), { numRuns: 3, seed: 77 });

/** The inputs with every text in them replaced by one of the given, as far as the contract takes it. */
export function aimed(contract: Contract, texts: readonly string[]): unknown[] {
  const replaced = (value: unknown, text: string): unknown => {
    if (typeof value === 'string') return text;
    if (Array.isArray(value)) return value.map((one) => replaced(one, text));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, replaced(one, text)]));
  };
  const partly = (value: object, text: string) =>
    Object.keys(value).map((name) => ({ ...value, [name]: replaced(value[name as keyof object], text) }));
  const all = inputs(contract)
    .flatMap((input) => texts.flatMap((text) => [replaced(input, text), ...partly(input as object, text)]))
    .filter((input) => Check(contract.input, input));
  return [...new Map(all.map((input) => [JSON.stringify(input), input])).values()];
}
