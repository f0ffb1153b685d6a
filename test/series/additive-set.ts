import type {RGroupTable} from "../../src/series/r-groups.js";

/** A decomposed set, of the parts of each row at R1, R2, … */
export const tableOf = (rows: readonly (readonly string[])[]): RGroupTable => ({
  core: "c1ccccc1",
  positions: Array.from({length: rows[0]?.length ?? 2}, (_, at) => `R${String(at + 1)}`),
  rows: rows.map((parts, row) => ({
    row,
    parts: Object.fromEntries(parts.map((part, at) => [`R${String(at + 1)}`, part]))
  })),
  unmatched: []
});

/** Base 5; B adds 1 at R1, C adds 2; b adds 0.5 at R2. C with b is not made. */
export const additiveTable = tableOf([
  ["A", "a"],
  ["A", "b"],
  ["B", "a"],
  ["B", "b"],
  ["C", "a"],
  ["C", "a"],
  ["A", "a"]
]);
export const additiveValues: readonly number[] = [5, 5.5, 6, 6.5, 7, 7, 5];
