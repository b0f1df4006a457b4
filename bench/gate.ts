import { policy } from '@axent/policy';
import { compile, listCells } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import type { Actor } from '@axent/policy/shape';
import { buildGate, decide, deskOf, type Gate, type Standing } from '../kernel/gate/gate.ts';
import {
  caslEngine,
  cedarEngine,
  type Engine,
  type Question,
  tableEngine,
  type Verb,
} from './gate.engines.ts';

// One decision of the table, beside CASL and Cedar on the same rules with the same answers, over every cell and
// every standing that can make a difference to it.

/** As if this were the second version, with every third cell widened by it: then versions make a difference, too. */
const sequence = 2;

function gateOf(): Gate {
  const compiled = compile(policy, notices);
  const since = Object.fromEntries(
    listCells(compiled.table).map(({ key }, at) => [key, at % 3 === 0 ? sequence : 1]),
  );
  return buildGate({ sequence, hash: compiled.hash, table: compiled.table, policy: compiled.policy, since });
}

const actors: readonly Actor[] = [...new Set(Object.values(policy.purposes).flatMap((one) => one.actors))];
const names = Object.keys(policy.functions);
const touches = [undefined, -1, 1, 2];

/** Every way in which these functions can stand. */
function openingsOf(functions: readonly string[]): Record<string, number>[] {
  return functions.reduce<Record<string, number>[]>(
    (all, name) =>
      all.flatMap((one) => touches.map((touch) => (touch === undefined ? one : { ...one, [name]: touch }))),
    [{}],
  );
}

/** All that is named by the policy in every standing, and all that it does not name, once. */
function everyQuestion(gate: Gate): Question[] {
  const questions: Question[] = [];
  const ask = (verb: Verb, purpose: string, subject: string) => {
    const cell = gate[verb].get(purpose)?.get(subject);
    const touched = openingsOf(cell?.functions.map(({ name }) => name) ?? []);
    for (const actor of cell === undefined ? actors.slice(0, 1) : actors)
      for (const accepted of cell === undefined ? [sequence] : [null, 1, sequence])
        for (const openings of touched)
          for (const gpc of cell === undefined ? [false] : [false, true])
            questions.push({ verb, purpose, subject, actor, standing: { accepted, openings, gpc } });
  };
  for (const purpose of Object.keys(policy.purposes)) {
    for (const verb of ['collect', 'read'] as const)
      for (const category of Object.keys(policy.categories)) ask(verb, purpose, category);
    for (const message of Object.keys(policy.messages)) ask('send', purpose, message);
  }
  return questions;
}

/** A reproducible shuffle (mulberry32), so that no engine profits from the order of the rules. */
function shuffled<T>(items: readonly T[]): T[] {
  let state = 20261123;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}

let kept = 0;

const warm_passes = 4;

interface Timed {
  readonly decisions: readonly (() => boolean)[];
  /** Decisions between two looks at the clock. */
  readonly batch: number;
}

/**
 * Median over batches of the time that one decision takes, in µs. The engines take turns, so that whatever else
 * the machine does meets all of them.
 */
function medians_us<N extends string>(timed: Readonly<Record<N, Timed>>, rounds: number): Record<N, number> {
  const engines = Object.entries(timed) as [N, Timed][];
  const times = new Map<N, number[]>(engines.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, { decisions, batch }] of engines) {
      const from = (round * batch) % decisions.length;
      const part = decisions.slice(from, from + batch);
      // Untimed first, so that no engine pays for what the one before it pushed out of the cache.
      for (let pass = 0; pass < warm_passes; pass++) for (const one of part) if (one()) kept++;
      const began = process.hrtime.bigint();
      for (const one of part) if (one()) kept++;
      times.get(name)?.push(Number(process.hrtime.bigint() - began) / 1000 / part.length);
    }
  }
  const middle = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;
  return Object.fromEntries([...times].map(([name, all]) => [name, middle(all)])) as Record<N, number>;
}

/** What an operation does once: reads the openings as the database gives them, builds the standing, decides. */
function withOpenings(gate: Gate, question: Question): () => boolean {
  const { verb, purpose, subject, actor, standing } = question;
  // A person who has touched everything there is.
  const text = JSON.stringify({
    ...Object.fromEntries(names.map((name) => [name, 1])),
    ...standing.openings,
  });
  return () => {
    const built: Standing = { accepted: standing.accepted, openings: JSON.parse(text), gpc: standing.gpc };
    return decide(deskOf(gate, purpose, actor), verb, subject, built).allowed;
  };
}

/** How many questions an engine answers otherwise than the table. */
function differences(engine: Engine, table: Engine, questions: readonly Question[]): number {
  const wrong = questions.filter((question) => engine.prepare(question)() !== table.prepare(question)());
  for (const one of wrong.slice(0, 5)) console.log(`  ${engine.name} differs: ${JSON.stringify(one)}`);
  return wrong.length;
}

const gate = gateOf();
const questions = shuffled(everyQuestion(gate));
const table = tableEngine(gate);
const casl = await caslEngine(gate, names, actors);
const cedar = await cedarEngine(gate, names);
const allowed = questions.filter((question) => table.prepare(question)()).length;
const wrong = [casl, cedar].map((engine) => differences(engine, table, questions));
console.log(
  `${questions.length} questions, ${allowed} allowed; answers that differ: CASL ${wrong[0]}, Cedar ${wrong[1]}`,
);

// Half of what is timed is allowed, half refused; few enough to stay in the processor's cache, as what an operation
// has just loaded does.
const half = 512;
const isAllowed = (question: Question) => table.prepare(question)();
const sample = shuffled([
  ...questions.filter(isAllowed).slice(0, half),
  ...questions.filter((question) => !isAllowed(question)).slice(0, half),
]);
const prepare = (engine: Engine) => sample.map((question) => engine.prepare(question));
const median = medians_us(
  {
    table: { decisions: prepare(table), batch: half },
    opened: { decisions: sample.map((question) => withOpenings(gate, question)), batch: half },
    casl: { decisions: prepare(casl), batch: half },
    cedar: { decisions: prepare(cedar), batch: 4 },
  },
  2500,
);
console.table({
  table: { us: median.table },
  'table, openings read and standing built': { us: median.opened },
  'CASL 7.0.1': { us: median.casl },
  'Cedar 4.13.0 (wasm, stateful)': { us: median.cedar },
});
if (wrong.some((count) => count > 0) || kept === 0) process.exitCode = 1;
console.log(
  `gate: median_us=${median.table.toFixed(3)} with_openings_us=${median.opened.toFixed(3)} ` +
    `vs_casl=${(median.casl / median.table).toFixed(1)} vs_cedar=${(median.cedar / median.table).toFixed(0)}`,
);
