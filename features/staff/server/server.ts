import type { Feature } from '@axent/kernel';
import { operations } from './operations.ts';
import { problems } from './problems.ts';
import { tidying } from './tidying.ts';

export { firstLink } from './link.ts';

export const staff: Feature = {
  name: 'staff',
  operations,
  problems,
  jobs: [tidying],
  migrations: new URL('migrations/', import.meta.url),
};
