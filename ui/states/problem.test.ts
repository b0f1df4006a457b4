import { expect, test } from 'vitest';
import { oneLine } from './problem.tsx';

test.each([
  ['Sign in first', 'Then try again.', 'Sign in first. Then try again.'],
  ['What now?', 'Try again.', 'What now? Try again.'],
  ['请重新登录', '然后再操作一次。', '请重新登录。然后再操作一次。'],
  ['That code does not fit', '', 'That code does not fit'],
])('title and next step are one line: %s', (title, next, line) => {
  expect(oneLine({ title, next })).toBe(line);
});
