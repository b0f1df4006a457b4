import { writeFileSync } from 'node:fs';
import { askNpm, findHoles } from './holes.ts';
import { lockFaults, readLock } from './lock.ts';

// Writes the list of all packages that are shipped, in the format of CycloneDX, and looks at where they come from and
// whether holes in them are known: npm run sbom -- [FILE]

interface Sbom {
  readonly bomFormat: string;
  readonly components: readonly { readonly purl: string; readonly version: string }[];
}

const file = process.argv[2] ?? 'sbom.cdx.json';
const text = askNpm(['sbom', '--sbom-format', 'cyclonedx', '--omit=dev']);
const { bomFormat, components } = JSON.parse(text) as Sbom;
if (bomFormat !== 'CycloneDX' || components.length === 0) throw new Error('npm wrote no list of packages.');
writeFileSync(file, text);
console.log(`${file}: ${components.length} packages`);

const faults = lockFaults(readLock());
for (const fault of faults) console.log(`  ${fault}`);

const holes = findHoles();
if (holes.asked) for (const hole of holes.high) console.log(`  ${hole}`);
else console.log(`The registry does not say which holes are known, so nobody has looked: ${holes.why}`);

const known = holes.asked ? `${holes.high.length} high, ${holes.others} lesser` : 'not asked';
console.log(
  `sbom: ${components.length} packages, ${faults.length} faults of the lock file, known holes: ${known}`,
);
process.exitCode = faults.length > 0 || (holes.asked && holes.high.length > 0) ? 1 : 0;
