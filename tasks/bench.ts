import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = join(import.meta.dirname, '../bench');
const benches = readdirSync(folder)
  .map((file) => /^([^.]+)[.]ts$/.exec(file)?.[1])
  .filter((name) => name !== undefined);

const [name, ...words] = process.argv.slice(2);
if (name && benches.includes(name)) {
  // The bench finds its own words where a command finds them.
  process.argv.splice(1, process.argv.length, join(folder, `${name}.ts`), ...words);
  await import(pathToFileURL(join(folder, `${name}.ts`)).href);
} else {
  console.log(`${name ? `There is no bench "${name}". ` : ''}Benches: npm run bench -- NAME`);
  for (const bench of benches) console.log(`  ${bench}`);
  process.exitCode = name ? 1 : 0;
}
