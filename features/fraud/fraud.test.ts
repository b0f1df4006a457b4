import { describe, expect, test } from 'vitest';
import {
  type Act,
  bucketOf,
  type Counts,
  judge,
  type Measure,
  mayAnswer,
  mayDecide,
  measures,
  measuresOf,
  nothing,
  priceOf,
  type RuleName,
  rangeOf,
  ruleNames,
  rules,
} from './fraud.ts';

const limits = { sms_day_ceiling: 1000 };
const counts = (some: Partial<Counts>): Counts => ({ ...nothing, ...some });

/** Each rule by name: the act, counts at which it stays silent, and counts at which it speaks. */
const cases: Readonly<Record<RuleName, readonly [Act, Partial<Counts>, Partial<Counts>]>> = {
  sms_pumping: [
    'code',
    { range_numbers: 7, range_network: 7, range_device: 5 },
    { range_numbers: 8, range_network: 5 },
  ],
  device_floods: ['code', { device_recipients: 5 }, { device_recipients: 15 }],
  many_sign_ups: ['sign_in', { network_sign_ups: 39 }, { network_sign_ups: 40 }],
  network_floods: ['code', { network_recipients: 119 }, { network_recipients: 120 }],
  many_recipients: ['code', { device_recipients: 5 }, { device_recipients: 6 }],
  busy_range: ['code', { range_numbers: 29 }, { range_numbers: 30 }],
  sms_ceiling: ['code', { sms_spent: 999 }, { sms_spent: 1000 }],
  many_failures: [
    'password',
    { account_failures: 400, failing_networks: 3 },
    { account_failures: 10, failing_networks: 4 },
  ],
  many_accounts: ['contact', { device_accounts: 3 }, { device_accounts: 4 }],
  taking_over: ['way', { device_newcomers: 9 }, { device_is_new: 1, device_newcomers: 3 }],
  new_device_change: ['contact', { device_newcomers: 2 }, { device_is_new: 1, device_newcomers: 2 }],
};

test('there is a case for every rule', () => {
  expect(Object.keys(cases).sort()).toEqual([...ruleNames].sort());
});

test.each(Object.entries(cases))(
  '%s speaks from its number on, and not before',
  (name, [act, below, from]) => {
    expect(judge(act, counts(below), limits)).toBeNull();
    const judged = judge(act, counts(from), limits);
    expect(judged?.rule).toBe(name);
    expect(judged?.verdict).toBe(rules[name as RuleName].verdict);
    expect(judged?.weight).toBeGreaterThan(0);
  },
);

test('pumping is seen at a device, too, whatever networks it comes by', () => {
  expect(judge('code', counts({ range_numbers: 8, range_device: 3 }), limits)?.rule).toBe('sms_pumping');
  expect(judge('code', counts({ range_numbers: 8, range_network: 4, range_device: 2 }), limits)).toBeNull();
});

test('the gravest verdict counts, whatever the order', () => {
  const both = counts({ device_recipients: 20, network_sign_ups: 50, range_numbers: 40 });
  expect(judge('code', both, limits)).toMatchObject({ rule: 'device_floods', verdict: 'refuse' });
  const held = counts({ device_is_new: 1, device_newcomers: 3 });
  expect(judge('contact', held, limits)).toMatchObject({ rule: 'taking_over', verdict: 'hold' });
});

test('whom a review released from a rule is judged by the others', () => {
  const held = counts({ device_is_new: 1, device_newcomers: 3 });
  expect(judge('contact', held, limits, new Set(['taking_over']))?.rule).toBe('new_device_change');
});

test('without a ceiling, nothing that was spent holds an SMS up', () => {
  expect(judge('code', counts({ sms_spent: 1e9 }), { sms_day_ceiling: null })).toBeNull();
  expect(judge('code', nothing, { sms_day_ceiling: 0 })?.rule).toBe('sms_ceiling');
});

test('a rule speaks only at the acts that it names', () => {
  const everything = counts(
    Object.fromEntries(Object.keys(measures).map((name) => [name, 1e6])) as Partial<Counts>,
  );
  for (const act of ['code', 'sign_in', 'password', 'contact', 'way'] as const)
    expect(rules[judge(act, everything, limits)?.rule as RuleName].acts as readonly Act[]).toContain(act);
});

describe('what a rule looks at', () => {
  test.each(ruleNames)('%s looks at what it says, and at nothing else', (name) => {
    const looked = new Set<string>();
    for (const amount of [0, 1e6]) {
      const watched = new Proxy({} as Record<Measure, number>, {
        get: (_, measure) => {
          looked.add(String(measure));
          return amount;
        },
      });
      rules[name].weigh(watched, limits);
    }
    const said: readonly string[] = rules[name].reads;
    expect([...looked].filter((one) => !said.includes(one))).toEqual([]);
  });

  test('an act asks for the counts of its own rules alone', () => {
    expect(measuresOf('sign_in')).toEqual(['network_sign_ups']);
    expect(measuresOf('password')).toEqual(['account_failures', 'failing_networks']);
    expect(measuresOf('contact')).toEqual(['device_accounts', 'device_is_new', 'device_newcomers']);
  });

  test('nothing that is counted is a country, a nationality or a position', () => {
    const words = /country|nation|region|position|latitude|longitude|place|distance|speed|travel/;
    expect(Object.keys(measures).filter((name) => words.test(name))).toEqual([]);
  });
});

test('equal behaviour from different countries gives equal verdicts', () => {
  const numbers = ['+41445550123', '+8613800001234', '+12025550123', '+2348031234567', '+4915112345678'];
  const ranges = numbers.map((number) => number.length - rangeOf(number).length);
  // A block of a thousand numbers, wherever it lies.
  expect(new Set(ranges)).toEqual(new Set([3]));
  const dear = { '+41': 7, '+86': 4, '+1': 1, '+234': 40, '*': 10 };
  expect(numbers.map((number) => priceOf(number, dear))).toEqual([7, 4, 1, 40, 10]);
  // What a message costs is no part of what decides about it: only what all have cost before.
  expect(judge('code', counts({ sms_spent: 999 }), limits)).toBeNull();
});

test('a price is found by the longest beginning; without any it costs nothing', () => {
  expect(priceOf('+41795550123', { '+41': 7, '+4179': 9, '*': 1 })).toBe(9);
  expect(priceOf('+33123456789', { '+41': 7 })).toBe(0);
});

test('what is counted lies in buckets of five minutes', () => {
  expect(bucketOf(new Date('2027-01-02T03:09:59Z')).toISOString()).toBe('2027-01-02T03:05:00.000Z');
});

test('a case is answered three times at most, and decided while it waits', () => {
  expect([mayAnswer('held', 0), mayAnswer('refused', 2), mayAnswer('refused', 3)]).toEqual([
    true,
    true,
    false,
  ]);
  expect([mayAnswer('answered', 1), mayAnswer('released', 0)]).toEqual([false, false]);
  expect((['held', 'answered', 'released', 'refused'] as const).filter(mayDecide)).toEqual([
    'held',
    'answered',
  ]);
});
