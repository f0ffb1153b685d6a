import {listMark} from "../base/pick-text.js";
import type {SeriesValues} from "../state/series-fields.js";
import {isOwnColumn} from "../screening/screened-rows.js";
import type {MedianPotency} from "../store/queries/potencies-of-project.js";
import type {ColumnSet} from "../tables/column-set.js";
import {SeriesChemistry} from "../workers/series-chemistry.js";
import type {SeriesPool} from "../workers/series-pool.js";

/** Something measured on the compounds of a set, by row. */
export interface SeriesActivity {
  readonly key: string;
  readonly label: string;
  /** Exact values, NaN where there is none. */
  readonly exact: Float64Array;
  /** Limit below which the value lies where only that is known, else NaN. */
  readonly below: Float64Array;
  /** Number of records behind a row's value. */
  readonly records: Float64Array;
  /** Rows with an exact value. */
  readonly nExact: number;
  /** Rows with any record. */
  readonly nMeasured: number;
}

/** The set that the page shows: the same rows as on the Compounds page, what is measured, and their chemistry. */
export interface SeriesModel {
  readonly set: ColumnSet;
  readonly isProject: boolean;
  /** Where compounds and values come from, in words for what is saved. */
  readonly source: string;
  /** Those with most exact values first; empty where nothing is measured. */
  readonly activities: readonly SeriesActivity[];
  readonly chemistry: SeriesChemistry;
  /** Compounds of the set: one that several sets of the project hold is one. */
  readonly compoundCount: number;
  /** The row that stands for a row's compound: see `firstRows`. */
  firstRow(row: number): number;
  /** Mark of the list of ids, for picked rows. */
  readonly mark: string;
}

const textsOf = (set: ColumnSet, name: string): string[] => set.texts(name).map((cell) => String(cell ?? ""));

/** The model of a set, with the activities that are known of it. */
export function seriesModel(
  set: ColumnSet,
  pool: SeriesPool,
  activities: readonly SeriesActivity[],
  {isProject, source}: Pick<SeriesModel, "isProject" | "source">
): SeriesModel {
  const first = firstRows(set);
  return {
    ...{set, isProject, source},
    compoundCount: first === null ? set.rowCount : new Set(first).size,
    firstRow: (row) => first?.[row] ?? row,
    activities: [...activities].sort((a, b) => b.nExact - a.nExact || b.nMeasured - a.nMeasured),
    chemistry: new SeriesChemistry(pool, textsOf(set, "smiles")),
    mark: listMark(textsOf(set, "compound_id"))
  };
}

/**
 * The row that stands for the compound of a row. One that several sets of the project hold is in several rows, and would
 * count as often in every mean and test: its first stands for all. Null for a reader's own file, of which each row stands for itself.
 */
export function firstRows(set: ColumnSet): Uint32Array | null {
  if (!("set_id" in set.table.columns)) return null;
  const known = new Map<string, number>();
  return Uint32Array.from(textsOf(set, "compound_id"), (id, row) => {
    const first = known.get(id) ?? row;
    known.set(id, first);
    return first;
  });
}

/** Potencies by row of the set; a compound in several sets has them in each, and is counted once. */
export function potencyActivities(set: ColumnSet, potencies: readonly MedianPotency[]): SeriesActivity[] {
  const rowsOf = new Map<string, number[]>();
  textsOf(set, "compound_id").forEach((id, row) => rowsOf.set(id, [...(rowsOf.get(id) ?? []), row]));
  const groups = new Map<string, MedianPotency[]>();
  for (const potency of potencies) {
    const key = `${potency.symbol} ${potency.standard_type}`;
    const group = groups.get(key);
    if (group) group.push(potency);
    else groups.set(key, [potency]);
  }
  return [...groups].map(([key, members]) => {
    const empty = (): Float64Array => new Float64Array(set.rowCount).fill(NaN);
    const [exact, below, records] = [empty(), empty(), empty()];
    const ofSet = members.filter(({compound_id}) => rowsOf.has(compound_id));
    for (const {compound_id, pchembl_median, pchembl_upper_bound, n} of ofSet)
      for (const row of rowsOf.get(compound_id) ?? []) {
        exact[row] = pchembl_median ?? NaN;
        below[row] = pchembl_median === null ? (pchembl_upper_bound ?? NaN) : NaN;
        records[row] = n;
      }
    const nExact = ofSet.filter(({pchembl_median}) => pchembl_median !== null).length;
    return {key, label: `${key}, pChEMBL`, exact, below, records, nExact, nMeasured: ofSet.length};
  });
}

/** Numeric columns that the reader's own file brings. */
export function ownActivities(set: ColumnSet): SeriesActivity[] {
  const own = set.numericNames.filter(isOwnColumn);
  return own.map((name) => {
    const exact = set.numbers(name);
    const below = new Float64Array(exact.length).fill(NaN);
    const records = exact.map((value) => (Number.isNaN(value) ? NaN : 1));
    const nExact = exact.reduce((n, value) => n + (Number.isNaN(value) ? 0 : 1), 0);
    return {key: name, label: set.table.columns[name]?.label ?? name, exact, below, records, nExact, nMeasured: nExact};
  });
}

/** The activity that the state names, the first when it names none; null where nothing is measured. */
export const chosenActivity = ({activities}: SeriesModel, {activity}: SeriesValues): SeriesActivity | null =>
  activities.find(({key}) => key === activity) ?? activities[0] ?? null;

/** The rows that the state asks to look at, ascending, one for each compound; those without a structure are left out. */
export function chosenRows(model: SeriesModel, state: SeriesValues): Uint32Array {
  const {set, chemistry} = model;
  const activity = chosenActivity(model, state);
  const setId = state.of.startsWith("set:") ? state.of.slice("set:".length) : null;
  const isIn = (row: number): boolean => {
    if (chemistry.smiles(row) === "") return false;
    if (setId !== null) return set.cell("set_id", row) === setId;
    return state.of === "all" || activity === null || !Number.isNaN(activity.records[row] ?? NaN);
  };
  const rows = Array.from({length: set.rowCount}, (_, row) => row).filter(isIn);
  return Uint32Array.from(new Set(rows.map((row) => model.firstRow(row)))).sort();
}
