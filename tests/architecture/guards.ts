import { boundaries } from './boundaries.guard.ts';
import { direction } from './direction.guard.ts';
import { generated } from './generated.guard.ts';
import type { Guard } from './guard.ts';
import { installation } from './installation.guard.ts';
import { names } from './names.guard.ts';
import { size } from './size.guard.ts';
import { format, types, unused } from './tools.guard.ts';
import { words } from './words.guard.ts';

/** Everything that `npm run check` looks after, the quick ones first. */
export const guards: readonly Guard[] = [
  names,
  words,
  size,
  installation,
  direction,
  format,
  types,
  boundaries,
  unused,
  generated,
];
