import { show } from '@axent/account/contract';
import { addressOf } from './auth.people.ts';
import { openAuthWorld, type Side } from './auth.world.ts';

// Checking a session and answering "who am I": the product against better-auth, each over HTTP in a process of its own,
// on the same PostgreSQL, in turns. The figure is the ratio of the medians.

const people = Number(process.env.BENCH_PEOPLE ?? 200);
const at_once = 32;
const round_ms = Number(process.env.BENCH_ROUND_MS ?? 2_000);
const rounds = 3;

function requestsOf({ name, cookies }: Side): string[] {
  const path = name === 'ours' ? show.path : '/api/auth/get-session';
  return cookies.map(
    (cookie, n) =>
      `GET ${path} HTTP/1.1\r\nhost: localhost\r\nx-forwarded-for: ${addressOf(n)}\r\ncookie: ${cookie}\r\n\r\n`,
  );
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const world = await openAuthWorld(people);
try {
  const sides = [world.ours, world.peer] as const;
  const seen: Record<Side['name'], number[]> = { ours: [], peer: [] };
  for (let round = -1; round < rounds; round++) {
    for (const side of sides) {
      const expects = side.name === 'ours' ? '"person"' : '@example.org';
      const task = {
        port: side.port,
        requests: requestsOf(side),
        at_once,
        duration_ms: round_ms,
        pause_ms: 0,
        expects,
      };
      const { answered, seconds, wrong, example } = await world.ask(task);
      if (wrong > 0)
        throw new Error(`${wrong} of ${answered} answers of ${side.name} were wrong: ${example}`);
      // The first round warms both.
      if (round >= 0) seen[side.name].push(answered / seconds);
    }
  }
  const per_s = { ours: median(seen.ours), peer: median(seen.peer) };
  console.log(`${people} people, ${at_once} at once, fsync on, ${rounds} rounds of ${round_ms} ms`);
  console.table({
    ours: { per_s: Math.round(per_s.ours) },
    'better-auth': { per_s: Math.round(per_s.peer) },
  });
  console.log(`session: vs_better_auth=${(per_s.ours / per_s.peer).toFixed(2)}`);
} finally {
  await world.close();
}
