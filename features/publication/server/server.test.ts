import { systemOf } from '@axent/kernel';
import { state as noticeState } from '@axent/notice/contract';
import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withFault, withFaultWords } from '../../../policy/revisions/fault.ts';
import { faults } from '../../../tests/revision/faults.ts';
import { staffMember } from '../../../tests/staff.ts';
import { Visitor } from '../../../tests/visitor.ts';
import { openWorld, productPolicy, type World } from '../../../tests/world.ts';
import { dataMap, ledger, publish, state, versions, withdraw } from '../contract.ts';

const later = compile(withFault(policy), withFaultWords(notices));
let now: World;
let next: World;
let first: Visitor;

beforeAll(async () => {
  now = await openWorld();
  next = await openWorld({ on: now, compiled: later, features: [faults] });
  first = await staffMember(next, 'privacy_officer');
});
afterAll(async () => {
  await next.close();
  await now.close();
});

const en = { language: 'en' } as const;
const wanted = { hash: later.hash, base: 1 };

/** Waits until a version of this hash is in force: publication comes after the operation's own commit. */
async function inForce(hash: string): Promise<number> {
  for (let tries = 0; tries < 600; tries++) {
    const { body } = await next.visitor().call(noticeState, en);
    if (body.current.hash === hash) return body.current.sequence;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the version did not come into force');
}

async function officers(count: number): Promise<void> {
  await next.kernel.asKernel((client) =>
    client.query(
      `delete from kernel.role where person_id not in (select person_id from kernel.role order by granted_at limit $1)`,
      [count],
    ),
  );
}

test('an officer sees what is in force, what this release brings, and the difference in plain words', async () => {
  const { body } = await first.call(state, en);
  expect(body.published).toMatchObject({
    sequence: 1,
    class: 'first',
    approvals: 0,
    hash: productPolicy.hash,
  });
  expect(body.release).toEqual({ revision: later.revision, hash: later.hash });
  expect(body.difference?.class).toBe('widening');
  expect(body.difference?.changes.map((change) => change.words)).toContain(
    'New: “Product faults” is collected for doing what you asked for.',
  );
  expect(body.approvals).toEqual({ given: 0, needed: 1, own: false });
});

test('where the release is in force already, there is no difference and nothing to publish', async () => {
  const here = new Visitor(now.base, now.outbox);
  for (const [name, value] of first.cookies) here.cookies.set(name, value);
  expect((await here.call(state, en)).body.difference).toBeNull();
  const refused = await here.call(publish, { hash: productPolicy.hash, base: 1 });
  expect([refused.status, refused.body.code]).toEqual([409, 'already_published']);
});

test('only privacy officers publish; security and administrators look on; others see nothing', async () => {
  for (const role of ['security', 'administrator'] as const) {
    const member = await staffMember(next, role);
    expect((await member.call(state, en)).status).toBe(200);
    expect((await member.call(publish, wanted)).body.code).toBe('not_allowed');
  }
  const agent = await staffMember(next, 'agent');
  expect((await agent.call(state, en)).status).toBe(403);
  expect((await next.visitor().call(state, en)).status).toBe(401);
});

test('publishing asks for a fresh sign-in', async () => {
  await next.kernel.asKernel((client) =>
    client.query(`update kernel.session set fresh_at = now() - interval '11 minutes'`),
  );
  expect((await first.call(publish, wanted)).body.code).toBe('fresh_sign_in_needed');
  await next.kernel.asKernel((client) => client.query('update kernel.session set fresh_at = now()'));
});

test('what was shown is what is published: another base or another hash is refused', async () => {
  for (const other of [
    { ...wanted, base: 7 },
    { ...wanted, hash: productPolicy.hash },
  ])
    expect((await first.call(publish, other)).body.code).toBe('state_changed');
});

test('with two officers a second one must agree, and the first may take the approval back', async () => {
  const second = await staffMember(next, 'privacy_officer');
  const alone = await first.call(publish, wanted);
  expect(alone.body).toEqual({ given: 1, needed: 2, own: true });
  expect((await first.call(publish, wanted)).body.given).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect((await second.call(state, en)).body).toMatchObject({
    published: { sequence: 1 },
    approvals: { given: 1, needed: 2, own: false },
  });
  expect((await first.call(withdraw, {})).body).toEqual({ given: 0, needed: 2, own: false });
  await first.call(publish, wanted);
  expect((await second.call(publish, wanted)).body.given).toBe(2);
  expect(await inForce(later.hash)).toBe(2);
  const { body } = await first.call(versions, en);
  expect(body.versions.map(({ sequence, approvals, class: kind }) => [sequence, approvals, kind])).toEqual([
    [2, 2, 'widening'],
    [1, 0, 'first'],
  ]);
});

test('what was approved for one version never publishes on top of another', async () => {
  await officers(1);
  const { rows } = await next.kernel.pools.owner.query('select distinct base from app.publication_approval');
  expect(rows).toEqual([{ base: 1 }]);
  await now.kernel.publish([]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const { body } = await first.call(state, en);
  expect(body).toMatchObject({ published: { sequence: 3 }, approvals: { given: 0, needed: 1 } });
});

test('with one officer it is published at once, on every node, and an approval left waiting is found again', async () => {
  await next.kernel.pools.owner.query(
    `insert into app.publication_approval (base, hash, officer, at)
     select 3, $1, person_id, now() from kernel.role where role = 'privacy_officer'`,
    [later.hash],
  );
  const job = next.features
    .flatMap((feature) => feature.jobs ?? [])
    .find((one) => one.name === 'publication');
  await Promise.all([job?.run(systemOf(next.kernel)), job?.run(systemOf(next.kernel))]);
  expect(await inForce(later.hash)).toBe(4);
  expect((await now.visitor().call(noticeState, en)).body.current.hash).toBe(later.hash);
});

test('the data map says of every category where it is and who may collect and read it', async () => {
  const { body } = await first.call(dataMap, en);
  const contact = body.categories.find((one) => one.category === 'contact');
  expect(contact?.places).toEqual([
    { table: 'app.contact', column: 'sealed', writers: ['authentication', 'rights'] },
    { table: 'app.push_subscription', column: 'sealed', writers: ['service', 'rights'] },
  ]);
  expect(contact?.readers.find((one) => one.purpose === 'support')?.offered).toBe(false);
  const position = body.categories.find((one) => one.category === 'position');
  expect(position).toMatchObject({ storage: 'fleeting', places: [], retention_days: 0 });
  for (const name of ['ownership']) {
    const waiting = body.categories.find((one) => one.category === name);
    expect([name, waiting?.offered, waiting?.places]).toEqual([name, false, []]);
    const users = [...(waiting?.collectors ?? []), ...(waiting?.readers ?? [])];
    expect(users.filter((one) => one.offered)).toEqual([]);
    expect(users.length).toBeGreaterThan(0);
  }
});

test('the ledger page tells its head, what waits, and that somebody appends', async () => {
  const { body } = await first.call(ledger, {});
  expect(body.appending).toBe(true);
  expect(body.head?.note.split('\n')[1]).toBe(String(body.head?.size));
  expect(body.vkey).toBe(next.kernel.vkey);
});

test('no server met a fault on the way', () => {
  expect([...now.faults, ...next.faults].map((one) => one.message)).toEqual([]);
});
