import { setTimeout as sleep } from 'node:timers/promises';
import { receipt, uses } from '@axent/privacy/contract';
import { privacyOver } from '@axent/privacy/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsFor, say, someone, sounds, standingOf } from '../closing/people.ts';
import { testDatabase } from '../database.ts';
import { placesWithVoice, voicenotes, voicePolicy } from '../features/voicenotes/voicenotes.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';
import { Wire } from './wire.ts';

const away_ms = 5_000;

let wire: Wire;
let world: World;
beforeAll(async () => {
  const database = await testDatabase();
  wire = await Wire.before(database.url);
  world = await openWorld({
    database,
    reach: (url) => wire.through(url),
    features: [voicenotes, privacyOver(placesWithVoice)],
    compiled: voicePolicy,
    server: { trustedProxies: ['127.0.0.1', '::1', '::ffff:127.0.0.1'] },
  });
});
afterAll(async () => {
  await wire.mend();
  await world.close();
  await wire.cut();
});

interface Heard {
  readonly status: number;
  readonly code: string | undefined;
  readonly retry: string | null;
  readonly took_ms: number;
}

/** Says one thing after the other until told to stop; remembers what was acknowledged and what was refused. */
async function talk(person: Visitor, stop: AbortSignal) {
  const kept: string[] = [];
  const refused: Heard[] = [];
  for (let number = 0; !stop.aborted; number++) {
    const began = performance.now();
    const { status, body, headers } = await say(person, `word ${number}`);
    if (status === 200) kept.push(body.id);
    else {
      const took_ms = performance.now() - began;
      refused.push({ status, code: body.code, retry: headers.get('retry-after'), took_ms });
      await sleep(50);
    }
  }
  return { kept, refused };
}

test('the database away for five seconds: a clear refusal, nothing acknowledged is lost, back by itself', async () => {
  const people = await Promise.all([1, 2, 3, 4].map(() => someone(world)));
  const stop = new AbortController();
  const talking = people.map((person) => talk(person, stop.signal));
  await sleep(700);
  await wire.cut();
  const reader = people[0] as Visitor;
  const away = await reader.fetch<{ code: string; detail: string }>('/api/account', {
    headers: { 'accept-language': 'de' },
  });
  expect(away.status).toBe(503);
  expect(away.body).toMatchObject({
    code: 'database_unavailable',
    title: 'Unser Gedächtnis ist nicht erreichbar',
  });
  expect(Number(away.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await reader.fetch('/ready', {})).status).toBe(503);
  expect((await reader.fetch('/health', {})).status).toBe(200);
  expect((await reader.fetch('/ledger/checkpoint', {})).status).toBe(503);
  await sleep(away_ms);
  await wire.mend();
  const mended = performance.now();
  for (let tries = 0; tries < 100 && (await sounds(reader)) === undefined; tries++) await sleep(50);
  expect(performance.now() - mended).toBeLessThan(3_000);
  await sleep(700);
  stop.abort();
  const told = await Promise.all(talking);

  for (const { kept, refused } of told) {
    expect(kept.length).toBeGreaterThan(5);
    expect(refused.length).toBeGreaterThan(5);
    expect(new Set(refused.map(({ status, code }) => `${status} ${code}`))).toEqual(
      new Set(['503 database_unavailable']),
    );
    for (const { retry, took_ms } of refused) {
      expect(Number(retry)).toBeGreaterThan(0);
      expect(took_ms).toBeLessThan(6_000);
    }
  }
  for (const [number, person] of people.entries()) {
    const { person: id } = await standingOf(world, person);
    const stored = new Set((await rowsFor(world, 'rights', id)).map((row) => row.id));
    for (const kept of told[number]?.kept ?? []) expect(stored).toContain(kept);
  }
});

test('the ledger goes on where it was: every record gets its proof', async () => {
  for (let tries = 0; tries < 100 && world.kernel.sequencer.state !== 'leading'; tries++) await sleep(50);
  expect(world.kernel.sequencer.state).toBe('leading');
  const person = await someone(world);
  await say(person, 'afterwards');
  const [use] = (await person.call(uses, {})).body.uses;
  let proof = await person.call(receipt, { id: use?.id ?? '' });
  for (let tries = 0; proof.body.state === 'pending' && tries < 100; tries++) {
    await sleep(50);
    proof = await person.call(receipt, { id: use?.id ?? '' });
  }
  expect(proof.body.state).toBe('ready');
  const { rows } = await world.kernel.asKernel((client) =>
    client.query<{ waiting: number }>(
      `select (select count(*) from kernel.leaf_pending)::int + (select count(*) from kernel.leaf_group)::int as waiting`,
    ),
  );
  expect(rows[0]?.waiting).toBeLessThan(20);
});
