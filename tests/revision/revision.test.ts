import { contact } from '@axent/account/contract';
import { accept, show, state } from '@axent/notice/contract';
import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import { nearest } from '@axent/stores/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringContent } from '../../apps/server/content.ts';
import { withFault, withFaultWords } from '../../policy/revisions/fault.ts';
import { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';
import { faults, report } from './faults.ts';

const later = compile(withFault(policy), withFaultWords(notices));
const fault = { fault_code: 'E17', software_version: '4.2' };
const berne = { position: { latitude: 46.948, longitude: 7.4474 } };

let now: World;
let next: World;
let earlier: Visitor;

/** The same browser at the server of the next release. */
function atNext(person: Visitor): Visitor {
  const moved = new Visitor(next.base, next.outbox);
  for (const [name, value] of person.cookies) moved.cookies.set(name, value);
  return moved;
}

beforeAll(async () => {
  now = await openWorld();
  await bringContent(now.kernel);
  earlier = await (await now.visitor().accept()).signIn('earlier@example.org');
  await earlier.open('nearby');
  next = await openWorld({ on: now, compiled: later, features: [faults] });
});
afterAll(async () => {
  await next.close();
  await now.close();
});

async function asService(text: string): Promise<string | null> {
  const client = await next.kernel.pools.connect('service');
  try {
    await client.query('begin');
    await client.query(text);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('R.publish @gate @database: a release knows its policy, yet nothing of it holds before it is published', async () => {
  const answer = await atNext(earlier).call(report, fault);
  expect([answer.status, answer.body.code]).toEqual([403, 'not_in_policy']);
  expect(await asService('select sealed from app.fault')).toBe('42501');
  expect((await now.visitor().call(show, { language: 'en' })).body.version.sequence).toBe(1);
});

test('R.publish @operation: notice, gate, grants and ledger switch together to one hash', async () => {
  const published = await next.kernel.publish([]);
  expect(published).toMatchObject({ sequence: 2, class: 'widening', hash: later.hash });
  for (const world of [now, next]) {
    const { body } = await world.visitor().call(show, { language: 'de' });
    expect([body.version.hash, body.text_hash]).toEqual([later.hash, later.text_hashes.de]);
  }
  expect(await asService('select sealed from app.fault')).toBeNull();
  await earlier.call(contact, {});
  const records = await next.kernel.pools.owner.query('select hash from kernel.published');
  expect(records.rows).toEqual([{ hash: later.hash }]);
});

test('R.review @operation: people see what changed, in their language, and are asked anew because it widened', async () => {
  const { body } = await earlier.call(state, { language: 'en' });
  expect(body).toMatchObject({ asks: 'accept_anew', accepted: { sequence: 1 }, current: { sequence: 2 } });
  expect(body.changes.map((change) => change.words)).toContain(
    'New: “Product faults” is collected for doing what you asked for.',
  );
  const german = (await earlier.call(state, { language: 'de' })).body.changes;
  expect(german.length).toBe(body.changes.length);
  expect(german[0]?.words).not.toBe(body.changes[0]?.words);
});

test('R.review @gate: a widening never stretches what was accepted or opened earlier', async () => {
  const refused = await atNext(earlier).call(report, fault);
  expect([refused.status, refused.body.code, refused.body.clause]).toEqual([403, 'accept_anew', 'C.fault']);
  expect((await earlier.call(contact, {})).status).toBe(200);
  const near = await earlier.call(nearest, berne);
  expect(near.status).toBe(200);
  expect(near.body.stores[0]?.address.city).toBe('Bern');
});

test('R.review @database: with the gate off, the row policy still asks which version the person accepted', async () => {
  const person = (
    await now.kernel.asKernel((client) =>
      client.query<{ person_id: string }>('select person_id from kernel.session limit 1'),
    )
  ).rows[0]?.person_id;
  const insert = `insert into app.fault (person_id, id, sealed) values ('${person}', gen_random_uuid(), '')`;
  const text = `select set_config('axent.person', '${person}', true); ${insert}`;
  expect(await asService(text)).toBe('42501');
});

test('R.review @operation: who accepts anew is served in full, and the old version stays readable', async () => {
  await earlier.accept();
  expect((await atNext(earlier).call(report, fault)).status).toBe(200);
  const newcomer = await (await next.visitor().accept()).signIn('newcomer@example.org');
  expect((await newcomer.call(report, fault)).status).toBe(200);
  const first = await newcomer.call(show, { language: 'en', sequence: 1 });
  expect(first.body.version).toMatchObject({ sequence: 1, revision: policy.revision });
  expect(first.body.chapters.flatMap((chapter) => chapter.clauses.map((one) => one.id))).not.toContain(
    'C.fault',
  );
});

test('G.accept @operation: what was accepted is recorded with version, language and the hash of the exact text', async () => {
  const visitor = next.visitor();
  const { body } = await visitor.call(show, { language: 'zh-CN' });
  const wrong = await visitor.call(accept, {
    language: 'zh-CN',
    hash: body.version.hash,
    text_hash: 'f'.repeat(64),
    settings_hash: body.settings_hash,
  });
  expect([wrong.status, wrong.body.code]).toEqual([409, 'notice_changed']);
  await (await visitor.accept('zh-CN')).signIn('li@example.org');
  const { rows } = await next.kernel.pools.owner.query(
    `select sequence, language, text_hash, settings_hash from kernel.acceptance where language = 'zh-CN'`,
  );
  expect(rows).toEqual([
    { sequence: 2, language: 'zh-CN', text_hash: body.text_hash, settings_hash: body.settings_hash },
  ]);
});

test('R.publish @gate: a narrowing applies at once, to everybody', async () => {
  const narrow = await openWorld({ on: now, compiled: compile(policy, notices) });
  try {
    expect((await narrow.kernel.publish([])).class).toBe('narrowing');
    const refused = await atNext(earlier).call(report, fault);
    expect([refused.status, refused.body.code]).toEqual([403, 'not_in_policy']);
    expect(await asService('select sealed from app.fault')).toBe('42501');
    expect((await earlier.call(state, { language: 'en' })).body.asks).toBe('see_changes');
  } finally {
    await narrow.close();
  }
});

test('no server met a fault on the way', () => {
  expect([...now.faults, ...next.faults].map((one) => one.message)).toEqual([]);
});
