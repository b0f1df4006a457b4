/** Spellings of place names: what is the same to a reader is made the same to a search. */

const traditional =
  '廣東門島瀋陽濟長慶鄭寧廈漢無錫煙臺貴蘭魯齊蘇連雲馬鞍龍興義紹溫爾濱遼贛陝區縣灣壽張營鎮滬鳳樂崑';
const simplified =
  '广东门岛沈阳济长庆郑宁厦汉无锡烟台贵兰鲁齐苏连云马鞍龙兴义绍温尔滨辽赣陕区县湾寿张营镇沪凤乐昆';
const simpler = new Map([...traditional].map((letter, at) => [letter, [...simplified][at] as string]));
const letters = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
]);

/** The words of a text without case, marks and signs. */
export function plainWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđ]/g, (letter) => letters.get(letter) ?? letter)
    .replace(/\p{Script=Han}/gu, (letter) => simpler.get(letter) ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Without case, marks, blanks and signs: `Zürich` and `ZURICH` are one, `蘇州` and `苏州` too. */
export function folded(text: string): string {
  return plainWords(text).join('');
}

/** What two spellings of one city's name have in common: `上海` and `上海市`, `ZURICH` and `Zürich`. */
export function cityKey(name: string): string {
  return folded(name).replace(/(?<=..)市$/u, '');
}

const umlauts = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
]);

/** `Zuerich` for `Zürich`. */
export function spelledOut(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöü]/g, (letter) => umlauts.get(letter) ?? letter);
}
