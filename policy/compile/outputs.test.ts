import { describe, expect, test } from 'vitest';
import { notices } from '../notice/notice.ts';
import { policy } from '../policy.ts';
import { coverageRows, coverageTotals } from './coverage.ts';
import { layeredNotice } from './notice.ts';
import { plainWords, small } from './small.fixture.ts';
import { noticeText } from './text.ts';
import { policyTypes } from './types.ts';

const settings = {
  name: 'Example Water Ltd',
  address: '1 Quay, Zurich',
  contact: 'privacy@example.test',
  representative: 'Example Europe GmbH',
  authority: 'the FDPIC',
  imprint: 'Example Water Ltd, Zurich',
};

describe('the layered notice', () => {
  const notice = layeredNotice(policy, notices.en, 'en', settings);
  const clause = (id: string) =>
    notice.chapters.flatMap((chapter) => chapter.clauses).find((c) => c.id === id);

  test('eight chapters in reading order, every clause in its own', () => {
    expect(notice.chapters.map((chapter) => chapter.id)).toEqual(['G', 'C', 'F', 'U', 'M', 'E', 'S', 'R']);
    expect(notice.contents.flatMap((chapter) => chapter.clauses)).toHaveLength(48);
  });

  test('the deepest layer says exactly what is collected, for what, how long, on which ground', () => {
    expect(clause('F.nearby')?.uses.find((use) => use.verb === 'collect')).toEqual({
      verb: 'collect',
      purpose: 'service',
      purpose_name: 'doing what you asked for',
      category: 'position',
      category_name: 'Position',
      holds: 'Latitude, longitude and their accuracy, at one moment.',
      sensitive: ['pipl'],
      basis: {
        gdpr: 'Art. 6(1)(a)',
        fadp: 'Art. 31(1), with Art. 6(6)',
        pipl: 'Art. 13(1)(1), with Art. 28 and 29',
      },
      retention_days: 0,
      function: 'nearby',
      function_name: 'Near you',
      or_functions: [],
      while_closed: false,
      offered: true,
      words: {
        says: 'Collected: Position, for doing what you asked for',
        kept: 'never stored',
        terms: ['only while “Near you” is open'],
        sensitive: 'sensitive under PIPL',
        basis: [
          'GDPR Art. 6(1)(a)',
          'FADP Art. 31(1), with Art. 6(6)',
          'PIPL Art. 13(1)(1), with Art. 28 and 29',
        ],
        status: '',
      },
    });
  });

  test('every way in, closing without effect, and what waits are said in words', () => {
    const use = clause('U.rights')?.uses.find((one) => one.verb === 'read' && one.category === 'photo');
    expect(use?.words.terms).toEqual([
      'only while “Sending pictures / Taking photos” is open',
      'yours to see even while it is closed',
    ]);
    expect(use?.words.status).toBe('Not offered yet');
    const sent = clause('M.news')?.uses.find((one) => one.verb === 'send');
    expect([sent?.words.kept, sent?.words.terms]).toEqual(['', ['only while “News and offers” is open']]);
  });

  test('what is hashed has each fact on a line of its own, and the cards are not in it', () => {
    const lines = noticeText(notice).split('\n');
    for (const line of [
      'F.nearby',
      'U.rights',
      'Partly enforced',
      'never stored',
      'sensitive under PIPL',
      'Still missing',
    ])
      expect(lines).toContain(line);
    expect(lines).toContain('The products you own.');
    expect(lines.filter((line) => line.startsWith('['))).toEqual([]);
  });

  test('of a standing ground, what nothing is done with yet is told apart', () => {
    const rule = clause('E.6')?.standing.find((one) => one.purpose === 'service');
    expect(rule?.category_names).toContain('Email and phone');
    expect(rule?.waiting_names).toEqual(['Products you own']);
    expect(rule?.waiting_names).not.toContain('Email and phone');
  });

  test('what is not offered yet is said by its status, and the missing parts are named', () => {
    expect(clause('F.voice')?.status_name).toBe('Not offered yet');
    expect(clause('C.profile')?.unbuilt).toContain('The products you own.');
  });

  test("the operator's settings stand where the words need them, and no placeholder is left", () => {
    const text = noticeText(notice);
    expect(text).toContain('Responsible for your data: Example Water Ltd. Write to privacy@example.test.');
    expect(text).toContain('at least 16 years old');
    for (const language of ['en', 'zh-CN', 'de'] as const) {
      expect(noticeText(layeredNotice(policy, notices[language], language, settings))).not.toMatch(/[{}]/);
    }
  });

  test('the standing grounds of the law are listed with law and data', () => {
    expect(clause('E.7')?.standing).toEqual([
      {
        law: 'GDPR Art. 6(1)(f); FADP Art. 31(1); PIPL Art. 13(1)(3) with Art. 51',
        area: 'all',
        purpose: 'service',
        purpose_name: 'doing what you asked for',
        category_names: ['Log entries'],
        waiting_names: [],
        retention_days: 30,
        kept: '30 days',
      },
    ]);
    expect(clause('E.1')?.standing).toEqual([]);
  });
});

describe('the public coverage page', () => {
  const evidence = {
    'C.contact': { walls: ['gate', 'database'], tests: { gate: ['refuses'], database: [] } },
    'C.place': { walls: ['gate'], tests: { gate: ['never stored'] } },
    'F.photo': { walls: ['gate'], tests: { gate: ['closed is closed'] } },
    'M.code': { walls: ['gate'], tests: { gate: ['nothing rides along'] } },
  };
  const rows = coverageRows(small, plainWords(small).en, evidence);

  test('an enforced clause with a wall without a test, or with no wall, is unproven', () => {
    const unproven = rows.filter((row) => row.unproven.length > 0).map((row) => [row.clause, row.unproven]);
    expect(unproven).toEqual([
      ['C.contact', ['database']],
      ['S.ledger', ['any']],
    ]);
  });

  test('the totals are those of the last line of `npm run clauses`', () => {
    expect(coverageTotals(rows)).toEqual({ defined: 7, enforced: 5, partly: 1, not_offered: 1, unproven: 2 });
  });

  test('a row says how many uses stand on the clause and how many are offered', () => {
    expect(rows.find((row) => row.clause === 'U.survey')).toMatchObject({
      status: 'not',
      cells: 1,
      offered: 0,
    });
    expect(rows.find((row) => row.clause === 'F.photo')).toMatchObject({
      status: 'whole',
      cells: 2,
      offered: 2,
    });
  });
});

test('generated types hold what is offered and nothing else', () => {
  expect(policyTypes(small)).toBe(`// Generated from policy/policy.ts by \`npm run generate\`. Do not edit.

export type PurposeName = 'help' | 'survey';

export type CategoryName = 'contact' | 'place' | 'photo';

export type StoredCategory = 'contact' | 'photo';

export type FleetingCategory = 'place';

export type FunctionId = 'photos';

export type MessageId = 'code';

export type Clause = 'C.contact' | 'C.place' | 'F.photo' | 'U.help' | 'U.survey' | 'M.code' | 'S.ledger';

export interface CollectsOf {
  help: 'contact' | 'place' | 'photo';
  survey: never;
}

export interface ReadsOf {
  help: 'contact' | 'photo';
  survey: never;
}

export interface SendsOf {
  help: 'code';
  survey: never;
}

export interface SharesOf {
  help: never;
  survey: never;
}

export interface MattersOf {
  purposes: never;
  categories: never;
}

export interface FieldsOf {
  mail: 'contact.email';
}
`);
});

test('the deepest layer says what may go to whom, and what a matter may open on which law', () => {
  const notice = layeredNotice(policy, notices.en, 'en', settings);
  const clauses = notice.chapters.flatMap((chapter) => chapter.clauses);
  const outside = clauses.find(({ id }) => id === 'S.third-party');
  expect(outside?.recipients).toContainEqual({ name: 'Mail carrier', category_names: ['Messages to you'] });
  const [matter] = clauses.find(({ id }) => id === 'E.8')?.matters ?? [];
  expect(matter).toMatchObject({ longest: '92 days' });
  expect(matter?.bases).toEqual(['GDPR Art. 85(2)', 'FADP Art. 31(2)(d)', 'PIPL Art. 13(1)(5)']);
  const lines = noticeText(notice).split('\n');
  for (const line of ['Mail carrier', 'Messages to you', '92 days', ...(matter?.bases ?? [])])
    expect(lines).toContain(line);
});
