/** Tables as files that spreadsheets read. Pure. */

/** Begins the file, so that spreadsheets know that it is UTF-8. */
const mark = '\uFEFF';

/** A cell that a spreadsheet would take for a formula begins with a tick, which it takes for text. */
function harmless(cell: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
}

/** CSV after RFC 4180: each row ends with CR LF, each cell stands in quotes; opens as text in any spreadsheet. */
export function csvText(rows: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]) =>
    row.map((cell) => `"${harmless(cell).replaceAll('"', '""')}"`).join(',');
  return mark + rows.map((row) => `${line(row)}\r\n`).join('');
}
