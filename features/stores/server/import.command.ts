import { readFile } from 'node:fs/promises';
import { families } from '@axent/brand/products';
import pg from 'pg';
import { type DatabasePlace, openImportDatabase } from './import.database.ts';
import { readStores } from './import.stores.ts';
import { ImportRefused, importContent } from './import.ts';

const usage = [
  'npm run stores -- import FILE   replaces all stores by those of the CSV file; one bad row refuses all',
  'npm run stores -- places FILE   replaces the list of places for typed searches',
  'npm run stores -- check FILE    only reads a file of stores and says what is wrong with it',
].join('\n');

const say = (line: string) => process.stdout.write(`${line}\n`);

async function readFileOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw new Error(`${path} cannot be read. Give the path of a CSV file.`);
  }
}

function check(file: Uint8Array): void {
  const read = readStores(file, families);
  if ('faults' in read) throw new ImportRefused('stores', read.faults);
  say(`${read.stores.length} stores, nothing wrong.`);
}

async function put(kind: 'stores' | 'places', file: Uint8Array, place: DatabasePlace): Promise<void> {
  const database = await openImportDatabase(place);
  const client = new pg.Client({ connectionString: database.url, statement_timeout: 120_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const content = { stores: null, places: null, families, [kind]: file };
    const imported = await importContent(client, content);
    say(`Imported: ${imported[kind]} ${kind}. Running servers use them within a second or two.`);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '3F000' || code === '42P01')
      throw new Error('This database has no tables for stores yet. Start AXENT once with it, then import.');
    throw error;
  } finally {
    await client.end();
    await database.close();
  }
}

async function run([first = '', second]: readonly string[], place: () => DatabasePlace): Promise<number> {
  const [verb, path] = second === undefined ? ['import', first] : [first, second];
  if (!path || !['import', 'places', 'check'].includes(verb)) {
    say(usage);
    return 2;
  }
  const file = await readFileOf(path);
  if (verb === 'check') check(file);
  else await put(verb === 'places' ? 'places' : 'stores', file, place());
  return 0;
}

/**
 * `import FILE`, `places FILE` or `check FILE`. Exit codes: 0 done, 1 refused, 2 called the wrong way.
 * @param place asked only when something is put into the database.
 */
export async function storesCommand(words: readonly string[], place: () => DatabasePlace): Promise<number> {
  try {
    return await run(words, place);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return 1;
  }
}
