import { type Context, implement, type Operation, problem } from '@axent/kernel';
import { type Premise, premiseDue, premises, readUntil, reviewDue, topicsOf } from '../access.ts';
import * as contract from '../contract.ts';
import { currentHashes, notes } from './notes.ts';
import * as storage from './storage.ts';

type Authentication = Context<'authentication'>;

const iso = (at: Date | null) => at?.toISOString() ?? null;

const mine = implement(contract.mine, async ({ use, session, now }, { language }) => {
  const read = await storage.ownTraining(use);
  return {
    name: await storage.ownName(use),
    notes: topicsOf(session.roles).map((topic) => {
      const times = read
        .filter((one) => one.topic === topic && currentHashes[topic].includes(one.hash.toString('hex')))
        .map(({ at }) => at.getTime());
      const read_at = times.length === 0 ? null : new Date(Math.max(...times));
      const until = readUntil(read_at);
      const { text, ...note } = notes[language][topic];
      return { ...note, text: [...text], topic, read_at: iso(read_at), due: until === null || until <= now };
    }),
  };
});

const name = implement(contract.name, async ({ use }, input) => {
  await storage.nameSelf(use, input.name);
  return {};
});

const read = implement(contract.read, async ({ use, now }, { topic, hash, language }) => {
  if (notes[language][topic].hash !== hash) throw problem('note_changed', {}, 409);
  await storage.noteTraining(use, { topic, hash: Buffer.from(hash, 'hex'), at: now });
  return {};
});

const review = implement(contract.review, async ({ use, now }, input) => {
  const verdict = await storage.review(use, { ...input, at: now });
  if (storage.isVerdict(verdict)) return { verdict };
  throw problem(verdict, {}, verdict === 'not_allowed' ? 403 : 409);
});

const premisesList = implement(contract.premisesList, async ({ use, now }) => {
  const done = await storage.premisesDone(use);
  return {
    items: (Object.keys(premises) as Premise[]).map((item) => {
      const done_at = done.get(item) ?? null;
      const due_at = premiseDue(item, done_at);
      return {
        item,
        days: premises[item],
        done_at: iso(done_at),
        due_at: iso(due_at),
        overdue: due_at === null || due_at <= now,
      };
    }),
  };
});

const tick = implement(contract.tick, async ({ use, now }, { item }) => {
  if (!(await storage.tick(use, item, now))) throw problem('not_allowed', {}, 403);
  return {};
});

const history = implement(contract.history, async ({ use }) => ({
  acts: (await storage.history(use)).map((one) => ({ ...one, at: one.at.toISOString() })),
}));

/** @param review_days after which somebody else has to look at a role again. */
export function accessOperations(review_days: number): readonly Operation[] {
  const shown = ({ now }: Authentication, { looked_at, asked_by_me, ...row }: storage.HeldRow) => {
    const due_at = reviewDue(looked_at, review_days);
    return {
      ...row,
      granted_at: row.granted_at.toISOString(),
      seen_at: iso(row.seen_at),
      due_at: due_at.toISOString(),
      overdue: due_at <= now,
      asked_at: iso(row.asked_at),
      asked_by_me: asked_by_me ?? false,
    };
  };
  const staff = implement(contract.staff, async (context) => ({
    review_days,
    held: (await storage.staffAccess(context.use)).map((row) => shown(context, row)),
  }));
  return [mine, name, read, staff, review, premisesList, tick, history];
}
