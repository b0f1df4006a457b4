import { expect, test } from 'vitest';
import type { Asked, Ended, Feature, Guard } from './feature.ts';
import { guarded, guardsOf } from './guard.ts';
import { problem } from './problem.ts';
import type { System } from './system.ts';

const system = {} as System;
const asked = { caller: {}, input: { a: 1 } } as unknown as Asked;

function watching(refusal: string | null = null) {
  const heard: Ended[] = [];
  const faults: Error[] = [];
  const guard: Guard = {
    errors: ['stopped'],
    before: async () => (refusal === null ? null : problem(refusal)),
    after: async (_system, _asked, ended) => void heard.push(ended),
  };
  return { heard, faults, parts: { guard, system, onFault: (error: Error) => void faults.push(error) } };
}

test('what its guard refuses is not run', async () => {
  const { parts, heard } = watching('stopped');
  let ran = false;
  const run = async () => {
    ran = true;
  };
  await expect(guarded(parts, asked, run)).rejects.toMatchObject({ code: 'stopped' });
  expect([ran, heard]).toEqual([false, []]);
});

test('a guard hears how it ended, done or refused, and the answer stays the same', async () => {
  const { parts, heard } = watching();
  expect(await guarded(parts, asked, async () => ({ created: true }))).toEqual({ created: true });
  const refused = guarded(parts, asked, () => Promise.reject(problem('code_wrong')));
  await expect(refused).rejects.toMatchObject({ code: 'code_wrong' });
  expect(heard).toEqual([
    { code: null, answer: { created: true } },
    { code: 'code_wrong', answer: null },
  ]);
});

test('a guard that fails afterwards is reported, and changes nothing of the answer', async () => {
  const { parts, faults } = watching();
  const after = () => Promise.reject(new Error('away'));
  const broken = { ...parts, guard: { ...parts.guard, after } };
  expect(await guarded(broken, asked, async () => 'done')).toBe('done');
  expect(faults.map(({ message }) => message)).toEqual(['away']);
});

test('a guard that fails beforehand lets nothing through', async () => {
  const { parts } = watching();
  const before = () => Promise.reject(new Error('away'));
  const broken = { ...parts, guard: { ...parts.guard, before } };
  await expect(guarded(broken, asked, async () => 'done')).rejects.toThrow('away');
});

test('two guards of one operation are refused at start', () => {
  const { parts } = watching();
  const feature = (name: string): Feature => ({ name, operations: [], guards: { 'a.b': parts.guard } });
  expect(() => guardsOf([feature('one'), feature('two')])).toThrow('a.b has a guard already');
});
