import { operation } from '@axent/kernel/operation';
import Type from 'typebox';

const Consent = Type.Object({
  id: Type.String(),
  /** What was opened or closed; null: the notice was accepted. */
  function: Type.Union([Type.String(), Type.Null()]),
  open: Type.Boolean(),
  /** Made on the device that asks; true as well for what holds on every device. */
  here: Type.Boolean(),
  /** `device`: the permission was taken away there. */
  by: Type.Union([Type.Literal('person'), Type.Literal('device')]),
  at: Type.String(),
  sequence: Type.Integer(),
  revision: Type.String(),
  language: Type.String(),
  /** Hash of the exact words that were shown; empty where a closing showed none. */
  text_hash: Type.String(),
  /** What the function was for, and which data it let in, by that version. */
  purposes: Type.Array(Type.String()),
  categories: Type.Array(Type.String()),
});

export const consents = operation({
  name: 'privacy.consents',
  method: 'GET',
  path: '/api/privacy/consents',
  summary: 'What the person accepted, opened and closed, newest first, with the version and the text of each',
  purpose: 'rights',
  actors: ['person'],
  acceptance: true,
  input: Type.Object({}),
  output: Type.Object({
    consents: Type.Array(Consent),
    /** False where there are more than can be shown at once. */
    complete: Type.Boolean(),
  }),
  errors: [],
});

export const consentRecords = operation({
  name: 'privacy.consent_records',
  method: 'GET',
  path: '/api/privacy/consents.jsonld',
  summary:
    'The same as consent records after ISO/IEC TS 27560, in the profile of the W3C Data Privacy Vocabulary (JSON-LD)',
  purpose: 'rights',
  actors: ['person'],
  acceptance: true,
  input: Type.Object({}),
  output: Type.Object({
    '@context': Type.Record(Type.String(), Type.Unknown()),
    '@graph': Type.Array(Type.Record(Type.String(), Type.Unknown())),
  }),
  errors: [],
  file: { type: 'application/ld+json', name: 'consents.jsonld' },
});
