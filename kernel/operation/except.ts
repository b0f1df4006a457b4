import { type Connection, statement } from '../database/rows.ts';
import type { Gate } from '../gate/gate.ts';
import { decideMatter, type MatterFacts } from '../gate/matters.ts';
import { type Box, type BoxRow, box, categoryOf, type Sealed, type Value } from '../vault/box.ts';
import type { PersonId } from '../vault/identifier.ts';
import type { Contract } from './contract.ts';
import type { Kernel } from './parts.ts';
import { problem } from './problem.ts';
import type { Leaf, Recorder } from './recorder.ts';
import type { Excepted, MatterCategory } from './use.outside.ts';

interface Operation {
  readonly kernel: Kernel;
  readonly client: Connection;
  readonly contract: Contract;
  readonly gate: Gate;
  readonly recorder: Recorder;
  readonly actor: Parameters<typeof decideMatter>[2]['actor'];
}

async function factsOf(client: Connection, matter: string): Promise<MatterFacts | null> {
  const { rows } = await client.query<MatterFacts>(
    statement('select * from kernel.matter_facts($1)', [matter]),
  );
  return rows[0] ?? null;
}

async function peopleOf(client: Connection, matter: string): Promise<PersonId[]> {
  const { rows } = await client.query<{ id: PersonId }>(
    statement('select id from kernel.matter_people($1) as id', [matter]),
  );
  return rows.map(({ id }) => id);
}

interface BoxOfMatter extends BoxRow {
  readonly place: string;
  readonly function: string;
  readonly device_id: string;
  readonly sealed: Sealed<MatterCategory>;
}

/** `use.except`: everything is asked anew at each box, so that a matter that ends meanwhile stops the next one. */
export async function except(operation: Operation, id: string): Promise<Excepted> {
  const { kernel, client, contract, gate, recorder, actor } = operation;
  const people = await peopleOf(client, id);
  const ask = async (person: PersonId | null, category: string) => {
    const now = new Date(kernel.clock());
    const facts = await factsOf(client, id);
    const question = {
      purpose: contract.purpose,
      category,
      actor,
      named: person !== null && people.includes(person),
    };
    const decision = decideMatter(gate, facts, question, kernel.area, now);
    if (decision.allowed && facts !== null && person !== null && !recorder.ended)
      return { clause: decision.clause, facts, person, now };
    throw problem('no_matter', { clause: decision.clause, purpose: contract.purpose, subject: category });
  };
  const facts = await factsOf(client, id);
  const first = facts?.categories[0] ?? '';
  const { facts: standing } = await ask(people[0] ?? null, first);
  return {
    name: standing.name,
    ground: standing.ground,
    categories: standing.categories as readonly MatterCategory[],
    people,
    boxes: async <C extends MatterCategory>(person: PersonId, category: C) => {
      const { now } = await ask(person, category);
      const { rows } = await client.query<BoxOfMatter>(
        statement('select * from kernel.matter_boxes($1, $2, $3, $4)', [id, person, category, now]),
      );
      return rows.map(({ place, ...row }) => box(place, row, row.sealed) as Box<C>);
    },
    read: async <C extends MatterCategory>(one: Box<C>) => {
      const category = categoryOf(one.sealed);
      const { clause, facts: now, person } = await ask(one.person, category);
      const value = await kernel.vault.open(one.sealed, { owner: one.owner, table: one.table, row: one.row });
      recorder.noteMatter(now, clause, category, person);
      return value as Value<C>;
    },
  };
}

/** Puts an officer's act on a matter into the ledger, with its evidence, for each person it names. */
export async function attest(
  kernel: Kernel,
  client: Connection,
  gate: Gate,
  recorder: Recorder,
  id: string,
): Promise<void> {
  const facts = await factsOf(client, id);
  if (facts === null) throw new Error('A matter that is not there cannot be attested.');
  const clause = gate.grounds.get(facts.ground)?.clause;
  if (clause === undefined || facts.area !== kernel.area)
    throw problem('no_matter', { clause: facts.ground });
  for (const person of await peopleOf(client, id))
    for (const category of facts.categories) recorder.noteMatter(facts, clause, category, person, true);
}

/** The records of a matter's leaf, kept apart from the person's others until they may be told. */
export async function insertMatterRecords(
  client: Connection,
  leaf: string,
  { id, records }: NonNullable<Leaf['matter']>,
): Promise<void> {
  await client.query(
    statement('select kernel.note_matter($1, $2, $3, $4::uuid[], $5::uuid[], $6::bytea[])', [
      id,
      leaf,
      records[0]?.at ?? null,
      records.map(({ person_id }) => person_id),
      records.map((record) => record.id),
      records.map(({ sealed }) => sealed),
    ]),
  );
}
