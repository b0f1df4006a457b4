/** Reads a CSV that somebody else made: every fault is named with its line, and one fault refuses the whole file. */
import { type CsvError, type InfoRecord, parse } from 'csv-parse/sync';

export interface Fault {
  /** In the file, from 1; where a row has several lines, its last. */
  readonly line: number;
  readonly column: string | null;
  /** A sentence: what is wrong and what is wanted. */
  readonly reason: string;
}

/** By line; what is said of one line is said once. */
export function inOrder(faults: readonly Fault[]): Fault[] {
  const said = new Set<string>();
  return faults
    .toSorted((a, b) => a.line - b.line)
    .filter(({ line, reason }) => !said.has(`${line} ${reason}`) && said.add(`${line} ${reason}`));
}

export interface Row<Column extends string> {
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
}

/** The rows that can be read, and what is wrong with the others. */
export interface Table<Column extends string> {
  readonly rows: readonly Row<Column>[];
  readonly faults: readonly Fault[];
}

export interface TableShape<Column extends string> {
  readonly columns: readonly Column[];
  /** Those of them that may be missing; their cells are empty then. */
  readonly optional?: readonly Column[];
  /** Columns of numbers and telephone numbers, in which a leading sign is no formula. */
  readonly signed: readonly Column[];
}

export const file_bytes = 64 << 20;
export const rows_most = 200_000;
const cell_characters = 4_000;

/** What a spreadsheet would run: ASCII and full-width signs at the beginning of a cell. */
const formula = /^[=+\-@＝＋－＠]/u;
const control = /[\p{Cc}\p{Cf}]/u;

const shown = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** The line of the first bytes that are not UTF-8; null if all are. */
function notUtf8(bytes: Uint8Array): number | null {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    decoder.decode(bytes);
    return null;
  } catch {
    let line = 1;
    let start = 0;
    while (start < bytes.length) {
      const newline = bytes.indexOf(10, start);
      const end = newline < 0 ? bytes.length : newline + 1;
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end));
      } catch {
        return line;
      }
      start = end;
      line += 1;
    }
    return line;
  }
}

export function encodingFault(bytes: Uint8Array): Fault | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { line: 1, column: null, reason: 'The file is UTF-16. Save it as CSV in UTF-8.' };
  const line = notUtf8(bytes);
  if (line === null) return null;
  return { line, column: null, reason: 'Here are bytes that are not UTF-8. Save the file as CSV in UTF-8.' };
}

function headerFaults(
  header: readonly string[],
  columns: readonly string[],
  optional: readonly string[],
): Fault[] {
  const say = (reason: string): Fault => ({ line: 1, column: null, reason });
  if (header.length === 1 && /[;\t]/.test(header[0] ?? ''))
    return [say('Cells are divided by something else than commas. Save the file with commas.')];
  return [
    ...columns
      .filter((name) => !header.includes(name) && !optional.includes(name))
      .map((name) => say(`The column "${name}" is missing.`)),
    ...header
      .filter((name) => !columns.includes(name))
      .map((name) => say(`There is no column "${shown(name)}". The columns are ${columns.join(', ')}.`)),
    ...header
      .filter((name, at) => header.indexOf(name) !== at)
      .map((name) => say(`The column "${shown(name)}" stands there twice.`)),
  ];
}

export function cellFault(column: string, text: string, signed: boolean): string | null {
  if (text.length > cell_characters) return `has more than ${cell_characters} characters`;
  if (control.test(text)) return 'contains a line break or an invisible character';
  if (!signed && formula.test(text)) return `begins like a formula ("${shown(text)}")`;
  return column === '' ? 'has no column' : null;
}

const broken: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'A quotation mark is opened and never closed.',
  INVALID_OPENING_QUOTE: 'A quotation mark stands within a cell that does not begin with one.',
  CSV_INVALID_CLOSING_QUOTE: 'Something follows a closing quotation mark.',
};

interface Parsed {
  readonly record: string[];
  readonly info: InfoRecord;
}

export function readTable<Column extends string>(
  bytes: Uint8Array,
  shape: TableShape<Column>,
): Table<Column> {
  const whole = (reason: string): Table<Column> => ({
    rows: [],
    faults: [{ line: 1, column: null, reason }],
  });
  if (bytes.length === 0) return whole('The file is empty.');
  if (bytes.length > file_bytes) return whole(`The file is larger than ${file_bytes >> 20} MB.`);
  const encoding = encodingFault(bytes);
  if (encoding) return { rows: [], faults: [encoding] };
  const faults: Fault[] = [];
  const parsed = parse(Buffer.from(bytes), {
    bom: true,
    info: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    skip_records_with_error: true,
    on_skip: (error: CsvError | undefined) => {
      const line = Number(error?.lines ?? 1);
      faults.push({ line, column: null, reason: broken[error?.code ?? ''] ?? 'The line cannot be read.' });
    },
  }) as unknown as Parsed[];
  const header = parsed.shift()?.record ?? [];
  const wrong = headerFaults(header, shape.columns, shape.optional ?? []);
  if (wrong.length > 0) return { rows: [], faults: [...wrong, ...faults] };
  if (parsed.length > rows_most) return whole(`The file has more than ${rows_most} rows.`);
  const rows = parsed.flatMap(({ record, info }) => {
    const line = info.lines;
    const before = faults.length;
    if (record.length !== header.length) {
      const reason = `The row has ${record.length} cells, the header has ${header.length}.`;
      faults.push({ line, column: null, reason });
    }
    record.slice(0, header.length).forEach((text, at) => {
      const column = header[at] as Column;
      const fault = cellFault(column, text, shape.signed.includes(column));
      if (fault) faults.push({ line, column, reason: `${column} ${fault}.` });
    });
    if (faults.length > before) return [];
    const cells = Object.fromEntries(shape.columns.map((name) => [name, record[header.indexOf(name)] ?? '']));
    return [{ line, cells: cells as Record<Column, string> }];
  });
  if (faults.length === 0 && rows.length === 0) return whole('The file has a header and no rows.');
  return { rows, faults };
}
