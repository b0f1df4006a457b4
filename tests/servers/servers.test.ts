import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { contact, requestCode, signOut } from '@axent/account/contract';
import { close } from '@axent/functions/contract';
import { installSharedKeys, type KeyKeeping, openSharedKeys } from '@axent/kernel/vault';
import { approve, attach, look, piece_bytes, propose } from '@axent/matters/contract';
import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import { publish, state } from '@axent/publication/contract';
import { prove, redeem } from '@axent/staff/contract';
import { nearest } from '@axent/stores/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publish as publishPolicy } from '../../kernel/gate/publication.ts';
import { hashToken } from '../../kernel/operation/cookies.ts';
import { uuidv7 } from '../../kernel/vault/identifier.ts';
import { ApplicationProcess, freePort } from '../crash/application.process.ts';
import { checkLedger, fetchHead } from '../crash/ledger.findings.ts';
import { type Name, openTwo, type Traveller, type Two } from './two.ts';

// Two real server processes on one PostgreSQL, with their keys on another.

const berne = { position: { latitude: 46.948, longitude: 7.4474 } };
const near = async (person: Traveller) => await person.call(nearest, berne);

let two: Two;
/** The key store as a third server would have it. */
let keys: KeyKeeping;
beforeAll(async () => {
  two = await openTwo();
  // At the same moment, on two empty databases: one makes what the other finds.
  await Promise.all([two.servers.a.start(), two.servers.b.start()]);
  const url = await installSharedKeys({
    url: two.keys.url,
    prefix: 'axent_two',
    data_url: two.data.url,
    durable: true,
  });
  keys = openSharedKeys({ url, clock: Date.now, onError: () => undefined, listens: false }).store;
});
afterAll(async () => {
  await keys.close();
  await two.close();
});

async function arrived(email: string): Promise<Traveller> {
  return await (await two.visitor().accept()).signIn(email);
}

async function personOf(visitor: Traveller): Promise<string> {
  const { rows } = await two.data.superuser.query<{ person_id: string }>(
    'select person_id from kernel.session where token_hash = $1',
    [hashToken(visitor.cookies.get('axent-session') ?? '')],
  );
  return rows[0]?.person_id ?? '';
}

/** An officer with a session, who accepted what is in force. */
async function officerAt(name: Name): Promise<Traveller> {
  const token = randomBytes(32).toString('base64url');
  const person = uuidv7(Date.now());
  const { superuser } = two.data;
  await superuser.query(`insert into kernel.person (id, kind) values ($1, 'staff')`, [person]);
  await superuser.query(`insert into kernel.role (person_id, role) values ($1, 'privacy_officer')`, [person]);
  await superuser.query(
    `insert into kernel.session (token_hash, person_id, device_id, idle, ends_at)
     values ($1, $2, $3, '30 minutes', now() + interval '12 hours')`,
    [hashToken(token), person, randomUUID()],
  );
  await superuser.query(
    `insert into kernel.acceptance (person_id, id, sequence, language, text_hash, settings_hash)
     select $1, $2, sequence, 'en', '', '' from kernel.published`,
    [person, uuidv7(Date.now())],
  );
  const visitor = two.visitor(name);
  visitor.cookies.set('axent-session', token);
  return visitor;
}

const ledgerOf = async (name: Name): Promise<string> => {
  const answer = await fetch(`${two.servers[name].base}/ready`);
  return ((await answer.json()) as { ledger: string }).ledger;
};
const leader = async (): Promise<Name> => ((await ledgerOf('a')) === 'leading' ? 'a' : 'b');
const other = (name: Name): Name => (name === 'a' ? 'b' : 'a');

test('two servers that start at the same moment are one installation: one log, one set of keys', async () => {
  expect(two.servers.a.vkey).toBe(two.servers.b.vkey);
  const person = await arrived('one@example.org');
  expect((await person.at('b').call(contact, {})).body.email).toBe('one@example.org');
  expect([await ledgerOf('a'), await ledgerOf('b')].sort()).toEqual(['leading', 'standby']);
});

test('F.close @operation: opened on one server and used on the other; closed on one, refused on the other at once', async () => {
  const person = await arrived('closing@example.org');
  expect((await person.open('nearby')).status).toBe(200);
  expect((await near(person.at('b'))).status).toBe(200);
  for (let turn = 0; turn < 5; turn++) {
    expect((await person.at('a').call(close, { function: 'nearby', by: 'person' })).status).toBe(200);
    expect((await near(person.at('b'))).body.code).toBe('function_closed');
    expect((await person.at('b').open('nearby')).status).toBe(200);
    expect((await near(person.at('a'))).status).toBe(200);
  }
});

test('signed out on one server, signed out on the other at the next request', async () => {
  const person = await arrived('leaving@example.org');
  const cookies = new Map(person.cookies);
  expect((await person.at('b').call(contact, {})).status).toBe(200);
  expect((await person.at('a').call(signOut, {})).status).toBe(200);
  for (const [name, value] of cookies) person.cookies.set(name, value);
  expect((await person.at('b').call(contact, {})).body.code).toBe('not_signed_in');
});

test('a key that is shredded by another server opens nothing more on those that had it in memory', async () => {
  const waited: number[] = [];
  for (let number = 0; number < 5; number++) {
    const person = await arrived(`shredded${number}@example.org`);
    for (const name of ['a', 'b'] as const)
      expect((await person.at(name).call(contact, {})).body.email).toBe(`shredded${number}@example.org`);
    await keys.shred(await personOf(person));
    const since = performance.now();
    for (const name of ['a', 'b'] as const) {
      await expect
        .poll(async () => (await person.at(name).call(contact, {})).body.code, {
          interval: 1,
          timeout: 2_000,
        })
        .toBe('shredded');
    }
    waited.push(performance.now() - since);
  }
  console.log(`shredded elsewhere, refused after ${waited.map((ms) => ms.toFixed(0)).join(', ')} ms`);
});

test('while a server cannot hear what others shred, it keeps no key in memory', async () => {
  const person = await arrived('unheard@example.org');
  const id = await personOf(person);
  expect((await person.at('b').call(contact, {})).status).toBe(200);
  await two.keys.superuser.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'axent keys listener'`,
  );
  await two.keys.superuser.query('delete from keys.key where owner = $1', [id]);
  // That its session is over reaches a server a moment after the key server ended it.
  await expect
    .poll(async () => (await person.at('b').call(contact, {})).body.code, { interval: 1, timeout: 2_000 })
    .toBe('shredded');
});

test('a policy published on one server decides on the other with the next request', async () => {
  const officer = two.visitor();
  const tokens = [two.servers.a, two.servers.b].map(({ output }) => /welcome#(\S+)/.exec(output)?.[1] ?? '');
  await officer.accept();
  const input = { email: 'officer@axent.example', language: 'en' } as const;
  for (const token of tokens) {
    // The link that was made last is the one that counts.
    if ((await officer.call(prove, { token, ...input })).status !== 200) continue;
    const code = await officer.codeFor(input.email);
    expect((await officer.call(redeem, { token, email: input.email, code })).status).toBe(200);
    await officer.takeSecondStep(input.email);
  }
  await officer.accept();
  const person = await arrived('reader@example.org');
  await person.open('nearby');
  const narrower = compile(
    {
      ...policy,
      revision: `${policy.revision}-narrower`,
      clauses: { ...policy.clauses, 'F.nearby': { ...policy.clauses['F.nearby'], built: 'not' } },
    },
    notices,
  );
  await publishPolicy(two.data.superuser, 'axent_two', narrower, [], new Date());
  for (const name of ['a', 'b'] as const) expect((await near(person.at(name))).body.code).toBe('not_offered');
  const { body } = await officer.at('a').call(state, { language: 'en' });
  const wanted = { hash: body.release.hash, base: body.published.sequence };
  expect((await officer.call(publish, wanted)).status).toBe(200);
  await expect.poll(async () => (await near(person.at('a'))).body.code).not.toBe('not_offered');
  const seen = await near(person.at('b'));
  expect([seen.status, seen.body.code]).not.toContain('not_offered');
});

test('each mail leaves once, whichever of the servers is at it', async () => {
  const addresses = Array.from({ length: 40 }, (_, number) => `mail${number}@example.org`);
  await Promise.all(
    addresses.map(async (email, number) => {
      const person = await two.visitor(number % 2 === 0 ? 'a' : 'b').accept();
      expect((await person.call(requestCode, { email, language: 'en' })).status).toBe(200);
    }),
  );
  const counts = () =>
    addresses.map((email) => two.mailbox.mails.filter(({ to }) => to.includes(email)).length);
  await expect.poll(() => Math.min(...counts()), { timeout: 20_000 }).toBe(1);
  await sleep(3_000);
  expect(counts()).toEqual(addresses.map(() => 1));
});

test('a document that is attached on one server, its pieces brought to either, is read on the other', async () => {
  const [first, second] = [await officerAt('a'), await officerAt('b')];
  await arrived('concerned@example.org');
  const document = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(100_000), Buffer.from('\n%%EOF')]);
  const proposal = {
    ground: 'E.3',
    name: 'Order over two servers',
    basis: 'GDPR Art. 6(1)(c)',
    provision: 'Order of the court',
    purpose: 'archive',
    roles: ['privacy_officer'],
    categories: ['contact'],
    evidence: createHash('sha256').update(document).digest('hex'),
    people: ['concerned@example.org'],
    ends_on: new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10),
    tell_from: null,
    keeps_withheld: false,
  };
  const { id } = (await first.call(propose, proposal)).body;
  for (let number = 0; number < 3; number++) {
    const content = document.subarray(number * piece_bytes, (number + 1) * piece_bytes).toString('base64');
    const piece = { id, number, last: number === 2, content };
    expect((await first.at(number === 1 ? 'b' : 'a').call(attach, piece)).status).toBe(200);
  }
  const seen = await second.at('b').call(look, { id });
  expect(Buffer.from(seen.body.content, 'base64').equals(document)).toBe(true);
  expect((await second.at('a').call(approve, { id })).status).toBe(200);
});

test('kill -9 of the server that appends: the other goes on, takes over within seconds, sends what was queued, and the log is whole', async () => {
  const first = await leader();
  const second = other(first);
  const writers = await Promise.all(
    [1, 2, 3, 4].map(async (number) => (await arrived(`writer${number}@example.org`)).at(second)),
  );
  let going = true;
  let written = 0;
  const refused: string[] = [];
  const writing = writers.map(async (writer) => {
    while (going) {
      for (const act of [
        () => writer.open('nearby'),
        () => writer.call(close, { function: 'nearby', by: 'person' }),
      ]) {
        const { status, body } = await act();
        if (status === 200) written += 1;
        else refused.push(`${status} ${body.code}`);
      }
      await sleep(20);
    }
  });
  two.mailbox.takes(false);
  const waiting = await two.visitor(first).accept();
  expect((await waiting.call(requestCode, { email: 'left@example.org', language: 'en' })).status).toBe(200);
  await sleep(1_500);
  const shown = await fetchHead(two.servers[second].base);
  await two.servers[first].killServer();
  const killed = performance.now();
  two.mailbox.takes(true);
  await expect.poll(() => ledgerOf(second), { interval: 10, timeout: 20_000 }).toBe('leading');
  const led = performance.now() - killed;
  const before = written;
  const left = () => two.mailbox.mails.filter(({ to }) => to.includes('left@example.org')).length;
  await expect.poll(left, { interval: 20, timeout: 20_000 }).toBe(1);
  const mailed = performance.now() - killed;
  await expect.poll(() => written, { timeout: 20_000 }).toBeGreaterThan(before + 20);
  going = false;
  await Promise.all(writing);
  console.log(
    `killed: the other appends after ${led.toFixed(0)} ms, mails what waited after ${mailed.toFixed(0)} ms`,
  );
  expect(refused).toEqual([]);
  const findings = { lost: [], inconsistent: [] };
  await checkLedger(two.data.superuser, two.servers[second].vkey, shown, findings);
  expect(findings).toEqual({ lost: [], inconsistent: [] });
  expect(left()).toBe(1);
  await two.servers[first].start();
  expect(await ledgerOf(first)).toBe('standby');
});

test('a server that stands still loses the lead, and does not append when it goes on', async () => {
  const first = await leader();
  const second = other(first);
  two.servers[first].freeze(true);
  const since = performance.now();
  await expect.poll(() => ledgerOf(second), { interval: 50, timeout: 40_000 }).toBe('leading');
  console.log(`frozen: the other appends after ${((performance.now() - since) / 1000).toFixed(1)} s`);
  const person = two.visitor(second);
  await (await person.accept()).signIn('meanwhile@example.org');
  two.servers[first].freeze(false);
  await expect.poll(() => ledgerOf(first), { timeout: 20_000 }).toBe('standby');
  expect((await person.at(first).call(contact, {})).body.email).toBe('meanwhile@example.org');
  const findings = { lost: [], inconsistent: [] };
  await checkLedger(two.data.superuser, two.servers[second].vkey, null, findings);
  expect(findings).toEqual({ lost: [], inconsistent: [] });
});

test('without the key server nothing is read, and it says so; when it is back, so are they', async () => {
  const person = await arrived('away@example.org');
  await two.keys.superuser.query(`alter role axent_two_keys connection limit 0`);
  await two.keys.superuser.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'axent_two_keys'`,
  );
  await expect
    .poll(async () => (await person.at('b').call(contact, {})).body.code, { timeout: 10_000 })
    .toBe('database_unavailable');
  const answer = await fetch(`${two.servers.b.base}/ready`);
  expect([answer.status, await answer.json()]).toEqual([503, { state: 'keys_unavailable' }]);
  await two.keys.superuser.query(`alter role axent_two_keys connection limit -1`);
  for (const name of ['a', 'b'] as const)
    expect((await person.at(name).call(contact, {})).body.email).toBe('away@example.org');
});

test('a server with keys of its own, keys beside the data, another log: refused in words that say what to do', async () => {
  const refusal = async (changed: Readonly<Record<string, string>>) => {
    const settings = { ...two.settings, ...changed };
    const server = new ApplicationProcess(`${two.folder}/refused`, await freePort(), settings);
    return await server.start().then(
      async () => await server.stop(),
      (error: Error) => error.message,
    );
  };
  expect(await refusal({ KEYS_DATABASE_URL: '' })).toContain('Another server runs on this DATABASE_URL');
  expect(await refusal({ KEYS_DATABASE_URL: two.data.url })).toContain('lead to the same PostgreSQL');
  expect(await refusal({ LEDGER_ORIGIN: 'other.example/ledger' })).toContain('Set LEDGER_ORIGIN as it was');
  expect(await refusal({ MASTER_KEY: Buffer.alloc(32, 'another').toString('base64') })).toMatch(
    /MASTER_KEY|another master key/,
  );
  expect(await refusal({ KEYS_DATABASE_URL: 'postgresql://localhost/keys' })).toContain('user and password');
  expect(await refusal({ MASTER_KEY: '' })).toContain('have one master key');
});
