type Cell = string | number | boolean | null;

/** A spreadsheet would take a text that begins so as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Rows as CSV (RFC 4180, CRLF). Missing is empty. A text that a spreadsheet would run as a formula gets an apostrophe
 * in front; numbers are left as they are.
 */
export function toCsv(names: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [names.map(csvCell).join(",")];
  for (const row of rows) lines.push(row.map(csvCell).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

/** One cell of a CSV file. */
export function csvCell(cell: Cell): string {
  if (cell === null || (typeof cell === "number" && Number.isNaN(cell))) return "";
  if (typeof cell !== "string") return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
