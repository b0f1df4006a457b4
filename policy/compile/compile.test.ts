import { expect, test } from 'vitest';
import { notices } from '../notice/notice.ts';
import { policy } from '../policy.ts';
import type { PolicyShape } from '../shape.ts';
import { canonicalJson, sha256Hex } from './canonical.ts';
import { compile } from './compile.ts';
import { plainWords, small, withUse } from './small.fixture.ts';

test('the same policy has the same hash after a way through the database', () => {
  const stored: { policy: PolicyShape; notices: typeof notices } = JSON.parse(
    JSON.stringify({ policy, notices }),
  );
  const [ours, loaded] = [compile(policy, notices), compile(stored.policy, stored.notices)];
  expect(loaded.hash).toBe(ours.hash);
  expect(loaded.text_hashes).toEqual(ours.text_hashes);
  expect(loaded.table).toEqual(ours.table);
  expect(ours.hash).toMatch(/^[0-9a-f]{64}$/);
});

test('the table is plain data', () => {
  const { table } = compile(policy, notices);
  expect(JSON.parse(JSON.stringify(table))).toEqual(table);
});

test('any change of a use, a word or the order gives another hash', () => {
  const words = plainWords(small);
  const { hash } = compile(small, words);
  const longer = { ...withUse('read', 'photo', { retention_days: 31 }), revision: small.revision };
  expect(compile(longer, words).hash).not.toBe(hash);
  const german = { ...words.de, title: 'Erklärung' };
  expect(compile(small, { ...words, de: german }).hash).not.toBe(hash);
  const turned = Object.fromEntries(Object.entries(small.clauses).toReversed());
  expect(compile({ ...small, clauses: turned }, words).hash).not.toBe(hash);
});

test('a word changed in one language changes the text hash of that language only', () => {
  const words = plainWords(small);
  const before = compile(small, words).text_hashes;
  const after = compile(small, { ...words, de: { ...words.de, title: 'Erklärung' } }).text_hashes;
  expect(after.de).not.toBe(before.de);
  expect(after.en).toBe(before.en);
  expect(after['zh-CN']).toBe(before['zh-CN']);
});

test('a longer retention changes the text that people see', () => {
  const words = plainWords(small);
  const longer = withUse('read', 'photo', { retention_days: 31 });
  expect(compile(longer, words).text_hashes.en).not.toBe(compile(small, words).text_hashes.en);
});

test('each card has its own hash', () => {
  const hashes = Object.values(compile(policy, notices).prompt_hashes.en);
  expect(new Set(hashes).size).toBe(12);
});

test('canonical JSON sorts keys, keeps lists, and refuses what JSON cannot say', () => {
  expect(canonicalJson({ b: [2, 1], a: { d: null, c: 'ä' }, e: undefined })).toBe(
    '{"a":{"c":"ä","d":null},"b":[2,1]}',
  );
  expect(() => canonicalJson({ a: Number.NaN })).toThrow('not a whole number');
  expect(() => canonicalJson({ a: () => 1 })).toThrow('not plain data');
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('a policy that names what it does not define does not compile, and says where', () => {
  const words = plainWords(small);
  const broken = (change: Partial<PolicyShape>) => () => compile({ ...small, ...change }, words);
  const basis = small.read.help.contact.basis;
  const use = { clause: 'U.help', basis, retention_days: 30 };
  expect(broken({ read: { help: { shoe: use } } })).toThrow('read.help.shoe: category shoe is not there');
  expect(broken({ read: { gossip: {} } })).toThrow('read names purpose gossip, which is not there');
  expect(broken({ read: { help: { contact: { ...use, clause: 'U.none' } } } })).toThrow(
    'clause U.none is not there',
  );
  expect(broken({ read: { help: { contact: { ...use, function: 'none' } } } })).toThrow(
    'function none is not there',
  );
  expect(broken({ read: { help: { contact: { ...use, actors: ['marketer'] } } } })).toThrow(
    'marketer may not act for help',
  );
  expect(broken({ collect: { help: { place: use } } })).toThrow('a fleeting category is never kept');
});

test('a clause that is whole names nothing unbuilt, and one partly built names the rest', () => {
  const clauses = { ...small.clauses, 'C.place': { chapter: 'C', built: 'partly', unbuilt: [] } } as const;
  expect(() => compile({ ...small, clauses }, plainWords(small))).toThrow(
    'C.place is partly built: name the rest',
  );
});

test('a use that waits for its capability is denied, though its clauses are offered, and its clause says so', () => {
  const waiting = withUse('read', 'contact', { unbuilt: true });
  const { table, text_hashes } = compile(waiting, plainWords(waiting));
  expect(table.read.help?.contact).toMatchObject({ offered: false, unbuilt: true });
  expect(table.read.help?.photo).toMatchObject({ offered: true });
  expect(text_hashes.en).not.toBe(compile(small, plainWords(small)).text_hashes.en);
  const whole = { ...small.clauses, 'U.help': { chapter: 'U', built: 'whole', unbuilt: [] } } as const;
  expect(() => compile({ ...waiting, clauses: whole }, plainWords({ ...waiting, clauses: whole }))).toThrow(
    'read.help.contact: it is unbuilt, yet no clause that it stands on names anything as missing',
  );
});

test('a use rests on a legal ground only where a standing rule names it, and never with the data of a function', () => {
  const rule = {
    law: 'A law',
    area: 'all',
    purpose: 'help',
    categories: ['contact', 'photo'],
    retention_days: null,
    why: 'Doing what was asked for.',
  } as const;
  const asked: PolicyShape = {
    ...withUse('read', 'contact', { ground: 'E.asked' }),
    clauses: { ...small.clauses, 'E.asked': { chapter: 'E', built: 'whole', unbuilt: [] } },
    exceptions: { 'E.asked': { clause: 'E.asked', standing: [rule] } },
  };
  expect(compile(asked, plainWords(asked)).table.read.help?.contact).toMatchObject({
    ground: 'E.asked',
    clauses: ['U.help', 'C.contact', 'E.asked'],
    offered: true,
  });
  const without: PolicyShape = { ...asked, exceptions: { 'E.asked': { clause: 'E.asked', standing: [] } } };
  expect(() => compile(without, plainWords(without))).toThrow('no standing rule of E.asked names it');
  const { read } = withUse('read', 'photo', { ground: 'E.asked' });
  expect(() => compile({ ...asked, read }, plainWords(asked))).toThrow(
    'data of function photos never rests on E.asked',
  );
});

test('third parties and matters name only what is there, and a matter only what is sealed', () => {
  const compiled = (changed: Partial<PolicyShape>) => {
    const policy: PolicyShape = { ...small, ...changed };
    return () => compile(policy, plainWords(policy));
  };
  const fitter = { clause: 'S.ledger', role: 'partner', categories: ['contact'] } as const;
  expect(compiled({ recipients: { fitter: { ...fitter, purposes: ['gossip'] } } })).toThrow(
    'recipient fitter: purpose gossip is not there',
  );
  expect(compiled({ recipients: { fitter: { ...fitter, function: 'none' } } })).toThrow(
    'recipient fitter: function none is not there',
  );
  const matter = {
    bases: { eu_ch: ['a law'], cn: [] },
    purposes: ['help'],
    categories: ['contact'],
    longest_days: 9,
    keeps_withheld: false,
    counted: { eu_ch: 'each', cn: 'each' },
  } as const;
  const ground = (changed: object) => ({
    exceptions: { court: { clause: 'S.ledger', standing: [], matter: { ...matter, ...changed } } },
  });
  expect(compiled(ground({}))).not.toThrow();
  expect(compiled(ground({ categories: ['place'] }))).toThrow('category place is not sealed');
  expect(compiled(ground({ purposes: ['gossip'] }))).toThrow('exception court: purpose gossip is not there');
  expect(compiled(ground({ longest_days: 0 }))).toThrow('exception court: a matter of no days');
});
