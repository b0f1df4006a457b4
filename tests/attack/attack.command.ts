import { buildApps } from '../../tasks/built.ts';
import { findProgram, installPackages, mayInstall } from '../../tasks/debian.ts';
import { guesses } from './guesses.part.ts';
import { headers } from './headers.part.ts';
import { matrix } from './matrix.part.ts';
import { mutation } from './mutation.part.ts';
import { others } from './others.part.ts';
import { packages } from './packages.part.ts';
import type { Part } from './part.ts';
import { pathsPart } from './paths.part.ts';
import { schema } from './schema.part.ts';
import { sessions } from './session.part.ts';
import { site } from './site.part.ts';
import { slow } from './slow.part.ts';
import { smuggling } from './smuggling.part.ts';
import { sqlmap } from './sqlmap.part.ts';
import { Stage } from './stage.ts';
import { timing } from './timing.part.ts';
import { uploads } from './uploads.part.ts';
import { wapiti } from './wapiti.part.ts';

// Attacks the product as it is started by `npm start`, on this machine alone: npm run attack -- [PART …] [--planted]

// The tools that take the machine to themselves come last, so that they disturb no measuring.
const parts: readonly Part[] = [
  timing,
  matrix,
  others,
  schema,
  guesses,
  sessions,
  site,
  headers,
  smuggling,
  pathsPart,
  mutation,
  uploads,
  wapiti,
  sqlmap,
  slow,
  packages,
];
const shown = 12;

const say = (line: string) => process.stdout.write(`${line}\n`);

interface Result {
  readonly tried: number;
  readonly open: readonly string[];
  /** Whether the weakness that was planted for it is among what it found. */
  readonly sharp: boolean;
}

function wanted(names: readonly string[]): readonly Part[] {
  const unknown = names.find((name) => !parts.some((part) => part.name === name));
  if (unknown === undefined)
    return names.length === 0 ? parts : parts.filter(({ name }) => names.includes(name));
  say(`There is no part "${unknown}". These exist: ${parts.map(({ name }) => name).join(', ')}`);
  return process.exit(2);
}

/** Installs what is missing, all at once; where we may not, says what to install. */
function preparePrograms(chosen: readonly Part[]): void {
  const needed = new Map(chosen.flatMap(({ programs = {} }) => Object.entries(programs)));
  const missing = [...needed].filter(([program]) => findProgram(program) === null).map(([, name]) => name);
  if (missing.length === 0 || (mayInstall() && installPackages(...missing))) return;
  say(
    `These are missing: ${missing.join(', ')}. Install them (Debian: apt-get install ${missing.join(' ')}).`,
  );
  process.exit(2);
}

/** Runs one part and prints its line. What it tried too little of counts as open. */
async function runPart(stage: Stage, part: Part): Promise<Result> {
  const began = performance.now();
  stage.faults();
  const { tried, open, note } = await part.run(stage).catch((error: Error) => ({
    tried: 0,
    open: [`${part.name} broke off: ${error.message}`],
    note: undefined,
  }));
  const faults = stage.planted
    ? []
    : stage.faults().map((line) => `the server logged a fault: ${line.slice(0, 300)}`);
  const little =
    tried < part.least && !stage.planted ? [`only ${tried} tries, ${part.least} are the least`] : [];
  const found = [...open, ...faults, ...little];
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  const columns = [
    part.name.padEnd(11),
    part.tool.padEnd(17),
    `${tried} tried`.padStart(12),
    `${found.length} open`.padStart(9),
  ];
  say(`${columns.join(' ')} ${`${seconds} s`.padStart(6)}  ${note ?? ''}`.trimEnd());
  for (const line of found.slice(0, shown)) say(`  ${line}`);
  if (found.length > shown) say(`  … and ${found.length - shown} more`);
  const sharp = open.some((line) => part.plant.test(line));
  if (stage.planted && !sharp) say(`  the planted weakness was not found: ${part.plant.source}`);
  return { tried, open: found, sharp };
}

async function attack(chosen: readonly Part[], planted: boolean): Promise<boolean> {
  const stage = await Stage.open(planted);
  const end = async (signal: NodeJS.Signals) => {
    await stage.close();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
  const results: Result[] = [];
  try {
    for (const part of chosen) results.push(await runPart(stage, part));
  } finally {
    await stage.close();
  }
  const tried = results.reduce((sum, one) => sum + one.tried, 0);
  if (planted) {
    const found = results.filter(({ sharp }) => sharp).length;
    say(`attack: ${tried} tried, ${found} of ${chosen.length} planted weaknesses found`);
    return found === chosen.length;
  }
  const open = results.reduce((sum, one) => sum + one.open.length, 0);
  say(`attack: ${tried} tried, ${open} open`);
  return open === 0;
}

const words = process.argv.slice(2);
const chosen = wanted(words.filter((word) => word !== '--planted'));
preparePrograms(chosen);
await buildApps({ all: false });
process.exitCode = (await attack(chosen, words.includes('--planted'))) ? 0 : 1;
