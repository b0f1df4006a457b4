/** Draws the app's icons: a drop above its rings. */
import { constants, crc32, deflateSync } from 'node:zlib';

const water = [0, 95, 120] as const;
const rings = [
  { radius: 62, alpha: 0.95 },
  { radius: 108, alpha: 0.6 },
  { radius: 158, alpha: 0.32 },
] as const;
/** On a square of 512: where the rings lie, how flat they are, and how thick. */
const ring = { x: 256, y: 374, flat: 0.36, stroke: 9 } as const;
/** The drop's outline from its tip, as two curves to its lowest point and back. */
const drop = [
  [256, 78, 303, 133, 330, 176, 330, 216],
  [330, 216, 330, 257, 297, 290, 256, 290],
  [256, 290, 215, 290, 182, 257, 182, 216],
  [182, 216, 182, 176, 209, 133, 256, 78],
] as const;

/** What the drop fits into: most points are outside and need no closer look. */
const box = { left: 182, right: 330, top: 78, bottom: 290 } as const;

type Point = readonly [number, number];

function outline(steps: number): Point[] {
  return drop.flatMap(([ax, ay, bx, by, cx, cy, dx, dy]) =>
    Array.from({ length: steps }, (_, index): Point => {
      const t = index / steps;
      const u = 1 - t;
      const mix = (a: number, b: number, c: number, d: number) =>
        u ** 3 * a + 3 * u * u * t * b + 3 * u * t * t * c + t ** 3 * d;
      return [mix(ax, bx, cx, dx), mix(ay, by, cy, dy)];
    }),
  );
}

function inside(points: readonly Point[], x: number, y: number): boolean {
  let crossings = false;
  points.forEach(([ax, ay], index) => {
    const [bx, by] = points[(index + 1) % points.length] ?? [ax, ay];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) crossings = !crossings;
  });
  return crossings;
}

/** How white a point is, 0 to 1. */
function white(points: readonly Point[], x: number, y: number): number {
  if (x > box.left && x < box.right && y > box.top && y < box.bottom && inside(points, x, y)) return 1;
  const dx = x - ring.x;
  const dy = (y - ring.y) / ring.flat;
  const radius = Math.hypot(dx, dy);
  if (radius === 0) return 0;
  // The stroke is as thick across as along: its width in the stretched plane depends on the direction.
  const half = (ring.stroke / 2) * Math.hypot(dx / radius, dy / radius / ring.flat);
  return rings.find((one) => Math.abs(radius - one.radius) < half)?.alpha ?? 0;
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** From the colour of water to white. */
const shades = 63;
const palette = () =>
  Buffer.from(
    Array.from({ length: shades + 1 }, (_, shade) =>
      water.map((channel) => Math.round(channel + ((255 - channel) * shade) / shades)),
    ).flat(),
  );

/** Runs only: the search for matches differs between processors, and the files are compared byte by byte. */
const packed = (rows: Buffer) => deflateSync(rows, { level: 9, strategy: constants.Z_RLE });

/** @param scale how large the drawing is in its square: a maskable icon keeps its edge free */
function png(edge: number, scale: number): Buffer {
  const points = outline(24);
  const samples = 4;
  const rows = Buffer.alloc(edge * (1 + edge));
  for (let y = 0; y < edge; y++)
    for (let x = 0; x < edge; x++) {
      let sum = 0;
      for (let part = 0; part < samples * samples; part++) {
        const place = (pixel: number, offset: number) =>
          (((pixel + (offset + 0.5) / samples) / edge - 0.5) / scale + 0.5) * 512;
        sum += white(points, place(x, part % samples), place(y, Math.floor(part / samples)));
      }
      rows[y * (1 + edge) + 1 + x] = Math.round((sum / (samples * samples)) * shades);
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(edge, 0);
  header.writeUInt32BE(edge, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('PLTE', palette()),
    chunk('IDAT', packed(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function svg(): string {
  const path = drop.map(
    ([ax, ay, ...rest], index) => `${index === 0 ? `M${ax} ${ay}` : ''}C${rest.join(' ')}`,
  );
  const ellipses = rings.map(
    ({ radius, alpha }) =>
      `<ellipse cx="${ring.x}" cy="${ring.y}" rx="${radius}" ry="${radius * ring.flat}" opacity="${alpha}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><title>AXENT</title><rect width="512" height="512" rx="112" fill="rgb(${water})"/><path d="${path.join('')}Z" fill="#fff"/><g fill="none" stroke="#fff" stroke-width="${ring.stroke}">${ellipses.join('')}</g></svg>\n`;
}

const file = (name: string, text: string | Uint8Array) => ({ path: `apps/customer/public/${name}`, text });

export const generate = () => [
  file('icon.svg', svg()),
  file('icon-180.png', png(180, 0.92)),
  file('icon-192.png', png(192, 0.92)),
  file('icon-512.png', png(512, 0.92)),
  file('icon-512-maskable.png', png(512, 0.72)),
];
