import { setTimeout as sleep } from 'node:timers/promises';
import { privacyOver } from '@axent/privacy/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsFor, someone, sounds, standingOf } from '../closing/people.ts';
import { testDatabase } from '../database.ts';
import { placesWithVoice, voicenotes, voicePolicy } from '../features/voicenotes/voicenotes.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';
import { proven, talk } from './talk.ts';
import { Wire } from './wire.ts';

const away_ms = 10_000;

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

test('the database away for ten seconds: a clear refusal, nothing acknowledged is lost, back by itself', async () => {
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
  await proven(world);
});
