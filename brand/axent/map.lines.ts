/**
 * Lines on the earth as short text: whole steps of a five-hundredth degree, each as the difference to the one before,
 * five bits a letter. Read back by `decodeLines`, exactly to the step.
 */

/** Degrees east and north, point after point. */
export type Line = readonly (readonly [number, number])[];

const steps = 500;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const more = 32;

function encodeNumber(value: number): string {
  let rest = value < 0 ? ~(value << 1) : value << 1;
  let text = '';
  while (rest >= more) {
    text += letters[more | (rest & (more - 1))];
    rest >>>= 5;
  }
  return text + letters[rest];
}

/** Points that fall on the one before are left out. */
export function encodeLines(lines: readonly Line[]): string {
  return lines
    .map((line) => {
      let [east, north] = [0, 0];
      let text = '';
      for (const [x, y] of line) {
        const [next_east, next_north] = [Math.round(x * steps), Math.round(y * steps)];
        if (text !== '' && next_east === east && next_north === north) continue;
        text += encodeNumber(next_east - east) + encodeNumber(next_north - north);
        [east, north] = [next_east, next_north];
      }
      return text;
    })
    .join(' ');
}

export function decodeLines(text: string): Line[] {
  return text.split(' ').map((part) => {
    const points: [number, number][] = [];
    const sums = [0, 0];
    let axis = 0;
    let value = 0;
    let shift = 0;
    for (const letter of part) {
      const bits = letters.indexOf(letter);
      value |= (bits & (more - 1)) << shift;
      shift += 5;
      if (bits & more) continue;
      sums[axis] = (sums[axis] as number) + (value & 1 ? ~(value >>> 1) : value >>> 1);
      if (axis === 1) points.push([(sums[0] as number) / steps, (sums[1] as number) / steps]);
      axis = 1 - axis;
      value = 0;
      shift = 0;
    }
    return points;
  });
}
