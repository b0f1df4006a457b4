import { expect, test } from 'vitest';
import { isTimeZone, quietUntil, usual_hours } from './quiet.ts';

const at = (iso: string) => Date.parse(iso);
const until = (zone: string | null, iso: string, hours: Partial<typeof usual_hours> = {}) =>
  new Date(quietUntil({ time_zone: zone, ...usual_hours, ...hours }, at(iso), 'Europe/Zurich')).toISOString();

test.each([
  ['Europe/Zurich', '2026-11-25T12:00:00Z', '2026-11-25T12:00:00.000Z'],
  ['Europe/Zurich', '2026-11-25T19:59:59Z', '2026-11-25T19:59:59.000Z'],
  ['Europe/Zurich', '2026-11-25T20:00:00Z', '2026-11-26T07:00:00.000Z'],
  ['Europe/Zurich', '2026-11-26T06:59:30Z', '2026-11-26T07:00:00.000Z'],
  ['Asia/Shanghai', '2026-11-25T12:00:00Z', '2026-11-25T12:00:00.000Z'],
  ['Asia/Shanghai', '2026-11-25T14:00:00Z', '2026-11-26T00:00:00.000Z'],
  ['Asia/Kathmandu', '2026-11-25T16:00:00Z', '2026-11-26T02:15:00.000Z'],
  // The night on which clocks go back is an hour longer, the one on which they go forward an hour shorter.
  ['Europe/Zurich', '2026-10-24T22:00:00Z', '2026-10-25T07:00:00.000Z'],
  ['Europe/Zurich', '2026-03-28T22:00:00Z', '2026-03-29T06:00:00.000Z'],
  [null, '2026-11-25T22:00:00Z', '2026-11-26T07:00:00.000Z'],
  ['Atlantis/Centre', '2026-11-25T22:00:00Z', '2026-11-26T07:00:00.000Z'],
])('in %s at %s a message may go at %s', (zone, now, may) => {
  expect(until(zone, now)).toBe(may);
});

test('hours within one day are kept, and the same twice are none', () => {
  const siesta = { from_minute: 13 * 60, to_minute: 15 * 60 + 30 } as never;
  expect(until('UTC', '2026-11-25T14:00:00Z', siesta)).toBe('2026-11-25T15:30:00.000Z');
  expect(until('UTC', '2026-11-25T12:00:00Z', siesta)).toBe('2026-11-25T12:00:00.000Z');
  const none = { from_minute: 0, to_minute: 0 } as never;
  expect(until('UTC', '2026-11-25T03:00:00Z', none)).toBe('2026-11-25T03:00:00.000Z');
});

test('a zone is one that the clock knows', () => {
  expect([isTimeZone('Asia/Shanghai'), isTimeZone('Mars/Olympus'), isTimeZone('x'.repeat(100))]).toEqual([
    true,
    false,
    false,
  ]);
});
