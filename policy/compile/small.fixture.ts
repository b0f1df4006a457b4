import { notices } from '../notice/notice.ts';
import type { Language, LegalBasis, NoticeWords, PolicyShape, UseShape } from '../shape.ts';

const basis: LegalBasis = { gdpr: 'Art. 6(1)(b)', fadp: 'Art. 31(2)(a)', pipl: 'Art. 13(1)(2)' };

/** A policy of a handful of cells, small enough to be held in the head while reading a test. */
export const small = {
  revision: 'small',
  brand: 'Small',
  minimum_age: 16,
  withheld_days: 14,
  clauses: {
    'C.contact': { chapter: 'C', built: 'whole', unbuilt: [] },
    'C.place': { chapter: 'C', built: 'whole', unbuilt: [] },
    'F.photo': { chapter: 'F', built: 'whole', unbuilt: [] },
    'U.help': { chapter: 'U', built: 'partly', unbuilt: ['Help by phone.'] },
    'U.survey': { chapter: 'U', built: 'not', unbuilt: [] },
    'M.code': { chapter: 'M', built: 'whole', unbuilt: [] },
    'S.ledger': { chapter: 'S', built: 'whole', unbuilt: [] },
  },
  categories: {
    contact: { clause: 'C.contact', dpv: 'pd:Contact', storage: 'sealed', sensitive: [], fields: ['email'] },
    place: { clause: 'C.place', dpv: 'pd:Location', storage: 'fleeting', sensitive: [] },
    photo: { clause: 'F.photo', dpv: 'pd:Picture', storage: 'sealed', sensitive: [] },
  },
  purposes: {
    help: { clause: 'U.help', dpv: 'dpv:CustomerCare', actors: ['person', 'agent', 'system'] },
    survey: { clause: 'U.survey', dpv: 'dpv:CommercialResearch', actors: ['person', 'system'] },
  },
  functions: { photos: { clause: 'F.photo', kind: 'function', device: null, gpc: false } },
  collect: {
    help: {
      contact: { clause: 'C.contact', basis, retention_days: null },
      place: { clause: 'C.place', basis, retention_days: 0 },
      photo: { clause: 'F.photo', basis, retention_days: 30, function: 'photos' },
    },
  },
  read: {
    help: {
      contact: { clause: 'U.help', basis, retention_days: null, actors: ['person'] },
      photo: { clause: 'U.help', basis, retention_days: 30, function: 'photos' },
    },
    survey: { contact: { clause: 'U.survey', basis, retention_days: null } },
  },
  messages: {
    code: { clause: 'M.code', purpose: 'help', basis, passes_switches: true, passes_quiet_hours: true },
  },
  recipients: { mail: { clause: 'M.code', role: 'carrier', purposes: [], categories: ['contact'] } },
  exceptions: {},
} as const satisfies PolicyShape;

/** Words that fit any policy: ids for names, so that tests of rules need not care for words. */
export function plainWords(policy: PolicyShape): Record<Language, NoticeWords> {
  const names = (ids: object) => Object.fromEntries(Object.keys(ids).map((id) => [id, `name of ${id}`]));
  const chapters = new Set(Object.values(policy.clauses).map((clause) => clause.chapter));
  const prompt = notices.en.prompts.nearby;
  const words: NoticeWords = {
    title: 'Notice',
    in_short: ['One.', 'Two.', 'Three.', 'Four.'],
    chapters: Object.fromEntries([...chapters].map((chapter) => [chapter, `Chapter ${chapter}`])),
    clauses: Object.fromEntries(
      Object.keys(policy.clauses).map((id) => [
        id,
        { title: `title of ${id}`, short: 'Short.', text: ['Text.'] },
      ]),
    ),
    prompts: Object.fromEntries(Object.keys(policy.functions).map((id) => [id, prompt])),
    categories: names(policy.categories),
    holds: names(policy.categories),
    purposes: names(policy.purposes),
    functions: names(policy.functions),
    messages: names(policy.messages),
    recipients: names(policy.recipients),
    unbuilt: Object.fromEntries(Object.entries(policy.clauses).map(([id, clause]) => [id, clause.unbuilt])),
    labels: notices.en.labels,
    changes: notices.en.changes,
  };
  return { en: words, 'zh-CN': words, de: words };
}

/** The small policy with one use changed. */
export function withUse(verb: 'collect' | 'read', category: string, change: Partial<UseShape>): PolicyShape {
  const uses: Readonly<Record<string, UseShape>> = small[verb].help;
  const use = uses[category];
  if (!use) throw new Error(`no ${verb} of ${category}`);
  return {
    ...small,
    revision: 'changed',
    [verb]: { ...small[verb], help: { ...uses, [category]: { ...use, ...change } } },
  };
}

/** The small policy with one use taken out. */
export function withoutUse(verb: 'collect' | 'read', category: string): PolicyShape {
  const uses: Readonly<Record<string, UseShape>> = small[verb].help;
  const { [category]: _, ...rest } = uses;
  return { ...small, revision: 'changed', [verb]: { ...small[verb], help: rest } };
}

export function withBuilt(clause: string, built: 'whole' | 'partly' | 'not'): PolicyShape {
  const clauses: PolicyShape['clauses'] = small.clauses;
  const shape = clauses[clause];
  if (!shape) throw new Error(`no clause ${clause}`);
  const unbuilt = built === 'partly' ? ['A part.'] : [];
  return {
    ...small,
    revision: 'changed',
    clauses: { ...small.clauses, [clause]: { ...shape, built, unbuilt } },
  };
}
