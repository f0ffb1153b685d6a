/** What a cell may hold; null and NaN are missing. */
export type CsvValue = string | number | boolean | null;

/** A spreadsheet would take a text that begins so as a formula. */
const FORMULA = /^[=+\-@\t\r\n]/;

/**
 * Rows as CSV (RFC 4180, CRLF). Missing is empty. A text that a spreadsheet would run as a formula gets an apostrophe
 * in front; numbers are left as they are.
 */
export function toCsv(names: readonly string[], rows: Iterable<readonly CsvValue[]>): string {
  const lines = [csvLine(names)];
  for (const row of rows) lines.push(csvLine(row));
  return `${lines.join("\r\n")}\r\n`;
}

/** One line of a CSV file, without its line break. */
export function csvLine(cells: readonly CsvValue[]): string {
  return cells.map(csvCell).join(",");
}

const DIGITS = 12;

/** A number to be read by others: 376.338 and not 376.3380000000001. Whole numbers keep every digit. */
export const plainNumber = (value: number): string =>
  String(Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS)));

/**
 * One cell of a CSV file; numbers to 12 significant digits.
 *
 * @see CWE-1236, improper neutralisation of formula elements in a CSV file
 */
export function csvCell(cell: CsvValue): string {
  if (cell === null || (typeof cell === "number" && Number.isNaN(cell))) return "";
  if (typeof cell === "number") return plainNumber(cell);
  if (typeof cell !== "string") return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
