import type {CliffPair} from "../series/activity-cliffs.js";
import {type CliffRecord, type CliffVerdict, cliffVerdict} from "../series/cliff-verdict.js";
import {openProjectStore} from "../store/project-store.js";
import {recordsOfActivity} from "../store/queries/records-of-activity.js";
import type {SeriesJobOptions} from "../workers/series-pool.js";
import {workingRows} from "./r-group-data.js";
import type {SeriesContext} from "./series-context.js";

/** Why two fingerprints are equal: the structures differ in stereo alone, or in what the fingerprint does not tell. */
export type Sameness = "stereo" | "unseen";

/** A cliff with what is known of its two values; rows are those of the set. */
export interface Cliff extends CliffPair {
  readonly verdict: CliffVerdict;
  /** Null where the fingerprints differ. */
  readonly sameness: Sameness | null;
}

/** Cliffs, and the records behind their values by compound. */
export interface LoadedCliffs {
  readonly cliffs: readonly Cliff[];
  readonly records: ReadonlyMap<string, readonly CliffRecord[]>;
}

async function readRecords({model, activity}: SeriesContext): Promise<Map<string, CliffRecord[]>> {
  const records = new Map<string, CliffRecord[]>();
  const [symbol, type] = activity()?.key.split(" ") ?? [];
  if (!model.isProject || symbol === undefined || type === undefined) return records;
  const store = await openProjectStore();
  for (const row of await store.rows(recordsOfActivity(symbol, type))) {
    if (row.p_value === null) continue;
    const record: CliffRecord = {
      ...{assay: row.assay_id, document: row.document_id, assayType: row.assay_type},
      ...{relation: row.standard_relation, value: row.p_value}
    };
    const list = records.get(row.compound_id);
    if (list) list.push(record);
    else records.set(row.compound_id, [record]);
  }
  return records;
}

/** The id of a row's compound. */
export const idOf = ({model: {set}}: SeriesContext, row: number): string => String(set.cell("compound_id", row) ?? "");

/** Finds the cliffs among the rows worked on, and what is known of their measurements. */
export async function loadCliffs(
  context: SeriesContext,
  step: (words: string) => SeriesJobOptions
): Promise<LoadedCliffs> {
  const {chemistry} = context.model;
  const activity = context.activity();
  const rows = workingRows(context).filter((row) => !Number.isNaN(activity?.exact[row] ?? NaN));
  if (rows.length < 2) return {cliffs: [], records: new Map()};
  const fingerprints = await chemistry.of("fingerprints", rows, step("Fingerprints"));
  const {similar, step: difference} = context.state.value;
  const activities = Float64Array.from(rows, (row) => activity?.exact[row] ?? NaN);
  const ask = {fingerprints, activities, limits: {similarity: similar, difference}};
  const pairs = await chemistry.pool.set("cliffs", ask, step("Comparing pairs"));
  const records = await readRecords(context);
  const recordsOf = (row: number): readonly CliffRecord[] => records.get(idOf(context, row)) ?? [];
  const cliffs = pairs.map((pair) => {
    const [low, high] = [rows[pair.low] ?? -1, rows[pair.high] ?? -1];
    const sameness = pair.sali === null ? samenessOf(context, low, high) : null;
    return {...pair, low, high, sameness, verdict: cliffVerdict(recordsOf(low), recordsOf(high), pair.difference)};
  });
  return {cliffs, records};
}

/** Characters of an InChIKey that stand for the skeleton, without stereo. */
const SKELETON = 14;

function samenessOf({model: {set}}: SeriesContext, low: number, high: number): Sameness {
  if (!("inchikey" in set.table.columns)) return "unseen";
  const skeleton = (row: number): string => String(set.cell("inchikey", row) ?? "").slice(0, SKELETON);
  return skeleton(low) !== "" && skeleton(low) === skeleton(high) ? "stereo" : "unseen";
}
