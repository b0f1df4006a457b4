import { setTimeout as sleep } from 'node:timers/promises';
import { receipt, uses } from '@axent/privacy/contract';
import { expect } from 'vitest';
import { say, someone } from '../closing/people.ts';
import type { Visitor } from '../visitor.ts';
import type { World } from '../world.ts';

interface Heard {
  readonly status: number;
  readonly code: string | undefined;
  readonly retry: string | null;
  readonly took_ms: number;
}

/** Says one thing after the other until told to stop; remembers what was acknowledged and what was refused. */
export async function talk(person: Visitor, stop: AbortSignal) {
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

/** The ledger leads again, a new record gets its proof, and nothing is left waiting. */
export async function proven(world: World): Promise<void> {
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
}
