import fc from 'fast-check';
import Type from 'typebox';
import { expect, test } from 'vitest';
import { arbitraryOf } from './sampler.ts';
import { productContracts } from './world.ts';

const one = (schema: Parameters<typeof arbitraryOf>[0]) => fc.sample(arbitraryOf(schema), 1)[0];

test('a string with a pattern and no limit is refused by its pattern, not looked for without end', () => {
  expect(() => one(Type.Object({ key: Type.String({ pattern: '^[a-z]{87}$' }) }))).toThrow(
    'the pattern ^[a-z]{87}$ says no maxLength',
  );
});

test('a pattern that fits no length of its limits is refused, too', () => {
  const key = Type.String({ pattern: '^[a-z]{87}$', maxLength: 40 });
  expect(() => one(Type.Object({ key }))).toThrow('has 0 to 40 characters');
  expect(one(Type.String({ pattern: '^[a-z]{87}$', maxLength: 87 }))).toMatch(/^[a-z]{87}$/);
});

test.each(productContracts.map(({ name, input, output }) => ({ name, input, output })))(
  '$name: whatever it takes and answers can be made up',
  ({ input, output }) => {
    expect(() => [one(input), one(output)]).not.toThrow();
  },
);
