import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Shredded, shredWithheld } from '@axent/kernel';
import { holdings } from '@axent/privacy/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { World } from '../world.ts';
import { hear, rowsFor, say, shut, someone, standingOf, voiceState, voiceWorld } from './people.ts';

const day_ms = 86_400_000;

let world: World;
beforeAll(async () => {
  world = await voiceWorld();
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

/** Everything that the key store has on disk. */
function keyBytes(): Buffer {
  const parts = ['', '-wal'].map((end) => {
    try {
      return readFileSync(join(world.folder, `keys.sqlite${end}`));
    } catch {
      return Buffer.alloc(0);
    }
  });
  return Buffer.concat(parts);
}

function wrappedKey(owner: string): Buffer | null {
  const file = new DatabaseSync(join(world.folder, 'keys.sqlite'), { readOnly: true });
  const row = file.prepare('select wrapped from key where owner = ?').get(owner);
  file.close();
  return row === undefined ? null : Buffer.from(row.wrapped as Uint8Array);
}

async function items(visitor: Parameters<typeof hear>[0]) {
  const { body } = await visitor.call(holdings, {});
  return body.holdings.find((one) => one.category === 'recording')?.items ?? [];
}

const shredDue = () =>
  world.kernel.asKernel((client) =>
    shredWithheld(client, world.kernel.vault, new Date(world.kernel.clock())),
  );

const rowsOf = async (person: string) =>
  (await world.kernel.pools.owner.query('select 1 from app.voice_note where person_id = $1', [person])).rows;

test('F.close @operation: after fourteen days key and rows are gone, and a copy taken earlier cannot be opened', async () => {
  const person = await someone(world);
  await say(person, 'a secret for fourteen days');
  const { person: id, device } = await standingOf(world, person);
  const owner = `${id}/voice/${device}`;
  const [copy] = await rowsFor(world, 'rights', id);
  const wrapped = wrappedKey(owner);
  expect(copy).toBeDefined();
  expect(wrapped).not.toBeNull();
  expect(keyBytes().includes(wrapped ?? '')).toBe(true);
  await shut(person);

  world.pass(13 * day_ms);
  await shredDue();
  expect(wrappedKey(owner)).not.toBeNull();
  expect((await items(person)).map(({ value }) => value.sound)).toEqual(['a secret for fourteen days']);

  world.pass(1 * day_ms + 60_000);
  await shredDue();
  expect(wrappedKey(owner)).toBeNull();
  expect(keyBytes().includes(wrapped ?? '')).toBe(false);
  expect(await rowsOf(id)).toEqual([]);
  expect(await items(person)).toEqual([]);
  expect(await voiceState(person)).toMatchObject({ open: false, withheld: 0, shred_at: null });

  const box = { owner, table: 'app.voice_note', row: copy?.id ?? '' };
  await expect(world.kernel.vault.open(copy?.sealed ?? Buffer.alloc(0), box)).rejects.toThrow(Shredded);
  // Even where a backup brings the row back, it is nobody's to read.
  await world.kernel.pools.owner.query(
    `insert into app.voice_note (person_id, id, device_id, function, open, sealed)
     values ($1, $2, $3, 'voice', true, $4)`,
    [id, copy?.id, device, copy?.sealed],
  );
  await person.open('voice');
  const answer = await hear(person);
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 410, code: 'shredded' });
  expect(await items(person)).toEqual([]);
  expect((await say(person, 'begun anew')).status).toBe(200);
});
