import { describe, expect, expectTypeOf, test } from 'vitest';
import { compile, listCells } from './compile/compile.ts';
import { notices } from './notice/notice.ts';
import { type Collects, policy, type Reads, type Sends } from './policy.ts';
import type { PolicyShape } from './shape.ts';

const { table } = compile(policy, notices);
const cells = listCells(table);

function categories(verb: 'collect' | 'read', purpose: string): string[] {
  return Object.entries(table[verb][purpose] ?? {})
    .filter(([, cell]) => cell.offered)
    .map(([category]) => category)
    .toSorted();
}

describe('what is offered now, and nothing beyond', () => {
  test('collecting', () => {
    expect(categories('collect', 'service')).toEqual([
      'address',
      'consent',
      'contact',
      'device',
      'identity',
      'log',
      'message',
      'place',
      'position',
    ]);
    expect(categories('collect', 'authentication')).toEqual([
      'consent',
      'contact',
      'credentials',
      'device',
      'hint',
      'message',
      'wechat',
    ]);
    expect(categories('collect', 'rights')).toEqual([
      'address',
      'consent',
      'contact',
      'device',
      'identity',
      'message',
      'preference',
      'request',
      'wechat',
    ]);
    expect(categories('collect', 'security')).toEqual(['signal']);
    expect(categories('collect', 'fraud')).toEqual(['signal']);
  });

  test('reading', () => {
    expect(categories('read', 'service')).toEqual([
      'address',
      'consent',
      'contact',
      'device',
      'identity',
      'log',
      'message',
      'place',
      'position',
    ]);
    expect(categories('read', 'authentication')).toEqual([
      'contact',
      'credentials',
      'device',
      'hint',
      'message',
      'wechat',
    ]);
    expect(categories('read', 'rights')).toEqual([
      'address',
      'consent',
      'contact',
      'device',
      'hint',
      'identity',
      'log',
      'message',
      'preference',
      'request',
      'signal',
      'wechat',
    ]);
    expect(categories('read', 'security')).toEqual(['log', 'signal']);
    expect(categories('read', 'fraud')).toEqual(['signal']);
  });

  test('eight purposes do nothing yet', () => {
    const idle = Object.keys(table.purposes).filter((purpose) => table.purposes[purpose] === false);
    expect(idle.toSorted()).toEqual([
      'archive',
      'improve',
      'measure',
      'personalise',
      'protect',
      'software',
      'support',
      'survey',
    ]);
    expect(cells.filter(({ cell }) => idle.includes(cell.purpose) && cell.offered)).toEqual([]);
  });

  test('codes are sent, and of the messages that the service needs those whose purpose is there', () => {
    expect(Object.keys(table.send).filter((message) => table.send[message]?.offered)).toEqual([
      'code',
      'appointment',
      'account',
      'security',
      'notice_change',
      'incident',
    ]);
  });
});

test('without the ground of the request, the service does nothing but the log, an opened position and the record of consent', () => {
  const clauses = { ...policy.clauses, 'E.6': { chapter: 'E', built: 'not', unbuilt: [] } } as const;
  const without = compile({ ...policy, clauses }, notices).table;
  const left = Object.entries(without.read.service ?? {}).filter(([, cell]) => cell.offered);
  expect(left.map(([category]) => category)).toEqual(['log', 'position', 'consent']);
  expect(Object.values(without.read.authentication ?? {}).filter((cell) => cell.offered)).toEqual([]);
});

test('without the ground of stable operation, no log is written or read for it', () => {
  const clauses = { ...policy.clauses, 'E.7': { chapter: 'E', built: 'not', unbuilt: [] } } as const;
  const without = compile({ ...policy, clauses }, notices).table;
  expect(without.collect.service?.log?.offered).toBe(false);
  expect(without.read.service?.log?.offered).toBe(false);
});

describe('limits of single uses', () => {
  test('before accepting there is the log, the record of accepting itself, and asking about one’s data', () => {
    const early = cells.filter(({ verb, cell }) => verb !== 'send' && cell.before_accepting);
    expect(early.map(({ key }) => key)).toEqual([
      'collect:service:log',
      'collect:service:consent',
      'collect:authentication:consent',
      'collect:security:signal',
      'collect:fraud:signal',
      'collect:rights:request',
      'read:service:log',
      'read:service:consent',
      'read:fraud:signal',
      'read:rights:request',
    ]);
  });

  test('position, scans, pictures and voice are never used without their function', () => {
    const wanted: Record<string, string> = {
      position: 'nearby',
      scan: 'camera.scan',
      photo: 'photos',
      video: 'photos',
      recording: 'voice',
      transcript: 'voice',
      need: 'voice',
    };
    const found = cells.filter(({ verb, subject }) => verb !== 'send' && wanted[subject]);
    expect(found.length).toBeGreaterThan(0);
    for (const { key, subject, cell } of found) expect([key, cell.function]).toEqual([key, wanted[subject]]);
  });

  test('only the person themselves gets at the data of a function that is closed', () => {
    const open = cells.filter(({ cell }) => cell.while_closed);
    expect(open.map(({ key }) => key)).toEqual([
      'read:rights:photo',
      'read:rights:video',
      'read:rights:recording',
      'read:rights:transcript',
      'read:rights:need',
    ]);
  });

  test('position, a typed place and scans are never stored', () => {
    const shape: PolicyShape = policy;
    const fleeting = Object.keys(shape.categories).filter(
      (id) => shape.categories[id]?.storage === 'fleeting',
    );
    expect(fleeting).toEqual(['position', 'place', 'scan']);
    const kept = cells.filter(({ subject, cell }) => fleeting.includes(subject) && cell.retention_days !== 0);
    expect(kept).toEqual([]);
  });

  test('backup reads and collects nothing', () => {
    expect(policy.read.backup).toEqual({});
    expect(policy.collect.backup).toEqual({});
  });

  test('secrets of an account serve verifying it and nothing else', () => {
    const secret = cells.filter(({ subject }) => subject === 'credentials');
    expect(secret.map(({ key }) => key)).toEqual([
      'collect:authentication:credentials',
      'read:authentication:credentials',
    ]);
  });

  test('agents, marketers and the rest of the staff read no more than their work', () => {
    const readers = (actor: string) =>
      cells
        .filter(({ verb, cell }) => verb === 'read' && (cell.actors as string[]).includes(actor))
        .map((c) => c.key);
    for (const actor of ['store_staff', 'product_manager', 'release_manager', 'administrator', 'marketer']) {
      expect(readers(actor).filter((key) => !key.startsWith('read:authentication:'))).toEqual([]);
    }
    expect(readers('agent').filter((key) => key.startsWith('read:service:'))).toEqual([]);
  });

  test('log 30 days, media 30, nothing kept without a limit but what the account needs', () => {
    expect(table.collect.service?.log?.retention_days).toBe(30);
    expect(table.collect.support?.photo?.retention_days).toBe(30);
    expect(policy.withheld_days).toBe(14);
    expect(policy.minimum_age).toBe(16);
  });
});

test('a browser that asks to be left alone closes news, joint, measure, improve and personalise', () => {
  const closed = Object.entries(policy.functions).filter(([, shape]) => shape.gpc);
  expect(closed.map(([id]) => id).toSorted()).toEqual(['improve', 'joint', 'measure', 'news', 'personalise']);
});

test('the last five kinds of service message pass the switches, three of them quiet hours as well', () => {
  const shape: PolicyShape = policy;
  const passing = (key: 'passes_switches' | 'passes_quiet_hours') =>
    Object.keys(shape.messages).filter((id) => shape.messages[id]?.[key]);
  expect(passing('passes_switches')).toEqual([
    'code',
    'account',
    'security',
    'notice_change',
    'incident',
    'safety',
  ]);
  expect(passing('passes_quiet_hours')).toEqual(['code', 'security', 'incident', 'safety']);
});

test('each message goes out for a purpose that may read the address and hold the message', () => {
  const shape: PolicyShape = policy;
  const lacking = Object.entries(shape.messages).filter(
    ([, { purpose }]) => !shape.read[purpose]?.contact || !shape.collect[purpose]?.message,
  );
  expect(lacking).toEqual([]);
});

test('types say the same as the table', () => {
  expectTypeOf<Collects<'authentication'>>().toEqualTypeOf<
    'contact' | 'wechat' | 'credentials' | 'hint' | 'device' | 'message' | 'consent'
  >();
  expectTypeOf<Reads<'security'>>().toEqualTypeOf<'log' | 'signal'>();
  expectTypeOf<Reads<'backup'>>().toEqualTypeOf<never>();
  expectTypeOf<'address'>().not.toExtend<Reads<'support'>>();
  expectTypeOf<Sends<'authentication'>>().toEqualTypeOf<'code' | 'security'>();
});
