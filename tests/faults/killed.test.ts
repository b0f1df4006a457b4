import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EmbeddedDatabase, startEmbedded } from '@axent/kernel/database/embedded';
import { privacyOver } from '@axent/privacy/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsFor, someone, sounds, standingOf } from '../closing/people.ts';
import { placesWithVoice, voicenotes, voicePolicy } from '../features/voicenotes/voicenotes.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';
import { proven, talk } from './talk.ts';

// The database server itself is killed, with fsync on and on a cluster of this test's own, while people write.

const folder = mkdtempSync(join(tmpdir(), 'axent-killed-'));
const lines: string[] = [];
let embedded: EmbeddedDatabase;
let world: World;
beforeAll(async () => {
  embedded = await startEmbedded({ directory: folder, durable: true, log: (line) => lines.push(line) });
  world = await openWorld({
    database: { name: 'postgres', url: embedded.url('postgres'), drop: async () => undefined },
    features: [voicenotes, privacyOver(placesWithVoice)],
    compiled: voicePolicy,
    server: { trustedProxies: ['127.0.0.1', '::1', '::ffff:127.0.0.1'] },
  });
});
afterAll(async () => {
  await world.close();
  await embedded.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the database server killed amid requests, twice: refused clearly, started again, nothing acknowledged is lost', async () => {
  const people = await Promise.all([1, 2, 3].map(() => someone(world)));
  const stop = new AbortController();
  const talking = people.map((person) => talk(person, stop.signal));
  for (let kill = 0; kill < 2; kill++) {
    await sleep(700);
    const before = embedded.pid;
    process.kill(before, 'SIGKILL');
    await expect.poll(() => embedded.pid, { timeout: 20_000 }).not.toBe(before);
    const reader = people[0] as Visitor;
    await expect.poll(() => sounds(reader).then((all) => all !== undefined), { timeout: 20_000 }).toBe(true);
  }
  await sleep(700);
  stop.abort();
  const told = await Promise.all(talking);
  expect(lines.filter((line) => line.includes('started again'))).toHaveLength(2);
  for (const [number, { kept, refused }] of told.entries()) {
    expect(kept.length).toBeGreaterThan(5);
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused.map(({ status, code }) => `${status} ${code}`))).toEqual(
      new Set(['503 database_unavailable']),
    );
    for (const { retry } of refused) expect(Number(retry)).toBeGreaterThan(0);
    const { person } = await standingOf(world, people[number] as Visitor);
    const stored = new Set((await rowsFor(world, 'rights', person)).map((row) => row.id));
    for (const id of kept) expect(stored).toContain(id);
  }
});

test('the ledger goes on where it was: every record gets its proof', async () => {
  await proven(world);
});
