import { setTimeout as sleep } from 'node:timers/promises';
import { contact } from '@axent/account/contract';
import { show } from '@axent/notice/contract';
import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { standingOf } from '../closing/people.ts';
import { atOwnAddress } from '../matrix/actors.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, productPolicy, type World } from '../world.ts';

const requests = 100;

/** The next release: the same promises under another name, so that old sessions go on. */
const next = compile({ ...policy, revision: `${policy.revision}-next` }, notices);

let world: World;
let release: World;
beforeAll(async () => {
  world = await openWorld({ server: { trustedProxies: ['127.0.0.1', '::1', '::ffff:127.0.0.1'] } });
  release = await openWorld({ on: world, compiled: next });
});
afterAll(async () => {
  expect([...world.faults, ...release.faults]).toEqual([]);
  await release.close();
  await world.close();
});

test('R.publish @operation: published amid a hundred requests, each is answered under one policy and recorded so', async () => {
  const people = await Promise.all(
    Array.from({ length: 20 }, async (_, number) => {
      const visitor = await atOwnAddress(world.visitor()).accept();
      return await visitor.signIn(`reader-${number}@example.org`);
    }),
  );
  const answers: Answered[] = [];
  let over = false;
  const asking = people.map(async (person) => {
    while (!over) answers.push(await askAs(person));
  });
  await until(() => answers.length >= requests / 2);
  const published = await release.kernel.publish([]);
  const done = Date.now();
  await until(() => answers.filter(({ began }) => began > done).length >= requests / 2);
  over = true;
  await Promise.all(asking);
  expect(published).toMatchObject({ sequence: 2, hash: next.hash });

  expect(new Set(answers.map(({ status, notice }) => `${status} ${notice}`))).toEqual(new Set(['200 200']));
  expect(new Set(answers.map(({ hash }) => hash))).toEqual(new Set([productPolicy.hash, next.hash]));
  // Whoever asked after the publication had been answered was told of the new policy only.
  for (const { hash, began } of answers) if (began > done) expect(hash).toBe(next.hash);

  // The records say under which policy each use was decided: old ones, then new ones, never mixed.
  const records = (await Promise.all(people.map(recordsOf))).flat();
  expect(records).toHaveLength(answers.length);
  expect(new Set(records.map(({ policy: hash }) => hash))).toEqual(new Set([productPolicy.hash, next.hash]));
  const times = (hash: string) =>
    records.filter((one) => one.policy === hash).map(({ time }) => Date.parse(time));
  expect(Math.max(...times(productPolicy.hash))).toBeLessThanOrEqual(Math.min(...times(next.hash)));
});

interface Answered {
  readonly status: number;
  readonly notice: number;
  /** Of the policy that the notice named. */
  readonly hash: string;
  readonly began: number;
}

async function askAs(person: Visitor): Promise<Answered> {
  const began = Date.now();
  const answer = await person.call(contact, {});
  const notice = await person.call(show, { language: 'en' });
  return { status: answer.status, notice: notice.status, hash: notice.body.version?.hash, began };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(5);
}

interface Recorded {
  readonly operation: string;
  readonly policy: string;
  readonly time: string;
}

/** What is on record of a person's reads, opened with the person's own key. */
async function recordsOf(person: Visitor): Promise<Recorded[]> {
  const { person: id } = await standingOf(world, person);
  const { rows } = await world.kernel.asKernel((client) =>
    client.query<{ id: string; sealed: Buffer }>(
      'select id, sealed from kernel.record where person_id = $1',
      [id],
    ),
  );
  const opened = rows.map(async ({ id: row, sealed }) => {
    const value = await world.kernel.vault.open(sealed, { owner: id, table: 'kernel.record', row });
    return (value as { record: Recorded }).record;
  });
  return (await Promise.all(opened)).filter(({ operation }) => operation === 'account.contact');
}
