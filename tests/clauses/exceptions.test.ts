import { contact, requestCode } from '@axent/account/contract';
import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import type { PolicyShape } from '@axent/policy/shape';
import { nearest } from '@axent/stores/contract';
import { expect, test } from 'vitest';
import { openWorld } from '../world.ts';

const berne = { position: { latitude: 46.948, longitude: 7.447 } };

/** The policy with one ground taken back, in another word: not built. */
function without(clause: 'E.6' | 'E.7'): PolicyShape {
  const shape: PolicyShape = policy;
  const withdrawn = { ...shape.clauses[clause], built: 'not', unbuilt: [] } as PolicyShape['clauses'][string];
  return { ...shape, revision: `without-${clause}`, clauses: { ...shape.clauses, [clause]: withdrawn } };
}

test('E.6 @gate: what serves a request needs no opening because this ground lets it; taken back, it is refused', async () => {
  const world = await openWorld();
  const person = await (await world.visitor().accept()).signIn('needed@example.org');
  expect((await person.call(contact, {})).status).toBe(200);
  const next = await openWorld({ on: world, compiled: compile(without('E.6'), notices) });
  try {
    await next.kernel.publish([]);
    const refused = await person.call(contact, {});
    expect([refused.status, refused.body.code]).toEqual([403, 'not_in_policy']);
    // The database refused before the gate was asked: its grants went with the ground, in the same moment.
    expect(world.faults.map((fault) => (fault as { code?: string }).code)).toEqual(['42501']);
    const asked = await (await world.visitor().accept()).call(requestCode, {
      email: 'a@example.org',
      language: 'en',
    });
    expect(asked.status).toBe(200);
    await person.open('nearby');
    // What rests on the person's own opening does not need the ground.
    expect([200, 404]).toContain((await person.call(nearest, berne)).status);
  } finally {
    await next.close();
    await world.close();
  }
});
