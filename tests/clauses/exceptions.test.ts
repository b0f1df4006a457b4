import { contact, requestCode } from '@axent/account/contract';
import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import type { PolicyShape } from '@axent/policy/shape';
import { holdings } from '@axent/privacy/contract';
import { nearest } from '@axent/stores/contract';
import { expect, test } from 'vitest';
import { openWorld, productPolicy } from '../world.ts';
import { standing } from './sharing.matrix.ts';

const berne = { position: { latitude: 46.948, longitude: 7.447 } };

/** The policy with one ground taken back, in another word: not built. */
function without(clause: 'E.6' | 'E.7' | 'E.9'): PolicyShape {
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

/** `purpose:category` of every use that names this ground, whether it collects or reads. */
function restingOn(ground: string): string[] {
  const { collect, read } = productPolicy.table;
  const cells = [collect, read].flatMap((side) =>
    Object.entries(side).flatMap(([purpose, uses]) =>
      Object.entries(uses)
        .filter(([, cell]) => cell.ground === ground)
        .map(([category]) => `${purpose}:${category}`),
    ),
  );
  return [...new Set(cells)].sort();
}

test('E.6 E.7 E.9 @gate: each standing rule names exactly the uses that rest on its ground', () => {
  const shape: PolicyShape = policy;
  for (const ground of ['E.6', 'E.7', 'E.9']) {
    const rules = shape.exceptions[ground]?.standing ?? [];
    const named = rules.flatMap(({ purpose, categories }) => categories.map((one) => `${purpose}:${one}`));
    expect([...new Set(named)].sort()).toEqual(restingOn(ground));
    expect(restingOn(ground)).toEqual([...(standing[ground] ?? [])].sort());
    for (const rule of rules) expect([rule.law.length > 10, rule.why.length > 10]).toEqual([true, true]);
  }
});

test('E.6 E.7 E.9 @gate: a use for which no standing rule speaks, in one legal area or for so long, does not compile', () => {
  const shape: PolicyShape = policy;
  const changed = (ground: string, rules: PolicyShape['exceptions'][string]['standing']): PolicyShape => ({
    ...shape,
    exceptions: {
      ...shape.exceptions,
      [ground]: { ...shape.exceptions[ground], clause: ground, standing: rules },
    },
  });
  for (const ground of ['E.6', 'E.7', 'E.9']) {
    const rules = shape.exceptions[ground]?.standing ?? [];
    expect(() => compile(changed(ground, []), notices)).toThrow(`no standing rule of ${ground} names it`);
    const here = rules.map((rule) => ({ ...rule, area: 'eu_ch' as const }));
    expect(() => compile(changed(ground, here), notices)).toThrow(`no standing rule of ${ground} in cn`);
    const shorter = rules.map((rule) => ({ ...rule, retention_days: 1 }));
    expect(() => compile(changed(ground, shorter), notices)).toThrow(`keeps it for so long`);
  }
});

test('E.9 @gate: what answers people about their rights rests on this ground; taken back, it is refused', async () => {
  const world = await openWorld();
  const person = await (await world.visitor().accept()).signIn('rights@example.org');
  const held = await person.call(holdings, {});
  expect(held.body.holdings.find((one) => one.category === 'contact')?.items.length).toBe(1);
  const next = await openWorld({ on: world, compiled: compile(without('E.9'), notices) });
  try {
    await next.kernel.publish([]);
    const refused = await person.call(holdings, {});
    expect([refused.status, refused.body.code]).toEqual([403, 'not_offered']);
  } finally {
    await next.close();
    await world.close();
  }
});
