import { hash } from 'node:crypto';
import type { Actor } from '@axent/policy/shape';
import type { Standing } from '../gate/gate.ts';
import type { MatterFacts } from '../gate/matters.ts';
import { commitmentInput, type Decided, salt_bytes, type UseRecord } from '../ledger/ledger.ts';
import type { PersonId } from '../vault/identifier.ts';
import { uuidv7 } from '../vault/identifier.ts';
import type { Vault } from '../vault/vault.ts';
import type { Contract } from './contract.ts';

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

/** Uses that go into one leaf. */
interface Noted {
  readonly clause: string;
  readonly recipient?: string;
  readonly categories: Set<string>;
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
  wrote = false;
  /** The handler is done: what it was handed for its time ends with it. */
  ended = false;
  readonly events: string[] = [];
  readonly messages: string[] = [];
  readonly #uses = new Map<string, Noted>();
  readonly #matters = new Map<string, NotedMatter>();
  readonly #decisions = new Map<string, Rests[]>();
  #person: PersonId | null = null;
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

  /** Notes what the gate allowed by a clause, and on what that rested, so that it can be decided again. */
  allowed(clause: string, asked: string, standing: Standing, name: string | null): void {
    const { accepted, gpc } = standing;
    const opened = name === null ? undefined : standing.openings[name];
    const decided = this.#decisions.get(clause) ?? [];
    this.#decisions.set(clause, decided);
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
   * Notes a use of a category, allowed by a clause, of the operation's person (null: a visitor's); `recipient` names
   * the third party that it was handed to.
   */
  note(clause: string, category: string, person: PersonId | null, recipient?: string): void {
    const key = recipient === undefined ? clause : `${clause}|${recipient}`;
    let noted = this.#uses.get(key);
    if (noted === undefined) {
      noted = { clause, categories: new Set(), ...(recipient === undefined ? {} : { recipient }) };
      this.#uses.set(key, noted);
    }
    noted.categories.add(category);
    this.#person ??= person;
  }

  /** Notes that a matter concerns a category of a person: by an officer's act, which names the evidence, or by a use. */
  noteMatter(matter: MatterFacts, clause: string, category: string, person: string, evidence = false): void {
    this.wrote = true;
    const key = `${matter.id}|${evidence}`;
    const noted = this.#matters.get(key) ?? { matter, clause, evidence, people: new Map() };
    this.#matters.set(key, noted);
    const categories = noted.people.get(person) ?? new Set<string>();
    noted.people.set(person, categories.add(category));
  }

  get clauses(): readonly string[] {
    return [...new Set([...this.#uses.values(), ...this.#matters.values()].map(({ clause }) => clause))];
  }

  async leaves(): Promise<Leaf[]> {
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

  /** What the gate was asked, and on what its answers rested. */
  #decided(clause: string) {
    const decisions = (this.#decisions.get(clause) ?? []).map(({ asked, on }) => ({
      ...on,
      asked: [...asked].sort(),
    }));
    return decisions.length === 0 ? {} : { decisions, version: this.#policy.sequence };
  }

  async #leaf({ clause, categories, recipient }: Noted): Promise<Leaf> {
    const record = {
      ...this.#record(clause, categories),
      ...this.#decided(clause),
      ...(recipient === undefined ? {} : { recipient }),
    };
    const part = await this.#part(record, this.#person);
    const id = uuidv7(this.#now.getTime());
    return { id, entry: part.commitment, records: part.records };
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
    const commitment = hash('sha256', commitmentInput(salt, record), 'buffer');
    if (person === null) return { commitment, records: [] };
    const row = uuidv7(this.#now.getTime());
    const sealed = await this.#vault.seal(
      'record',
      { salt: salt.toString('base64'), record },
      { owner: person, table: 'kernel.record', row },
    );
    return { commitment, records: [{ person_id: person, id: row, at: this.#now, sealed }] };
  }
}
