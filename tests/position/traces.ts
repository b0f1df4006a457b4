import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** Where something that says a position was found. */
export interface Trace {
  readonly place: string;
  readonly form: string;
}

interface Needle {
  readonly form: string;
  readonly bytes: Buffer;
}

/** Digits after the point that still tell one street from the next. */
const telling_digits = 4;

/**
 * Every form in which a coordinate could have been kept: text with four digits or more, whole numbers of the usual
 * scales, the eight bytes of a double in both orders (PostgreSQL's float8 and JavaScript's), and numeric.
 */
function needles(coordinate: number): Needle[] {
  const text = coordinate.toFixed(8);
  const cut = text.slice(0, text.indexOf('.') + 1 + telling_digits);
  const double = (little: boolean) => {
    const bytes = Buffer.alloc(8);
    if (little) bytes.writeDoubleLE(coordinate);
    else bytes.writeDoubleBE(coordinate);
    return bytes;
  };
  return [
    { form: 'text', bytes: Buffer.from(cut) },
    { form: 'text with comma', bytes: Buffer.from(cut.replace('.', ',')) },
    { form: 'text in UTF-16', bytes: Buffer.from(cut, 'utf16le') },
    { form: 'micro-degrees', bytes: Buffer.from(String(Math.round(coordinate * 1e6))) },
    { form: 'text in base64', bytes: Buffer.from(Buffer.from(cut).toString('base64').slice(0, 8)) },
    { form: 'double', bytes: double(true) },
    { form: 'double of the network', bytes: double(false) },
    { form: 'numeric', bytes: numeric(text) },
  ];
}

/** PostgreSQL's numeric, as jsonb keeps numbers: groups of four decimal digits, two bytes each. */
function numeric(text: string): Buffer {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const groups = [Number(whole), Number(fraction.slice(0, 4)), Number(fraction.slice(4, 8))];
  return Buffer.from(new Uint16Array(groups).buffer);
}

/** Traces of any of the positions in some bytes. */
export function tracesIn(place: string, bytes: Buffer, positions: readonly Position[]): Trace[] {
  return positions
    .flatMap(({ latitude, longitude }) => [...needles(latitude), ...needles(longitude)])
    .filter((needle) => bytes.includes(needle.bytes))
    .map(({ form }) => ({ place, form }));
}

/** Reads every file below a folder, as it lies on disk. */
export function tracesBelow(folder: string, positions: readonly Position[]): Trace[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const file = join(entry.parentPath, entry.name);
      return tracesIn(file, bytesOf(file), positions);
    });
}

/** A database that runs takes files away while they are listed: what is gone holds nothing. */
function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
