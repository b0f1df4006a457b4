import { type Bench, type Check, expectThat, type Outcome } from './check.ts';
import { allowed } from './matrix.ts';
import { functions, otherWays, ownWhileClosed, switches } from './wide.matrix.ts';

const say = ({ status, code, clause }: Outcome) => `answered ${status} ${code} ${clause}`.trim();

/** `expected`: the code of the refusal; empty: let in. */
function ask(name: string, who: string, use: string, expected: string): Check {
  const [purpose = '', verb = '', subject = ''] = use.split(' ');
  return {
    name,
    run: async ({ attempt }: Bench) => {
      const outcome = await attempt(who, purpose, verb, subject);
      const right = expected === '' ? outcome.status === 200 : outcome.code === expected;
      expectThat(right, `${who}: ${use}: ${expected || 'let in'} expected, ${say(outcome)}`);
    },
  };
}

const words = (use: string) => use.replace(' ', ' may ');

const underFunctions = Object.entries(functions).flatMap(([name, uses]) =>
  uses.flatMap((use) => [
    ask(`F.open @gate: ${words(use)} once ${name} is open`, `open ${name}`, use, ''),
    ask(`F.open @gate: ${words(use)} only once ${name} is open`, 'untouched', use, 'function_closed'),
    ask(
      `F.close @gate: ${words(use)} no more once ${name} is closed`,
      `closed ${name}`,
      use,
      'function_closed',
    ),
    ask(
      `R.review @gate: ${words(use)} no further than ${name} was opened for`,
      `earlier ${name}`,
      use,
      otherWays.includes(name) ? 'function_closed' : 'open_anew',
    ),
    ask(
      `F.open @gate: ${words(use)} by no other opening than its own`,
      otherThan(use),
      use,
      'function_closed',
    ),
  ]),
);

/** Someone who has opened a function that lets the use in by no way. */
function otherThan(use: string): string {
  const other = Object.entries(functions).find(([name, uses]) => name !== 'nearby' && !uses.includes(use));
  return `open ${use.includes('position') ? other?.[0] : 'nearby'}`;
}

const underSwitches = Object.entries(switches).flatMap(([name, uses]) =>
  uses.flatMap((use) => [
    ask(`U.rights @gate: ${words(use)} until ${name} is objected to`, 'untouched', use, ''),
    ask(
      `F.close @gate: ${words(use)} no more once ${name} is objected to`,
      `objected ${name}`,
      use,
      'objected',
    ),
    ask(
      `F.close @gate: ${words(use)} not where the browser asks to be left alone`,
      'left alone',
      use,
      'objected',
    ),
    ask(
      `F.close @gate: ${words(use)} where the person acted, whatever the browser asks`,
      `acted ${name}`,
      use,
      '',
    ),
    ask(`R.review @gate: ${words(use)} no further than what was accepted`, 'earlier', use, 'accept_anew'),
  ]),
);

/** Staff's uses that are a person's as well, where everybody may act for every purpose. */
const purposesOfStaff: readonly string[] = ['security'];

/** What the notice widened waits for accepting anew, as far as a person may do it without a function. */
const accepted = allowed
  .filter((use) => use.function === undefined && use.before === undefined)
  .filter((use) => use.actor === 'person' || purposesOfStaff.includes(use.purpose))
  .map(({ purpose, verb, category }) => `${purpose} ${verb} ${category}`)
  .flatMap((use) => [
    ask(`R.review @gate: ${words(use)} no further than what was accepted`, 'earlier', use, 'accept_anew'),
    ask(`R.review @gate: ${words(use)} once it is accepted anew`, 'untouched', use, ''),
  ]);

const own = ownWhileClosed.map((category) =>
  ask(
    `F.close @gate: rights may read ${category} of a closed function`,
    'closed voice',
    `rights read ${category}`,
    '',
  ),
);

export const wideGateChecks: readonly Check[] = [...underFunctions, ...underSwitches, ...accepted, ...own];
