import type { Actor, LegalBasis, NoticeWords, PolicyShape, RecipientShape } from '../shape.ts';
import type { CompiledPolicy } from './compile.ts';
import { type CellVerb, listCells } from './table.ts';

/** Whom the data is about. */
export type Concerned = 'visitors' | 'customers' | 'staff';

/** Why the PIPL (Art. 55) asks for an impact assessment before the processing begins. */
export type Assessment = 'sensitive' | 'automated' | 'entrusted';

/** Data that one purpose uses alike: on the same ground, kept as long. */
export interface RecordedData {
  readonly category: string;
  readonly name: string;
  readonly holds: string;
  /** Laws under which it is sensitive. */
  readonly sensitive: readonly string[];
  readonly verbs: readonly CellVerb[];
  readonly basis: LegalBasis;
  /** Days; null: while the account lives; 0: never stored. */
  readonly retention_days: number | null;
  readonly function_name: string | null;
  readonly offered: boolean;
}

export interface RecordedRecipient {
  readonly id: string;
  readonly role: RecipientShape['role'];
  readonly offered: boolean;
}

/** One processing activity: what is done for one purpose. */
export interface RecordedActivity {
  readonly purpose: string;
  readonly name: string;
  readonly clause: string;
  readonly offered: boolean;
  readonly concerned: readonly Concerned[];
  /** Roles of staff who read any of it of others; the persons themselves and jobs apart. */
  readonly roles: readonly string[];
  /** Registered recipients who are given any of it. */
  readonly recipients: readonly RecordedRecipient[];
  readonly assessments: readonly Assessment[];
  readonly data: readonly RecordedData[];
}

/** A protection that is built, in the words of its clause. */
export interface RecordedMeasure {
  readonly clause: string;
  readonly title: string;
  readonly short: string;
}

/** The record of processing activities (GDPR Art. 30, FADP Art. 12), but for who is responsible. */
export interface ProcessingRecord {
  readonly activities: readonly RecordedActivity[];
  readonly measures: readonly RecordedMeasure[];
}

/** Computed from a policy and its words in one language; purposes that use no data are left out. */
export function processingRecord(
  { policy, table }: Pick<CompiledPolicy, 'policy' | 'table'>,
  words: NoticeWords,
): ProcessingRecord {
  const cells = listCells(table);
  const activities = Object.keys(policy.purposes).flatMap((purpose) => {
    const own = cells.filter((item) => item.cell.purpose === purpose);
    return own.length === 0
      ? []
      : [activityOf(policy, words, purpose, own, table.purposes[purpose] ?? false)];
  });
  return { activities, measures: measuresOf(policy, words) };
}

type Listed = ReturnType<typeof listCells>[number];

/** The category that a cell is about: what is sent is a message. */
const categoryOf = ({ verb, subject }: Listed) => (verb === 'send' ? 'message' : subject);

function activityOf(
  policy: PolicyShape,
  words: NoticeWords,
  purpose: string,
  cells: readonly Listed[],
  offered: boolean,
): RecordedActivity {
  const categories = new Set(cells.map(categoryOf));
  const recipients = Object.entries(policy.recipients)
    .filter(([, { role, purposes, categories: gets }]) =>
      // Carriers get what is sent, whatever for; others only what a purpose may hand them.
      role === 'carrier' ? gets.some((one) => categories.has(one)) : purposes?.includes(purpose),
    )
    .map(([id, { role, clause }]) => ({ id, role, offered: isBuilt(policy, clause) }));
  return {
    purpose,
    name: words.purposes[purpose] ?? purpose,
    clause: policy.purposes[purpose]?.clause ?? '',
    offered,
    concerned: concernedBy(policy, purpose, categories),
    roles: rolesOf(policy, purpose),
    recipients,
    assessments: assessmentsOf(policy, purpose, categories, recipients.length > 0),
    data: alike(policy, words, cells),
  };
}

function basisOf(policy: PolicyShape, { verb, subject, cell }: Listed): LegalBasis {
  const shape = verb === 'send' ? policy.messages[subject] : policy[verb][cell.purpose]?.[subject];
  if (shape === undefined) throw new Error(`no ${verb} of ${subject} for ${cell.purpose}`);
  return shape.basis;
}

function alike(policy: PolicyShape, words: NoticeWords, cells: readonly Listed[]): RecordedData[] {
  const found = new Map<string, RecordedData>();
  for (const item of cells) {
    const { verb, cell } = item;
    const category = categoryOf(item);
    const basis = basisOf(policy, item);
    // What is sent is kept as its message is, until delivered.
    const kept = verb === 'send' ? keptAsMessage(policy, cell.purpose) : cell.retention_days;
    const key = JSON.stringify([category, basis, kept, cell.function, cell.offered]);
    const earlier = found.get(key);
    found.set(key, {
      category,
      name: words.categories[category] ?? category,
      holds: words.holds[category] ?? '',
      sensitive: policy.categories[category]?.sensitive ?? [],
      verbs: [...new Set([...(earlier?.verbs ?? []), verb])],
      basis,
      retention_days: kept,
      function_name: cell.function === undefined ? null : (words.functions[cell.function] ?? cell.function),
      offered: cell.offered,
    });
  }
  return [...found.values()];
}

function keptAsMessage(policy: PolicyShape, purpose: string): number | null {
  return policy.collect[purpose]?.message?.retention_days ?? 0;
}

const isBuilt = (policy: PolicyShape, clause: string) => (policy.clauses[clause]?.built ?? 'not') !== 'not';

/** Where visitors and staff alike may act, each acts for themself unless a use says otherwise. */
const forThemselves = (actors: readonly Actor[]) => actors.includes('visitor') && staffOf(actors).length > 0;

/** Customers always; visitors where something is used that comes before accepting, or passes unstored. */
function concernedBy(policy: PolicyShape, purpose: string, categories: ReadonlySet<string>): Concerned[] {
  const collected = Object.values(policy.collect).flatMap((uses) => Object.entries(uses));
  const early = collected.filter(([, use]) => use.before_accepting === true).map(([category]) => category);
  const passing = [...categories].filter((category) => policy.categories[category]?.storage === 'fleeting');
  const visitors = early.some((category) => categories.has(category)) || passing.length > 0;
  const staff = forThemselves(policy.purposes[purpose]?.actors ?? []);
  return ['customers', ...(visitors ? ['visitors' as const] : []), ...(staff ? ['staff' as const] : [])];
}

const staffOf = (actors: readonly Actor[]) =>
  actors.filter((actor) => actor !== 'visitor' && actor !== 'person' && actor !== 'system');

function rolesOf(policy: PolicyShape, purpose: string): string[] {
  const actors = policy.purposes[purpose]?.actors ?? [];
  const usual = forThemselves(actors) ? [] : actors;
  return [
    ...new Set(Object.values(policy.read[purpose] ?? {}).flatMap((use) => staffOf(use.actors ?? usual))),
  ];
}

function assessmentsOf(
  policy: PolicyShape,
  purpose: string,
  categories: ReadonlySet<string>,
  given: boolean,
): Assessment[] {
  const sensitive = [...categories].some((category) =>
    policy.categories[category]?.sensitive.includes('pipl'),
  );
  const uses = [policy.collect[purpose], policy.read[purpose]].flatMap((one) => Object.values(one ?? {}));
  // Art. 24 is the law's article on decisions made by machines.
  const automated = uses.some((use) => /\bArt\. 24\b/.test(use.basis.pipl));
  return [
    ...(sensitive ? ['sensitive' as const] : []),
    ...(automated ? ['automated' as const] : []),
    ...(given ? ['entrusted' as const] : []),
  ];
}

function measuresOf(policy: PolicyShape, words: NoticeWords): RecordedMeasure[] {
  return Object.entries(policy.clauses)
    .filter(([, shape]) => shape.chapter === 'S' && shape.built !== 'not')
    .map(([clause]) => ({
      clause,
      title: words.clauses[clause]?.title ?? clause,
      short: words.clauses[clause]?.short ?? '',
    }));
}
