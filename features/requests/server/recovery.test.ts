import { show as account, contact, devices, requestCode, verifyCode } from '@axent/account/contract';
import { prove, requestProof } from '@axent/account/contract/proof';
import { beginAuthenticator, finishAuthenticator } from '@axent/account/contract/ways';
import { systemOf } from '@axent/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { staffMember } from '../../../tests/staff.ts';
import { authenticatorCode, type Visitor } from '../../../tests/visitor.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { approveRecovery, mine, read, recover, recoveries, refuse, stopRecovery, take } from '../contract.ts';

const hour_ms = 3_600_000;

let world: World;
let first: Visitor;
let second: Visitor;
beforeAll(async () => {
  world = await openWorld();
  first = await staffMember(world, 'privacy_officer');
  second = await staffMember(world, 'privacy_officer');
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

/** Moves the server's clock, and signs everybody in just now by it: the database's own does not move. */
async function pass(ms: number): Promise<void> {
  world.pass(ms);
  await world.kernel.pools.owner.query('update kernel.session set fresh_at = $1', [
    new Date(world.kernel.clock()),
  ]);
}

const month = new Date().toISOString().slice(0, 7);

async function proof(visitor: Visitor, email: string): Promise<string> {
  const earlier = visitor.newestFor(email);
  await visitor.call(requestProof, { email, language: 'en' });
  return (await visitor.call(prove, { email, code: await visitor.codeFor(email, earlier) })).body.proof;
}

/** Somebody with an account, and somebody who asks for it from a new address. */
async function lost(name: string, more: object = {}) {
  const owner = await (await world.visitor().accept()).signIn(`${name}@example.org`);
  const claimant = world.visitor();
  const proved = await proof(claimant, `${name}.new@example.org`);
  const { status, body } = await claimant.call(recover, {
    proof: proved,
    known: `${name}@example.org`,
    made: month,
    text: 'My phone fell into the lake.',
    language: 'en',
    ...more,
  });
  expect([status, body.code]).toEqual([200, undefined]);
  return { owner, claimant, id: body.id };
}

const approve = (officer: Visitor, id: string, second_factors: 'kept' | 'lost' = 'kept') =>
  officer.call(approveRecovery, { id, second_factors });

const giveBack = async () => {
  const job = world.features
    .flatMap(({ jobs }) => jobs ?? [])
    .find(({ name }) => name === 'accounts given back');
  await job?.run(systemOf(world.kernel));
};

async function mailTo(email: string, subject: RegExp) {
  for (let round = 0; round < 200; round++) {
    const mail = world.outbox.mails.find((one) => one.to === email && subject.test(one.subject));
    if (mail !== undefined) return mail;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error(`no mail to ${email} with ${subject}`);
}

test('U.rights @operation: two officers, the old address told, 72 hours: then the new address is the way in, and the old one is none', async () => {
  const { owner, claimant, id } = await lost('ada');
  await first.call(take, { id });
  const { recovery, address } = (await first.call(read, { id })).body;
  expect(address).toBe('ada.new@example.org');
  expect(recovery?.facts).toEqual({ address: true, other_address: null, made: true, used: null });
  // No more of the account than whether it fits.
  expect(JSON.stringify(recovery)).not.toContain('ada@');
  expect((await second.call(approveRecovery, { id, second_factors: 'kept' })).body.code).toBe('not_in_hand');
  expect((await approve(first, id)).status).toBe(200);
  expect((await approve(first, id)).body.code).toBe('own_approval');
  expect((await second.call(read, { id })).body.recovery).toMatchObject({ own: false, second_at: null });
  expect((await approve(second, id, 'lost')).body.code).toBe('factors_differ');
  expect((await approve(second, id)).status).toBe(200);
  expect((await approve(second, id)).body.code).toBe('recovery_decided');
  expect((await mailTo('ada@example.org', /asks for your account/)).text).toContain('stop it');
  await pass(71 * hour_ms);
  await giveBack();
  expect((await owner.call(account, {})).body.actor).toBe('person');
  await pass(1.1 * hour_ms);
  await giveBack();
  expect((await owner.call(account, {})).body.actor).toBe('visitor');
  await mailTo('ada.new@example.org', /yours again/);
  await claimant.accept();
  await claimant.signIn('ada.new@example.org');
  // The same account: its devices are there, its address is the new one.
  expect((await claimant.call(devices, {})).body.devices).toHaveLength(2);
  expect((await claimant.call(contact, {})).body.email).toBe('ada.new@example.org');
  const anew = await (await world.visitor().accept()).signIn('ada@example.org');
  expect((await anew.call(devices, {})).body.devices).toHaveLength(1);
});

test('U.rights @operation: the owner stops it with one press, and nothing changes', async () => {
  const { owner, claimant, id } = await lost('ben');
  await first.call(take, { id });
  await approve(first, id);
  // One alone starts nothing, and is told to nobody.
  expect((await owner.call(recoveries, {})).body.recoveries).toEqual([]);
  await approve(second, id);
  const [waiting] = (await owner.call(recoveries, {})).body.recoveries;
  expect(waiting?.id).toBe(id);
  const other = await (await world.visitor().accept()).signIn('other@example.org');
  expect((await other.call(stopRecovery, { id })).body.code).toBe('request_unknown');
  expect((await owner.call(stopRecovery, { id })).status).toBe(200);
  await pass(73 * hour_ms);
  await giveBack();
  expect((await owner.call(contact, {})).body.email).toBe('ben@example.org');
  expect(
    (await claimant.call(mine, { proof: await proof(world.visitor(), 'ben.new@example.org') })).body.requests,
  ).toMatchObject([{ state: 'refused' }]);
});

test('U.rights @operation: whether there is an account is told to nobody who asks; what does not fit is seen, and cannot be approved', async () => {
  const visitor = world.visitor();
  const filed = await visitor.call(recover, {
    proof: await proof(visitor, 'eve@example.org'),
    known: 'not-there@example.org',
    other: '+41 44 000 00 00',
    made: '2021-01',
    text: 'It is mine.',
    language: 'en',
  });
  expect(filed.status).toBe(200);
  const { id } = filed.body;
  await first.call(take, { id });
  expect((await first.call(read, { id })).body.recovery?.facts).toEqual({
    address: false,
    other_address: false,
    made: false,
    used: null,
  });
  expect((await approve(first, id)).body.code).toBe('account_unknown');
  expect((await first.call(refuse, { id, text: 'Nothing fits.' })).status).toBe(200);
});

test('U.rights @operation: refused after the first approval it goes no further; an address that became somebody’s leads nobody into an account', async () => {
  const refused = await lost('cy');
  await first.call(take, { id: refused.id });
  await approve(first, refused.id);
  await first.call(refuse, { id: refused.id, text: 'On second thoughts.' });
  expect((await approve(second, refused.id)).body.code).toBe('recovery_decided');
  const { owner, id } = await lost('di');
  await first.call(take, { id });
  await approve(first, id);
  await approve(second, id);
  // Meanwhile the new address signs up for itself.
  const own = await (await world.visitor().accept()).signIn('di.new@example.org');
  await pass(73 * hour_ms);
  await giveBack();
  expect((await owner.call(contact, {})).body.email).toBe('di@example.org');
  expect((await own.call(contact, {})).body.email).toBe('di.new@example.org');
});

test.each([
  ['kept', false],
  ['lost', true],
] as const)('U.rights U.authentication @operation: second factors that are %s', async (factors, enters) => {
  const { owner, claimant, id } = await lost(`second-${factors}`);
  await pass(0);
  const { secret } = (await owner.call(beginAuthenticator, {})).body;
  const finished = await owner.call(finishAuthenticator, {
    code: authenticatorCode(secret, world.kernel.clock()),
  });
  expect([finished.status, finished.body.code]).toEqual([200, undefined]);
  await first.call(take, { id });
  await approve(first, id, factors);
  expect((await approve(second, id, factors)).status).toBe(200);
  await pass(73 * hour_ms);
  await giveBack();
  const address = `second-${factors}.new@example.org`;
  await mailTo(address, /yours again/);
  await claimant.accept();
  const session = async () => {
    await pass(31_000);
    const earlier = claimant.newestFor(address);
    await claimant.call(requestCode, { email: address, language: 'en' });
    await claimant.call(verifyCode, { email: address, code: await claimant.codeFor(address, earlier) });
    return (await claimant.call(account, {})).body.actor === 'person';
  };
  await expect.poll(session, { timeout: 10_000 }).toBe(enters);
});
