import {listMark} from "../base/pick-text.js";
import type {SeriesValues} from "../state/series-fields.js";
import {isOwnColumn} from "../screening/screened-rows.js";
import type {MedianPotency} from "../store/queries/potencies-of-project.js";
import {publishedRows} from "../store/published-answers.js";
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
  return {
    ...{set, isProject, source},
    activities: [...activities].sort((a, b) => b.nExact - a.nExact || b.nMeasured - a.nMeasured),
    chemistry: new SeriesChemistry(pool, textsOf(set, "smiles")),
    mark: listMark(textsOf(set, "compound_id"))
  };
}

/** The median potencies of the project's targets, one activity per target and type. @throws StoreError */
export async function projectActivities(set: ColumnSet): Promise<SeriesActivity[]> {
  return potencyActivities(set, await publishedRows("project-potencies"));
}

/** The sources of the project's compounds and potencies, in words. @throws StoreError */
export async function projectSourceWords(): Promise<string> {
  const rows = await publishedRows("project-sources");
  const each = (read: (row: (typeof rows)[number]) => string | null): string =>
    [...new Set(rows.flatMap((row) => read(row) ?? []))].join(", ");
  const names = each(({name, release}) => (release === null ? name : `${name} (${release})`));
  return `${names}; licence ${each(({licence}) => licence)}; ${each(({doi}) => doi && `doi:${doi}`)}`;
}

/** Potencies by row of the set; a compound in several sets has them in each. */
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
    for (const {compound_id, pchembl_median, pchembl_upper_bound, n} of members)
      for (const row of rowsOf.get(compound_id) ?? []) {
        exact[row] = pchembl_median ?? NaN;
        below[row] = pchembl_median === null ? (pchembl_upper_bound ?? NaN) : NaN;
        records[row] = n;
      }
    return activityOf(key, `${key}, pChEMBL`, {exact, below, records});
  });
}

/** Numeric columns that the reader's own file brings. */
export function ownActivities(set: ColumnSet): SeriesActivity[] {
  const own = set.numericNames.filter(isOwnColumn);
  return own.map((name) => {
    const exact = set.numbers(name);
    const below = new Float64Array(exact.length).fill(NaN);
    const records = exact.map((value) => (Number.isNaN(value) ? NaN : 1));
    return activityOf(name, set.table.columns[name]?.label ?? name, {exact, below, records});
  });
}

function activityOf(
  key: string,
  label: string,
  {exact, below, records}: Pick<SeriesActivity, "exact" | "below" | "records">
): SeriesActivity {
  const count = (values: Float64Array): number => values.reduce((n, value) => n + (Number.isNaN(value) ? 0 : 1), 0);
  return {key, label, exact, below, records, nExact: count(exact), nMeasured: count(records)};
}

/** The activity that the state names, the first when it names none; null where nothing is measured. */
export const chosenActivity = ({activities}: SeriesModel, {activity}: SeriesValues): SeriesActivity | null =>
  activities.find(({key}) => key === activity) ?? activities[0] ?? null;

/** The rows that the state asks to look at, ascending; those without a structure are left out. */
export function chosenRows(model: SeriesModel, state: SeriesValues): Uint32Array {
  const {set, chemistry} = model;
  const activity = chosenActivity(model, state);
  const setId = state.of.startsWith("set:") ? state.of.slice("set:".length) : null;
  const isIn = (row: number): boolean => {
    if (chemistry.smiles(row) === "") return false;
    if (setId !== null) return set.cell("set_id", row) === setId;
    return state.of === "all" || activity === null || !Number.isNaN(activity.records[row] ?? NaN);
  };
  return Uint32Array.from({length: set.rowCount}, (_, row) => row).filter(isIn);
}
