import { operation } from '@axent/kernel/operation';
import Type from 'typebox';

/** Hands the person's email address and then their phone number to a third party, and one more field on request. */
export const order = operation({
  name: 'partners.order',
  method: 'POST',
  path: '/api/partners/order',
  summary: 'Order a service that a partner carries out',
  purpose: 'service',
  actors: ['person'],
  acceptance: true,
  input: Type.Object(
    {
      recipient: Type.String(),
      kind: Type.String(),
      fields: Type.Array(Type.String(), { maxItems: 5 }),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ handed: Type.Array(Type.String()) }),
  errors: [],
});

/** What one category of a matter's persons holds. */
export const look = operation({
  name: 'partners.look',
  method: 'POST',
  path: '/api/partners/look',
  summary: 'Read what a matter names',
  purpose: 'security',
  actors: ['security'],
  acceptance: true,
  input: Type.Object({ matter: Type.String(), category: Type.String() }, { additionalProperties: false }),
  output: Type.Object({ values: Type.Array(Type.String()) }),
  errors: [],
});
