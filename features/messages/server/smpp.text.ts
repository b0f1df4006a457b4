/** How a text goes out by SMPP: its coding and its parts, each at most 140 octets on the air. */
export interface Coded {
  /** 0: the default alphabet, one septet an octet; 8: UCS-2. */
  readonly data_coding: 0 | 8;
  /** Without headers; more than one: they belong together. */
  readonly parts: readonly Buffer[];
}

// GSM 03.38: the place of each letter is its septet.
const alphabet =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const escaping = 0x1b;
/** Letters behind the escape. */
const extension: Readonly<Record<string, number>> = {
  '\f': 0x0a,
  '^': 0x14,
  '{': 0x28,
  '}': 0x29,
  '\\': 0x2f,
  '[': 0x3c,
  '~': 0x3d,
  ']': 0x3e,
  '|': 0x40,
  '€': 0x65,
};
const septets = new Map([...alphabet].map((letter, place) => [letter, place]));

const gsm_single = 160;
const gsm_part = 153;
const ucs2_single = 140;
const ucs2_part = 134;
/** What a phone puts together at most; our texts are far shorter. */
const parts_at_most = 10;

/** The octets of each letter; null: one of them is not in the default alphabet. */
function gsmUnits(text: string): Buffer[] | null {
  const units: Buffer[] = [];
  for (const letter of text) {
    const septet = letter === '\u001b' ? undefined : septets.get(letter);
    const behind = extension[letter];
    if (septet !== undefined) units.push(Buffer.from([septet]));
    else if (behind !== undefined) units.push(Buffer.from([escaping, behind]));
    else return null;
  }
  return units;
}

/** Letters outside the first plane stay whole. */
function ucs2Units(text: string): Buffer[] {
  return [...text].map((letter) => Buffer.from(letter, 'utf16le').swap16());
}

function pack(units: readonly Buffer[], single: number, part: number): Buffer[] {
  const whole = Buffer.concat(units);
  if (whole.length <= single) return [whole];
  const parts: Buffer[] = [];
  let current: Buffer[] = [];
  let length = 0;
  for (const unit of units) {
    if (length + unit.length > part) {
      parts.push(Buffer.concat(current));
      current = [];
      length = 0;
    }
    current.push(unit);
    length += unit.length;
  }
  return [...parts, Buffer.concat(current)];
}

/** @throws RangeError for a text that no phone would put together again. */
export function codeText(text: string): Coded {
  const gsm = gsmUnits(text);
  const coded: Coded =
    gsm === null
      ? { data_coding: 8, parts: pack(ucs2Units(text), ucs2_single, ucs2_part) }
      : { data_coding: 0, parts: pack(gsm, gsm_single, gsm_part) };
  if (coded.parts.length > parts_at_most) throw new RangeError('The text is too long for SMS.');
  return coded;
}

/** The header that tells a phone which parts belong together (concatenation with an 8-bit reference). */
export function partHeader(reference: number, total: number, place: number): Buffer {
  return Buffer.from([5, 0, 3, reference & 0xff, total, place]);
}
