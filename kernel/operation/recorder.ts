import { hash } from 'node:crypto';
import type { Actor } from '@axent/policy/shape';
import type { Standing } from '../gate/gate.ts';
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
  readonly events: string[] = [];
  readonly messages: string[] = [];
  readonly #byClause = new Map<string, Set<string>>();
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

  /** Notes a use of a category, allowed by a clause, of the operation's person (null: a visitor's). */
  note(clause: string, category: string, person: PersonId | null): void {
    const categories = this.#byClause.get(clause) ?? new Set<string>();
    categories.add(category);
    this.#byClause.set(clause, categories);
    this.#person ??= person;
  }

  get clauses(): readonly string[] {
    return [...this.#byClause.keys()];
  }

  async leaves(): Promise<Leaf[]> {
    const leaves: Leaf[] = [];
    for (const [clause, categories] of this.#byClause) leaves.push(await this.#leaf(clause, categories));
    return leaves;
  }

  async #leaf(clause: string, categories: ReadonlySet<string>): Promise<Leaf> {
    const record: UseRecord = {
      purpose: this.#contract.purpose,
      clause,
      categories: [...categories].sort(),
      role: this.#actor,
      policy: this.#policy.hash,
      time: this.#now.toISOString(),
      operation: this.#contract.name,
      decisions: (this.#decisions.get(clause) ?? []).map(({ asked, on }) => ({
        ...on,
        asked: [...asked].sort(),
      })),
      version: this.#policy.sequence,
    };
    const salt = this.#vault.random(salt_bytes);
    const entry = hash('sha256', commitmentInput(salt, record), 'buffer');
    const id = uuidv7(this.#now.getTime());
    if (this.#person === null) return { id, entry, records: [] };
    const row = uuidv7(this.#now.getTime());
    const sealed = await this.#vault.seal(
      'record',
      { salt: salt.toString('base64'), record },
      {
        owner: this.#person,
        table: 'kernel.record',
        row,
      },
    );
    return { id, entry, records: [{ person_id: this.#person, id: row, at: this.#now, sealed }] };
  }
}
