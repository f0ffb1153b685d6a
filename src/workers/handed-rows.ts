import type {RowPiece} from "../screening/row-pile.js";
import type {TextColumn} from "../tables/text-column.js";

/** By the column of structures, which a set shares with the sets made of it; gone with it. */
const handed = new WeakMap<object, readonly RowPiece[]>();

/** Keeps what was made for searches while a set was screened, until its first search; null has none. */
export function handRows(structures: TextColumn, pieces: readonly RowPiece[] | null): void {
  if (pieces) handed.set(structures, pieces);
}

/** What was made of a set's rows for searches, given away: it goes to the workers that search; null when there is none. */
export function takeRows(structures: TextColumn): readonly RowPiece[] | null {
  const pieces = handed.get(structures) ?? null;
  handed.delete(structures);
  return pieces;
}
