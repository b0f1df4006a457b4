import { receipt, uses } from '@axent/privacy/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { look } from '../features/partners/contract.ts';
import { partners } from '../features/partners/partners.ts';
import { staffMember } from '../staff.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';
import { matterOf } from './matters.ts';
import { day_ms, dayFromNow } from './register.ts';

const { feature, middle } = partners();

let world: World;
let named: Visitor;
let also: Visitor;
let other: Visitor;
let security: Visitor;
beforeAll(async () => {
  world = await openWorld({ features: [feature] });
  named = await (await world.visitor().accept()).signIn('named@example.org');
  also = await (await world.visitor().accept()).signIn('also@example.org');
  other = await (await world.visitor().accept()).signIn('other@example.org');
  security = await staffMember(world, 'security');
});
beforeEach(() => {
  middle.between = async () => undefined;
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

async function lookInto(matter: string, category = 'contact', who = security) {
  const { status, body } = await who.call(look, { matter, category });
  return { status, code: body.code, clause: body.clause, values: body.values?.join(' ') };
}

const refused = { status: 403, code: 'no_matter' };

const grounds = [
  ['E.1', 'GDPR Art. 6(1)(c)'],
  ['E.2', 'GDPR Art. 6(1)(d)'],
  ['E.3', 'GDPR Art. 6(1)(c)'],
  ['E.4', 'FADP Art. 30(3)'],
  ['E.5', 'GDPR Art. 6(1)(f)'],
  ['E.8', 'GDPR Art. 85(2)'],
  ['E.9', 'FADP Art. 31(1)'],
] as const;

test('E.1 E.2 E.3 E.4 E.5 E.8 E.9 @gate: a matter that stands opens exactly what it names', async () => {
  for (const [ground, basis] of grounds) {
    const { id } = await matterOf(world, [named, also], { ground, basis });
    const { status, values } = await lookInto(id);
    expect([ground, status]).toEqual([ground, 200]);
    expect(values).toContain('named@example.org');
    expect(values).toContain('also@example.org');
    expect(values).not.toContain('other@example.org');
    // Not named: another category of the same person.
    expect(await lookInto(id, 'device')).toMatchObject({ ...refused, clause: ground });
  }
});

test('E.1 E.2 E.3 E.4 E.5 E.8 E.9 @gate: a basis of another legal area, or of no law, opens nothing', async () => {
  for (const [ground] of grounds) {
    for (const basis of ['PIPL Art. 13(1)(3)', 'our own interest']) {
      const { id } = await matterOf(world, [named], { ground, basis });
      expect(await lookInto(id)).toMatchObject({ ...refused, clause: ground });
    }
    const { id } = await matterOf(world, [named], { ground, area: 'cn', basis: 'PIPL Art. 13(1)(3)' });
    expect(await lookInto(id)).toMatchObject({ ...refused, clause: ground });
  }
});

test('E.6 E.7 @gate: no matter opens anything on a standing ground', async () => {
  for (const ground of ['E.6', 'E.7']) {
    const { id } = await matterOf(world, [named], { ground });
    expect(await lookInto(id)).toMatchObject(refused);
  }
});

test('E.1 E.2 E.3 E.4 E.5 E.8 E.9 @gate: proposed alone, ended early or past its last day, it opens nothing', async () => {
  for (const [ground, basis] of grounds) {
    for (const change of [{ approved: false }, { ended: true }, { ends_on: dayFromNow(-1) }]) {
      const { id } = await matterOf(world, [named], { ground, basis, ...change });
      expect(await lookInto(id)).toMatchObject({ ...refused, clause: ground });
    }
    const { id } = await matterOf(world, [named], { ground, basis });
    world.pass(11 * day_ms);
    expect(await lookInto(id)).toMatchObject({ ...refused, clause: ground });
    world.pass(-11 * day_ms);
    expect(await lookInto(id)).toMatchObject({ status: 200 });
  }
});

test('E.1 E.2 E.3 E.4 E.5 E.8 E.9 @gate: another role or another purpose than its own opens nothing', async () => {
  for (const [ground, basis] of grounds) {
    const filed = await matterOf(world, [named], { ground, basis, purpose: 'archive' });
    expect(await lookInto(filed.id)).toMatchObject(refused);
    const foreign = await matterOf(world, [named], { ground, basis, roles: ['privacy_officer'] });
    expect(await lookInto(foreign.id)).toMatchObject(refused);
  }
});

test('E.3 @gate: what the ground does not let any matter open stays closed, whatever the matter says', async () => {
  const { id } = await matterOf(world, [named], { categories: ['credentials'] });
  expect(await lookInto(id, 'credentials')).toMatchObject(refused);
  const public_ = await matterOf(world, [named], {
    ground: 'E.4',
    basis: 'FADP Art. 30(3)',
    categories: ['contact', 'device'],
  });
  expect(await lookInto(public_.id, 'device')).toMatchObject(refused);
});

test('E.3 @operation: a matter that ends in the middle of the work stops the next box', async () => {
  const { id } = await matterOf(world, [named, also]);
  middle.between = async () => {
    await world.kernel.pools.owner.query('update kernel.matter set ended_at = now() where id = $1', [id]);
  };
  expect(await lookInto(id)).toMatchObject(refused);
  const until = await matterOf(world, [named, also], { ends_on: dayFromNow(0) });
  middle.between = async () => world.pass(2 * day_ms);
  expect(await lookInto(until.id)).toMatchObject(refused);
  world.pass(-2 * day_ms);
});

test('E.3 @operation: a read by a matter is in the ledger with its name, and shown once the person may be told', async () => {
  const { id, name } = await matterOf(world, [named, also]);
  expect(await lookInto(id)).toMatchObject({ status: 200 });
  const mine = async (visitor: Visitor) =>
    (await visitor.call(uses, { limit: 200 })).body.uses.filter((one) => one.matter === name);
  expect(await mine(named)).toEqual([]);
  await world.kernel.pools.owner.query('update kernel.matter set tell_from = $2 where id = $1', [
    id,
    dayFromNow(1),
  ]);
  expect(await mine(named)).toEqual([]);
  await world.kernel.pools.owner.query('update kernel.matter set tell_from = $2 where id = $1', [
    id,
    dayFromNow(0),
  ]);
  const [shown] = await mine(named);
  expect(shown).toMatchObject({
    clause: 'E.3',
    categories: ['contact'],
    role: 'security',
    operation: look.name,
  });
  expect(await mine(also)).toHaveLength(1);
  expect(await mine(other)).toEqual([]);
  await expect
    .poll(async () => (await named.call(receipt, { id: shown?.id ?? '' })).body.state, { timeout: 10_000 })
    .toBe('ready');
});
