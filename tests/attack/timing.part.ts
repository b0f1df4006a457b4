import { requestCode, verifyCode } from '@axent/account/contract';
import { signInPassword } from '@axent/account/contract/entry';
import { setPassword } from '@axent/account/contract/ways';
import { atOwnAddress } from '../matrix/actors.ts';
import type { Part } from './part.ts';
import { compareRanks } from './ranks.ts';
import type { Stage } from './stage.ts';

const pairs = 40;
/** Below twenty an hour, the sign-in that made the account included. */
const codes_each = 9;
/** Below ten an hour. */
const guesses_each = 9;
/** Each costs as much as the hash of a password is meant to cost. */
const passwords_each = 4;
/** A difference counts when chance cannot make it and it is large enough to read an account from. */
const p_least = 1e-4;
const effect_most = 0.1;

type Times = { readonly known: number[]; readonly other: number[] };

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Asks and guesses for an address, each time in a browser of its own. */
async function sample(stage: Stage, email: string, asking: number[], guessing: number[]): Promise<void> {
  const visitor = await stage.arrive('visitor');
  const input = { email, language: 'en' } as const;
  asking.push(await timed(() => visitor.call(requestCode, input)));
  atOwnAddress(visitor);
  guessing.push(await timed(() => visitor.call(verifyCode, { email, code: '00000000' })));
}

function judge(name: string, { known, other }: Times): { readonly open: string[]; readonly note: string } {
  const { effect, p } = compareRanks(known, other);
  const note = `${name}: effect ${effect.toFixed(3)}, p ${p.toPrecision(2)}, n ${known.length}+${other.length}`;
  const tells = p < p_least && Math.abs(effect - 0.5) > effect_most;
  return { open: tells ? [`the time tells whether an account exists (${note})`] : [], note };
}

/** A wrong password for an address, from an address of the network of its own. */
async function knock(stage: Stage, email: string, into: number[]): Promise<void> {
  const visitor = await stage.arrive('visitor');
  const password = `not the right one for ${email}`;
  into.push(await timed(() => visitor.call(signInPassword, { email, password })));
}

async function run(stage: Stage) {
  const names = Array.from({ length: pairs }, (_, number) => number);
  const address = (kind: string, number: number) => `${kind}${String(number).padStart(2, '0')}@example.org`;
  for (const number of names) {
    const known = await (await stage.arrive('visitor')).signIn(address('known', number));
    const { status, body } = await known.call(setPassword, {
      password: `a long enough one, ${number} times`,
    });
    if (status !== 200) throw new Error(`setting a password answered ${body.code}`);
    // Both were asked for as often, and differ in the account alone.
    await (await stage.arrive('visitor')).call(requestCode, {
      email: address('other', number),
      language: 'en',
    });
  }
  const asking: Times = { known: [], other: [] };
  const guessing: Times = { known: [], other: [] };
  for (let round = 0; round < Math.min(codes_each, guesses_each); round++)
    for (const number of names) {
      // In turn, and not always the same first: what slows the machine down slows down both.
      const kinds =
        (number + round) % 2 === 0 ? (['known', 'other'] as const) : (['other', 'known'] as const);
      for (const kind of kinds) await sample(stage, address(kind, number), asking[kind], guessing[kind]);
    }
  const passwords: Times = { known: [], other: [] };
  for (let round = 0; round < passwords_each; round++)
    for (const number of names) {
      const kinds =
        (number + round) % 2 === 0 ? (['known', 'other'] as const) : (['other', 'known'] as const);
      for (const kind of kinds) await knock(stage, address(kind, number), passwords[kind]);
    }
  const judged = [judge('asking', asking), judge('guessing', guessing), judge('passwords', passwords)];
  const tried = [asking, guessing, passwords].reduce(
    (sum, { known, other }) => sum + known.length + other.length,
    0,
  );
  return { tried, open: judged.flatMap(({ open }) => open), note: judged.map(({ note }) => note).join('; ') };
}

export const timing: Part = {
  name: 'timing',
  tool: 'Mann-Whitney',
  least: 1200,
  plant: /tells whether an account exists/,
  run,
};
