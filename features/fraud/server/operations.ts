import { implement, type Operation, type PersonId, problem, Shredded } from '@axent/kernel';
import * as contract from '../contract.ts';
import { answers_at_most, mayAnswer, mayDecide } from '../fraud.ts';
import { type Filed, file, fileOf } from './cases.ts';
import * as storage from './storage.ts';

const cases_per_page = 100;

const shown = ({ changed_at: _, answers: __, ...filed }: Filed) => filed;

const own = implement(contract.own, async ({ use }) => {
  const cases: (ReturnType<typeof shown> & { may_answer: boolean })[] = [];
  for (const row of await storage.ownCases(use)) {
    try {
      const filed = await fileOf(use, row);
      cases.push({ ...shown(filed), may_answer: mayAnswer(filed.state, filed.answers) });
    } catch (error) {
      // A backup brought the row back; its key is gone.
      if (!(error instanceof Shredded)) throw error;
    }
  }
  return { cases };
});

const answer = implement(contract.answer, async ({ use, now }, { id, text }) => {
  const row = await storage.lockCase(use, id);
  if (row === null || row.person_id !== use.person) throw problem('case_unknown', {}, 404);
  const filed = await fileOf(use, row);
  if (!mayAnswer(filed.state, filed.answers))
    throw problem('case_not_open', { answers: answers_at_most }, 409);
  await file(use, { ...filed, state: 'answered', answer: text, answers: filed.answers + 1 }, now);
  return {};
});

const queue = implement(contract.queue, async ({ use, each }, { done = false }) => {
  const rows = await storage.cases(use, done, cases_per_page + 1);
  const listed = rows.slice(0, cases_per_page);
  const filed = new Map<string, Filed>();
  const people = [...new Set(listed.map((row) => row.person_id as PersonId))];
  const readTheirs: Parameters<typeof each>[1] = async (theirs, { id }) => {
    for (const row of listed.filter(({ person_id }) => person_id === id))
      filed.set(row.id, await fileOf(theirs, row));
  };
  await each(people, readTheirs, ['signal']);
  return {
    cases: listed.flatMap(({ id }) => filed.get(id) ?? []).map(shown),
    more: rows.length > cases_per_page,
  };
});

const decide = implement(contract.decide, async ({ use, each, now }, { id, release, note }) => {
  const row = await storage.lockCase(use, id);
  if (row === null) throw problem('case_unknown', {}, 404);
  if (!mayDecide(row.state)) throw problem('case_not_open', {}, 409);
  const state = release ? 'released' : 'refused';
  let done = false;
  await each([row.person_id as PersonId], async (theirs) => {
    const filed = await fileOf(theirs, row);
    await file(theirs, { ...filed, state, note, decided_at: now.toISOString() }, now);
    done = true;
  });
  // Their account is being erased, and nothing of it can be read any more.
  if (!done) throw problem('case_unknown', {}, 404);
  return {};
});

export const operations: readonly Operation[] = [own, answer, queue, decide];
