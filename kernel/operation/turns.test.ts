import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

test('as many work at once as there are turns; the others wait in order, and one that fails gives its turn back', async () => {
  const turns = new Turns(2);
  const done: number[] = [];
  let at_once = 0;
  let most = 0;
  const work = (n: number) =>
    turns.take(async () => {
      at_once += 1;
      most = Math.max(most, at_once);
      await new Promise((resolve) => setTimeout(resolve, 2));
      at_once -= 1;
      if (n === 3) throw new Error('three');
      done.push(n);
    });
  const ended = await Promise.allSettled([0, 1, 2, 3, 4, 5].map(work));
  expect(most).toBe(2);
  expect(done).toEqual([0, 1, 2, 4, 5]);
  expect(ended.map(({ status }) => status).filter((status) => status === 'rejected')).toHaveLength(1);
});

test('who would wait for too long is told so at once', async () => {
  const turns = new Turns(1);
  let finish = () => {};
  const first = turns.take(() => new Promise<void>((resolve) => (finish = resolve)));
  const others = Array.from({ length: 300 }, () => turns.take(async () => 1));
  await expect(turns.take(async () => 1)).rejects.toMatchObject({ code: 'busy' });
  finish();
  await first;
  expect(await Promise.all(others)).toHaveLength(300);
});
