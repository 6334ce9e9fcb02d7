/** A cell as a spreadsheet takes it; numbers stay numbers. */
export type CsvCell = string | number | null;

const STARTS_A_FORMULA = /^[=+\-@\t\r]/;

function csvField(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  // A text a spreadsheet would run as a formula is shown as text instead.
  const text = STARTS_A_FORMULA.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows as CSV for an Indonesian spreadsheet: byte order mark, semicolons, CRLF.
 * Source: RFC 4180; the semicolon is the list separator of the id-ID locale.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  const lines = rows.map((row) => row.map(csvField).join(";"));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}
