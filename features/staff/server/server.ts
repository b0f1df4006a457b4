import type { Feature } from '@axent/kernel';
import { operations } from './operations.ts';
import { problems } from './problems.ts';

export { firstLink } from './link.ts';

export const staff: Feature = {
  name: 'staff',
  operations,
  problems,
  migrations: new URL('migrations/', import.meta.url),
};
