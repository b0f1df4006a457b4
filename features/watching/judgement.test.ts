import type { Language } from '@axent/policy/shape';
import { expect, test } from 'vitest';
import { after, before, day_s, noon, soundFacts, soundNode, withNode } from './facts.fixture.ts';
import { judge } from './judgement.ts';
import de from './text/de.ts';
import en from './text/en.ts';
import zh from './text/zh-CN.ts';
import type { Facts, Level, Part } from './watching.ts';
import { sentence } from './words.ts';

const gigabyte = 1024 ** 3;
const disk = (free: number, total: number) =>
  withNode({ disk: { free_bytes: free * gigabyte, total_bytes: total * gigabyte } });
const ends = (seconds: number) => withNode({ certificate: { state: 'seen', ends_at: after(seconds) } });
const queue = (tried_for_s: number): Facts => ({
  ...soundFacts,
  messages: { sms: { waiting: 3, tried: 2, oldest_tried_at: before(tried_for_s) } },
});
const ledger = (change: Partial<Facts['ledger']>): Facts => ({
  ...soundFacts,
  ledger: { ...soundFacts.ledger, ...change },
});
const waits = (oldest_s: number): Facts => ({
  ...soundFacts,
  events: { waiting: 2, oldest_at: before(oldest_s) },
});

const cases: readonly (readonly [string, Part, Level, Facts])[] = [
  ['a ledger that nobody appends to', 'ledger', 'act', ledger({ appending: false, pending: 4 })],
  ['a leaf that waits for a second', 'ledger', 'good', ledger({ pending: 1, oldest_at: before(1) })],
  ['a leaf that waits for a minute', 'ledger', 'look', ledger({ pending: 9, oldest_at: before(60) })],
  ['a leaf that waits for six minutes', 'ledger', 'act', ledger({ pending: 9, oldest_at: before(360) })],
  ['messages refused a minute ago', 'sms', 'look', queue(60)],
  ['messages refused for twenty minutes', 'sms', 'act', queue(1_200)],
  [
    'messages on their way',
    'push',
    'good',
    { ...soundFacts, messages: { push: { waiting: 2, tried: 0, oldest_tried_at: null } } },
  ],
  ['an event of this moment', 'events', 'good', waits(1)],
  ['an event that nobody handles', 'events', 'act', waits(1_000)],
  ['a job that fails', 'jobs', 'act', withNode({ late_jobs: ['log retention'] })],
  ['a backup of yesterday morning', 'backups', 'look', withNode({ backup_at: before(30 * 3_600) })],
  ['a backup of three days ago', 'backups', 'act', withNode({ backup_at: before(72 * 3_600) })],
  ['no backup', 'backups', 'look', withNode({ backup_at: null })],
  ['a certificate of twenty days', 'certificate', 'look', ends(20 * day_s)],
  ['a certificate of one week', 'certificate', 'act', ends(7 * day_s)],
  ['a certificate that ran out', 'certificate', 'act', ends(-1)],
  [
    'a public address out of reach',
    'certificate',
    'look',
    withNode({ certificate: { state: 'unseen', code: 'ECONNREFUSED' } }),
  ],
  ['no TLS at all', 'certificate', 'good', withNode({ certificate: { state: 'none' } })],
  ['a fifth of a disk', 'disk', 'look', disk(7, 40)],
  ['a tenth of a disk', 'disk', 'act', disk(3, 40)],
  ['a tenth of a very large disk', 'disk', 'good', disk(100, 2_000)],
  ['less than a gigabyte', 'disk', 'act', disk(0.5, 2)],
  ['a disk that nobody could ask', 'disk', 'look', withNode({ disk: null })],
  [
    'a policy that waits',
    'policy',
    'look',
    { ...soundFacts, policy: { revision: '1', hash: 'abc', release_revision: '2' } },
  ],
  [
    'two releases',
    'nodes',
    'look',
    { ...soundFacts, nodes: [soundNode, { ...soundNode, id: 'two', release: '1.1.0' }] },
  ],
  [
    'a server that fell silent',
    'nodes',
    'look',
    { ...soundFacts, nodes: [soundNode, { ...soundNode, id: 'two', seen_at: before(600) }] },
  ],
];

test('when all is well, every part is good', () => {
  const judged = judge(soundFacts, noon);
  expect(judged.filter(({ level }) => level !== 'good')).toEqual([]);
  expect(judged.map(({ part }) => part)).toContain('mail');
});

test.each(cases)('%s: %s is judged "%s", and no other part changes', (_name, part, level, facts) => {
  const judged = judge(facts, noon);
  expect(judged.find((one) => one.part === part)?.level).toBe(level);
  expect(judged.filter((one) => one.part !== part && one.level !== 'good')).toEqual([]);
});

test('of several servers the worst counts: the fullest disk, the certificate that ends first', () => {
  const full = { free_bytes: gigabyte, total_bytes: 40 * gigabyte };
  const other = { ...soundNode, id: 'two', disk: full, backup_at: null };
  const judged = judge({ ...soundFacts, nodes: [soundNode, other] }, noon);
  expect(judged.find(({ part }) => part === 'disk')).toMatchObject({ level: 'act', figures: full });
  expect(judged.find(({ part }) => part === 'backups')?.level).toBe('good');
});

const languages = { en, de, 'zh-CN': zh } as const;

test.each(Object.keys(languages) as Language[])(
  'every judgement has its sentence, and what to do, in %s',
  (language) => {
    const words: Readonly<Record<string, string>> = languages[language];
    const judged = [...cases.flatMap(([, , , facts]) => judge(facts, noon)), ...judge(soundFacts, noon)];
    for (const { part, level, reason, figures } of judged) {
      const said = [
        `part_${part}`,
        `level_${level}`,
        reason,
        ...(level === 'good' ? [] : [`${reason}_next`]),
      ];
      for (const key of said) {
        expect(words[key], key).toBeTypeOf('string');
        expect(sentence(words, key, figures, language), key).not.toMatch(/[{}]|NaN|undefined/);
      }
    }
  },
);

test('figures are written by the unit that their name ends with', () => {
  const say = (figures: Readonly<Record<string, string | number>>, language: Language) =>
    sentence(
      {
        key: Object.keys(figures)
          .map((name) => `{${name}}`)
          .join(' · '),
      },
      'key',
      figures,
      language,
    );
  expect(say({ free_bytes: 1.5 * gigabyte, age_s: 7_300, count: 12_345 }, 'en')).toBe(
    '1.5 GB · 2 hours · 12,345',
  );
  expect(say({ left_s: 3 * day_s }, 'de')).toBe('3 Tage');
  expect(say({ ends_at: '2026-12-01T10:00:00Z' }, 'en')).toContain('1 December 2026');
});
