import { operation } from '@axent/kernel/operation';
import Type from 'typebox';

export const hear = operation({
  name: 'hearing.hear',
  method: 'GET',
  path: '/api/hearing',
  summary: 'Hear one’s own voice messages again',
  purpose: 'service',
  actors: ['person'],
  acceptance: true,
  input: Type.Object({}),
  output: Type.Object({ sounds: Type.Array(Type.String()) }),
  errors: [],
});
