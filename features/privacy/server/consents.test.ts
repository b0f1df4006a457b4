import { close } from '@axent/functions/contract';
import { show as noticeShow } from '@axent/notice/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dct, dpv, objectsOf, quadsOf, strangers, type } from '../../../tests/linked.ts';
import type { Visitor } from '../../../tests/visitor.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { consentRecords, consents } from '../contract.consents.ts';
import { receipt, uses } from '../contract.ts';

let world: World;
let ann: Visitor;
let bob: Visitor;
beforeAll(async () => {
  world = await openWorld();
  ann = await (await world.visitor().accept('de')).signIn('ann@example.org');
  bob = await (await world.visitor().accept('en')).signIn('bob@example.org');
  await ann.open('nearby', 'de');
  await ann.call(close, { function: 'nearby', by: 'device' });
  await ann.open('nearby', 'de');
});
afterAll(() => world.close());

test('U.rights @operation: one sees what one accepted, opened and closed, with version, language, text and time', async () => {
  const { body } = await ann.call(consents, {});
  const { prompt_hashes, text_hash, version } = (await ann.call(noticeShow, { language: 'de' })).body;
  expect(body.complete).toBe(true);
  expect(body.consents.map((one) => [one.function, one.open, one.by])).toEqual([
    ['nearby', true, 'person'],
    ['nearby', false, 'device'],
    ['nearby', true, 'person'],
    [null, true, 'person'],
  ]);
  expect(body.consents[0]).toMatchObject({
    here: true,
    language: 'de',
    sequence: version.sequence,
    revision: version.revision,
    text_hash: prompt_hashes.nearby,
    purposes: ['service'],
    categories: ['position'],
  });
  expect(body.consents.at(-1)).toMatchObject({ language: 'de', text_hash, purposes: [], categories: [] });
  for (const { at } of body.consents) expect(Math.abs(Date.now() - Date.parse(at))).toBeLessThan(120_000);
});

test('U.rights @operation: nobody else’s stand among them, on the page or in the file', async () => {
  const own = (await bob.call(consents, {})).body.consents;
  expect(own.map((one) => [one.function, one.language])).toEqual([[null, 'en']]);
  const file = JSON.stringify((await bob.call(consentRecords, {})).body);
  for (const { id } of (await ann.call(consents, {})).body.consents) expect(file).not.toContain(id);
});

test('U.rights @operation: looking at them is a use like any other, with its record and its proof', async () => {
  const cleo = await (await world.visitor().accept()).signIn('cleo@example.org');
  await cleo.call(consents, {});
  await cleo.call(consentRecords, {});
  const made = (await cleo.call(uses, {})).body.uses.filter((use) =>
    use.operation.startsWith('privacy.consent'),
  );
  expect(
    made.map(({ operation, clause, purpose, categories, role }) => [
      operation,
      clause,
      purpose,
      categories,
      role,
    ]),
  ).toEqual([
    ['privacy.consent_records', 'U.rights', 'rights', ['consent'], 'person'],
    ['privacy.consents', 'U.rights', 'rights', ['consent'], 'person'],
  ]);
  for (let tries = 0; tries < 250; tries++) {
    const { body } = await cleo.call(receipt, { id: made[0]?.id ?? '' });
    if (body.state === 'ready') {
      expect(body.text).toContain('c2sp.org/tlog-proof@v1');
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the proof did not become ready');
});

test('U.rights @database: the function behind them gives a login the rows of its own subject, and none without one', async () => {
  const client = await world.kernel.pools.connect('rights');
  try {
    await client.query('begin');
    expect((await client.query('select id from kernel.own_consents()')).rowCount).toBe(0);
    await client.query(`select set_config('axent.person', gen_random_uuid()::text, true)`);
    expect((await client.query('select id from kernel.own_consents()')).rowCount).toBe(0);
    const { rows } = await world.kernel.asKernel((kernel) =>
      kernel.query<{ person_id: string }>('select person_id from kernel.opening_change limit 1'),
    );
    await client.query(`select set_config('axent.person', $1, true)`, [rows[0]?.person_id]);
    expect((await client.query('select id from kernel.own_consents()')).rowCount).toBe(4);
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('the file is a consent receipt after ISO/IEC TS 27560 that any JSON-LD processor reads, with every field that it must have', async () => {
  const { headers, body } = await ann.call(consentRecords, {});
  expect(headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
  expect(headers.get('content-disposition')).toContain('filename="consents.jsonld"');
  expect(headers.get('cache-control')).toBe('no-store');
  const quads = await quadsOf(body);
  expect(strangers(quads)).toEqual([]);
  const of = (subject: string, property: string) => objectsOf(quads, subject, property);
  const nodes = (kind: string) =>
    quads
      .filter((quad) => quad.predicate.value === type && quad.object.value === dpv(kind))
      .map((quad) => quad.subject.value);

  const [copy = ''] = nodes('ConsentReceipt');
  const [record = ''] = nodes('ConsentRecord');
  const [accepted = ''] = nodes('DataProcessingRecord');
  expect(of(copy, dct('hasPart')).sort()).toEqual([record, accepted].sort());
  expect(of(copy, dct('conformsTo'))).toEqual(['https://w3id.org/dpv/schema/dpv-27560#receipt']);
  expect(of(record, dct('conformsTo'))).toEqual(['https://w3id.org/dpv/schema/dpv-27560#record']);
  expect(of(record, dpv('hasConsentStatus'))).toEqual([dpv('ConsentGiven')]);
  expect(of(record, dpv('hasDataSubject'))).toEqual(of(copy, dpv('hasDataSubject')));
  for (const mandatory of [
    'hasDataController',
    'hasJurisdiction',
    'hasConsentControl',
    'hasRight',
    'hasProcess',
  ])
    expect(of(record, dpv(mandatory)).length, mandatory).toBeGreaterThan(0);
  const [controller = ''] = of(record, dpv('hasDataController'));
  for (const mandatory of ['hasName', 'hasAddress', 'hasContact'])
    expect(of(controller, dpv(mandatory)), mandatory).toHaveLength(1);
  const [process = ''] = of(record, dpv('hasProcess'));
  for (const mandatory of ['hasPurpose', 'hasPersonalData', 'hasLegalBasis', 'hasStorageCondition'])
    expect(of(process, dpv(mandatory)).length, mandatory).toBeGreaterThan(0);

  const events = of(record, dct('hasPart'));
  const states = events.flatMap((event) => of(event, dpv('hasConsentStatus')));
  expect(states.sort()).toEqual([dpv('ConsentGiven'), dpv('ConsentGiven'), dpv('ConsentWithdrawn')]);
  for (const event of events) {
    for (const mandatory of [dct('date'), dct('valid'), dpv('isIndicatedBy'), dpv('hasLegalBasis')])
      expect(of(event, mandatory), mandatory).toHaveLength(1);
    const [notice = ''] = of(event, dpv('hasNotice'));
    expect(of(notice, dct('hasVersion'))).toHaveLength(1);
    expect(of(notice, dct('isPartOf'))).toHaveLength(1);
  }
  const [notice = ''] = of(accepted, dpv('hasNotice'));
  expect(of(notice, dpv('hasNoticeStatus'))).toEqual([dpv('NoticeUsed')]);
  expect(of(notice, dct('language'))).toEqual(['de']);
});

test('no server met a fault on the way', () => {
  expect(world.faults.map((one) => one.message)).toEqual([]);
});
