import {type AdditivePrediction, type FreeWilson, predictAdditive} from "./free-wilson.js";
import type {RGroupTable} from "./r-groups.js";

/** One cell of a matrix of R-groups. */
export interface GridCell {
  /** Places in the table's rows that hold both parts. */
  readonly rows: readonly number[];
  /** For an empty cell: what additivity says of it, with the reference part at the other positions; null where it says nothing. */
  readonly predicted: AdditivePrediction | null;
  /** The parts of the compound that would fill it, at all positions. */
  readonly parts: Readonly<Record<string, string>>;
}

/** Parts at two positions of a core against each other. */
export interface RGroupGrid {
  /** Parts at the first position, most frequent first. */
  readonly across: readonly string[];
  /** Parts at the second position, most frequent first. */
  readonly down: readonly string[];
  /** Rows of cells, by `down`, then `across`. */
  readonly cells: readonly (readonly GridCell[])[];
}

/** How often each part occurs at a position, most frequent first, then by SMILES. */
export function partCounts({rows}: RGroupTable, position: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const {parts} of rows) {
    const part = parts[position] ?? "";
    counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  return new Map([...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));
}

/** True for a part that hangs on the core at one point; parts that close a ring stand at two positions. */
const isSubstituent = (part: string): boolean => (part.match(/\[\*:/g) ?? []).length === 1;

/** The two positions with most substituents that occur more than once: those worth looking at first. */
export function busiestPositions(table: RGroupTable): readonly [string, string] | null {
  const repeated = (position: string): number =>
    [...partCounts(table, position)].filter(([part, count]) => count > 1 && isSubstituent(part)).length;
  const [first, second] = [...table.positions].sort((a, b) => repeated(b) - repeated(a));
  return first === undefined || second === undefined ? null : [first, second];
}

/**
 * The matrix of the most frequent parts at two positions. An empty cell carries the additive prediction of the compound
 * that has the most frequent part at every other position.
 *
 * @param most parts shown of each position
 * @param model null where nothing can be predicted
 */
export function rGroupGrid(
  table: RGroupTable,
  [x, y]: readonly [string, string],
  model: FreeWilson | null,
  most: number
): RGroupGrid {
  const across = [...partCounts(table, x).keys()].slice(0, most);
  const down = [...partCounts(table, y).keys()].slice(0, most);
  const reference = Object.fromEntries(
    table.positions.map((position) => [position, [...partCounts(table, position).keys()][0] ?? ""])
  );
  const held = new Map<string, number[]>();
  table.rows.forEach(({parts}, place) => {
    const key = `${parts[x] ?? ""} ${parts[y] ?? ""}`;
    held.set(key, [...(held.get(key) ?? []), place]);
  });
  const cells = down.map((low) =>
    across.map((high): GridCell => {
      const rows = held.get(`${high} ${low}`) ?? [];
      const parts = {...reference, [x]: high, [y]: low};
      return {rows, parts, predicted: rows.length === 0 && model ? predictAdditive(model, parts) : null};
    })
  );
  return {across, down, cells};
}
