/** What a cell may hold; null is missing. */
export type CsvValue = string | number | boolean | null;

/** A text that a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\n\r]/;

/**
 * One line of CSV (RFC 4180), with its line break; null is an empty cell. A text that a spreadsheet would take for a
 * formula is given a leading apostrophe; numbers are left as they are.
 *
 * @see CWE-1236, improper neutralisation of formula elements in a CSV file
 */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(",")}\n`;
}

function csvCell(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
