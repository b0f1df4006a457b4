import { show } from '@axent/account/contract';
import { signInPassword } from '@axent/account/contract/entry';
import { addressOf, emailOf, password } from './auth.people.ts';
import { openAuthWorld, openClient, peakMemory_mb, type Side } from './auth.world.ts';

// Signing in with a password, 100 at once: the product with argon2id at OWASP's parameters, better-auth with its
// defaults, each over HTTP in a process of its own, on the same PostgreSQL. Meanwhile somebody else asks, a hundred
// times a second, who they are: how long that takes is the second figure.

const people = 100;
const at_once = 100;
const round_ms = Number(process.env.BENCH_ROUND_MS ?? 10_000);

function post(path: string, body: string, n: number, cookie: string): string {
  return [
    `POST ${path} HTTP/1.1`,
    'host: localhost',
    'origin: http://localhost',
    `x-forwarded-for: ${addressOf(n)}`,
    ...(cookie === '' ? [] : [`cookie: ${cookie}`]),
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
}

const visitorPart = (cookie: string) => cookie.split('; ')[1] ?? '';

/** Visitors who sign in; each person again and again, from many addresses. */
function signingIn({ name, cookies }: Side): string[] {
  return Array.from({ length: people * 50 }, (_, n) => {
    const email = emailOf(n % people);
    const cookie = name === 'ours' ? visitorPart(cookies[n % people] ?? '') : '';
    const path = name === 'ours' ? signInPassword.path : '/api/auth/sign-in/email';
    return post(path, JSON.stringify({ email, password }), n, cookie);
  });
}

function asking({ name, cookies }: Side): string[] {
  const path = name === 'ours' ? show.path : '/api/auth/get-session';
  const from = (n: number) =>
    `GET ${path} HTTP/1.1\r\nhost: localhost\r\nx-forwarded-for: ${addressOf(60_000 + n)}`;
  return cookies.map((cookie, n) => `${from(n)}\r\ncookie: ${cookie}\r\n\r\n`);
}

const p99 = (values: Float64Array) => values.toSorted()[Math.floor(values.length * 0.99)] ?? Number.NaN;

const world = await openAuthWorld(people);
const other = openClient();
try {
  const table: Record<string, object> = {};
  const per_s: number[] = [];
  let [others_p99_ms, peak_mb] = [Number.NaN, Number.NaN];
  for (const side of [world.ours, world.peer]) {
    const common = { port: side.port, duration_ms: round_ms };
    const expects = side.name === 'ours' ? '"second":[]' : '@example.org';
    const known = side.name === 'ours' ? '"person"' : '@example.org';
    // Sessions that were seen before, as people's are.
    await other.ask({
      ...common,
      duration_ms: 1_000,
      requests: asking(side),
      at_once: 1,
      pause_ms: 1,
      expects: known,
    });
    const [signed, asked] = await Promise.all([
      world.ask({ ...common, requests: signingIn(side), at_once, pause_ms: 0, expects }),
      other.ask({ ...common, requests: asking(side), at_once: 1, pause_ms: 10, expects: known }),
    ]);
    for (const { wrong, answered, example } of [signed, asked])
      if (wrong > 0)
        throw new Error(`${wrong} of ${answered} answers of ${side.name} were wrong: ${example}`);
    const peak = peakMemory_mb(side.pid);
    const rate = signed.answered / signed.seconds;
    per_s.push(rate);
    if (side.name === 'ours') [others_p99_ms, peak_mb] = [p99(asked.latencies_ms), peak];
    table[side.name === 'ours' ? 'ours' : 'better-auth'] = {
      sign_ins_per_s: Number(rate.toFixed(1)),
      p99_ms: Math.round(p99(signed.latencies_ms)),
      other_p99_ms: Number(p99(asked.latencies_ms).toFixed(1)),
      peak_mb: Math.round(peak),
    };
  }
  console.log(`${people} people, ${at_once} at once, fsync on, ${round_ms} ms a side`);
  console.table(table);
  console.log(
    `signin: vs_better_auth=${((per_s[0] ?? 0) / (per_s[1] ?? 0)).toFixed(2)} ` +
      `other_p99_ms=${others_p99_ms.toFixed(1)} peak_mb=${Math.round(peak_mb)}`,
  );
} finally {
  await other.close();
  await world.close();
}
