import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csvText } from './csv.ts';

const read = (text: string) => parse(text, { bom: true, record_delimiter: '\r\n' }) as string[][];

test('a strict reader gets back what was written: quotes, commas, line ends, Chinese', () => {
  const rows = [
    ['purpose', 'data'],
    ['customer "service"', 'a,b;c'],
    ['two\nlines', '隐私'],
    ['', ' spaces '],
  ];
  expect(read(csvText(rows))).toEqual(rows);
});

test('begins with the mark of UTF-8, ends each row with CR LF', () => {
  const bytes = new TextEncoder().encode(csvText([['a'], ['b']]));
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(csvText([['a'], ['b']]).slice(1)).toBe('"a"\r\n"b"\r\n');
});

test.each(['=1+1', '+41 44', '-2', '@SUM(A1)', ' =1', '＝1', '\tx', '\rx'])(
  '%j is no formula in a spreadsheet',
  (cell) => {
    expect(csvText([[cell]]).slice(1)).toBe(`"'${cell}"\r\n`);
  },
);

test('a sign in the middle is left alone', () => {
  expect(csvText([['a=b', 'x@y.example', '1-2']]).slice(1)).toBe('"a=b","x@y.example","1-2"\r\n');
});
