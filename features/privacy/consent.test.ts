import { compile } from '@axent/policy/compile';
import { expect, test } from 'vitest';
import { plainWords, small } from '../../policy/compile/small.fixture.ts';
import { dct, dpv, objectsOf, quadsOf, strangers, type } from '../../tests/linked.ts';
import { consentDocument } from './consent.document.ts';
import { type ConsentEvent, coveredBy, recordsOf } from './consent.ts';

const compiled = compile(
  {
    ...small,
    functions: {
      ...small.functions,
      fitting: { clause: 'F.photo', kind: 'switch', device: null, gpc: true },
    },
  },
  plainWords({
    ...small,
    functions: {
      ...small.functions,
      fitting: { clause: 'F.photo', kind: 'switch', device: null, gpc: true },
    },
  }),
);

const phone = '00000000-0000-7000-8000-000000000001';
const desk = '00000000-0000-7000-8000-000000000002';
let count = 0;
function event(name: string | null, open: boolean, device: string | null, minute: number): ConsentEvent {
  count += 1;
  return {
    id: `00000000-0000-7000-8000-1${String(count).padStart(11, '0')}`,
    function: name,
    device,
    open,
    sequence: 1,
    language: 'en',
    text_hash: open ? 'a'.repeat(64) : '',
    settings_hash: name === null ? 'b'.repeat(64) : null,
    by: 'person',
    at: new Date(Date.UTC(2026, 10, 20, 8, minute)),
  };
}
/** Newest first, as they come from the database. */
const events = [
  event('fitting', false, desk, 5),
  event('photos', false, desk, 4),
  event('photos', true, phone, 3),
  event('photos', true, desk, 2),
  event(null, true, null, 1),
];

const documentOf = (area: 'eu_ch' | 'cn') =>
  consentDocument({
    id: '00000000-0000-7000-8000-0000000000aa',
    person: '00000000-0000-7000-8000-0000000000bb',
    made_at: new Date('2026-11-20T09:00:00Z'),
    events,
    versions: new Map([[1, compiled]]),
    operator: {
      name: 'Example Water Ltd',
      address: '1 Quay, Zurich',
      contact: 'privacy@example.test',
      representative: 'none',
      authority: 'the FDPIC',
      imprint: '',
    },
    area,
  });

test('a record is about one function on one device, its events oldest first', () => {
  const records = recordsOf(events).map((own) => own.map((one) => [one.function, one.device, one.open]));
  expect(records).toEqual([
    [
      ['photos', desk, true],
      ['photos', desk, false],
    ],
    [['photos', phone, true]],
    [['fitting', desk, false]],
  ]);
});

test('what a function let in is that of the version under which it was opened', () => {
  expect(coveredBy(compiled, 'photos')).toEqual({ purposes: ['help'], categories: ['photo'] });
  expect(coveredBy(compiled, 'fitting')).toEqual({ purposes: [], categories: [] });
});

test('closed on one device and open on another are two records with two states', async () => {
  const quads = await quadsOf(documentOf('eu_ch'));
  expect(strangers(quads)).toEqual([]);
  const records = quads
    .filter((quad) => quad.predicate.value === type && quad.object.value === dpv('ConsentRecord'))
    .map((quad) => quad.subject.value);
  expect(records.flatMap((one) => objectsOf(quads, one, dpv('hasConsentStatus'))).sort()).toEqual([
    dpv('ConsentGiven'),
    dpv('ConsentWithdrawn'),
  ]);
});

test('an objection is the exercise of a right, not a consent', async () => {
  const quads = await quadsOf(documentOf('eu_ch'));
  const objected =
    quads.find((quad) => quad.object.value === dpv('RightExerciseRecord'))?.subject.value ?? '';
  expect(objectsOf(quads, objected, dpv('hasRight'))).toEqual(['https://w3id.org/dpv/legal/eu/gdpr#A21']);
  expect(objectsOf(quads, objected, dpv('hasEntityInvolvement'))).toEqual([dpv('ObjectingToProcess')]);
  expect(objectsOf(quads, objected, dct('conformsTo'))).toEqual([]);
});

test('where the data is depends on the legal area', async () => {
  const places = async (area: 'eu_ch' | 'cn') => {
    const quads = await quadsOf(documentOf(area));
    const found = quads.filter((quad) => quad.predicate.value === dpv('hasJurisdiction'));
    return [...new Set(found.map((quad) => quad.object.value))].sort();
  };
  expect(await places('eu_ch')).toEqual(['https://w3id.org/dpv/loc#CH', 'https://w3id.org/dpv/loc#EU']);
  expect(await places('cn')).toEqual(['https://w3id.org/dpv/loc#CN']);
});
