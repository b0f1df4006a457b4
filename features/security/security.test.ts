import { expect, test } from 'vitest';
import { incidentState, ruleOf, windowFault } from './security.ts';

test('each request counts for one rule at most, and what is usual for none', () => {
  const said = (operation: string, status: number, code: string | null = null) =>
    ruleOf({ operation, status, code });
  expect(said('account.verify_code', 422, 'code_wrong')).toBe('guessing');
  expect(said('account.verify_code', 429, 'too_many_guesses')).toBe('guessing');
  expect(said('account.request_code', 200)).toBe('code_asking');
  expect(said('account.request_code', 429, 'too_many_calls')).toBe('flooding');
  expect(said('page', 404, 'not_found')).toBe('probing');
  expect(said('stores.page', 404, 'no_such_store')).toBeNull();
  expect(said('privacy.holdings', 401, 'not_signed_in')).toBe('trying');
  expect(said('log.list', 403, 'not_allowed')).toBe('trying');
  expect(said('stores.nearest', 200)).toBeNull();
  expect(said('stores.nearest', 500, 'fault')).toBeNull();
});

test('a window has begun, ends after it begins, and is a week at most', () => {
  const now = new Date('2026-11-26T12:00:00Z');
  const day = (text: string) => new Date(`2026-11-${text}T12:00:00Z`);
  expect(windowFault(day('20'), day('21'), now)).toBeNull();
  expect(windowFault(day('19'), day('26'), now)).toBeNull();
  expect(windowFault(day('19'), new Date(day('26').getTime() + 1), now)).toBe('window_too_long');
  expect(windowFault(day('21'), day('21'), now)).toBe('window_wrong');
  expect(windowFault(day('27'), day('28'), now)).toBe('window_wrong');
});

test('an incident stands from its approval until its end', () => {
  const now = new Date('2026-11-26T12:00:00Z');
  const none = { approved_at: null, ends_at: null, ended_at: null };
  const approved = { ...none, approved_at: now, ends_at: new Date(now.getTime() + 1) };
  expect(incidentState(none, now)).toBe('proposed');
  expect(incidentState(approved, now)).toBe('stands');
  expect(incidentState({ ...approved, ends_at: now }, now)).toBe('over');
  expect(incidentState({ ...approved, ended_at: now }, now)).toBe('ended');
});
