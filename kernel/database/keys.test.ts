import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../tests/world.ts';

/** Keys that do not begin with a person, each with the reason; a new one is thought about before it is listed. */
const exceptions: Readonly<Record<string, string>> = {
  'kernel.identifier identifier_pkey':
    'looked up by the keyed hash of an address, before the person is known',
  'kernel.session session_pkey': 'looked up by the hash of the token, before the person is known',
  'kernel.half_session half_session_pkey': 'looked up by the hash of the token, before the person is known',
  'kernel.message message_pkey':
    'a queue: what goes to an address that belongs to no person stands in it too',
  'kernel.acceptance acceptance_sequence_fkey': 'versions of the policy are the same in every database',
  'kernel.opening opening_sequence_fkey': 'versions of the policy are the same in every database',
  'kernel.sharing sharing_recipient_fkey': 'the register of third parties is the same in every database',
  'kernel.matter_person matter_person_matter_fkey':
    'a matter may be about many people, and stands for itself',
  'kernel.matter_record matter_record_matter_fkey':
    'a matter may be about many people, and stands for itself',
};

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface Key {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Tables with a `person_id`. */
const personal = `
  select c.oid, n.nspname || '.' || c.relname as table from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id' and not a.attisdropped
  where n.nspname in ('app', 'kernel') and c.relkind in ('r', 'p')`;

const columns = (numbers: string) => `(
  select array_agg(a.attname::text order by k.place) from unnest(${numbers}) with ordinality k (number, place)
  join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number)`;

async function keysOf(text: string): Promise<readonly Key[]> {
  return (await world.kernel.pools.owner.query<Key>(`with t as (${personal}) ${text}`)).rows;
}

const found = (keys: readonly Key[], isGood: (key: Key) => boolean) =>
  keys.filter((key) => !isGood(key) && exceptions[key.name] === undefined);

test('every key of a table of a person’s rows begins with the person, so that people can be spread over databases', async () => {
  const unique = await keysOf(
    `select t.table || ' ' || i.indexrelid::regclass::text as name, ${columns('i.indkey::int2[]')} as columns
     from t join pg_index i on i.indrelid = t.oid where i.indisunique or i.indisprimary`,
  );
  const named = unique.map(({ name, columns: own }) => ({
    name: name.replace(/ (app|kernel)\./, ' '),
    columns: own,
  }));
  expect(named.length).toBeGreaterThan(5);
  expect(found(named, (key) => key.columns[0] === 'person_id')).toEqual([]);
});

test('every reference from or to such a table names the person', async () => {
  const references = await keysOf(
    `select t.table || ' ' || c.conname as name, ${columns('c.conkey')} as columns
     from t join pg_constraint c on c.contype = 'f' and c.conrelid = t.oid`,
  );
  const towards = await keysOf(
    `select c.conrelid::regclass::text || ' ' || c.conname as name, ${columns('c.confkey')} as columns
     from t join pg_constraint c on c.contype = 'f' and c.confrelid = t.oid`,
  );
  expect(references.length).toBeGreaterThan(3);
  expect(found([...references, ...towards], (key) => key.columns.includes('person_id'))).toEqual([]);
});

test('every such table has a primary key', async () => {
  const bare = await keysOf(
    `select t.table as name, array[]::text[] as columns from t
     where not exists (select 1 from pg_index i where i.indrelid = t.oid and i.indisprimary)`,
  );
  expect(bare).toEqual([]);
});

test('no exception is listed that is none any more', async () => {
  const all = await keysOf(
    `select t.table || ' ' || c.conname as name, '{}'::text[] as columns
     from t join pg_constraint c on c.conrelid = t.oid`,
  );
  const names = all.map(({ name }) => name);
  expect(Object.keys(exceptions).filter((name) => !names.includes(name))).toEqual([]);
});

test('a table whose key does not begin with the person is found', async () => {
  await world.kernel.pools.owner.query(
    'create table app.stray (person_id uuid not null, id uuid primary key)',
  );
  const unique = await keysOf(
    `select t.table || ' ' || c.conname as name, ${columns('c.conkey')} as columns
     from t join pg_constraint c on c.conrelid = t.oid and c.contype in ('p', 'u')`,
  );
  expect(found(unique, (key) => key.columns[0] === 'person_id').map(({ name }) => name)).toEqual([
    'app.stray stray_pkey',
  ]);
});
