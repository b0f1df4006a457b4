import { expect, test } from 'vitest';
import { closes } from './device.ts';

test('taking the device permission back closes; a one-time grant that ran out does not', () => {
  expect(closes('granted', 'denied')).toBe(true);
  expect(closes('granted', 'prompt')).toBe(false);
  expect(closes('prompt', 'denied')).toBe(false);
  expect(closes(null, 'denied')).toBe(false);
});
