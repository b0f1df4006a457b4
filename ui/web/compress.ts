import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const compressible = '**/*.{js,css,html,svg,json,webmanifest}';
/** Less than a packet is not worth a second file. */
const least_bytes = 1_000;

/** Writes a `.br` and a `.gz` beside each text file, so that the server need not compress while people wait. */
export function compressFolder(folder: string): void {
  for (const name of globSync(compressible, { cwd: folder })) {
    const path = join(folder, name);
    const plain = readFileSync(path);
    if (plain.length < least_bytes) continue;
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
    writeFileSync(`${path}.br`, brotliCompressSync(plain, { params }));
    writeFileSync(`${path}.gz`, gzipSync(plain, { level: 9 }));
  }
}
