import { expect, test } from 'vitest';
import { watchedOperations } from '../../features/fraud/server/guard.ts';
import { productContracts } from '../world.ts';

/**
 * What opens nothing: it asks, ends, or takes a way in away, of which nobody who fears a thief may be kept. And proofs
 * that are not guessed: a passkey, and second steps, whose guesses the account itself counts.
 */
const unwatched: readonly string[] = [
  'account.begin_authenticator',
  'account.begin_connecting_wechat',
  'account.begin_enrolment',
  'account.begin_wechat',
  'account.disconnect_wechat',
  'account.drop_authenticator',
  'account.drop_contact',
  'account.drop_passkey',
  'account.drop_password',
  'account.finish_enrolment',
  'account.new_passkey',
  'account.passkey_challenge',
  'account.set_two_steps',
  'account.sign_in_passkey',
  'account.sign_in_second',
  'account.code_state',
  'account.end_device',
  'account.end_others',
  'account.reset_device',
  'account.sign_out',
];

test('every operation on an account that changes something is looked on, or is known to open nothing', () => {
  const changing = productContracts.filter(
    ({ name, method }) => name.startsWith('account.') && method === 'POST',
  );
  const known = [...watchedOperations, ...unwatched];
  expect(changing.length).toBeGreaterThan(5);
  expect(changing.filter(({ name }) => !known.includes(name)).map(({ name }) => name)).toEqual([]);
  const names = productContracts.map(({ name }) => name);
  const gone = [...watchedOperations, ...unwatched].filter((name) => !names.includes(name));
  expect(gone).toEqual([]);
});

test('what the watch can answer stands in the contracts of what it looks on', () => {
  const errors = (name: string) => productContracts.find((one) => one.name === name)?.errors ?? [];
  expect(errors('account.request_code')).toContain('fraud_sms_pumping');
  expect(errors('account.verify_code')).toContain('fraud_many_sign_ups');
  expect(errors('account.verify_code')).not.toContain('fraud_sms_pumping');
  expect(errors('privacy.correct')).toEqual(
    expect.arrayContaining(['fraud_new_device_change', 'fraud_refused']),
  );
});
