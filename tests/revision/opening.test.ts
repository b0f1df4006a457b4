import { list } from '@axent/functions/contract';
import { holdings } from '@axent/privacy/contract';
import { privacyOver } from '@axent/privacy/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsFor, say, someone, sounds, standingOf, voiceWorld } from '../closing/people.ts';
import { hear } from '../features/hearing/contract.ts';
import { hearing, hearingAtTheGate, hearingPolicy, longerPolicy } from '../features/hearing/hearing.ts';
import { placesWithVoice, voicenotes, voicePolicy } from '../features/voicenotes/voicenotes.ts';
import { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';

const everywhere = { trustedProxies: ['127.0.0.1', '::1', '::ffff:127.0.0.1'] };
const own = [voicenotes, privacyOver(placesWithVoice)];

let now: World;
let next: World;
let earlier: Visitor;
let person: string;

/** The same browser at the server of a later release. */
function at(world: World, visitor: Visitor): Visitor {
  const moved = new Visitor(world.base, world.outbox);
  moved.headers = visitor.headers;
  for (const [name, value] of visitor.cookies) moved.cookies.set(name, value);
  return moved;
}

beforeAll(async () => {
  now = await voiceWorld();
  earlier = await someone(now);
  await say(earlier, 'one');
  person = (await standingOf(now, earlier)).person;
  next = await openWorld({
    on: now,
    compiled: hearingPolicy,
    features: [...own, hearingAtTheGate],
    server: everywhere,
  });
});
afterAll(async () => {
  await next.close();
  await now.close();
});

const atNext = () => at(next, earlier);

test('R.review @gate: a reader that came later does not profit from an opening made before, and the others go on', async () => {
  expect(await next.kernel.publish([])).toMatchObject({ sequence: 2, class: 'widening' });
  const refused = await atNext().call(hear, {});
  expect([refused.status, refused.body.code, refused.body.clause]).toEqual([403, 'open_anew', 'U.service']);
  expect(await sounds(earlier)).toEqual(['one']);
  expect((await say(earlier, 'two')).status).toBe(200);
});

test('R.review @gate: accepting the notice anew opens nothing anew', async () => {
  await earlier.accept();
  expect((await atNext().call(hear, {})).body.code).toBe('open_anew');
});

test('R.review @database: with the gate off, the row policy asks which version was opened, not which was accepted', async () => {
  await next.close();
  next = await openWorld({
    on: now,
    compiled: hearingPolicy,
    features: [...own, hearing],
    server: everywhere,
  });
  expect(await rowsFor(next, 'service', person)).toEqual([]);
  expect(await rowsFor(next, 'support', person)).toHaveLength(2);
  expect(await rowsFor(next, 'rights', person)).toHaveLength(2);
  expect((await atNext().call(hear, {})).body).toEqual({ sounds: [] });
});

const voiceNow = async () =>
  (await earlier.call(list, {})).body.functions.find((one) => one.function === 'voice');

test('R.review @operation: opened anew, it reaches as far as the notice says now', async () => {
  expect(await voiceNow()).toMatchObject({ open: true, revision: voicePolicy.revision });
  expect((await earlier.open('voice')).status).toBe(200);
  expect(await voiceNow()).toMatchObject({ open: true, revision: hearingPolicy.revision });
  expect((await atNext().call(hear, {})).body).toEqual({ sounds: ['one', 'two'] });
  expect(await rowsFor(next, 'service', person)).toHaveLength(2);
});

test('R.review @gate @database: a longer keeping waits for the opening too, for rows already held; the person sees them', async () => {
  const last = await openWorld({
    on: now,
    compiled: longerPolicy,
    features: [...own, hearing],
    server: everywhere,
  });
  try {
    expect(await last.kernel.publish([])).toMatchObject({ sequence: 3, class: 'widening' });
    const kept = await say(earlier, 'three');
    expect([kept.status, kept.body.code, kept.body.clause]).toEqual([403, 'open_anew', 'F.voice']);
    expect(await sounds(earlier)).toEqual([]);
    expect(await rowsFor(last, 'support', person)).toEqual([]);
    expect(await insertedBy(last, earlier)).toBe('42501');
    // What did not widen goes on, and the person's own look at their rows is never in question.
    expect((await at(last, earlier).call(hear, {})).body).toEqual({ sounds: ['one', 'two'] });
    const { body } = await earlier.call(holdings, {});
    expect(body.holdings.find((one) => one.category === 'recording')?.items).toHaveLength(2);

    const newcomer = await someone(last);
    expect((await say(newcomer, 'new')).status).toBe(200);
    await earlier.open('voice');
    expect((await say(earlier, 'three')).status).toBe(200);
    expect(await sounds(earlier)).toEqual(['one', 'two', 'three']);
    expect(await insertedBy(last, earlier)).toBeNull();
  } finally {
    await last.close();
  }
});

/** The SQLSTATE with which customer service's login is refused a row of the person's; null: it was taken. */
async function insertedBy(world: World, visitor: Visitor): Promise<string | null> {
  const { device } = await standingOf(world, visitor);
  const client = await world.kernel.connect('support');
  try {
    await client.query('begin');
    await client.query(`select set_config('axent.person', $1, true)`, [person]);
    await client.query(
      `insert into app.voice_note (person_id, id, device_id, function, open, sealed)
       values ($1, gen_random_uuid(), $2, 'voice', true, '')`,
      [person, device],
    );
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('no server met a fault on the way', () => {
  expect([...now.faults, ...next.faults].map((one) => one.message)).toEqual([]);
});
