import type { Feature } from '@axent/kernel';
import { operations } from './operations.ts';
import { problems } from './problems.ts';

export const profile = {
  name: 'profile',
  operations,
  problems,
  migrations: new URL('migrations/', import.meta.url),
} as const satisfies Feature;
