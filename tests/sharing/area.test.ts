import { counts } from '@axent/matters/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { look, order } from '../features/partners/contract.ts';
import { partners } from '../features/partners/partners.ts';
import { staffMember } from '../staff.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';
import { matterOf } from './matters.ts';
import { registered } from './register.ts';

const { feature } = partners();
const fields = ['contact.email'];

let world: World;
let person: Visitor;
beforeAll(async () => {
  world = await openWorld({ features: [feature], area: 'cn' });
  person = await (await world.visitor().accept()).signIn('li@example.cn');
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

test('S.third-party @operation: in mainland China data goes to third parties there, and to none elsewhere', async () => {
  const ordered = async (area: string) => {
    const recipient = await registered(world, { area, fields });
    return (await person.call(order, { kind: 'partner.service', recipient, fields })).body.code;
  };
  expect(await ordered('cn')).toBeUndefined();
  expect(await ordered('eu_ch')).toBe('recipient_elsewhere');
});

test('E.1 E.2 E.3 E.4 E.5 E.8 E.9 @operation: in mainland China the bases of its own law count, and no others', async () => {
  const security = await staffMember(world, 'security');
  const bases = [
    ['E.1', 'PIPL Art. 13(1)(3)'],
    ['E.2', 'PIPL Art. 13(1)(4)'],
    ['E.3', 'PIPL Art. 13(1)(3)'],
    ['E.4', 'PIPL Art. 13(1)(6)'],
    ['E.5', 'PIPL Art. 13(1)(6)'],
    ['E.8', 'PIPL Art. 13(1)(5)'],
    ['E.9', 'PIPL Art. 13(1)(7)'],
  ] as const;
  for (const [ground, basis] of bases) {
    const opened = async (own: string) => {
      const { id } = await matterOf(world, [person], { ground, basis: own, area: 'cn' });
      return (await security.call(look, { matter: id, category: 'contact' })).body.code ?? 'opened';
    };
    expect([ground, await opened(basis), await opened('GDPR Art. 6(1)(c)')]).toEqual([
      ground,
      'opened',
      'no_matter',
    ]);
  }
});

test('E.1 @operation: what the law forbids to say is not counted in public', async () => {
  const { grounds } = (await world.visitor().call(counts, { language: 'zh-CN' })).body;
  expect(grounds.find((one) => one.ground === 'E.1')?.counts[0]).toEqual({ kind: 'not_said', count: 0 });
  expect(grounds.find((one) => one.ground === 'E.2')?.counts[0]?.kind).toBe('exactly');
});

test('S.third-party @operation: a database never changes its legal area', async () => {
  await expect(openWorld({ on: world, area: 'eu_ch' })).rejects.toThrow('Personal data never crosses');
});
