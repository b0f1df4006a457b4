import { describe, expect, test } from 'vitest';
import type { PolicyShape } from '../shape.ts';
import { checkPolicy } from './check.ts';
import { type ColumnFact, GrantError, type Grants, wantedGrants } from './grants.ts';
import { small, withBuilt, withUse } from './small.fixture.ts';
import { decisionTable } from './table.ts';

/** Columns of one table: name → comment. */
function facts(
  table: string,
  table_comment: string | null,
  columns: Readonly<Record<string, string | null>>,
): ColumnFact[] {
  const has_person_id = Object.hasOwn(columns, 'person_id');
  return Object.entries(columns).map(([column, comment]) => ({
    schema: 'app',
    table,
    column,
    comment,
    table_comment,
    has_person_id,
  }));
}

function lines({ columns, tables }: Grants): string[] {
  return [
    ...columns.map((grant) => `${grant.purpose} ${grant.privilege} ${grant.table}.${grant.column}`),
    ...tables.map((grant) => `${grant.purpose} ${grant.privilege} ${grant.table}`),
  ];
}

function granted(columns: readonly ColumnFact[], policy: PolicyShape = small): string[] {
  return lines(wantedGrants(decisionTable(policy), columns));
}

const contact = 'category: contact; write: help; erase: help';

describe("a table of a person's rows", () => {
  test('the policy says who reads, the comment which of the collecting purposes writes', () => {
    expect(granted(facts('contact', contact, { person_id: null, id: null, box: null }))).toEqual(
      [
        'help SELECT contact.box',
        'help INSERT contact.box',
        'help UPDATE contact.box',
        'help SELECT contact.id',
        'help INSERT contact.id',
        'help SELECT contact.person_id',
        'help INSERT contact.person_id',
        'help DELETE contact',
      ].toSorted(byTable),
    );
  });

  test('keys are never changed, and nobody gets a key alone', () => {
    const all = granted(facts('contact', contact, { person_id: null, id: null, box: null }));
    expect(all).not.toContain('help UPDATE contact.id');
    expect(all).not.toContain('help UPDATE contact.person_id');
    expect(granted(facts('contact', 'category: contact', { person_id: null, id: null }))).toEqual([]);
  });

  test('a use that waits for its capability has no grant', () => {
    const waiting = granted(
      facts('contact', contact, { person_id: null, id: null, box: null }),
      withUse('read', 'contact', { unbuilt: true }),
    );
    expect(waiting).not.toContain('help SELECT contact.box');
    expect(waiting).toContain('help INSERT contact.box');
  });

  test('a writer that may not collect the category gets nothing', () => {
    const written = facts('contact', 'category: contact; write: survey', { person_id: null, box: null });
    expect(granted(written).filter((line) => line.startsWith('survey'))).toEqual([]);
  });

  test('without "write", a reader only reads', () => {
    expect(granted(facts('contact', 'category: contact', { person_id: null, box: null }))).toEqual([
      'help SELECT contact.box',
      'help SELECT contact.person_id',
    ]);
  });

  test('a column may be of another category, or a further key', () => {
    const columns = { person_id: null, serial: 'category: key', box: null, picture: 'category: photo' };
    const all = granted(
      facts('case', 'category: contact; write: help', columns),
      withBuilt('F.photo', 'not'),
    );
    expect(all.filter((line) => line.includes('picture'))).toEqual([]);
    expect(all).toContain('help SELECT case.serial');
    expect(all).not.toContain('help UPDATE case.serial');
    expect(granted(facts('case', 'category: contact; write: help', columns))).toContain(
      'help UPDATE case.picture',
    );
  });

  test('what is not offered is granted to nobody', () => {
    const columns = facts('contact', contact, { person_id: null, box: null });
    expect(granted(columns, withBuilt('U.help', 'not'))).toEqual([]);
    expect(granted(columns, withBuilt('C.contact', 'not'))).toEqual([
      'help SELECT contact.person_id',
      'help DELETE contact',
    ]);
  });
});

describe('no comment, no grant', () => {
  test('a table without a comment is granted to nobody', () => {
    expect(granted(facts('session', null, { person_id: null, id: null, token: null }))).toEqual([]);
  });

  test('only the column with a comment is granted', () => {
    const columns = facts('mixed', null, { person_id: null, box: 'category: contact', other: null });
    expect(granted(columns)).toEqual(['help SELECT mixed.box']);
  });
});

describe('a table without people', () => {
  const store = 'category: none; read: help, survey; write: help; erase: help';

  test('its comment says who reads and writes; a purpose that is not offered waits', () => {
    expect(granted(facts('store', store, { id: null, name: null }))).toEqual([
      'help INSERT store.id',
      'help SELECT store.id',
      'help INSERT store.name',
      'help SELECT store.name',
      'help UPDATE store.name',
      'help DELETE store',
    ]);
    expect(
      granted(facts('store', store, { id: null, name: null }), withBuilt('U.survey', 'whole')),
    ).toContain('survey SELECT store.name');
  });
});

describe('a comment that cannot be obeyed names its place', () => {
  const cases: [string, ColumnFact[], string][] = [
    [
      'unknown category',
      facts('t', 'category: shoe_size', { person_id: null, a: null }),
      'app.t: category "shoe_size" is unknown',
    ],
    [
      'unknown purpose',
      facts('t', 'category: contact; write: gossip', { person_id: null }),
      'app.t: purpose "gossip" is unknown',
    ],
    [
      'in a column',
      facts('t', null, { person_id: null, a: 'category: shoe_size' }),
      'app.t.a: category "shoe_size" is unknown',
    ],
    ['never stored', facts('t', 'category: place', { person_id: null }), 'app.t: "place" is never stored'],
    [
      'none beside a person',
      facts('t', 'category: none; read: help', { person_id: null }),
      `"none" has no place`,
    ],
    [
      'the policy says who reads',
      facts('t', 'category: contact; read: survey', { person_id: null, a: null }),
      'app.t.a: who reads "contact"',
    ],
    [
      'a slip of the pen',
      facts('t', 'categry: contact', { person_id: null }),
      'app.t: "categry" is not one of',
    ],
    [
      'free text',
      facts('t', 'the contacts', { person_id: null }),
      'app.t: "the contacts" is not "key: value"',
    ],
  ];
  test.each(cases)('%s', (_, columns, message) => {
    expect(() => granted(columns)).toThrow(message);
  });

  test('a note is for people and means nothing', () => {
    const columns = facts('contact', 'category: contact; note: sealed box, see vault', {
      person_id: null,
      box: null,
    });
    expect(granted(columns)).toContain('help SELECT contact.box');
  });
});

/** Column grants first, by column and privilege, then what stands on the table. */
function byTable(a: string, b: string): number {
  const name = (line: string) => {
    const [purpose, privilege, place] = line.split(' ');
    return place?.includes('.') ? `0 ${place} ${purpose} ${privilege}` : `1 ${line}`;
  };
  return name(a) < name(b) ? -1 : 1;
}

describe('a purpose that copies what is stored', () => {
  const copying: PolicyShape = {
    ...small,
    purposes: {
      ...small.purposes,
      backup: { ...(small.purposes.help as PolicyShape['purposes'][string]), copies: true },
    },
  };
  const columns = { person_id: null, id: null, box: null };
  const ofBackup = (comment: string | null, more: Readonly<Record<string, string | null>> = columns) =>
    granted(facts('contact', comment, more), copying).filter((line) => line.startsWith('backup'));

  test('selects every column that is anybody’s, and does nothing else', () => {
    expect(ofBackup(contact)).toEqual([
      'backup SELECT contact.box',
      'backup SELECT contact.id',
      'backup SELECT contact.person_id',
    ]);
    expect(ofBackup('category: contact')).toHaveLength(3);
  });

  test('leaves out what says so, table or column, and what has no comment', () => {
    expect(ofBackup(`${contact}; note: secret, never backed up`)).toEqual([]);
    expect(ofBackup(null)).toEqual([]);
    const words = { ...columns, words: 'category: contact; note: never backed up' };
    expect(ofBackup(contact, words)).not.toContain('backup SELECT contact.words');
    expect(() => ofBackup(`${contact}; backup: never`)).toThrow(GrantError);
  });

  test('copies nothing while it is not offered', () => {
    const { clause } = copying.purposes.backup as PolicyShape['purposes'][string];
    const off = { ...copying, clauses: withBuilt(clause, 'not').clauses };
    expect(
      granted(facts('contact', contact, columns), off).filter((line) => line.startsWith('backup')),
    ).toEqual([]);
  });

  test('may neither collect nor read: whoever holds all rows opens none', () => {
    const reads = { ...copying, read: { ...copying.read, backup: copying.read.help ?? {} } };
    expect(() => checkPolicy(reads)).toThrow(/purpose backup copies what is stored/);
  });
});
