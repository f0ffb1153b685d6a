import type {FreeWilson} from "../series/free-wilson.js";
import {busiestPositions, rGroupGrid, type GridCell, type RGroupGrid} from "../series/r-group-grid.js";
import type {RGroupTable} from "../series/r-groups.js";
import type {SeriesJobOptions} from "../workers/series-pool.js";
import type {SeriesContext} from "./series-context.js";

/** Parts shown of each position. */
const MOST_PARTS = 24;

/** A set decomposed over a core. */
export interface Decomposed {
  readonly core: string;
  /** Rows of the set, by place in the table's input. */
  readonly rows: readonly number[];
  readonly table: RGroupTable;
}

/** Rows to work on: those picked, else all looked at. */
export function workingRows(context: SeriesContext): number[] {
  const picked = context.picked();
  const rows = Array.from(context.rows());
  return picked === null ? rows : rows.filter((row) => picked.has(row));
}

/** The scaffold that most rows have; empty when none has a ring. */
async function commonestScaffold(
  context: SeriesContext,
  rows: readonly number[],
  step: (words: string) => SeriesJobOptions
): Promise<string> {
  const counts = new Map<string, number>();
  for (const scaffold of await context.model.chemistry.of("scaffolds", rows, step("Murcko scaffolds")))
    if (scaffold) counts.set(scaffold, (counts.get(scaffold) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "";
}

/** Decomposes the rows over the core that the state names, or over their commonest scaffold. @throws InvalidCore's words */
export async function decompose(
  context: SeriesContext,
  step: (words: string) => SeriesJobOptions
): Promise<Decomposed> {
  const rows = workingRows(context);
  const {chemistry} = context.model;
  const core = context.state.value.core || (await commonestScaffold(context, rows, step));
  if (core === "") return {core, rows, table: {core: null, positions: [], rows: [], unmatched: [...rows.keys()]}};
  const smiles = rows.map((row) => chemistry.smiles(row));
  const table = await chemistry.pool.set("rGroups", {smiles, core}, step("R-groups"));
  return {core, rows, table};
}

/** What the matrix shows: a value for each place in the table's input, NaN where there is none. */
export function shownValues(context: SeriesContext, {rows}: Decomposed): Float64Array {
  const {set} = context.model;
  const {color} = context.state.value;
  const column = set.numericNames.includes(color) ? set.numbers(color) : context.activity()?.exact;
  return Float64Array.from(rows, (row) => column?.[row] ?? NaN);
}

/** The matrix with its model. */
export interface GridModel {
  readonly axes: readonly [string, string];
  readonly grid: RGroupGrid;
  readonly model: FreeWilson | null;
  readonly values: Float64Array;
}

/**
 * The matrix that the state asks for; null for a table of fewer than two positions.
 *
 * @param values as `shownValues` gives them
 * @param model additivity of these values; null where it says nothing
 */
export function gridModel(
  context: SeriesContext,
  {table}: Decomposed,
  values: Float64Array,
  model: FreeWilson | null
): GridModel | null {
  const busiest = busiestPositions(table);
  if (busiest === null) return null;
  const {across, down} = context.state.value;
  const x = table.positions.includes(across) ? across : busiest[0];
  const other = busiest[1] === x ? busiest[0] : busiest[1];
  const y = table.positions.includes(down) && down !== x ? down : other;
  return {axes: [x, y], grid: rGroupGrid(table, [x, y], model, MOST_PARTS), model, values};
}

/** Values of a cell's rows; NaN left out. */
export function cellValues({rows}: GridCell, {table}: Decomposed, values: Float64Array): number[] {
  return rows.map((place) => values[table.rows[place]?.row ?? -1] ?? NaN).filter((value) => !Number.isNaN(value));
}

/** Empty cells that additivity says something of, the highest first. */
export const makeList = ({grid}: GridModel): (GridCell & {readonly predicted: NonNullable<GridCell["predicted"]>})[] =>
  grid.cells
    .flat()
    .flatMap((cell) => (cell.predicted === null ? [] : [{...cell, predicted: cell.predicted}]))
    .sort((a, b) => b.predicted.value - a.predicted.value);
