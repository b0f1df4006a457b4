import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const folder = join(import.meta.dirname, 'pictures');
const pathOf = (name: string, what = '') => join(folder, `${name}${what}.png`);

/** How far a colour may be off, from 0 to 1. The step from one water to the deeper one is further. */
const threshold = 0.03;
/** Pixels that may differ in a million: edges of letters, drawn by another build of the same library. */
const allowed_ppm = 400;

interface Difference {
  /** Null: the picture is the same as far as anybody can see. */
  readonly words: string | null;
  /** What differs, marked; null where the sizes do. */
  readonly picture: Buffer | null;
}

/** Compares two pictures. The smoothing of edges counts for nothing. */
export function differenceOf(before: Buffer, now: Buffer): Difference {
  const [a, b] = [PNG.sync.read(before), PNG.sync.read(now)];
  const { width, height } = a;
  if (b.width !== width || b.height !== height)
    return { words: `is ${b.width}×${b.height}, was ${width}×${height}`, picture: null };
  const marked = new PNG({ width, height });
  const count = pixelmatch(a.data, b.data, marked.data, width, height, { threshold, alpha: 0.2 });
  const ppm = Math.round((count / (width * height)) * 1_000_000);
  if (ppm <= allowed_ppm) return { words: null, picture: null };
  return { words: `${count} of ${width * height} pixels differ`, picture: PNG.sync.write(marked) };
}

/** Small files: nothing is see-through, and the best of the filters is tried for each line. */
const small = (picture: Buffer) =>
  PNG.sync.write(PNG.sync.read(picture), { colorType: 2, deflateLevel: 9, filterType: -1 });

const taking = process.env.LOOKS === 'take';

/**
 * Compares a picture with the one that is kept, or keeps it (`npm run pictures -- compare`).
 * @returns what is wrong and where it can be seen; null: nothing.
 */
export function judge(name: string, now: Buffer): string | null {
  const [kept, seen, marked] = [pathOf(name), pathOf(name, '.now'), pathOf(name, '.difference')];
  mkdirSync(dirname(kept), { recursive: true });
  for (const old of [seen, marked]) rmSync(old, { force: true });
  if (taking) {
    const same = existsSync(kept) && differenceOf(readFileSync(kept), now).words === null;
    if (!same) writeFileSync(kept, small(now));
    return null;
  }
  if (!existsSync(kept)) return `${name} has no picture to compare with: npm run pictures -- compare`;
  const { words, picture } = differenceOf(readFileSync(kept), now);
  if (words === null) return null;
  writeFileSync(seen, now);
  if (picture) writeFileSync(marked, picture);
  return `${name} ${words}: see ${picture ? marked : seen}. If it is meant: npm run pictures -- compare`;
}
