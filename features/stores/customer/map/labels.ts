/** Names of towns on the map: the larger ones first, and none over another or over a mark. */
import { onScreen, type Point, project, type Size, type View } from './view.ts';

export interface Town extends Point {
  readonly name: string;
  readonly latin: string;
  readonly chinese: string;
  /** 1 for the largest to 5 for districts. */
  readonly rank: number;
}

export interface Label extends Point {
  readonly text: string;
  readonly rank: number;
}

/** From this scale on the towns of a rank are written. */
const written_from: readonly number[] = [0, 1_500, 9_000, 60_000, 160_000, 800_000];
const letter = { latin: 7.2, chinese: 13.5 };
const line = 18;

/** As `towns` of the brand's map has them. */
export function readTowns(text: string): Town[] {
  return text.split('|').map((town) => {
    const [name = '', latin = '', chinese = '', longitude, latitude, rank] = town.split(';');
    const place = project({ latitude: Number(latitude), longitude: Number(longitude) });
    return { name, latin, chinese, ...place, rank: Number(rank) };
  });
}

/** As its people write it, but in letters that the reader of this language reads. */
function nameIn({ name, latin, chinese }: Town, language: string): string {
  return language === 'zh-CN' ? chinese || name : latin || name;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const touches = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const widthOf = (text: string) => {
  let width = 0;
  for (const each of text) width += /\p{Script=Han}/u.test(each) ? letter.chinese : letter.latin;
  return width;
};

/** `taken` are places in pixels over which nothing is written. */
export function labels(
  towns: readonly Town[],
  view: View,
  size: Size,
  language: string,
  taken: readonly Point[],
): Label[] {
  const boxes: Box[] = taken.map(({ x, y }) => ({
    left: x - 18,
    right: x + 18,
    top: y - 18,
    bottom: y + 18,
  }));
  const found: Label[] = [];
  for (const town of towns) {
    if (view.scale < (written_from[town.rank] as number)) break;
    const { x, y } = onScreen(view, size, town);
    if (x < 0 || y < 0 || x > size.width || y > size.height) continue;
    const text = nameIn(town, language);
    const half = widthOf(text) / 2 + 3;
    const box = { left: x - half, right: x + half, top: y, bottom: y + line };
    if (box.left < 0 || box.right > size.width || boxes.some((other) => touches(box, other))) continue;
    boxes.push(box);
    found.push({ x, y, text, rank: town.rank });
  }
  return found;
}
