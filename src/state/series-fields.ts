import {orderField} from "./table-order.js";
import {choiceField, flagField, listField, numberField, type StateOf, textField, type UrlState} from "./url-state.js";

/** Views of the Series page, in their order. */
export const SERIES_VIEWS = [
  "scaffolds",
  "clusters",
  "r-groups",
  "pairs",
  "cliffs",
  "map",
  "efficiency",
  "selectivity"
] as const;

/** How scaffolds are listed. */
export const SCAFFOLD_KINDS = ["scaffold", "tree", "framework"] as const;

/** What the address of the Series page holds. */
export const seriesFields = {
  view: choiceField(SERIES_VIEWS, "scaffolds"),
  /** Activity that colours and sums up; empty for the one with most values. */
  activity: textField(),
  /** Compounds looked at: "measured" on the activity, "all", or "set:" and a set's id. */
  of: textField("measured"),
  /** Columns summed up beside the activity. */
  by: listField(["qed"]),
  /** Endpoints predicted for the set. */
  admet: listField(),
  kind: choiceField(SCAFFOLD_KINDS, "scaffold"),
  /** Least similarity of a cluster's members to its centre. */
  cut: numberField(0.6),
  /** Core of the R-groups as SMARTS; empty for the commonest scaffold. */
  core: textField(),
  /** Positions of the matrix; empty for the busiest. */
  across: textField(),
  down: textField(),
  /** Column that colours the matrix; empty for the activity. */
  color: textField(),
  /** Whether pairs may differ in a middle part. */
  cuts: choiceField(["single", "double"], "single"),
  /** Column whose change is summed up; empty for the activity. */
  change: textField(),
  /** Fewest pairs of a transformation. */
  least: numberField(5),
  /** Limits of a cliff: least similarity, least difference in log units. */
  similar: numberField(0.7),
  step: numberField(1.5),
  /** Cliffs that are shown. */
  cliffs: choiceField(["all", "chemistry", "noise"], "all"),
  map: choiceField(["pca", "umap"], "pca"),
  /** What potency is drawn against. */
  against: choiceField(["logp", "atoms"], "logp"),
  /** Third criterion of the front beside potency and selectivity; whether low is better. */
  third: textField(),
  low: flagField(),
  front: choiceField(["all", "front"], "all"),
  /** Groups that are listed: all, or those of which the shortlist keeps none. */
  cover: choiceField(["all", "missing"], "all"),
  /** Lines of the tree that are open. */
  open: listField(),
  sort: orderField(),
  /** Line that is read beside the table. */
  at: textField(),
  /** Compound that is read beside the table. */
  compound: textField(),
  /** Rows picked; see `formatPick`. The Compounds page reads the same. */
  pick: textField()
};

export type SeriesValues = StateOf<typeof seriesFields>;
export type SeriesState = UrlState<SeriesValues>;
