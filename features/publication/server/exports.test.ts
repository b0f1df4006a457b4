import { createHash } from 'node:crypto';
import { state as noticeState } from '@axent/notice/contract';
import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withFault, withFaultWords } from '../../../policy/revisions/fault.ts';
import { quadsOf, strangers } from '../../../tests/linked.ts';
import { faults } from '../../../tests/revision/faults.ts';
import { staffMember } from '../../../tests/staff.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { policyJson, policyLinked, policySchemaJson } from '../contract.export.ts';
import { record } from '../contract.ts';

const later = compile(withFault(policy), withFaultWords(notices));
let now: World;
let next: World;
beforeAll(async () => {
  now = await openWorld();
  next = await openWorld({ on: now, compiled: later, features: [faults] });
});
afterAll(async () => {
  await next.close();
  await now.close();
});

/** As `sha256sum` would, over the sorted text of three members. */
function hashOf(document: object): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, inner]) => [name, sorted(inner)]),
    );
  };
  const { policy: rules, notices: words, order } = document as Record<string, unknown>;
  return createHash('sha256')
    .update(JSON.stringify(sorted({ policy: rules, notices: words, order })))
    .digest('hex');
}

async function served(sequence?: number) {
  return await now.visitor().call(policyJson, sequence === undefined ? {} : { sequence });
}

async function validator() {
  const { body } = await now.visitor().call(policySchemaJson, {});
  return new Ajv2020({ strict: true, validateFormats: false }).compile(body);
}

describe('the policy, given out', () => {
  test('to a stranger who accepted nothing, in the form that its served schema says, and nothing is set', async () => {
    const { status, headers, body } = await served();
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(headers.getSetCookie()).toEqual([]);
    const validate = await validator();
    validate(body);
    expect(validate.errors).toBeNull();
    expect(body.$schema).toBe('/api/policy.schema.json');
  });

  test('its hash is that of the notice, and comes out of the served file alone', async () => {
    const { body } = await served();
    const { current } = (await now.visitor().call(noticeState, { language: 'en' })).body;
    expect(hashOf(body)).toBe(current.hash);
    expect(body.hash).toBe(current.hash);
  });

  test('a served file with one thing changed neither fits the schema nor its hash', async () => {
    const validate = await validator();
    const { body } = await served();
    expect(validate({ ...body, policy: { ...body.policy, minimum_age: 'sixteen' } })).toBe(false);
    expect(validate({ ...body, order: [] })).toBe(false);
    expect(hashOf({ ...body, policy: { ...body.policy, minimum_age: 12 } })).not.toBe(body.hash);
  });

  test('in terms of the vocabulary, as JSON-LD that needs nothing from elsewhere', async () => {
    const { headers, body } = await now.visitor().call(policyLinked, {});
    expect(headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
    const quads = await quadsOf(body);
    expect(strangers(quads)).toEqual([]);
    expect(quads.map((quad) => quad.object.value)).toContain('AXENT Test Ltd (fictional)');
  });

  test('the schema says what it is', async () => {
    const { headers, body } = await now.visitor().call(policySchemaJson, {});
    expect(headers.get('content-type')).toBe('application/schema+json; charset=utf-8');
    expect(body.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  });

  test('a version that never was is refused in the language of the reader', async () => {
    const visitor = now.visitor();
    visitor.headers['accept-language'] = 'de';
    const { status, body } = await visitor.call(policyJson, { sequence: 99 });
    expect([status, body.code]).toEqual([404, 'no_such_version']);
    expect(body.detail).toContain('Liste der Fassungen');
  });

  test('earlier versions stay, each with its own hash', async () => {
    const before = (await served()).body;
    await next.kernel.publish([]);
    const [first, second] = [(await served(1)).body, (await served()).body];
    expect(first).toEqual(before);
    expect([second.sequence, second.hash]).toEqual([2, later.hash]);
    expect(hashOf(second)).toBe(later.hash);
    const validate = await validator();
    validate(second);
    expect(validate.errors).toBeNull();
  });
});

describe('the record of processing activities', () => {
  test('is for privacy officers alone', async () => {
    for (const role of ['security', 'administrator', 'agent'] as const)
      expect((await (await staffMember(now, role)).call(record, { language: 'en' })).status).toBe(403);
    expect((await now.visitor().call(record, { language: 'en' })).status).toBe(401);
  });

  test('says for each purpose whom it concerns, which data, on which ground, how long, given to whom', async () => {
    const { body } = await (await staffMember(now, 'privacy_officer')).call(record, { language: 'en' });
    expect(body.controller.name).toBe('AXENT Test Ltd (fictional)');
    expect(body.area).toBe('eu_ch');
    const service = body.activities.find((one) => one.purpose === 'service');
    expect(service).toMatchObject({
      name: 'doing what you asked for',
      concerned: ['customers', 'visitors', 'staff'],
      roles: ['security', 'privacy_officer'],
      assessments: ['sensitive', 'entrusted'],
    });
    expect(service?.recipients.filter((one) => one.offered)).toEqual([
      { id: 'carrier.mail', role: 'carrier', offered: true },
      { id: 'carrier.sms', role: 'carrier', offered: true },
      { id: 'carrier.push', role: 'carrier', offered: true },
      { id: 'carrier.wechat', role: 'carrier', offered: true },
      { id: 'partner.service', role: 'partner', offered: true },
    ]);
    expect(service?.data.find((one) => one.category === 'position')).toEqual({
      category: 'position',
      name: 'Position',
      holds: 'Latitude, longitude and their accuracy, at one moment.',
      sensitive: ['pipl'],
      verbs: ['collect', 'read'],
      basis: {
        gdpr: 'Art. 6(1)(a)',
        fadp: 'Art. 31(1), with Art. 6(6)',
        pipl: 'Art. 13(1)(1), with Art. 28 and 29',
      },
      retention_days: 0,
      function_name: 'Near you',
      offered: true,
    });
    expect(body.measures.map((one) => one.clause)).toEqual([
      'S.access',
      'S.loss',
      'S.alteration',
      'S.third-party',
    ]);
  });

  test('follows the policy in force: what a new version brings stands in it', async () => {
    const { body } = await (await staffMember(now, 'privacy_officer')).call(record, { language: 'de' });
    expect([body.version.sequence, body.version.hash]).toEqual([2, later.hash]);
    const named = body.activities.flatMap((one) => one.data.map((data) => data.category));
    expect(named).toContain('fault');
  });
});

test('no server met a fault on the way', () => {
  expect([...now.faults, ...next.faults].map((one) => one.message)).toEqual([]);
});
