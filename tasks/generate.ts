import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFiles, outdated } from './generated.ts';

const root = join(import.meta.dirname, '..');
const files = await generatedFiles(root);
const old = outdated(root, files);

if (process.argv.includes('--check')) {
  for (const path of old) console.log(`out of date: ${path}`);
  process.exitCode = old.length > 0 ? 1 : 0;
} else {
  for (const { path, text } of files.filter((file) => old.includes(file.path))) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(`written: ${path}`);
  }
}
console.log(`${files.length} generated files, ${old.length} were out of date`);
