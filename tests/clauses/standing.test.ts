import { list } from '@axent/log/contract';
import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import type { PolicyShape } from '@axent/policy/shape';
import { expect, test } from 'vitest';
import { staffMember } from '../staff.ts';
import { openWorld } from '../world.ts';

/** The policy with the ground of safe and stable operation taken back: not built. */
const shape: PolicyShape = policy;
const without: PolicyShape = {
  ...shape,
  revision: 'without-E.7',
  clauses: { ...shape.clauses, 'E.7': { chapter: 'E', built: 'not', unbuilt: [] } },
};

test('E.7 @gate: the log is read because safe operation lets it; taken back, it is refused', async () => {
  const world = await openWorld();
  const security = await staffMember(world, 'security');
  expect((await security.call(list, {})).status).toBe(200);
  const next = await openWorld({ on: world, compiled: compile(without, notices) });
  try {
    await next.kernel.publish([]);
    const refused = await security.call(list, {});
    expect([refused.status, refused.body.code]).toEqual([403, 'not_offered']);
  } finally {
    await next.close();
    await world.close();
  }
});
