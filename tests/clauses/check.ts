import type { Actor } from '@axent/policy/shape';
import { staffMember } from '../staff.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World, type WorldOptions } from '../world.ts';
import { actorOf } from './matrix.ts';
import { probe } from './probe.ts';

/** One hand-written promise: it throws when the promise is broken. */
export interface Check {
  /** `F.close @gate: words`; see `tests/clauses/evidence.ts` for the form. */
  readonly name: string;
  readonly run: (bench: Bench) => Promise<void>;
}

/** A world with the probe and someone at a browser for every role that the checks need. */
export interface Bench {
  readonly world: World;
  /** Signed in and accepted, or staff of that role; `visitor` has accepted nothing. */
  readonly as: (actor: string) => Visitor;
  /** Tries a verb; answers 200, or the refusal's code. */
  readonly attempt: (actor: string, purpose: string, verb: string, category: string) => Promise<Outcome>;
}

export interface Outcome {
  readonly status: number;
  readonly code: string;
  readonly clause: string;
}

const staffRoles = ['agent', 'marketer', 'product_manager', 'privacy_officer', 'security', 'administrator'];

export async function openBench(options: WorldOptions = {}): Promise<Bench> {
  let world: World | null = null;
  const feature = probe(() => {
    if (world === null) throw new Error('the world is not open yet');
    return world.kernel;
  }, Object.keys(actorOf));
  world = await openWorld({ ...options, features: [feature, ...(options.features ?? [])] });
  const people = new Map<string, Visitor>([['visitor', world.visitor()]]);
  people.set('person', await (await world.visitor().accept()).signIn('probe@example.org'));
  const opened = await (await world.visitor().accept()).signIn('opened@example.org');
  await opened.open('nearby');
  people.set('opened', opened);
  for (const role of staffRoles) people.set(role, await staffMember(world, role as Actor));
  const as = (actor: string): Visitor => {
    const person = people.get(actor);
    if (person === undefined) throw new Error(`nobody acts as ${actor}`);
    return person;
  };
  return {
    world,
    as,
    attempt: async (actor, purpose, verb, category) => {
      const answer = await as(actor).post<object>(`/api/probe/${purpose}`, { verb, category });
      return { status: answer.status, code: answer.body.code ?? '', clause: answer.body.clause ?? '' };
    },
  };
}

export function expectThat(holds: boolean, words: string): void {
  if (!holds) throw new Error(words);
}
