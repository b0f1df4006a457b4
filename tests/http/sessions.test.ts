import { contact, show, signOut } from '@axent/account/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashToken } from '../../kernel/operation/cookies.ts';
import { uuidv7 } from '../../kernel/vault/identifier.ts';
import { acts } from '../features/acts/acts.ts';
import { guarded } from '../features/acts/contract.ts';
import { signedIn } from '../matrix/actors.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ features: [acts().feature] });
});
afterAll(() => world.close());

const tokenOf = (visitor: Visitor) => visitor.cookies.get('axent-session') ?? '';
const refusal = async (visitor: Visitor) => (await visitor.call(contact, {})).body.code;

/** Moves the times of a session back, as if they had passed. */
async function age(visitor: Visitor, columns: string): Promise<void> {
  const text = `update kernel.session set ${columns} where token_hash = $1`;
  await world.kernel.asKernel((client) => client.query(text, [hashToken(tokenOf(visitor))]));
}

async function signIn(email: string): Promise<Visitor> {
  world.pass(60_000);
  return await (await world.visitor().accept()).signIn(email);
}

describe('a session', () => {
  test('lasts while it is used, and ends after its time without use', async () => {
    const person = await signIn('idle@example.org');
    await age(person, `seen_at = seen_at - interval '29 days'`);
    expect(await refusal(person)).toBeUndefined();
    // Using it counted as being seen.
    await age(person, `seen_at = seen_at - interval '29 days'`);
    expect(await refusal(person)).toBeUndefined();
    await age(person, `seen_at = seen_at - interval '31 days'`);
    expect(await refusal(person)).toBe('not_signed_in');
  });

  test('ends at its last day however much it is used', async () => {
    const person = await signIn('absolute@example.org');
    await age(person, `ends_at = ends_at - interval '89 days'`);
    expect(await refusal(person)).toBeUndefined();
    await age(person, `ends_at = ends_at - interval '1 day'`);
    expect(await refusal(person)).toBe('not_signed_in');
  });

  test('of staff ends after half an hour without use and after twelve hours', async () => {
    await world.kernel.asKernel(async (client) => {
      const id = uuidv7(Date.now());
      const hash = world.kernel.keyedHash('identifier', 'email|staff@example.org');
      await client.query(`insert into kernel.person (id, kind) values ($1, 'staff')`, [id]);
      await client.query(`insert into kernel.identifier (hash, kind, person_id) values ($1, 'email', $2)`, [
        hash,
        id,
      ]);
    });
    const staff = await signIn('staff@example.org');
    const { rows } = await world.kernel.asKernel((client) =>
      client.query(
        `select extract(epoch from idle)::int as idle_s, extract(epoch from ends_at - created_at)::int as life_s
         from kernel.session where token_hash = $1`,
        [hashToken(tokenOf(staff))],
      ),
    );
    expect(rows).toEqual([{ idle_s: 1800, life_s: 43_200 }]);
    expect((await staff.call(show, {})).body.actor).toBe('staff');
    await age(staff, `seen_at = seen_at - interval '31 minutes'`);
    expect((await staff.call(show, {})).body.actor).toBe('visitor');
  });

  test('is over with signing out, also for a cookie that was kept', async () => {
    const person = await signIn('out@example.org');
    const token = tokenOf(person);
    const answer = await person.call(signOut, {});
    expect(answer.headers.get('clear-site-data')).toContain('"storage"');
    expect(person.cookies.has('axent-session')).toBe(false);
    person.cookies.set('axent-session', token);
    expect(await refusal(person)).toBe('not_signed_in');
  });

  test('is over when its person is erased', async () => {
    const person = await signedIn(world, null);
    expect((await person.call(show, {})).body.actor).toBe('person');
    await world.kernel.asKernel((client) =>
      client.query(
        `update kernel.person set erased_at = now()
         where id = (select person_id from kernel.session where token_hash = $1)`,
        [hashToken(tokenOf(person))],
      ),
    );
    expect((await person.call(show, {})).body.actor).toBe('visitor');
  });

  test('gets a new token of 256 bits at every sign-in, and the database holds only its hash', async () => {
    const first = await signIn('token@example.org');
    const second = await signIn('token@example.org');
    expect(tokenOf(first)).not.toBe(tokenOf(second));
    expect(Buffer.from(tokenOf(first), 'base64url')).toHaveLength(32);
    const { rows } = await world.kernel.asKernel((client) =>
      client.query<{ text: string }>('select row_to_json(s)::text as text from kernel.session s'),
    );
    for (const { text } of rows) expect(text).not.toContain(tokenOf(first));
    // A session that somebody planted in the browser beforehand is not taken over.
    const planted = await world.visitor().accept();
    planted.cookies.set('axent-session', 'A'.repeat(43));
    world.pass(60_000);
    await planted.signIn('planted@example.org');
    expect(tokenOf(planted)).not.toBe('A'.repeat(43));
  });
});

test('an act that asks for a fresh sign-in is refused after ten minutes, and done after signing in again', async () => {
  const person = await signIn('fresh@example.org');
  expect((await person.call(guarded, {})).body).toEqual({ done: true });
  world.pass(10 * 60_000 + 1_000);
  const { status, body } = await person.call(guarded, {});
  expect({ status, code: body.code }).toEqual({ status: 401, code: 'fresh_sign_in_needed' });
  // The session itself goes on.
  expect(await refusal(person)).toBeUndefined();
});

describe('cookies over https', () => {
  let secure: World;
  beforeAll(async () => {
    secure = await openWorld({ server: { publicUrl: new URL('https://axent.example') } });
  });
  afterAll(() => secure.close());

  test('carry the host prefix, are closed to scripts and never leave the site', async () => {
    const lines: string[] = [];
    const visitor = secure.visitor();
    const plain = visitor.fetch.bind(visitor);
    visitor.fetch = async <B>(path: string, init: RequestInit) => {
      const answer = await plain<B>(path, init);
      lines.push(...answer.headers.getSetCookie());
      return answer;
    };
    await (await visitor.accept()).signIn('https@example.org');
    const made = lines.filter((line) => !/Max-Age=0/.test(line));
    expect(new Set(made.map((line) => line.split('=')[0]))).toEqual(
      new Set(['visitor', 'binding', 'session', 'device'].map((name) => `__Host-axent-${name}`)),
    );
    for (const line of lines) {
      expect(line).toMatch(/; HttpOnly/);
      expect(line).toMatch(/; Secure/);
      expect(line).toMatch(/; SameSite=(Lax|Strict)/);
      expect(line).toMatch(/; Path=\//);
      expect(line).not.toMatch(/; Domain/);
    }
    expect((await visitor.call(contact, {})).body.email).toBe('https@example.org');
  });

  test('and the answers ask for https from then on', async () => {
    const { headers } = await fetch(`${secure.base}/health`);
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}; includeSubDomains/);
    expect(headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
  });

  test('an unsigned or altered visitor or device cookie counts for nothing', async () => {
    const visitor = await secure.visitor().accept();
    const name = '__Host-axent-visitor';
    const [body = ''] = (visitor.cookies.get(name) ?? '').split('.');
    for (const forged of [body, `${body}.AAAA`, `${body}.`, '.', 'a.b.c']) {
      visitor.cookies.set(name, forged);
      const answer = await visitor.fetch<{ code: string }>('/api/functions', {});
      expect(answer.body.code, forged).toBe('not_accepted');
    }
  });
});
