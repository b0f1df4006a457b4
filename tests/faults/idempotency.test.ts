import { open } from '@axent/functions/contract';
import { tidy } from '@axent/kernel';
import { accept, show } from '@axent/notice/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { acts, type Done } from '../features/acts/acts.ts';
import { once } from '../features/acts/contract.ts';
import { signedIn } from '../matrix/actors.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
let done: Done;
let person: Visitor;
beforeAll(async () => {
  const own = acts();
  done = own.done;
  world = await openWorld({ features: [own.feature], server: { trustedProxies: ['127.0.0.1', '::1'] } });
});
beforeEach(async () => {
  person = await signedIn(world, null);
  done.notes.length = 0;
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const act = async (note: string, key: string, who = person) => {
  const { status, body } = await who.call(once, { note }, key);
  return { status, code: body.code };
};

/** What happened in the end: effects arrive by events after the commit. */
async function effects(): Promise<readonly string[]> {
  for (let tries = 0; tries < 60; tries++) {
    const { rows } = await world.kernel.asKernel((client) => client.query('select 1 from kernel.event'));
    if (rows.length === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return done.notes;
}

describe('a write with an idempotency key', () => {
  test('is done once, however often it is sent', async () => {
    expect(await act('one', 'k1')).toEqual({ status: 200, code: undefined });
    expect(await act('one', 'k1')).toEqual({ status: 409, code: 'already_done' });
    expect(await act('one', 'k1')).toEqual({ status: 409, code: 'already_done' });
    expect(await effects()).toEqual(['one']);
  });

  test('under a key that was used for something else is refused', async () => {
    expect((await act('this', 'k2')).status).toBe(200);
    expect(await act('that', 'k2')).toEqual({ status: 422, code: 'idempotency_key_reused' });
    expect(await effects()).toEqual(['this']);
  });

  test('sent twenty times at once is done once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => act('at once', 'k3')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'already_done')).toHaveLength(19);
    expect(await effects()).toEqual(['at once']);
  });

  test('that failed may be tried again under the same key', async () => {
    expect(await act('fail', 'k4')).toEqual({ status: 422, code: 'act_failed' });
    expect(await act('fail', 'k4')).toEqual({ status: 422, code: 'act_failed' });
    expect(await act('works', 'k4')).toEqual({ status: 200, code: undefined });
    expect(await effects()).toEqual(['works']);
  });

  test('is a key of its session: another person may use the same', async () => {
    const other = await signedIn(world, null);
    expect((await act('mine', 'k5')).status).toBe(200);
    expect((await act('theirs', 'k5', other)).status).toBe(200);
    expect([...(await effects())].sort()).toEqual(['mine', 'theirs']);
  });

  test('is remembered for a day', async () => {
    const day_ms = 86_400_000;
    const tidyAt = (ms: number) => world.kernel.asKernel((client) => tidy(client, new Date(Date.now() + ms)));
    expect((await act('today', 'k6')).status).toBe(200);
    await tidyAt(day_ms - 60_000);
    expect((await act('today', 'k6')).code).toBe('already_done');
    await tidyAt(day_ms + 60_000);
    expect((await act('today', 'k6')).status).toBe(200);
    expect((await act('today', 'k6')).code).toBe('already_done');
  });

  test('leaves neither the key nor what was sent readable in the database', async () => {
    await act('a telling note', 'a-telling-key');
    const { rows } = await world.kernel.asKernel((client) =>
      client.query<{ text: string }>('select row_to_json(i)::text as text from kernel.idempotency i'),
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { text } of rows) expect(text).not.toContain('telling');
  });
});

describe('the product’s own writes', () => {
  const words = async (who: Visitor) => (await who.call(show, { language: 'en' })).body;

  test('opening a function twice under one key is one opening', async () => {
    const { version, prompt_hashes } = await words(person);
    const input = {
      function: 'nearby',
      language: 'en',
      hash: version.hash,
      text_hash: prompt_hashes.nearby ?? '',
    } as const;
    const changes = async () => {
      const { rows } = await world.kernel.asKernel((client) =>
        client.query(`select count(*)::int as count from kernel.opening_change where function = 'nearby'`),
      );
      return rows[0].count;
    };
    const before = await changes();
    expect((await person.call(open, input, 'open once')).status).toBe(200);
    expect((await person.call(open, input, 'open once')).body.code).toBe('already_done');
    expect(await changes()).toBe(before + 1);
  });

  test('a visitor whose answer was lost gets it again: what it changed travels in it', async () => {
    const visitor = world.visitor();
    const { version, text_hash, settings_hash } = await words(visitor);
    const input = { language: 'en', hash: version.hash, text_hash, settings_hash } as const;
    expect((await visitor.call(accept, input, 'accept once')).status).toBe(200);
    visitor.cookies.clear();
    expect((await visitor.call(accept, input, 'accept once')).status).toBe(200);
    expect(visitor.cookies.size).toBeGreaterThan(0);
  });
});
