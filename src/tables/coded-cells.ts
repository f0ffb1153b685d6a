/** Cells of a column with few different texts, one byte each; a code without a word is missing. */
export interface CodedCells {
  readonly codes: Uint8Array;
  readonly words: readonly string[];
}

/** One cell; null where missing. */
export const cellOf = ({codes, words}: CodedCells, row: number): string | null => words[codes[row] ?? -1] ?? null;

/** All cells as a list. */
export function cellsOf({codes, words}: CodedCells): (string | null)[] {
  const cells: (string | null)[] = [];
  for (const code of codes) cells.push(words[code] ?? null);
  return cells;
}

/** Codes of the given rows; a row that is not there is missing. */
export function codesAt({codes, words}: CodedCells, rows: Uint32Array): CodedCells {
  const taken = new Uint8Array(rows.length);
  for (let at = 0; at < rows.length; at++) taken[at] = codes[rows[at] ?? 0] ?? words.length;
  return {codes: taken, words};
}
