import type { Feature } from '@axent/kernel';
import { operations } from './operations.ts';
import { problems } from './problems.ts';
import { tidying } from './tidying.ts';

export const account: Feature = {
  name: 'account',
  operations,
  problems,
  jobs: [tidying],
  migrations: new URL('migrations/', import.meta.url),
};
