import { operation } from '@axent/kernel/operation';
import Type from 'typebox';

export const keep = operation({
  name: 'voicenotes.keep',
  method: 'POST',
  path: '/api/voicenotes/keep',
  summary: 'Leave a voice message for customer service',
  purpose: 'support',
  actors: ['person'],
  acceptance: true,
  input: Type.Object({ sound: Type.String({ maxLength: 1000 }) }, { additionalProperties: false }),
  output: Type.Object({ id: Type.String() }),
  errors: [],
});

export const listen = operation({
  name: 'voicenotes.listen',
  method: 'GET',
  path: '/api/voicenotes',
  summary: 'Listen to the voice messages that are open to customer service',
  purpose: 'support',
  actors: ['person'],
  acceptance: true,
  input: Type.Object({}),
  output: Type.Object({ notes: Type.Array(Type.Object({ id: Type.String(), sound: Type.String() })) }),
  errors: [],
});
