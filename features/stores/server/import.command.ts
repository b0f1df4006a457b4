import { readFile } from 'node:fs/promises';
import { families } from '@axent/brand/products';
import { services } from '@axent/brand/services';
import pg from 'pg';
import { type DatabasePlace, openImportDatabase } from './import.database.ts';
import { readStores } from './import.stores.ts';
import { ImportRefused, importContent } from './import.ts';

const usage = [
  'npm run stores -- import FILE     replaces all stores by those of the CSV or GeoJSON file; one bad row refuses all',
  'npm run stores -- holidays FILE   replaces the public holidays that stores go by',
  'npm run stores -- places FILE     replaces the list of places for typed searches',
  'npm run stores -- services FILE   replaces what stores do at home or by appointment',
  'npm run stores -- check FILE      only reads a file of stores and says what is wrong with it',
].join('\n');

const kinds = { import: 'stores', holidays: 'holidays', places: 'places', services: 'services' } as const;
type Kind = (typeof kinds)[keyof typeof kinds];

const say = (line: string) => process.stdout.write(`${line}\n`);

async function readFileOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw new Error(`${path} cannot be read. Give the path of a CSV or GeoJSON file.`);
  }
}

function check(file: Uint8Array): void {
  const read = readStores(file, families);
  if ('faults' in read) throw new ImportRefused('stores', read.faults, read.unit);
  say(`${read.stores.length} stores, nothing wrong.`);
}

async function put(kind: Kind, file: Uint8Array, place: DatabasePlace): Promise<void> {
  const database = await openImportDatabase(place);
  const client = new pg.Client({ connectionString: database.url, statement_timeout: 120_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const service_ids = services.map(({ id }) => id);
    const content = { stores: null, places: null, families, service_ids, [kind]: file };
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
  const kind = (kinds as Readonly<Record<string, Kind>>)[verb];
  if (!path || (!kind && verb !== 'check')) {
    say(usage);
    return 2;
  }
  const file = await readFileOf(path);
  if (kind) await put(kind, file, place());
  else check(file);
  return 0;
}

/**
 * `import FILE`, `holidays FILE`, `places FILE`, `services FILE` or `check FILE`. Exit codes: 0 done, 1 refused, 2 called the wrong way.
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
