import { rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { generated } from './generated.guard.ts';
import { plant } from './planted.ts';

const generator = `export const generate = () => [{ path: 'docs/a.md', text: 'as it should be\\n' }];\n`;
const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

function judge(text: string) {
  const project = plant({ 'kernel/a.generate.ts': generator, 'docs/a.md': text });
  roots.push(project.root);
  return generated.judge(project);
}

test('a generated file that was changed by hand is caught', async () => {
  expect((await judge('changed by hand\n')).wrong).toEqual([expect.stringContaining('docs/a.md')]);
});

test('a generated file that equals what its generator says is left in peace', async () => {
  expect((await judge('as it should be\n')).wrong).toEqual([]);
});
