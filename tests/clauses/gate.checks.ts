import { hashToken } from '../../kernel/operation/cookies.ts';
import type { World } from '../world.ts';
import { type Check, expectThat, type Outcome } from './check.ts';
import { type Allowed, actorOf, allowed, categories, messages, missing, sends } from './matrix.ts';
import { sharingChecks } from './sharing.checks.ts';

const refusals = ['not_in_policy', 'not_offered', 'not_allowed'];

/** The one who may act and has what the use needs. */
function actorFor(use: Allowed): string {
  return use.function === undefined ? use.actor : 'opened';
}

const say = ({ status, code, clause }: Outcome) => `answered ${status} ${code} ${clause}`.trim();

function allowedChecks(use: Allowed): Check[] {
  const { purpose, verb, category, clause } = use;
  const words = `${purpose} may ${verb} ${category}`;
  const checks: Check[] = [
    {
      name: `${clause} @gate: ${words}`,
      run: async ({ attempt }) => {
        const outcome = await attempt(actorFor(use), purpose, verb, category);
        expectThat(outcome.status === 200, `${words}, yet the gate ${say(outcome)}`);
      },
    },
    {
      name: use.before
        ? `G.accept @gate: ${words} before the notice is accepted`
        : `G.accept @gate: ${words} only after the notice is accepted`,
      run: async ({ attempt, world, as }) => {
        // Someone who may act, signed in, whose acceptance is taken away for this one question.
        const actor = actorFor(use);
        const outcome = await withoutAcceptance(world, as(actor).cookies, () =>
          attempt(actor, purpose, verb, category),
        );
        const code = use.before ? '' : 'not_accepted';
        expectThat(outcome.code === code, `${words}: ${code || 'let in'} expected, ${say(outcome)}`);
      },
    },
  ];
  if (use.function !== undefined) checks.push(...functionChecks(use, use.function));
  if (use.refusedTo !== undefined) checks.push(refusedCheck(use, use.refusedTo));
  return checks;
}

function refusedCheck({ purpose, verb, category, clause }: Allowed, actor: string): Check {
  return {
    name: `${clause} @gate: ${actor} may not ${verb} ${category} for ${purpose}`,
    run: async ({ attempt }) => {
      const outcome = await attempt(actor, purpose, verb, category);
      expectThat(outcome.code === 'not_allowed', `${actor} was not refused: ${say(outcome)}`);
    },
  };
}

function functionChecks({ purpose, verb, category }: Allowed, name: string): Check[] {
  return [
    {
      name: `F.open @gate: ${purpose} may ${verb} ${category} only once ${name} is open`,
      run: async ({ attempt }) => {
        const outcome = await attempt('person', purpose, verb, category);
        expectThat(outcome.code === 'function_closed', `not opened, yet it ${say(outcome)}`);
      },
    },
    {
      name: `F.close @gate: ${purpose} may not ${verb} ${category} from the closing of ${name} on`,
      run: async ({ attempt, as }) => {
        const person = as('opened');
        await person.post('/api/functions/close', { function: name, by: 'person' });
        try {
          const outcome = await attempt('opened', purpose, verb, category);
          expectThat(outcome.code === 'function_closed', `closed, yet it ${say(outcome)}`);
        } finally {
          await person.open(name);
        }
      },
    },
  ];
}

/** Takes a person's acceptances away while `work` runs. */
async function withoutAcceptance<R>(
  { kernel }: World,
  cookies: ReadonlyMap<string, string>,
  work: () => Promise<R>,
): Promise<R> {
  const hash = hashToken(cookies.get('axent-session') ?? '');
  const taken = await kernel.asKernel((client) =>
    client.query(
      `delete from kernel.acceptance a using kernel.session s
       where s.token_hash = $1 and a.person_id = s.person_id returning to_jsonb(a) as row`,
      [hash],
    ),
  );
  try {
    return await work();
  } finally {
    await kernel.asKernel((client) =>
      client.query(
        'insert into kernel.acceptance select * from jsonb_populate_recordset(null::kernel.acceptance, $1)',
        [JSON.stringify(taken.rows.map((one) => one.row))],
      ),
    );
  }
}

function deniedCheck(purpose: string, verb: string, subject: string): Check {
  const words = `${purpose} may not ${verb} ${subject}`;
  return {
    name: `${purpose === 'backup' ? 'U.backup' : 'G.accept'} @gate: ${words}`,
    run: async ({ attempt }) => {
      const outcome = await attempt(actorOf[purpose] ?? '', purpose, verb, subject);
      expectThat(refusals.includes(outcome.code), `${words}, yet the gate ${say(outcome)}`);
    },
  };
}

function missingCheck(purpose: string, verb: string, category: string): Check {
  const words = `${purpose} may not ${verb} ${category} before it is built`;
  return {
    name: `${category === 'request' ? 'U.rights' : 'C.profile'} @gate: ${words}`,
    run: async ({ attempt }) => {
      const outcome = await attempt(actorOf[purpose] ?? '', purpose, verb, category);
      expectThat(outcome.code === 'not_offered', `${words}, yet the gate ${say(outcome)}`);
    },
  };
}

function isAllowed(purpose: string, verb: string, category: string): boolean {
  return allowed.some((use) => use.purpose === purpose && use.verb === verb && use.category === category);
}

export const gateChecks: readonly Check[] = [
  ...sharingChecks,
  ...allowed.flatMap(allowedChecks),
  ...sends.map(
    ({ purpose, message, clause }): Check => ({
      name: `${clause} @gate: ${purpose} may send ${message}`,
      run: async ({ attempt }) => {
        const outcome = await attempt('person', purpose, 'send', message);
        expectThat(outcome.status === 200, `${purpose} may send ${message}, yet the gate ${say(outcome)}`);
      },
    }),
  ),
  ...Object.entries(missing).flatMap(([use, names]) => {
    const [purpose = '', verb = ''] = use.split(' ');
    return names.map((category) => missingCheck(purpose, verb, category));
  }),
  ...Object.keys(actorOf).flatMap((purpose) => [
    ...(['collect', 'read'] as const).flatMap((verb) =>
      categories
        .filter((category) => !isAllowed(purpose, verb, category))
        .map((category) => deniedCheck(purpose, verb, category)),
    ),
    ...messages
      .filter((message) => !sends.some((one) => one.purpose === purpose && one.message === message))
      .map((message) => deniedCheck(purpose, 'send', message)),
  ]),
];
