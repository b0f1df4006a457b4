import { type Context, implement, type Operation, problem } from '@axent/kernel';
import type { Actor, LegalArea, NoticeWords } from '@axent/policy/shape';
import * as contract from '../contract.ts';
import { identifierOf, matterState, publicCount } from '../matters.ts';
import { readings } from './reading.ts';
import * as storage from './storage.ts';

type Archive = Context<'archive'>;

const notStaff: readonly Actor[] = ['visitor', 'person', 'system'];
const isoDay = (moment: Date) => moment.toISOString().slice(0, 10);

function named(ids: readonly string[], words: NoticeWords) {
  return ids.map((id) => ({ id, name: words.categories[id] ?? id }));
}

const titleOf = (ground: string, words: NoticeWords) => words.clauses[ground]?.title ?? ground;

function rolesFor({ policy }: Archive, purpose: string): readonly Actor[] {
  const actors = policy.compiled.policy.purposes[purpose]?.actors ?? [];
  return actors.filter((actor) => !notStaff.includes(actor));
}

function groundsOf(context: Archive, area: LegalArea, words: NoticeWords) {
  const { exceptions } = context.policy.compiled.policy;
  return Object.entries(exceptions).flatMap(([ground, { matter }]) =>
    matter === undefined
      ? []
      : [
          {
            ground,
            name: titleOf(ground, words),
            bases: [...matter.bases[area]],
            purposes: matter.purposes.map((id) => ({
              id,
              name: words.purposes[id] ?? id,
              roles: [...rolesFor(context, id)],
            })),
            categories: named(matter.categories, words),
            longest_days: matter.longest_days,
            keeps_withheld: matter.keeps_withheld,
          },
        ],
  );
}

function shown(
  row: storage.MatterRow,
  document: storage.DocumentRow | undefined,
  today: string,
  words: NoticeWords,
) {
  const { approved_at, ended_at, evidence, categories, acts, ...matter } = row;
  return {
    ...matter,
    ground_name: titleOf(row.ground, words),
    purpose_name: words.purposes[row.purpose] ?? row.purpose,
    categories: named(categories, words),
    evidence: evidence.toString('hex'),
    document: document ?? null,
    state: matterState(
      { approved: approved_at !== null, ended: ended_at !== null, ends_on: row.ends_on },
      today,
    ),
    acts: acts.map((act) => ({ ...act, at: new Date(act.at).toISOString() })),
  };
}

/** Turns the database's answer into the problem that it names. */
function obey(refusal: string | null): void {
  if (refusal === null) return;
  const [code = '', place] = refusal.split(':');
  const status = { matter_unknown: 404, already_approved: 409, matter_ended: 409, name_taken: 409 }[code];
  throw problem(code, place === undefined ? {} : { number: Number(place) }, status);
}

const propose = implement(contract.propose, async (context, { people, ...proposal }) => {
  const { use, now, keyedHash } = context;
  const fitting: readonly string[] = rolesFor(context, proposal.purpose);
  if (proposal.roles.some((role) => !fitting.includes(role))) throw problem('role_unfit');
  if (![proposal.ends_on, proposal.tell_from ?? proposal.ends_on].every(isReal)) throw problem('end_past');
  const hashes = people.map((text, at) => {
    const identifier = identifierOf(text);
    if (identifier === null) throw problem('person_unknown', { number: at + 1 });
    return keyedHash('identifier', `${identifier.kind}|${identifier.value}`);
  });
  const id = use.newId();
  obey(await storage.propose(use, id, proposal, hashes, now));
  await context.attest(id);
  return { id };
});

/** A day that is not in the calendar comes back as another. */
function isReal(day: string): boolean {
  return new Date(day).toISOString().startsWith(day);
}

const approve = implement(contract.approve, async (context, { id }) => {
  obey(await storage.approve(context.use, id, context.now));
  await context.attest(id);
  return { id };
});

const attach = implement(contract.attach, async ({ evidence }, { id, content, ...piece }) => {
  await evidence.take(id, { ...piece, content: Buffer.from(content, 'base64') });
  return { id };
});

const endings = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' } as const;

const look = implement(contract.look, async (context, { id }) => {
  const document = await context.evidence.look(id);
  if (document === null) throw problem('evidence_none', {}, 404);
  await context.attest(id);
  const { type, content } = document;
  return { type, name: `evidence-${id}.${endings[type]}`, content: content.toString('base64') };
});

const end = implement(contract.end, async (context, { id }) => {
  obey(await storage.end(context.use, id, context.now));
  await context.attest(id);
  return { id };
});

const tell = implement(contract.tell, async (context, { id, day }) => {
  if (day !== null && !isReal(day)) throw problem('day_unknown');
  obey(await storage.tell(context.use, id, day, context.now));
  await context.attest(id);
  return { id };
});

const standing = implement(contract.standing, async ({ use, now, policy }, { language }) => {
  const words = policy.compiled.notices[language];
  const rows = await storage.standing(use, now);
  return {
    matters: rows
      .filter(({ roles }) => roles.includes(use.actor))
      .map(({ roles: _, categories, ...row }) => ({
        ...row,
        ground_name: titleOf(row.ground, words),
        categories: named(categories, words),
      })),
  };
});

const mine = implement(contract.mine, async ({ use, policy }, { language }) => {
  const words = policy.compiled.notices[language];
  const rows = await storage.ownMatters(use);
  return {
    matters: rows.map(({ approved_at, ends_on, ended_at, evidence, categories, purpose, ...row }) => ({
      ...row,
      ground_name: titleOf(row.ground, words),
      purpose_name: words.purposes[purpose] ?? purpose,
      categories: named(categories, words),
      evidence: evidence.toString('hex'),
      from: isoDay(approved_at),
      until: ended_at === null ? ends_on : isoDay(ended_at),
      ended: ended_at !== null,
    })),
  };
});

function listing(area: LegalArea) {
  return implement(contract.list, async (context, { language }) => {
    const { use, now, policy } = context;
    const words = policy.compiled.notices[language];
    const today = isoDay(now);
    const rows = await storage.matters(use);
    const documents = await storage.documents(use);
    return {
      matters: rows.map((row) => shown(row, documents.get(row.id), today, words)),
      grounds: groundsOf(context, area, words),
      officers: await storage.officers(use),
      today,
    };
  });
}

function counting(area: LegalArea) {
  return implement(contract.counts, async ({ use, now, policy }, { language }) => {
    const words = policy.compiled.notices[language];
    const rows = await storage.counts(use);
    const years = [...new Set([now.getUTCFullYear(), ...rows.map(({ year }) => year)])].sort((a, b) => b - a);
    const of = (ground: string, year: number) =>
      rows.find((row) => row.ground === ground && row.year === year)?.matters ?? 0;
    return {
      years,
      grounds: Object.entries(policy.compiled.policy.exceptions).flatMap(([ground, { matter }]) =>
        matter === undefined
          ? []
          : [
              {
                ground,
                name: titleOf(ground, words),
                counts: years.map((year) => publicCount(matter.counted, area, of(ground, year))),
              },
            ],
      ),
    };
  });
}

export function matterOperations(area: LegalArea): readonly Operation[] {
  return [
    listing(area),
    propose,
    attach,
    look,
    approve,
    end,
    tell,
    standing,
    counting(area),
    mine,
    ...readings,
  ];
}
