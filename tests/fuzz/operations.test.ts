import { type Contract, commonWords, type ProblemWords, problemWordsOf } from '@axent/kernel';
import type { Language } from '@axent/policy/shape';
import fc from 'fast-check';
import { Check } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atOwnAddress, signedIn } from '../matrix/actors.ts';
import type { Answer, Visitor } from '../visitor.ts';
import { openWorld, productContracts, type World } from '../world.ts';
import { requestsFor, type WireRequest } from './requests.ts';

/** Another seed tries other requests; the usual one is fixed, so that a change is judged by what it changes. */
const seed = Number(process.env.FUZZ_SEED ?? 4213);
const runs = Number(process.env.FUZZ_RUNS ?? 30);

let world: World;
let words: ProblemWords;
let visitor: Visitor;
beforeAll(async () => {
  world = await openWorld({ server: { trustedProxies: ['127.0.0.1', '::1', '::ffff:127.0.0.1'] } });
  words = { ...commonWords, ...problemWordsOf(world.features) };
  visitor = await world.visitor().accept();
});
afterAll(() => world.close());

async function send(who: Visitor, contract: Contract, request: WireRequest, language: Language) {
  const headers: Record<string, string> = {
    'accept-language': language,
    ...(request.type === null ? {} : { 'content-type': request.type }),
  };
  const { body } = request;
  const path = request.query === '' ? contract.path : `${contract.path}?${request.query}`;
  const init = { method: contract.method, headers, ...(body === null ? {} : { body }) };
  return (await atOwnAddress(who).fetch(path, init)) as Answer<unknown>;
}

/** Inside the contract: the answer it promises, or a problem in the reader's own language. */
function judge(contract: Contract, answer: Answer<unknown>, asked: Language): void {
  // Headers without end are not read, so nobody knows the language.
  const language = answer.status === 431 ? 'en' : asked;
  expect(answer.status).toBeLessThan(500);
  if (answer.status === 200) {
    expect(Check(contract.output, answer.body)).toBe(true);
    return;
  }
  const { code, title, detail, status } = answer.body as Record<string, string>;
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('content-language')).toBe(language);
  expect(status).toBe(answer.status);
  expect(title).toBe(words[code ?? '']?.[language].title);
  const [begin = ''] = (words[code ?? '']?.[language].detail ?? '').split('{');
  expect(detail?.startsWith(begin)).toBe(true);
  expect(detail).not.toMatch(/\{\w+\}|undefined|\[object/);
}

/** The session that a request ended is taken up anew for the next one. */
async function someone(contract: Contract, signed: boolean): Promise<Visitor> {
  if (!signed) return visitor;
  const kept = people.get(contract.name);
  if (kept?.cookies.has('axent-session')) return kept;
  const made = await signedIn(
    world,
    contract.actors.includes('person') ? null : (contract.actors[0] ?? null),
  );
  people.set(contract.name, made);
  return made;
}
const people = new Map<string, Visitor>();

describe.each(productContracts.map((contract) => ({ name: contract.name, contract })))(
  '$name',
  ({ contract }) => {
    test('answers anything within its contract, and never with a fault', async () => {
      const languages = fc.constantFrom<Language>('en', 'zh-CN', 'de');
      const property = fc.asyncProperty(
        requestsFor(contract),
        languages,
        fc.boolean(),
        async (request, language, signed) => {
          const who = await someone(contract, signed && contract.actors.some((actor) => actor !== 'visitor'));
          judge(contract, await send(who, contract, request, language), language);
        },
      );
      await fc.assert(property, { numRuns: runs, seed, endOnFailure: true });
      expect(world.faults.splice(0)).toEqual([]);
      expect(({} as Record<string, unknown>).admin).toBeUndefined();
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    });
  },
);
