import type { Actor, MessageShape, PolicyShape, RecipientShape, UseShape } from '../shape.ts';

/** One decision, ready to be taken. Plain data: it may be stored as JSON and sent to a browser. */
export interface Cell {
  readonly purpose: string;
  /** The clause that decides and is named in every answer and record. */
  readonly clause: string;
  /** Every clause that must be offered: the cell's, its category's, its purpose's, its function's, its ground's. */
  readonly clauses: readonly string[];
  readonly function?: string;
  readonly or_functions?: readonly string[];
  /** The person's own use; it works while the function is closed, too. */
  readonly while_closed?: boolean;
  /** The exception on whose standing rule it rests. */
  readonly ground?: string;
  /** Neither a clause among `clauses` nor the use itself is unbuilt. */
  readonly offered: boolean;
  /** The use itself waits for its capability, whatever its clauses say. */
  readonly unbuilt?: true;
  readonly before_accepting: boolean;
  readonly actors: readonly Actor[];
  /** Days; null: while the account lives; 0: never stored. For messages: 0, what is kept is its `message` row. */
  readonly retention_days: number | null;
}

export type Cells = Readonly<Record<string, Readonly<Record<string, Cell>>>>;

/** A third party that a purpose may hand data to, if the register of third parties lets it. */
export interface ShareCell extends Cell {
  readonly categories: readonly string[];
}

/** What is not in the table is denied. */
export interface DecisionTable {
  /** purpose → category */
  readonly collect: Cells;
  readonly read: Cells;
  /** message */
  readonly send: Readonly<Record<string, Cell>>;
  /** purpose → recipient */
  readonly share: Readonly<Record<string, Readonly<Record<string, ShareCell>>>>;
  /** category → storage, so that a grant is never made for what is never stored. */
  readonly storage: Readonly<Record<string, 'sealed' | 'plain' | 'fleeting'>>;
  /** purpose → whether its own clause is offered. */
  readonly purposes: Readonly<Record<string, boolean>>;
  /** Purposes that copy what is stored, boxes unopened, and are offered. */
  readonly copies: readonly string[];
}

export type CellVerb = 'collect' | 'read' | 'send';

/** `collect:service:contact`, `read:support:photo`, `send:authentication:code`. */
export function cellKey(verb: CellVerb, purpose: string, subject: string): string {
  return `${verb}:${purpose}:${subject}`;
}

/** `share:service:partner.service`. */
export function shareKey(purpose: string, recipient: string): string {
  return `share:${purpose}:${recipient}`;
}

function isOffered(policy: PolicyShape, clauses: readonly string[]): boolean {
  return clauses.every((id) => {
    const clause = policy.clauses[id];
    return clause !== undefined && clause.built !== 'not';
  });
}

function clausesOf(
  policy: PolicyShape,
  use: UseShape | MessageShape | RecipientShape,
  purpose: string,
  category?: string,
): string[] {
  const names = [
    use.clause,
    category === undefined ? undefined : policy.categories[category]?.clause,
    policy.purposes[purpose]?.clause,
    use.function === undefined ? undefined : policy.functions[use.function]?.clause,
    'ground' in use && use.ground !== undefined ? policy.exceptions[use.ground]?.clause : undefined,
  ];
  return [...new Set(names.filter((name) => name !== undefined))];
}

function useCell(policy: PolicyShape, purpose: string, category: string, use: UseShape): Cell {
  const clauses = clausesOf(policy, use, purpose, category);
  return {
    purpose,
    clause: use.clause,
    clauses,
    ...(use.function === undefined ? {} : { function: use.function }),
    ...(use.or_functions === undefined ? {} : { or_functions: use.or_functions }),
    ...(use.ground === undefined ? {} : { ground: use.ground }),
    ...(use.while_closed ? { while_closed: true } : {}),
    ...(use.unbuilt ? { unbuilt: true } : {}),
    offered: use.unbuilt !== true && isOffered(policy, clauses),
    before_accepting: use.before_accepting ?? false,
    actors: use.actors ?? policy.purposes[purpose]?.actors ?? [],
    retention_days: use.retention_days,
  };
}

function messageCell(policy: PolicyShape, message: MessageShape): Cell {
  const clauses = clausesOf(policy, message, message.purpose);
  return {
    purpose: message.purpose,
    clause: message.clause,
    clauses,
    ...(message.function === undefined ? {} : { function: message.function }),
    offered: isOffered(policy, clauses),
    before_accepting: message.before_accepting ?? false,
    actors: policy.purposes[message.purpose]?.actors ?? [],
    retention_days: 0,
  };
}

function shareCell(policy: PolicyShape, purpose: string, recipient: RecipientShape): ShareCell {
  const clauses = clausesOf(policy, recipient, purpose);
  return {
    purpose,
    clause: recipient.clause,
    clauses,
    ...(recipient.function === undefined ? {} : { function: recipient.function }),
    offered: isOffered(policy, clauses),
    before_accepting: false,
    actors: policy.purposes[purpose]?.actors ?? [],
    retention_days: 0,
    categories: recipient.categories,
  };
}

function shareCells(policy: PolicyShape, purpose: string): Record<string, ShareCell> {
  return Object.fromEntries(
    Object.entries(policy.recipients)
      .filter(([, recipient]) => recipient.purposes?.includes(purpose) ?? false)
      .map(([id, recipient]) => [id, shareCell(policy, purpose, recipient)]),
  );
}

function mapValues<T, U>(
  record: Readonly<Record<string, T>>,
  to: (value: T, key: string) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value, key)]));
}

/** Compiles the decision table. Expects a policy that `checkPolicy` let pass. */
export function decisionTable(policy: PolicyShape): DecisionTable {
  const cells = (verb: 'collect' | 'read'): Cells =>
    mapValues(policy[verb], (uses, purpose) =>
      mapValues(uses, (use, category) => useCell(policy, purpose, category, use)),
    );
  return {
    collect: cells('collect'),
    read: cells('read'),
    send: mapValues(policy.messages, (message) => messageCell(policy, message)),
    share: mapValues(policy.purposes, (_, purpose) => shareCells(policy, purpose)),
    storage: mapValues(policy.categories, (category) => category.storage),
    purposes: mapValues(policy.purposes, (purpose) => isOffered(policy, [purpose.clause])),
    copies: Object.entries(policy.purposes)
      .filter(([, { copies, clause }]) => copies === true && isOffered(policy, [clause]))
      .map(([purpose]) => purpose),
  };
}

/** Every cell with its key; the order is that of the policy. */
export function listCells(
  table: DecisionTable,
): { verb: CellVerb; key: string; subject: string; cell: Cell }[] {
  const uses = (['collect', 'read'] as const).flatMap((verb) =>
    Object.entries(table[verb]).flatMap(([purpose, cells]) =>
      Object.entries(cells).map(([subject, cell]) => ({
        verb,
        key: cellKey(verb, purpose, subject),
        subject,
        cell,
      })),
    ),
  );
  const sends = Object.entries(table.send).map(([subject, cell]) => ({
    verb: 'send' as const,
    key: cellKey('send', cell.purpose, subject),
    subject,
    cell,
  }));
  return [...uses, ...sends];
}
