import {assembleTree, rowsUnder, type ScaffoldTree} from "../series/scaffold-tree.js";
import {valueSummary, type ValueSummary} from "../base/value-summary.js";
import type {SeriesContext} from "./series-context.js";
import type {ColumnSet} from "../tables/column-set.js";
import type {SeriesJobOptions} from "../workers/series-pool.js";

/** Groups of compounds: a tree of scaffolds, or a flat list of scaffolds, frameworks or clusters, each its own root. */
export interface SeriesGroups {
  readonly tree: ScaffoldTree;
  /** Rows of the set, by the place that the tree knows them by. */
  readonly rows: Uint32Array;
  /** Rows in no group: without a ring, or that could not be read. */
  readonly left: readonly number[];
  /** One row of each group that stands for it, where groups have one: the centre of a cluster. */
  readonly representatives?: readonly number[];
}

/** Values of a column in a group. */
export interface ColumnSummary extends ValueSummary {
  /** Of a prediction: compounds outside the model's domain, or at its edge; null for any other column. */
  readonly outside: number | null;
}

/** What a group holds. */
export interface GroupSummary {
  readonly rows: readonly number[];
  /** Rows that are in the group itself, not below it. */
  readonly own: number;
  /** Exact values of the activity. */
  readonly exact: ValueSummary | null;
  /** Rows of which only a limit is known. */
  readonly nBelow: number;
  /** Values of the columns that the state names, in their order; null where none is known. */
  readonly others: readonly (ColumnSummary | null)[];
  /** Rows that the shortlist keeps. */
  readonly kept: number;
}

type Step = (words: string) => SeriesJobOptions;

const flat = (keys: readonly (string | null)[]): ScaffoldTree =>
  assembleTree(keys, new Map(keys.map((key) => [key ?? "", null])));

const groupsOf = (rows: Uint32Array, keys: readonly (string | null)[], tree: ScaffoldTree): SeriesGroups => ({
  ...{tree, rows},
  left: Array.from(rows).filter((_, place) => !keys[place])
});

/** Scaffolds of the rows looked at, as the state asks for them. */
export async function scaffoldGroups(context: SeriesContext, step: Step): Promise<SeriesGroups> {
  const rows = context.rows();
  const {chemistry} = context.model;
  const {kind} = context.state.value;
  if (kind === "framework") {
    const frameworks = await chemistry.frameworks(rows, step("Generic frameworks"));
    return groupsOf(rows, frameworks, flat(frameworks));
  }
  const scaffolds = await chemistry.of("scaffolds", rows, step("Murcko scaffolds"));
  if (kind === "scaffold") return groupsOf(rows, scaffolds, flat(scaffolds));
  const parents = await chemistry.parents(scaffolds.filter(isText), step("Parents in the tree"));
  return groupsOf(rows, scaffolds, assembleTree(scaffolds, parents));
}

/** Butina clusters of the rows looked at, under the structure of their centre. */
export async function clusterGroups(context: SeriesContext, step: Step): Promise<SeriesGroups> {
  const rows = context.rows();
  const {chemistry} = context.model;
  const fingerprints = await chemistry.of("fingerprints", rows, step("Fingerprints"));
  const ask = {fingerprints, threshold: context.state.value.cut};
  const clusters = await chemistry.pool.set("clusters", ask, step("Clusters"));
  const keys = new Array<string | null>(rows.length).fill(null);
  const used = new Set<string>();
  for (const places of clusters) {
    const centre = chemistry.smiles(rows[places[0] ?? 0] ?? 0);
    // Two clusters have one structure as centre only when the set holds it twice with other fingerprints; never so far.
    const key = used.has(centre) ? `${centre} ` : centre;
    used.add(key);
    for (const place of places) keys[place] = key;
  }
  const representatives = clusters.map(([centre = 0]) => rows[centre] ?? 0);
  return {...groupsOf(rows, keys, flat(keys)), representatives};
}

function columnReader(set: ColumnSet, name: string): (rows: readonly number[]) => ColumnSummary | null {
  if (!set.numericNames.includes(name)) return () => null;
  const values = set.numbers(name);
  const steps = set.numericNames.includes(`${name}_steps`) ? set.numbers(`${name}_steps`) : null;
  return (rows) => {
    const summary = valueSummary(rows.map((row) => values[row] ?? NaN));
    return summary && {...summary, outside: steps && rows.filter((row) => (steps[row] ?? 0) > 0).length};
  };
}

const isText = (text: string | null): text is string => text !== null && text !== "";

/** Summaries of groups, worked out once each; made anew when activity or second column change. */
export function groupSummaries(
  context: SeriesContext,
  {tree, rows}: SeriesGroups
): (keys: readonly string[]) => GroupSummary {
  const activity = context.activity();
  const {set} = context.model;
  const {by} = context.state.value;
  const columns = by.map((name) => columnReader(set, name));
  const kept = context.kept();
  const known = new Map<string, GroupSummary>();
  const summarise = (keys: readonly string[]): GroupSummary => {
    const own = keys.reduce((sum, key) => sum + (tree.get(key)?.members.length ?? 0), 0);
    const members = keys.flatMap((key) => rowsUnder(tree, key)).map((place) => rows[place] ?? 0);
    return {
      ...{rows: members, own},
      exact: valueSummary(members.map((row) => activity?.exact[row] ?? NaN)),
      nBelow: members.filter((row) => !Number.isNaN(activity?.below[row] ?? NaN)).length,
      others: columns.map((read) => read(members)),
      kept: members.filter((row) => kept.has(row)).length
    };
  };
  return (keys) => {
    const id = keys.join(" ");
    const summary = known.get(id) ?? summarise(keys);
    known.set(id, summary);
    return summary;
  };
}
