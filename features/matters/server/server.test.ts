import { uses } from '@axent/privacy/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { matterOf } from '../../../tests/sharing/matters.ts';
import { dayFromNow } from '../../../tests/sharing/register.ts';
import { staffMember } from '../../../tests/staff.ts';
import type { Visitor } from '../../../tests/visitor.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { approve, counts, end, inspect, list, mine, propose, read, standing, tell } from '../contract.ts';

const evidence = 'cd'.repeat(32);
let names = 0;
const proposal = () => ({
  ground: 'E.3',
  name: `File ${++names}`,
  basis: 'GDPR Art. 6(1)(c)',
  provision: 'Order of the court of 3 November',
  purpose: 'archive',
  roles: ['privacy_officer'],
  categories: ['contact', 'device'],
  evidence,
  people: ['anna@example.org', 'Ben@Example.org'],
  ends_on: dayFromNow(30),
  tell_from: null as string | null,
  keeps_withheld: false,
});

let world: World;
let first: Visitor;
let second: Visitor;
let third: Visitor;
let anna: Visitor;
let ben: Visitor;
beforeAll(async () => {
  world = await openWorld();
  first = await staffMember(world, 'privacy_officer');
  second = await staffMember(world, 'privacy_officer');
  third = await staffMember(world, 'privacy_officer');
  anna = await (await world.visitor().accept()).signIn('anna@example.org');
  ben = await (await world.visitor().accept()).signIn('ben@example.org');
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

async function proposed(changed: Partial<ReturnType<typeof proposal>> = {}): Promise<string> {
  const { status, body } = await first.call(propose, { ...proposal(), ...changed });
  expect([status, body.code]).toEqual([200, undefined]);
  return body.id;
}
async function approved(changed: Partial<ReturnType<typeof proposal>> = {}): Promise<string> {
  const id = await proposed(changed);
  expect((await second.call(approve, { id })).status).toBe(200);
  return id;
}
const refusalOf = async (changed: Partial<ReturnType<typeof proposal>>) =>
  (await first.call(propose, { ...proposal(), ...changed })).body.code;
const stateOf = async (id: string) =>
  (await first.call(list, { language: 'en' })).body.matters.find((one) => one.id === id);
const readBy = async (officer: Visitor, id: string, person = 1) =>
  await officer.call(read, { id, person, language: 'en' });

test('E.3 @operation: proposed by one and approved by another, a matter opens what it names to its role', async () => {
  const id = await proposed();
  expect(await stateOf(id)).toMatchObject({ state: 'proposed', people: 2, own: true, evidence });
  expect((await readBy(first, id)).body.code).toBe('no_matter');
  expect((await second.call(approve, { id })).status).toBe(200);
  const matter = await stateOf(id);
  expect(matter).toMatchObject({ state: 'stands' });
  expect(matter?.acts.map(({ act, own }) => [act, own])).toEqual([
    ['proposed', true],
    ['approved', false],
  ]);
  const values = await Promise.all([1, 2].map(async (place) => (await readBy(first, id, place)).body));
  const emails = values.map(
    ({ categories }) => categories.find((one) => one.id === 'contact')?.items[0]?.email,
  );
  expect(emails.sort()).toEqual(['anna@example.org', 'ben@example.org']);
  expect(values.every(({ categories }) => categories.map((one) => one.id).join() === 'contact,device')).toBe(
    true,
  );
  expect((await readBy(first, id, 3)).body.code).toBe('person_unknown');
  expect((await first.call(end, { id })).status).toBe(200);
  expect((await readBy(first, id)).body.code).toBe('no_matter');
  expect((await second.call(end, { id })).body.code).toBe('matter_ended');
});

test('E.3 @operation: the second is never the first', async () => {
  const id = await proposed();
  const answer = await first.call(approve, { id });
  expect([answer.status, answer.body.code]).toEqual([422, 'own_proposal']);
  expect(await stateOf(id)).toMatchObject({ state: 'proposed' });
});

test('E.3 @operation: of two officers at the same moment one approves, and the other is told', async () => {
  const id = await proposed();
  const both = await Promise.all([second.call(approve, { id }), third.call(approve, { id })]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(both.map(({ body }) => body.code)).toContain('already_approved');
  expect((await stateOf(id))?.acts.filter(({ act }) => act === 'approved')).toHaveLength(1);
});

test('E.1 E.2 E.3 E.4 E.5 E.8 E.9 @operation: without a lawful basis in this legal area there is no matter', async () => {
  for (const ground of ['E.1', 'E.2', 'E.3', 'E.4', 'E.5', 'E.8', 'E.9']) {
    expect([
      ground,
      await refusalOf({ ground, basis: 'PIPL Art. 13(1)(3)', categories: ['contact'] }),
    ]).toEqual([ground, 'no_basis']);
  }
  expect(await refusalOf({ ground: 'E.6' })).toBe('no_basis');
  expect(await refusalOf({ basis: 'because we say so' })).toBe('no_basis');
});

test('E.3 @operation: persons that do not exist, a day that is over or too far, a foreign role: refused', async () => {
  const unknown = await first.call(propose, {
    ...proposal(),
    people: ['anna@example.org', 'nobody@example.org'],
  });
  expect([unknown.body.code, (unknown.body as { number?: number }).number]).toEqual(['person_unknown', 2]);
  expect(await refusalOf({ people: ['Anna'] })).toBe('person_unknown');
  expect(await refusalOf({ ends_on: dayFromNow(-1) })).toBe('end_past');
  expect(await refusalOf({ ends_on: '2027-02-30' })).toBe('end_past');
  expect(await refusalOf({ ends_on: dayFromNow(366) })).toBe('end_too_far');
  expect(await refusalOf({ roles: ['security'] })).toBe('role_unfit');
  expect(await refusalOf({ roles: ['person'] })).toBe('role_unfit');
  expect(await refusalOf({ categories: ['credentials'] })).toBe('not_in_policy');
  expect(await refusalOf({ purpose: 'support', roles: ['agent'] })).toBe('not_in_policy');
  expect(await refusalOf({ ground: 'E.2', basis: 'GDPR Art. 6(1)(d)', keeps_withheld: true })).toBe(
    'not_in_policy',
  );
  const bare = await first.post<object>(propose.path, { ...proposal(), evidence: undefined });
  expect([bare.status, bare.body.code]).toEqual([400, 'invalid_input']);
  const name = 'One name';
  await proposed({ name });
  expect(await refusalOf({ name })).toBe('name_taken');
});

test('E.3 @operation: a proposal that was left lying past its last day is approved by nobody', async () => {
  const id = await proposed();
  await world.kernel.pools.owner.query(`update kernel.matter set ends_on = current_date - 1 where id = $1`, [
    id,
  ]);
  expect((await second.call(approve, { id })).body.code).toBe('end_past');
  expect(await stateOf(id)).toMatchObject({ state: 'lapsed' });
});

test('E.3 @ledger: the acts of officers commit to the evidence, for each person, and are told when it may be', async () => {
  const id = await approved({ people: ['ben@example.org'] });
  expect((await ben.call(mine, { language: 'en' })).body.matters).toEqual([]);
  expect((await first.call(tell, { id, day: dayFromNow(3) })).status).toBe(200);
  expect((await ben.call(mine, { language: 'en' })).body.matters).toEqual([]);
  expect((await first.call(tell, { id, day: dayFromNow(0) })).status).toBe(200);
  const [told] = (await ben.call(mine, { language: 'en' })).body.matters;
  expect(told).toMatchObject({ ground: 'E.3', evidence, until: dayFromNow(30), ended: false });
  const acts = (await ben.call(uses, { limit: 200 })).body.uses.filter((one) => one.matter === told?.name);
  expect(acts.map(({ operation }) => operation)).toEqual([tell.name, tell.name, approve.name, propose.name]);
  expect(acts.every(({ clause, role }) => clause === 'E.3' && role === 'privacy_officer')).toBe(true);
  expect((await anna.call(mine, { language: 'en' })).body.matters).toEqual([]);
});

test('E.3 @operation: what stands for security is shown to security, and opened by its role alone', async () => {
  const security = await staffMember(world, 'security');
  const id = await approved({ purpose: 'security', roles: ['security'], people: ['anna@example.org'] });
  const { matters } = (await security.call(standing, { language: 'en' })).body;
  expect(matters.map((one) => one.id)).toEqual([id]);
  const opened = await security.call(inspect, { id, person: 1, language: 'en' });
  expect(opened.body.categories[0]?.items[0]?.email).toBe('anna@example.org');
  expect((await readBy(first, id)).body.code).toBe('no_matter');
});

test('E.1 E.2 E.3 E.4 E.5 E.8 E.9 @operation: matters are counted in public, few of them only as fewer than five', async () => {
  await approved({ ground: 'E.2', basis: 'GDPR Art. 6(1)(d)' });
  const { body } = await world.visitor().call(counts, { language: 'en' });
  expect(body.years[0]).toBe(new Date().getUTCFullYear());
  const of = (ground: string) => body.grounds.find((one) => one.ground === ground)?.counts[0];
  expect(body.grounds.map(({ ground }) => ground)).toEqual(['E.1', 'E.2', 'E.3', 'E.4', 'E.5', 'E.8', 'E.9']);
  expect(of('E.1')).toEqual({ kind: 'exactly', count: 0 });
  expect(of('E.2')).toEqual({ kind: 'exactly', count: 1 });
  expect(of('E.3')).toEqual({ kind: 'below', count: 5 });
  for (let more = 0; more < 5; more++) await matterOf(world, [anna]);
  const later = (await world.visitor().call(counts, { language: 'en' })).body.grounds;
  expect(later.find((one) => one.ground === 'E.3')?.counts[0]?.kind).toBe('exactly');
});
