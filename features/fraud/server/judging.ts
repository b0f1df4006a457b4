import { type Context, implement, type ProblemError, problem, Shredded } from '@axent/kernel';
import { operation } from '@axent/kernel/operation';
import Type from 'typebox';
import {
  type Act,
  type Asks,
  type Judged,
  judge,
  type Limits,
  measuresOf,
  type Prices,
  priceOf,
  type RuleName,
  reviewed,
} from '../fraud.ts';
import { type Filed, fileOf, open } from './cases.ts';
import { countsOf, type Noting, note, placeOf, recipientOf } from './places.ts';
import type { Salts } from './salts.ts';
import * as storage from './storage.ts';

type Fraud = Context<'fraud'>;

export interface Watching {
  readonly salts: Salts;
  readonly limits: Limits;
  readonly prices: Prices;
}

const who = { email: Type.Optional(Type.String()), phone: Type.Optional(Type.String()) };

/** Run in the session of whoever is about to do something; no route leads to it. */
const inside = {
  method: 'POST',
  purpose: 'fraud',
  actors: ['visitor', 'person'],
  acceptance: true,
  errors: [],
} as const;

const statuses: Readonly<Record<Asks, number>> = {
  wait: 429,
  later: 429,
  mail: 403,
  code: 403,
  known_device: 403,
  review: 403,
};

export const codeOf = (rule: RuleName): string => `fraud_${rule}`;
const refusal = ({ rule, asks }: Pick<Judged, 'rule' | 'asks'>): ProblemError =>
  problem(codeOf(rule), {}, statuses[asks]);

/** What a review has said of this person, or still has to say. */
async function standing({ use }: Fraud): Promise<readonly Filed[]> {
  const filed: Filed[] = [];
  for (const row of await storage.ownCases(use)) {
    try {
      filed.push(await fileOf(use, row));
    } catch (error) {
      if (!(error instanceof Shredded)) throw error;
    }
  }
  return filed;
}

export const judging = ({ salts, limits }: Watching) =>
  implement(
    operation({
      ...inside,
      name: 'fraud.judge',
      path: '/internal/fraud.judge',
      summary: 'Judge what is about to be done, by the rules and what was counted',
      input: Type.Object({ act: Type.Unsafe<Act>(Type.String()), ...who }),
      output: Type.Object({}),
    }),
    async (context, { act, ...named }) => {
      const { use, session } = context;
      // Whoever is not signed in changes nothing, and is told so by the operation itself.
      if (reviewed(act) && session.kind !== 'person') return {};
      use.keep('signal');
      use.survey('signal');
      const place = placeOf(context, recipientOf(named));
      const held = reviewed(act) ? await standing(context) : [];
      const waits = held.find(({ state }) => state === 'held' || state === 'answered');
      if (waits !== undefined) return refusal({ rule: waits.rule, asks: 'review' });
      if (held.some(({ state }) => state === 'refused')) return problem('fraud_refused', {}, 403);
      const counts = await countsOf(context, salts, place, measuresOf(act));
      const released = new Set(held.map(({ rule }) => rule));
      const judged = judge(act, counts, limits, released);
      if (judged === null) return {};
      if (judged.verdict === 'hold') await open(context, judged);
      return refusal(judged);
    },
  );

/** What is noted of each thing that was done. */
export type Done = 'code_sent' | 'failure' | 'sign_up';

export const noting = ({ salts, prices }: Watching) =>
  implement(
    operation({
      ...inside,
      name: 'fraud.note',
      path: '/internal/fraud.note',
      summary: 'Count what was done, at fingerprints of the day',
      input: Type.Object({ done: Type.Unsafe<Done>(Type.String()), ...who }),
      output: Type.Object({}),
    }),
    async (context, { done, ...named }) => {
      context.use.keep('signal');
      const place = placeOf(context, recipientOf(named));
      await note(context, salts, place, notingsOf(done, place, prices));
      return {};
    },
  );

function notingsOf(
  done: Done,
  { network, recipient }: ReturnType<typeof placeOf>,
  prices: Prices,
): readonly Noting[] {
  const value = recipient?.value ?? '';
  if (done === 'sign_up') return [{ kind: 'sign up' }];
  if (done === 'failure') return [{ kind: 'failure', other: network }];
  const asked = ['range', 'range network', 'range device', 'network', 'device'].map((kind) => ({
    kind,
    other: value,
  }));
  return recipient?.range == null ? asked : [...asked, { kind: 'sms cost', times: priceOf(value, prices) }];
}
