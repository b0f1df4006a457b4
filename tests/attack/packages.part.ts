import { findHoles } from '../../tasks/holes.ts';
import { lockFaults, packagesOf, readLock } from '../../tasks/lock.ts';
import type { Part } from './part.ts';
import type { Stage } from './stage.ts';

/** Packages of others: known by their content, from the registry alone, without a hole that is known. */
async function run(stage: Stage) {
  const lock = readLock();
  const planted = { packages: { ...lock.packages, 'node_modules/planted': { version: '1.0.0' } } };
  const holes = findHoles();
  const note = holes.asked ? `${holes.others} lesser holes known` : `known holes not asked for: ${holes.why}`;
  const open = [...lockFaults(stage.planted ? planted : lock), ...(holes.asked ? holes.high : [])];
  return { tried: packagesOf(lock).length, open, note };
}

export const packages: Part = {
  name: 'packages',
  tool: 'npm audit',
  least: 500,
  plant: /planted has no hash/,
  run,
};
