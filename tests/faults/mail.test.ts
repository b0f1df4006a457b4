import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeState, requestCode, verifyCode } from '@axent/account/contract';
import { smtpCarrier } from '@axent/messages/server';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';

interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

/** How the mail server of the test behaves now. */
type Mood = 'takes' | 'refuses' | 'hangs up' | 'refuses the text' | 'knows nobody' | 'is silent' | 'is slow';

let mood: Mood = 'takes';
/** How often a recipient was named. */
let asked = 0;
/** Recipients that were named to a server that says nothing. */
let unanswered = 0;
const taken: Mail[] = [];
let port = 0;
let server: SMTPServer | null = null;

function refusal(code: number): Error {
  return Object.assign(new Error('not now'), { responseCode: code });
}

/** A mail server that speaks the real protocol. */
async function startMail(): Promise<void> {
  const made = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onConnect: (_session, done) => {
      done(mood === 'refuses' ? refusal(421) : undefined);
    },
    onRcptTo: (_address, _session, done) => {
      if (mood === 'hangs up') {
        for (const connection of made.connections) connection.close();
        return;
      }
      if (mood === 'is silent') {
        unanswered += 1;
        return;
      }
      asked += 1;
      if (mood === 'knows nobody') {
        done(refusal(550));
        return;
      }
      done();
    },
    onData: (stream, session, done) => {
      let raw = '';
      stream.on('data', (chunk) => {
        raw += chunk;
      });
      stream.on('end', () => {
        if (mood === 'refuses the text') {
          done(refusal(451));
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        taken.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw,
        });
        if (mood === 'is slow') setTimeout(done, 1_500);
        else done();
      });
    },
  });
  made.on('error', () => undefined);
  await new Promise<void>((resolve) => made.listen(port, '127.0.0.1', () => resolve()));
  port = (made.server.address() as AddressInfo).port;
  server = made;
}

/** From now on nobody is let in, and whoever is in is shown out. */
function shutDoor(): void {
  mood = 'refuses';
  for (const connection of server?.connections ?? []) connection.close();
}

async function stopMail(): Promise<void> {
  const running = server;
  server = null;
  if (running === null) return;
  for (const connection of running.connections) connection.close();
  await new Promise<void>((resolve) => running.close(() => resolve()));
}

let world: World;
let carrier: ReturnType<typeof smtpCarrier>;
beforeAll(async () => {
  await startMail();
  carrier = smtpCarrier(`smtp://127.0.0.1:${port}`, 'AXENT <no-reply@axent.example>');
  world = await openWorld({ carriers: [carrier], server: { outbox: null } });
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
  carrier.close();
  await stopMail();
});
beforeEach(() => {
  mood = 'takes';
  taken.length = 0;
  asked = 0;
  unanswered = 0;
  world.pass(61_000);
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let round = 0; round < 200; round++) {
    if (await holds()) return;
    await sleep(50);
  }
  throw new Error('it did not come to that');
}

async function waiting() {
  const { rows } = await world.kernel.asKernel((client) =>
    client.query<{ attempts: number; last_error: string | null; row: string }>(
      'select attempts, last_error, row_to_json(m)::text as row from kernel.message m',
    ),
  );
  return rows;
}

const ask = async (visitor: Visitor, email: string, language: 'en' | 'zh-CN' | 'de' = 'en') =>
  await visitor.call(requestCode, { email, language });

/** The text of a mail, as its reader sees it. */
function readable({ raw }: Mail): { subject: string; text: string } {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const words = /^Subject: ([\s\S]*?)(?=\r\n\S)/m.exec(`${head}\r\nX`)?.[1] ?? '';
  const subject = words
    .replace(/\r\n\s+/g, ' ')
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString() : quoted(text.replaceAll('_', ' ')),
    );
  const encoding = /^Content-Transfer-Encoding: (\S+)/im.exec(head)?.[1];
  const text =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString()
      : encoding === 'quoted-printable'
        ? quoted(body)
        : body;
  return { subject, text };
}

function quoted(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

describe('a mail by a real mail server', () => {
  test.each([
    ['en', /^Your AXENT code: (\d{4} \d{4})$/, /You get this mail because this address was entered/],
    ['de', /^Ihr AXENT-Code: (\d{4} \d{4})$/, /Sie erhalten diese Mail, weil/],
    ['zh-CN', /^您的 AXENT 验证码：(\d{4} \d{4})$/, /您收到此邮件，是因为/],
  ] as const)(
    'M.code @operation: the code comes in the words of the language asked for: %s',
    async (language, subject, why) => {
      const email = `words-${language.toLowerCase()}@example.org`;
      const visitor = await world.visitor().accept();
      expect((await ask(visitor, email, language)).status).toBe(200);
      await until(() => taken.length > 0);
      const [mail] = taken as [Mail];
      expect(mail.to).toEqual([email]);
      expect(mail.from).toBe('no-reply@axent.example');
      expect(mail.raw).toMatch(/^Auto-Submitted: auto-generated\r$/im);
      expect(mail.raw).not.toMatch(/^(X-Mailer|X-Originating-IP|List-Unsubscribe):/im);
      const read = readable(mail);
      const code = subject.exec(read.subject)?.[1] ?? '';
      expect(code, read.subject).not.toBe('');
      expect(read.text).toContain(code);
      expect(read.text).toMatch(why);
      // Nothing rides along: no link, no picture, no offer.
      expect(read.text).not.toMatch(/https?:|<img|<a /);
      expect((await visitor.call(verifyCode, { email, code })).status).toBe(200);
    },
  );

  test('an address cannot smuggle in headers or further recipients', async () => {
    const visitor = await world.visitor().accept();
    for (const email of [
      'a@example.org\r\nBcc: b@example.org',
      'a@example.org,b@example.org',
      '"a\r\n"@example.org',
    ])
      expect((await ask(visitor, email)).body.code, email).toBe('address_invalid');
    expect(await waiting()).toEqual([]);
  });
});

describe('the mail server', () => {
  test.each<[string, () => Promise<void>, RegExp]>([
    ['is down', stopMail, /^ECONNREFUSED|ECONNECTION|ESOCKET$/],
    ['refuses everybody', async () => shutDoor(), /^E[A-Z]+$/],
    [
      'hangs up in the middle',
      async () => {
        mood = 'hangs up';
      },
      /^E[A-Z]+$/,
    ],
    [
      'refuses at the last moment',
      async () => {
        mood = 'refuses the text';
      },
      /^E[A-Z]+$/,
    ],
  ])('%s: the mail is kept, tried again, and comes once', async (name, fail, error) => {
    await fail();
    const email = `${name.replaceAll(' ', '-')}@example.org`;
    const visitor = await world.visitor().accept();
    expect((await ask(visitor, email)).status).toBe(200);
    await until(async () => ((await waiting())[0]?.attempts ?? 0) >= 1);
    const [row] = await waiting();
    expect(row?.last_error).toMatch(error);
    expect(row?.row).not.toContain(email);
    world.pass(3_000);
    await until(async () => ((await waiting())[0]?.attempts ?? 0) >= 2);
    expect(taken).toEqual([]);

    mood = 'takes';
    if (server === null) await startMail();
    world.pass(6_000);
    await until(async () => (await waiting()).length === 0);
    await sleep(1_200);
    expect(taken.map(({ to }) => to)).toEqual([[email]]);
    const code = /\d{4} \d{4}/.exec(readable(taken[0] as Mail).subject)?.[0] ?? '';
    expect((await visitor.call(verifyCode, { email, code })).status).toBe(200);
  });

  test('is slow: whoever asks again while mail waits is told so', async () => {
    shutDoor();
    const visitor = await world.visitor().accept();
    const first = await ask(visitor, 'slow@example.org');
    expect(first.body.slow).toBe(false);
    await until(async () => ((await waiting())[0]?.attempts ?? 0) >= 1);
    world.pass(31_000);
    expect((await ask(visitor, 'slow@example.org')).body.slow).toBe(true);
    mood = 'takes';
    world.pass(60_000);
    await until(async () => (await waiting()).length === 0);
  });

  const stateOf = async (visitor: Visitor, email: string) =>
    (await visitor.call(codeState, { email })).body.state;

  test('M.code @operation: is slow: who asked first is told, and told when the code has left', async () => {
    shutDoor();
    const [email, visitor] = ['first@example.org', await world.visitor().accept()];
    expect(await stateOf(visitor, email)).toBe('none');
    expect((await ask(visitor, email)).body.slow).toBe(false);
    await until(async () => (await stateOf(visitor, email)) === 'slow');
    // Another browser learns nothing, not even that a code was asked for.
    const stranger = await world.visitor().accept();
    await ask(stranger, 'other@example.org');
    expect(await stateOf(stranger, email)).toBe('none');
    mood = 'takes';
    world.pass(60_000);
    await until(async () => (await stateOf(visitor, email)) === 'sent');
    expect(taken.some(({ to }) => to.includes(email))).toBe(true);
    world.pass(600_000);
    expect(await stateOf(visitor, email)).toBe('none');
  });

  test('M.code @operation: hangs: after ten seconds without an answer it counts as slow', async () => {
    mood = 'is silent';
    const [email, visitor] = ['hanging@example.org', await world.visitor().accept()];
    await ask(visitor, email);
    expect(await stateOf(visitor, email)).toBe('waiting');
    await until(() => unanswered === 1);
    world.pass(11_000);
    expect(await stateOf(visitor, email)).toBe('slow');
    mood = 'takes';
    for (const connection of server?.connections ?? []) connection.close();
    await until(async () => (await waiting())[0]?.attempts === 1);
    world.pass(60_000);
    await until(async () => (await stateOf(visitor, email)) === 'sent');
  });

  test('M.code @operation: says no for good (5xx): it is not asked again, and whoever waits is told', async () => {
    mood = 'knows nobody';
    const [email, visitor] = ['nobody@example.org', await world.visitor().accept()];
    await ask(visitor, email);
    await until(async () => (await stateOf(visitor, email)) === 'refused');
    expect([asked, await waiting()]).toEqual([1, []]);
    mood = 'takes';
    world.pass(300_000);
    await sleep(1_200);
    expect([asked, taken]).toEqual([1, []]);
    // It was one message, not the address: asked anew, it is tried anew.
    await ask(visitor, email);
    await until(async () => (await stateOf(visitor, email)) === 'sent');
    world.pass(3_700_000);
    await until(async () => {
      const { rows } = await world.kernel.asKernel((client) =>
        client.query('select 1 from kernel.message_refused'),
      );
      return rows.length === 0;
    });
  });

  test('M.code @operation: comes back too late: a code that has run out is dropped, not sent', async () => {
    shutDoor();
    const [email, visitor] = ['late@example.org', await world.visitor().accept()];
    await ask(visitor, email);
    await until(async () => ((await waiting())[0]?.attempts ?? 0) >= 1);
    mood = 'takes';
    world.pass(601_000);
    await until(async () => (await waiting()).length === 0);
    await sleep(500);
    expect(taken).toEqual([]);
  });

  test('is slow while the clocks of two nodes jump by minutes: each mail leaves once', async () => {
    const second = await openWorld({ on: world, carriers: [carrier], server: { outbox: null } });
    try {
      second.pass(world.kernel.clock() - second.kernel.clock());
      mood = 'is slow';
      const people = Array.from({ length: 4 }, (_, number) => `slow-${number}@example.org`);
      for (const email of people) await ask(await world.visitor().accept(), email);
      await until(async () => taken.length >= people.length);
      for (const one of [world, second]) one.pass(300_000);
      await until(async () => (await waiting()).length === 0);
      await sleep(500);
      expect(taken.flatMap(({ to }) => to).sort()).toEqual(people.sort());
    } finally {
      await second.close();
    }
  });

  test('works for several nodes at once: each mail leaves once', async () => {
    const second = await openWorld({ on: world, carriers: [carrier], server: { outbox: null } });
    try {
      shutDoor();
      const people = Array.from({ length: 8 }, (_, number) => `many-${number}@example.org`);
      for (const email of people) {
        world.pass(10_000);
        expect((await ask(await world.visitor().accept(), email)).status).toBe(200);
      }
      mood = 'takes';
      world.pass(300_000);
      // Both nodes go by the same clock: what one has taken is not due for the other.
      second.pass(world.kernel.clock() - second.kernel.clock());
      await until(async () => (await waiting()).length === 0);
      await sleep(500);
      expect(taken.flatMap(({ to }) => to).sort()).toEqual(people.sort());
    } finally {
      await second.close();
    }
  });
});
