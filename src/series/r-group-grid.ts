import {type AdditivePrediction, type FreeWilson, predictAdditive} from "./free-wilson.js";
import type {RGroupTable} from "./r-groups.js";

/** One cell of a matrix of R-groups. */
export interface GridCell {
  /** Places in the table's rows that hold both parts. */
  readonly rows: readonly number[];
  /** For an empty cell: what additivity says of it, with the reference part at the other positions; null where it says nothing. */
  readonly predicted: AdditivePrediction | null;
  /** The parts of the compound that would fill it, at all positions. */
  readonly parts: Parts;
  /** False where no compound can fill it: one of the two parts closes a ring with the position at which the other stands. */
  readonly isPossible: boolean;
}

type Parts = Readonly<Record<string, string>>;

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

/** The positions at which a part stands: one, or two of a part that closes a ring. */
const positionsOf = (part: string): string[] =>
  [...part.matchAll(/\[\*:(\d+)\]/g)].map(([, label]) => `R${label ?? ""}`);

/** True for a part that hangs on the core at one point. */
const isSubstituent = (part: string): boolean => positionsOf(part).length === 1;

/** The two positions with most substituents that occur more than once: those worth looking at first. */
export function busiestPositions(table: RGroupTable): readonly [string, string] | null {
  const repeated = (position: string): number =>
    [...partCounts(table, position)].filter(([part, count]) => count > 1 && isSubstituent(part)).length;
  const [first, second] = [...table.positions].sort((a, b) => repeated(b) - repeated(a));
  return first === undefined || second === undefined ? null : [first, second];
}

/** The most frequent substituent of each position, which stands for itself; where all close rings the most frequent part. */
function referenceParts(table: RGroupTable): Parts {
  const ofPosition = (position: string): string => {
    const parts = [...partCounts(table, position).keys()];
    return parts.find((part) => part === "" || isSubstituent(part)) ?? parts[0] ?? "";
  };
  return Object.fromEntries(table.positions.map((position) => [position, ofPosition(position)]));
}

/** The reference with two parts exchanged, one that closes a ring at both its positions; null where the two exclude each other. */
function withParts(reference: Parts, chosen: readonly (readonly [position: string, part: string])[]): Parts | null {
  const parts = {...reference};
  for (const [position, part] of chosen)
    for (const place of new Set([position, ...positionsOf(part)])) {
      if (chosen.some(([other, wanted]) => other === place && wanted !== part)) return null;
      parts[place] = part;
    }
  return parts;
}

/**
 * The matrix of the most frequent parts at two positions. An empty cell carries the additive prediction of the compound
 * that has the most frequent substituent at every other position.
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
  const reference = referenceParts(table);
  const held = new Map<string, number[]>();
  table.rows.forEach(({parts}, place) => {
    const key = `${parts[x] ?? ""} ${parts[y] ?? ""}`;
    held.set(key, [...(held.get(key) ?? []), place]);
  });
  const cells = down.map((low) =>
    across.map((high): GridCell => {
      const rows = held.get(`${high} ${low}`) ?? [];
      const whole = withParts(reference, [
        [x, high],
        [y, low]
      ]);
      const predicted = rows.length === 0 && whole && model ? predictAdditive(model, whole) : null;
      return {rows, predicted, parts: whole ?? {...reference, [x]: high, [y]: low}, isPossible: whole !== null};
    })
  );
  return {across, down, cells};
}
