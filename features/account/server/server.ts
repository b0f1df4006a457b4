import type { Feature } from '@axent/kernel';
import { operations } from './operations.ts';
import { problems } from './problems.ts';

export const account: Feature = {
  name: 'account',
  operations,
  problems,
  migrations: new URL('migrations/', import.meta.url),
};
