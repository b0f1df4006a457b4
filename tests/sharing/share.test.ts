import { download, uses } from '@axent/privacy/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { order } from '../features/partners/contract.ts';
import { partners } from '../features/partners/partners.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';
import { day_ms, dayFromNow, registered } from './register.ts';

const { feature, middle } = partners();
const kind = 'partner.service';
const both = ['contact.email', 'contact.phone'];

let world: World;
let person: Visitor;
beforeAll(async () => {
  world = await openWorld({ features: [feature] });
  person = await (await world.visitor().accept()).signIn('orders@example.org');
});
beforeEach(() => {
  middle.between = async () => undefined;
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

async function handOver(recipient: string, fields: readonly string[] = both, of = kind) {
  const { status, body } = await person.call(order, { kind: of, recipient, fields: [...fields] });
  return { status, code: body.code, handed: body.handed };
}

test('S.third-party @operation: a registered third party whose terms stand gets the fields that are listed', async () => {
  const recipient = await registered(world);
  expect(await handOver(recipient)).toMatchObject({ status: 200, handed: ['orders@example.org', '–'] });
});

test('S.third-party @gate: who is not in the register gets nothing', async () => {
  expect(await handOver('01890000-0000-7000-8000-000000000009')).toMatchObject({
    status: 403,
    code: 'recipient_unknown',
  });
  const ended = await registered(world, { ended: true });
  expect(await handOver(ended)).toMatchObject({ code: 'recipient_unknown' });
});

test('S.third-party @gate: an entry of another kind does not stand for this one', async () => {
  const other = await registered(world, { kind: 'partner.joint' });
  expect(await handOver(other)).toMatchObject({ code: 'recipient_unknown' });
});

test('S.third-party @gate: no terms, terms that have run out and terms that have not begun: no data', async () => {
  const none = await registered(world, { terms_from: null, terms_until: null });
  expect(await handOver(none)).toMatchObject({ status: 403, code: 'terms_missing' });
  const over = await registered(world, { terms_from: dayFromNow(-30), terms_until: dayFromNow(-1) });
  expect(await handOver(over)).toMatchObject({ status: 403, code: 'terms_out_of_date' });
  const early = await registered(world, { terms_from: dayFromNow(1), terms_until: dayFromNow(9) });
  expect(await handOver(early)).toMatchObject({ status: 403, code: 'terms_out_of_date' });
});

test('S.third-party @gate: a third party in another legal area gets nothing', async () => {
  const far = await registered(world, { area: 'cn' });
  expect(await handOver(far)).toMatchObject({ status: 403, code: 'recipient_elsewhere' });
});

test('S.third-party @gate: a field that the register does not list, or the policy, is not handed over', async () => {
  const one = await registered(world, { fields: ['contact.email'] });
  expect(await handOver(one, ['contact.email'])).toMatchObject({ status: 200 });
  expect(await handOver(one)).toMatchObject({ status: 403, code: 'field_not_listed' });
  const greedy = await registered(world, { fields: ['contact.email', 'device.name'] });
  expect(await handOver(greedy, ['device.name'])).toMatchObject({ code: 'field_not_listed' });
});

test('S.third-party @gate: terms that expire between two fields stop the second, and nothing of the first leaves', async () => {
  const recipient = await registered(world, { terms_until: dayFromNow(0) });
  middle.between = async () => world.pass(2 * day_ms);
  expect(await handOver(recipient)).toMatchObject({
    status: 403,
    code: 'terms_out_of_date',
    handed: undefined,
  });
  world.pass(-2 * day_ms);
  const { rows } = await world.kernel.pools.owner.query('select 1 from kernel.sharing where recipient = $1', [
    recipient,
  ]);
  expect(rows).toEqual([]);
});

test('S.third-party @operation: an officer who ends it in the middle of the work stops the next field', async () => {
  const recipient = await registered(world);
  middle.between = async () => {
    await world.kernel.pools.owner.query('update kernel.recipient set ended_at = now() where id = $1', [
      recipient,
    ]);
  };
  expect(await handOver(recipient)).toMatchObject({ status: 403, code: 'recipient_unknown' });
});

test('S.third-party @operation: a share that was taken back hands nothing over, nor one whose work is done', async () => {
  const recipient = await registered(world);
  middle.between = async (share) => share?.revoke();
  expect(await handOver(recipient)).toMatchObject({ status: 403, code: 'share_ended' });
  middle.between = async () => undefined;
  expect(await handOver(recipient)).toMatchObject({ status: 200 });
  await expect(middle.left?.()).rejects.toMatchObject({ code: 'share_ended' });
});

test('S.third-party @operation: the record names who got it, and the person sees it', async () => {
  const recipient = await registered(world);
  await handOver(recipient, ['contact.email']);
  const { body } = await person.call(uses, { limit: 50 });
  const shared = body.uses.find(
    (one) => one.operation === order.name && one.recipient?.endsWith(recipient.slice(0, 4)),
  );
  expect(shared).toMatchObject({ clause: 'S.third-party', categories: ['contact'], purpose: 'service' });
  expect((await person.call(download, {})).status).toBe(200);
});
