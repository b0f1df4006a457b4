import { randomBytes } from 'node:crypto';
import { show, signOut } from '@axent/account/contract';
import { list } from '@axent/functions/contract';
import { atOwnAddress } from '../matrix/actors.ts';
import type { Visitor } from '../visitor.ts';
import { crowd, type Part } from './part.ts';
import type { Stage } from './stage.ts';

const victims = 40;
const forged = 400;
const session = 'axent-session';

const actorOf = async (visitor: Visitor) => (await visitor.call(show, {})).body.actor;

/** Somebody who holds nothing but that token. */
function holder(stage: Stage, token: string): Visitor {
  const one = atOwnAddress(stage.visitor());
  one.cookies.set(session, token);
  return one;
}

/** The victim signs in in a browser into which the attacker has put a token: it must be worth nothing afterwards. */
async function fixate(stage: Stage, number: number, open: string[]): Promise<void> {
  const email = `fixed${number}@example.org`;
  const token = number % 2 === 0 ? randomBytes(32).toString('base64url') : await endedOne(stage);
  const victim = await stage.arrive('visitor');
  victim.cookies.set(session, token);
  await victim.signIn(email);
  const given = victim.cookies.get(session);
  if (given === token) open.push('signing in kept the token that was brought');
  if ((await actorOf(holder(stage, token))) !== 'visitor')
    open.push('the token that was brought is signed in');
  if (given === undefined || given === token) return;
  await victim.call(signOut, {});
  if ((await actorOf(holder(stage, given))) !== 'visitor') open.push('a token lives on after signing out');
}

/** A token that was good once, and that the attacker's own sign-out ended. */
async function endedOne(stage: Stage): Promise<string> {
  const attacker = await stage.arrive('person');
  const token = attacker.cookies.get(session) ?? '';
  await attacker.call(signOut, {});
  return token;
}

/** A cookie with one letter of it changed. */
function bent(value: string, at: number): string {
  const place = at % value.length;
  const letter = value[place] === 'A' ? 'B' : 'A';
  return value.slice(0, place) + letter + value.slice(place + 1);
}

async function run(stage: Stage) {
  const open: string[] = [];
  const numbers = Array.from({ length: victims }, (_, number) => number);
  await crowd(numbers, (number) => fixate(stage, number, open), 4);
  const visitor = await stage.arrive('visitor');
  const person = await stage.arrive('person');
  const accepted = visitor.cookies.get('axent-visitor') ?? '';
  const token = person.cookies.get(session) ?? '';
  await crowd(
    Array.from({ length: forged }, (_, at) => at),
    async (at) => {
      const one = atOwnAddress(stage.visitor());
      // The last letter of base64url holds bits that nobody reads.
      one.cookies.set('axent-visitor', bent(accepted, at % (accepted.length - 1)));
      const { status } = await one.call(list, {});
      if (status === 200) open.push(`an acceptance that was changed at ${at} counts`);
      const other = bent(token, at % (token.length - 1));
      if ((await actorOf(holder(stage, other))) !== 'visitor')
        open.push(`a token changed at ${at} is signed in`);
    },
  );
  return {
    tried: victims * 3 + forged * 2,
    open,
    note: `${victims} fixations, ${forged * 2} forged cookies`,
  };
}

export const sessions: Part = {
  name: 'session',
  tool: 'fixation',
  least: 800,
  plant: /the token that was brought is signed in/,
  run,
};
