import { hash } from 'node:crypto';
import type { Actor } from '@axent/policy/shape';
import { commitmentInput, salt_bytes, type UseRecord } from '../ledger/ledger.ts';
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
}

/** Gathers what one operation used, by clause, and makes its leaves. */
export class Recorder {
  wrote = false;
  readonly events: string[] = [];
  readonly messages: string[] = [];
  /** Clause → person → categories; null: the operation's person, where there is one. */
  readonly #byClause = new Map<string, Map<PersonId | null, Set<string>>>();
  #person: PersonId | null = null;
  readonly #contract: Contract;
  readonly #actor: Actor;
  readonly #policyHash: string;
  readonly #now: Date;
  readonly #vault: Vault;

  constructor(contract: Contract, actor: Actor, policyHash: string, now: Date, vault: Vault) {
    this.#contract = contract;
    this.#actor = actor;
    this.#policyHash = policyHash;
    this.#now = now;
    this.#vault = vault;
  }

  /** Notes a use of a category, allowed by a clause, of the operation's person (null: a visitor's). */
  note(clause: string, category: string, person: PersonId | null): void {
    const people = this.#byClause.get(clause) ?? new Map<PersonId | null, Set<string>>();
    this.#byClause.set(clause, people);
    const categories = people.get(person) ?? new Set<string>();
    people.set(person, categories);
    categories.add(category);
    this.#person ??= person;
  }

  get clauses(): readonly string[] {
    return [...this.#byClause.keys()];
  }

  async leaves(): Promise<Leaf[]> {
    const people = new Set([...this.#byClause.values()].flatMap((one) => [...one.keys()]));
    people.delete(null);
    if (people.size > 1) await this.#vault.prepare('record', [...people] as string[]);
    const leaves: Leaf[] = [];
    for (const [clause, people] of this.#byClause) leaves.push(await this.#leaf(clause, this.#named(people)));
    return leaves;
  }

  /** What was noted before its person was known (signing in) is that person's. */
  #named(people: ReadonlyMap<PersonId | null, Set<string>>): ReadonlyMap<PersonId | null, Set<string>> {
    const nobody = people.get(null);
    if (nobody === undefined || this.#person === null) return people;
    const named = new Map(people);
    named.delete(null);
    return named.set(this.#person, new Set([...nobody, ...(people.get(this.#person) ?? [])]));
  }

  async #leaf(clause: string, people: ReadonlyMap<PersonId | null, Set<string>>): Promise<Leaf> {
    const id = uuidv7(this.#now.getTime());
    const parts: Buffer[] = [];
    const records: Leaf['records'][number][] = [];
    for (const [person, categories] of people) {
      const { commitment, record } = await this.#commit(clause, person, categories);
      parts.push(commitment);
      if (record !== null) records.push(record);
    }
    return { id, entry: Buffer.concat(parts), records };
  }

  async #commit(clause: string, person: PersonId | null, categories: ReadonlySet<string>) {
    const record: UseRecord = {
      purpose: this.#contract.purpose,
      clause,
      categories: [...categories].sort(),
      role: this.#actor,
      policy: this.#policyHash,
      time: this.#now.toISOString(),
      operation: this.#contract.name,
    };
    const salt = this.#vault.random(salt_bytes);
    const commitment = hash('sha256', commitmentInput(salt, record), 'buffer');
    if (person === null) return { commitment, record: null };
    const row = uuidv7(this.#now.getTime());
    const sealed = await this.#vault.seal(
      'record',
      { salt: salt.toString('base64'), record },
      {
        owner: person,
        table: 'kernel.record',
        row,
      },
    );
    return { commitment, record: { person_id: person, id: row, at: this.#now, sealed } };
  }
}
