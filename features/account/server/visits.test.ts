import type { Caller, DeviceId, PersonId } from '@axent/kernel';
import { expect, test } from 'vitest';
import { Visits } from './visits.ts';

const day_ms = 86_400_000;
const session = { person: 'ada' as PersonId, device: 'phone' as DeviceId };

const from = (address: string, hints: Record<string, string> = {}) =>
  ({ address, userAgent: 'Firefox', clientHints: hints }) as Partial<Caller> as Caller;

function watched() {
  let now = 0;
  const visits = new Visits(
    (address) => (address.startsWith('8.') ? 'US' : 'CH'),
    () => now,
  );
  const waits = () => visits.take().length;
  return { visits, waits, pass: (ms: number) => (now += ms) };
}

test('what is told anew waits once, however many requests tell it', () => {
  const { visits, waits } = watched();
  for (let n = 0; n < 100; n++) visits.note(session, from('9.9.9.9'));
  expect(waits()).toBe(1);
  for (let n = 0; n < 100; n++) visits.note(session, from('9.9.9.10'));
  expect(waits()).toBe(0);
});

test('another country, another network, another person on the device, another day: it waits again', () => {
  const { visits, waits, pass } = watched();
  visits.written(session, from('9.9.9.9'));
  visits.note(session, from('9.9.9.9'));
  expect(waits()).toBe(0);
  visits.note(session, from('8.8.8.8'));
  expect(waits()).toBe(1);
  visits.note(session, from('8.8.8.8', { ect: '3g' }));
  expect(waits()).toBe(1);
  visits.note({ ...session, person: 'bob' as PersonId }, from('8.8.8.8', { ect: '3g' }));
  expect(waits()).toBe(1);
  pass(day_ms);
  visits.note(session, from('8.8.8.8', { ect: '3g' }));
  expect(waits()).toBe(1);
});

test('what could not be written is told again by the next request', () => {
  const { visits } = watched();
  visits.note(session, from('9.9.9.9'));
  for (const [key] of visits.take()) visits.forget(key);
  visits.note(session, from('9.9.9.9'));
  expect(visits.take()).toHaveLength(1);
});

test('while nothing is written, no more than a thousand wait', () => {
  const { visits, waits } = watched();
  for (let n = 0; n < 1_500; n++)
    visits.note({ ...session, device: `device ${n}` as DeviceId }, from('9.9.9.9'));
  expect(waits()).toBe(1_000);
  // The others were not taken for written.
  visits.note({ ...session, device: 'device 1400' as DeviceId }, from('9.9.9.9'));
  expect(waits()).toBe(1);
});
