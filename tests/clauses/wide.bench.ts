import { close } from '@axent/functions/contract';
import { privacyOver } from '@axent/privacy/server';
import { hearing } from '../features/hearing/hearing.ts';
import { placesWithVoice, voicenotes } from '../features/voicenotes/voicenotes.ts';
import { signedIn } from '../matrix/actors.ts';
import { faults } from '../revision/faults.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';
import { type Bench, openBench } from './check.ts';
import { functions, switches } from './wide.matrix.ts';
import { widePolicies } from './wide.policy.ts';

const server = { trustedProxies: ['127.0.0.1', '::1', '::ffff:127.0.0.1'] };
const features = [voicenotes, hearing, faults, privacyOver(placesWithVoice)];
const [first, second] = widePolicies;

/** Someone who accepted the version in force and then did as said. */
async function someone(world: World, ...acts: readonly ((person: Visitor) => Promise<unknown>)[]) {
  const person = await signedIn(world, null);
  for (const act of acts) await act(person);
  return person;
}

const opening = (name: string) => async (person: Visitor) => {
  const { status, body } = await person.open(name);
  if (status !== 200) throw new Error(`opening ${name} answered ${body.code}`);
};
const closing = (name: string) => async (person: Visitor) =>
  await person.call(close, { function: name, by: 'person' });
const leftAlone = async (person: Visitor) => {
  person.headers['sec-gpc'] = '1';
};

/** Everybody under the first version: `earlier` accepted, and for each function someone who opened it. */
async function peopleBefore(world: World): Promise<[string, Visitor][]> {
  const people: [string, Visitor][] = [['earlier', await someone(world)]];
  for (const name of Object.keys(functions))
    people.push([`earlier ${name}`, await someone(world, opening(name))]);
  return people;
}

async function peopleAfter(world: World): Promise<[string, Visitor][]> {
  const people: [string, Visitor][] = [
    ['untouched', await someone(world)],
    ['left alone', await someone(world, leftAlone)],
  ];
  for (const name of Object.keys(functions)) {
    people.push([`open ${name}`, await someone(world, opening(name))]);
    people.push([`closed ${name}`, await someone(world, opening(name), closing(name))]);
  }
  for (const name of Object.keys(switches)) {
    // What else is open lets nothing in that was objected to.
    people.push([`objected ${name}`, await someone(world, opening('nearby'), closing(name))]);
    people.push([`acted ${name}`, await someone(world, leftAlone, opening(name))]);
  }
  return people;
}

/** A world in which everything is built, after a widening of everything; people from before and after it. */
export async function openWideBench(): Promise<Bench> {
  const bench = await openBench({ compiled: first, features, server });
  const people = new Map(await peopleBefore(bench.world));
  const next = await openWorld({ on: bench.world, compiled: second, features, server });
  const { sequence } = await next.kernel.publish([]);
  await next.close();
  if (sequence !== 2) throw new Error(`the widening became version ${sequence}`);
  for (const [name, person] of await peopleAfter(bench.world)) people.set(name, person);
  const as = (actor: string): Visitor => people.get(actor) ?? bench.as(actor);
  return {
    world: bench.world,
    as,
    attempt: async (actor, purpose, verb, category) => {
      const answer = await as(actor).post<object>(`/api/probe/${purpose}`, { verb, category });
      return { status: answer.status, code: answer.body.code ?? '', clause: answer.body.clause ?? '' };
    },
  };
}
