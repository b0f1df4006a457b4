import { hash } from 'node:crypto';
import type { Actor } from '@axent/policy/shape';
import type { Standing } from '../gate/gate.ts';
import type { MatterFacts } from '../gate/matters.ts';
import { commitmentInput, type Decided, recordJson, salt_bytes, type UseRecord } from '../ledger/ledger.ts';
import type { PersonId } from '../vault/identifier.ts';
import { uuidv7 } from '../vault/identifier.ts';
import type { Vault } from '../vault/vault.ts';
import { type Contract, isSafe } from './contract.ts';

/** A leaf with the sealed records of the persons whose commitments its entry lists. */
export interface Leaf {
  readonly id: string;
  readonly entry: Buffer;
  readonly records: readonly {
    readonly person_id: string;
    readonly id: string;
    readonly at: Date;
    readonly sealed: Buffer;
  }[];
  /** The matter by which the data was used: its records are shown once they may be told. */
  readonly matter?: { readonly id: string; readonly records: Leaf['records'] };
}

/** By person; null: nobody known yet, or nobody in particular. */
type ByPerson<T> = Map<PersonId | null, T>;

/** Uses that go into one leaf, with a commitment for each person. */
interface Noted {
  readonly clause: string;
  readonly recipient?: string;
  readonly people: ByPerson<Set<string>>;
}

interface NotedMatter {
  readonly matter: MatterFacts;
  readonly clause: string;
  /** The acts of officers commit to the evidence, uses to the matter alone. */
  readonly evidence: boolean;
  /** person → categories */
  readonly people: Map<string, Set<string>>;
}

interface PolicyInForce {
  readonly hash: string;
  readonly sequence: number;
}

interface Rests {
  readonly asked: Set<string>;
  readonly on: Omit<Decided, 'asked'>;
}

/** Gathers what one operation used, by clause, and makes its leaves. */
export class Recorder {
  #wrote = false;
  /** The handler is done: what it was handed for its time ends with it. */
  ended = false;
  readonly events: string[] = [];
  readonly messages: string[] = [];
  readonly #uses = new Map<string, Noted>();
  readonly #matters = new Map<string, NotedMatter>();
  /** Clause → person → decisions. */
  readonly #decisions = new Map<string, ByPerson<Rests[]>>();
  readonly #people = new Set<PersonId>();
  readonly #contract: Contract;
  readonly #actor: Actor;
  readonly #policy: PolicyInForce;
  readonly #now: Date;
  readonly #vault: Vault;

  constructor(contract: Contract, actor: Actor, policy: PolicyInForce, now: Date, vault: Vault) {
    this.#contract = contract;
    this.#actor = actor;
    this.#policy = policy;
    this.#now = now;
    this.#vault = vault;
  }

  /** Notes what the gate allowed of a person by a clause, and on what that rested, so that it can be decided again. */
  allowed(
    clause: string,
    asked: string,
    standing: Standing,
    name: string | null,
    person: PersonId | null,
  ): void {
    const { accepted, gpc } = standing;
    const opened = name === null ? undefined : standing.openings[name];
    const people = this.#decisions.get(clause) ?? new Map<PersonId | null, Rests[]>();
    this.#decisions.set(clause, people);
    const decided = people.get(person) ?? [];
    people.set(person, decided);
    const same = decided.find(
      ({ on }) =>
        on.accepted === accepted && (name === null || opened === undefined || on.openings[name] === opened),
    );
    if (same !== undefined) same.asked.add(asked);
    else {
      const openings = name === null || opened === undefined ? {} : { [name]: opened };
      decided.push({ asked: new Set([asked]), on: { accepted, gpc, openings } });
    }
  }

  /**
   * Notes a use of a category, allowed by a clause, of a person (null: a visitor's, or nobody's); `recipient` names the
   * third party that it was handed to.
   */
  note(clause: string, category: string, person: PersonId | null, recipient?: string): void {
    const key = recipient === undefined ? clause : `${clause}|${recipient}`;
    let noted = this.#uses.get(key);
    if (noted === undefined) {
      noted = { clause, people: new Map(), ...(recipient === undefined ? {} : { recipient }) };
      this.#uses.set(key, noted);
    }
    const categories = noted.people.get(person) ?? new Set<string>();
    noted.people.set(person, categories.add(category));
    if (person !== null) this.#people.add(person);
  }

  /** Notes that a matter concerns a category of a person: by an officer's act, which names the evidence, or by a use. */
  noteMatter(matter: MatterFacts, clause: string, category: string, person: string, evidence = false): void {
    this.writes();
    const key = `${matter.id}|${evidence}`;
    const noted = this.#matters.get(key) ?? { matter, clause, evidence, people: new Map() };
    this.#matters.set(key, noted);
    const categories = noted.people.get(person) ?? new Set<string>();
    noted.people.set(person, categories.add(category));
  }

  get wrote(): boolean {
    return this.#wrote;
  }

  /** Called before anything is written. Throws where the operation is said to be safe. */
  writes(): void {
    if (isSafe(this.#contract)) throw new Error(`${this.#contract.name} is safe and writes.`);
    this.#wrote = true;
  }

  get clauses(): readonly string[] {
    return [...new Set([...this.#uses.values(), ...this.#matters.values()].map(({ clause }) => clause))];
  }

  async leaves(): Promise<Leaf[]> {
    if (this.#people.size > 1) await this.#vault.prepare('record', [...this.#people]);
    const leaves: Leaf[] = [];
    for (const noted of this.#uses.values()) leaves.push(await this.#leaf(noted));
    for (const noted of this.#matters.values()) leaves.push(await this.#matterLeaf(noted));
    return leaves;
  }

  #record(clause: string, categories: ReadonlySet<string>): UseRecord {
    return {
      purpose: this.#contract.purpose,
      clause,
      categories: [...categories].sort(),
      role: this.#actor,
      policy: this.#policy.hash,
      time: this.#now.toISOString(),
      operation: this.#contract.name,
    };
  }

  /** The one person whom the operation was about; null: it was about nobody, or about several. */
  get #only(): PersonId | null {
    const [person = null] = this.#people;
    return this.#people.size === 1 ? person : null;
  }

  /** What was noted before its person was known (signing in) is that person's. */
  #named(people: ByPerson<Set<string>>): ByPerson<Set<string>> {
    const nobody = people.get(null);
    const only = this.#only;
    if (nobody === undefined || only === null) return people;
    return new Map([[only, new Set([...nobody, ...(people.get(only) ?? [])])]]);
  }

  /** What the gate was asked of a person, and on what its answers rested. */
  #decided(clause: string, person: PersonId | null) {
    const people = this.#decisions.get(clause);
    const before = person === this.#only ? (people?.get(null) ?? []) : [];
    const own = person === null ? (people?.get(null) ?? []) : [...before, ...(people?.get(person) ?? [])];
    const decisions = own.map(({ asked, on }) => ({ ...on, asked: [...asked].sort() }));
    return decisions.length === 0 ? {} : { decisions, version: this.#policy.sequence };
  }

  async #leaf({ clause, people, recipient }: Noted): Promise<Leaf> {
    const parts = await Promise.all(
      [...this.#named(people)].map(([person, categories]) => {
        const third = recipient === undefined ? {} : { recipient };
        const record = { ...this.#record(clause, categories), ...this.#decided(clause, person), ...third };
        return this.#part(record, person);
      }),
    );
    return {
      id: uuidv7(this.#now.getTime()),
      entry: Buffer.concat(parts.map(({ commitment }) => commitment)),
      records: parts.flatMap(({ records }) => records),
    };
  }

  /** One leaf for all persons of a matter, and each finds their own commitment in it. */
  async #matterLeaf({ matter, clause, evidence, people }: NotedMatter): Promise<Leaf> {
    const parts = await Promise.all(
      [...people].map(([person, categories]) => {
        const named = { ...this.#record(clause, categories), matter: matter.name };
        const record = evidence ? { ...named, evidence: matter.evidence.toString('hex') } : named;
        return this.#part(record, person);
      }),
    );
    return {
      id: uuidv7(this.#now.getTime()),
      entry: Buffer.concat(parts.map(({ commitment }) => commitment)),
      records: [],
      matter: { id: matter.id, records: parts.flatMap(({ records }) => records) },
    };
  }

  /** A person's part of a leaf: the commitment, and the record that opens it, sealed for them. */
  async #part(record: UseRecord, person: string | null) {
    const salt = this.#vault.random(salt_bytes);
    const text = recordJson(record);
    const commitment = hash('sha256', commitmentInput(salt, text), 'buffer');
    if (person === null) return { commitment, records: [] };
    const row = uuidv7(this.#now.getTime());
    const sealed = await this.#vault.sealText(
      'record',
      `{"salt":"${salt.toString('base64')}","record":${text}}`,
      { owner: person, table: 'kernel.record', row },
    );
    return { commitment, records: [{ person_id: person, id: row, at: this.#now, sealed }] };
  }
}
