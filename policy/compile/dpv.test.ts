import { describe, expect, test } from 'vitest';
import { dct, dpv, objectsOf, quadsOf, strangers, type } from '../../tests/linked.ts';
import { notices } from '../notice/notice.ts';
import { policy } from '../policy.ts';
import { compile } from './compile.ts';
import { isTerm, namespaces } from './dpv.terms.ts';
import { dpvDocument } from './export.ts';

const operator = {
  name: 'Example Water Ltd',
  address: '1 Quay, Zurich',
  contact: 'privacy@example.test',
  representative: 'Example Europe GmbH',
  authority: 'the FDPIC',
  imprint: 'Example Water Ltd, Zurich',
};
const compiled = compile(policy, notices);
const published_at = new Date('2026-11-20T08:00:00Z');
const document = () =>
  JSON.parse(JSON.stringify(dpvDocument({ sequence: 1, published_at, compiled }, operator)));

describe('the policy in terms of the Data Privacy Vocabulary', () => {
  test('is valid JSON-LD that a processor reads without a connection, and every term in it exists', async () => {
    const quads = await quadsOf(document());
    expect(quads.length).toBeGreaterThan(1000);
    expect(strangers(quads)).toEqual([]);
    expect(quads.filter(({ predicate }) => !/^https?:/.test(predicate.value))).toEqual([]);
  });

  test('a term that does not exist is found', async () => {
    const spoiled = JSON.parse(JSON.stringify(document()).replace('dpv:CustomerCare', 'dpv:CustomerLove'));
    expect(strangers(await quadsOf(spoiled))).toEqual([dpv('CustomerLove')]);
  });

  test('a property of no vocabulary is refused by the processor', async () => {
    const spoiled = document();
    spoiled['@graph'][0].hasPurpose = 'marketing';
    await expect(quadsOf(spoiled)).rejects.toThrow(/safe mode/i);
  });

  test('every term that the policy names exists', () => {
    const named = [...Object.values(policy.categories), ...Object.values(policy.purposes)].map(
      (one) => one.dpv,
    );
    expect(named.filter((one) => !isTerm(one))).toEqual([]);
  });

  test('says for each purpose what it is, which data, on which ground, how long', async () => {
    const quads = await quadsOf(document());
    const values = (subject: string, predicate: string) => objectsOf(quads, subject, predicate);
    const nearby = quads.find(
      (quad) =>
        quad.predicate.value === dpv('hasPersonalData') && quad.object.value.endsWith('#category-position'),
    );
    const process = nearby?.subject.value ?? '';
    expect(values(process, dpv('hasProcessing')).sort()).toEqual([dpv('Collect'), dpv('Use')]);
    const kinds = values(process, dpv('hasLegalBasis')).flatMap((one) => values(one, type));
    expect(kinds).toContain(`${namespaces['eu-gdpr']}A6-1-a`);
    expect(kinds.filter((one) => one === dpv('Consent'))).toHaveLength(1);
    const [storage = ''] = values(process, dpv('hasStorageCondition'));
    const [duration = ''] = values(storage, dpv('hasDuration'));
    const kept = quads.find(
      (quad) => quad.subject.value === duration && quad.predicate.value.endsWith('#value'),
    )?.object;
    expect([kept?.value, kept?.datatype?.value]).toEqual([
      'P0D',
      'http://www.w3.org/2001/XMLSchema#duration',
    ]);
    expect(values(nearby?.object.value ?? '', type).sort()).toEqual([
      dpv('PersonalData'),
      dpv('SensitivePersonalData'),
      `${namespaces.pd}GPSCoordinate`,
    ]);
  });

  test('every purpose and every category stands in it, in three languages', async () => {
    const quads = await quadsOf(document());
    const titled = (ending: string) =>
      quads
        .filter((quad) => quad.subject.value.endsWith(ending) && quad.predicate.value === dct('title'))
        .map((quad) => quad.object.language?.toLowerCase())
        .sort();
    for (const purpose of Object.keys(policy.purposes))
      expect(titled(`#process-${purpose}`), purpose).toEqual(['de', 'en', 'zh-cn']);
    for (const category of Object.keys(policy.categories))
      expect(titled(`#category-${category}`), category).toEqual(['de', 'en', 'zh-cn']);
  });

  test('names the controller with address, contact and authority, and the policy by its hash', async () => {
    const quads = await quadsOf(document());
    const [name] = quads.filter(
      (quad) => quad.predicate.value === dpv('hasName') && quad.object.value === operator.name,
    );
    const about = quads.filter((quad) => quad.subject.value === name?.subject.value);
    expect(about.map((quad) => quad.object.value)).toEqual(
      expect.arrayContaining([dpv('DataController'), operator.address, operator.contact]),
    );
    const policyIri = `ni:///sha-256;${Buffer.from(compiled.hash, 'hex').toString('base64url')}`;
    expect(
      quads.some(
        (quad) => quad.subject.value === policyIri && quad.object.value === dpv('DataProcessingPolicy'),
      ),
    ).toBe(true);
  });

  test('a use that is not offered is planned, not ongoing', async () => {
    const quads = await quadsOf(document());
    const states = quads.filter((quad) => quad.predicate.value === dpv('hasActivityStatus'));
    const of = (ending: string) => states.find((quad) => quad.subject.value.endsWith(ending))?.object.value;
    expect(of('#process-service')).toBe(dpv('ActivityOngoing'));
    expect(of('#process-improve')).toBe(dpv('ActivityPlanned'));
  });
});
