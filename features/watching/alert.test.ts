import { describe, expect, test } from 'vitest';
import {
  type AlertState,
  type Announcement,
  calm_ms,
  hold_ms,
  mails_a_day,
  noAlerts,
  told,
  weigh,
} from './alert.ts';
import type { Judgement, Level, Part } from './watching.ts';

const minute_ms = 60_000;
const hour_ms = 60 * minute_ms;
const day_ms = 24 * hour_ms;
const judged = (part: Part, level: Level): Judgement => ({
  part,
  level,
  reason: `${part}_${level}`,
  figures: {},
});

/** An operator who looks every minute, and a mail server that takes every mail. */
class Watchman {
  state: AlertState = noAlerts;
  now = Date.parse('2026-11-25T12:00:00Z');
  readonly mails: { readonly at: number; readonly announcement: Announcement }[] = [];

  look(judgements: readonly Judgement[], carries = true): void {
    const { state, announcement } = weigh(this.state, judgements, this.now);
    this.state = state;
    if (announcement === null || !carries) return;
    this.mails.push({ at: this.now, announcement });
    this.state = told(this.state, announcement, this.now);
  }

  /** Looks every minute for so long. */
  watch(ms: number, judgements: readonly Judgement[], carries = true): void {
    for (const end = this.now + ms; this.now < end; this.now += minute_ms) this.look(judgements, carries);
  }

  get said(): readonly string[] {
    return this.mails.flatMap(({ announcement }) =>
      (['raised', 'repeated', 'cleared'] as const).flatMap((kind) =>
        announcement[kind].map(({ part }) => `${kind} ${part}`),
      ),
    );
  }
}

const full = [judged('disk', 'act'), judged('ledger', 'good')];
const sound = [judged('disk', 'good'), judged('ledger', 'good')];

test('what stays bad is raised once, repeated once a day, and its end is told', () => {
  const one = new Watchman();
  one.watch(3 * day_ms, full);
  expect(one.said).toEqual(['raised disk', 'repeated disk', 'repeated disk']);
  one.watch(hour_ms, sound);
  expect(one.said.slice(3)).toEqual(['cleared disk']);
  one.watch(day_ms, sound);
  expect(one.mails).toHaveLength(4);
});

test('what is bad for one look is no alert, and what is only worth a look is none either', () => {
  const one = new Watchman();
  one.watch(minute_ms, full);
  one.watch(hour_ms, sound);
  one.watch(day_ms, [judged('disk', 'look')]);
  expect(one.mails).toEqual([]);
});

test('what comes and goes is one alert', () => {
  const one = new Watchman();
  for (let round = 0; round < 30; round++) {
    one.watch(hold_ms + minute_ms, full);
    one.watch(calm_ms - 2 * minute_ms, sound);
  }
  expect(one.said).toEqual(['raised disk']);
});

test('everything that is due goes into one mail', () => {
  const one = new Watchman();
  const all = (['disk', 'ledger', 'mail', 'backups', 'certificate'] as const).map((part) =>
    judged(part, 'act'),
  );
  one.watch(hour_ms, all);
  expect(one.mails).toHaveLength(1);
  expect(one.mails[0]?.announcement.raised).toHaveLength(5);
});

test('a mail that could not leave is tried again, and told once', () => {
  const one = new Watchman();
  one.watch(20 * minute_ms, full, false);
  expect(one.said).toEqual([]);
  one.watch(hour_ms, full);
  expect(one.said).toEqual(['raised disk']);
});

test('what was over before anybody heard of it is not told', () => {
  const one = new Watchman();
  one.watch(5 * minute_ms, full, false);
  one.watch(day_ms, sound);
  expect(one.said).toEqual([]);
});

test('whoever announces has it alone: another server that looks meanwhile says nothing', () => {
  const start = Date.parse('2026-11-25T12:00:00Z');
  const first = weigh(noAlerts, full, start);
  const second = weigh(first.state, full, start + hold_ms);
  expect(second.announcement?.raised).toHaveLength(1);
  expect(weigh(second.state, full, start + hold_ms + 1_000).announcement).toBeNull();
});

describe('a clock that jumps', () => {
  test.each([
    ['a day ahead', day_ms],
    ['a month ahead', 30 * day_ms],
    ['a day back', -day_ms],
  ])('%s: nothing is raised, repeated or cleared because of it', (_name, jump_ms) => {
    const one = new Watchman();
    one.watch(hour_ms, full);
    expect(one.said).toEqual(['raised disk']);
    one.now += jump_ms;
    one.watch(hour_ms, full);
    one.now -= jump_ms;
    one.watch(hour_ms, full);
    expect(one.said).toEqual(['raised disk']);
    // The day until it is repeated has gone on as if the clock had never moved.
    one.watch(22 * hour_ms, full);
    expect(one.said).toEqual(['raised disk', 'repeated disk']);
  });

  test('to and fro all day: no storm', () => {
    const one = new Watchman();
    for (let round = 0; round < 200; round++) {
      one.now += round % 2 === 0 ? day_ms : -day_ms;
      one.watch(5 * minute_ms, round % 3 === 0 ? sound : full);
    }
    expect(one.mails.length).toBeLessThanOrEqual(3);
  });
});

test('there is a most of mails a day, and what it held back comes the day after', () => {
  const one = new Watchman();
  for (let round = 0; round < mails_a_day; round++) {
    one.watch(hold_ms + minute_ms, full);
    one.watch(calm_ms + 2 * minute_ms, sound);
  }
  expect(one.mails).toHaveLength(mails_a_day);
  one.watch(day_ms, full);
  const first = one.mails[0]?.at ?? 0;
  expect(one.mails.filter(({ at }) => at - first < day_ms)).toHaveLength(mails_a_day);
  expect(one.mails.length).toBeGreaterThan(mails_a_day);
});

test('a queue that is empty again has no line any more, and counts as good', () => {
  const one = new Watchman();
  one.watch(hour_ms, [judged('sms', 'act')]);
  one.watch(hour_ms, []);
  expect(one.said).toEqual(['raised sms', 'cleared sms']);
});
