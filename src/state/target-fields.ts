import {type Curves, formatCurves, parseCurves} from "./curve-text.js";
import {choiceField, customField, flagField, listField, textField} from "./url-state.js";

/** Weights that were changed, by data source; those not named have the platform's default. */
export type ChangedWeights = Readonly<Record<string, number>>;

/** State of the Targets page, as its link keeps it. */
export const targetFields = {
  /** Text searched in symbol and name. */
  q: textField(),
  /** Column that orders the table. */
  sort: textField("score"),
  /** Ascending instead of descending. */
  asc: flagField(),
  /** Changed weights, e.g. "europepmc:0.5,impc:0". */
  w: customField<ChangedWeights>({}, parseWeights, formatWeights),
  /** Sources without which a target has no score. */
  need: listField(),
  /** Columns of evidence: by data type or by data source. */
  by: choiceField(["type", "source"], "type"),
  /** Only targets of the project. */
  mine: flagField(),
  /** Pinned targets, shown first. */
  pin: listField(),
  /** Selected target. */
  at: textField(),
  /** Rows opened in place. */
  open: listField(),
  /** Chosen facet values, "facet=value". */
  has: listField(),
  /** Names of a gene list: only what it names is shown. */
  genes: listField(),
  /** Columns hidden. */
  hide: listField(),
  /** Changed weights of prioritisation factors. */
  fw: customField<ChangedWeights>({}, parseWeights, formatWeights),
  /** Changed desirability curves of prioritisation factors. */
  fc: customField<Curves>({}, parseCurves, formatCurves),
  /** What the bench shows. */
  view: choiceField(["table", "firmness", "trade-offs", "compare"], "table"),
  /** Criteria of the trade-offs; the third may be empty. */
  x: textField("score"),
  y: textField("priority"),
  z: textField(),
  /** The target that the selected one should pass. */
  pass: textField()
} as const;

function parseWeights(text: string): ChangedWeights | null {
  const pairs = text.split(",").map((part) => part.split(":"));
  const weights = pairs.map(([id = "", weight = ""]) => [id, Number(weight)] as const);
  const isSound =
    weights.every(([id, weight]) => /^\w+$/.test(id) && weight >= 0 && weight <= 1) &&
    pairs.every(([, weight]) => weight);
  return isSound ? Object.fromEntries(weights) : null;
}

function formatWeights(weights: ChangedWeights): string {
  return Object.entries(weights)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, weight]) => `${id}:${String(weight)}`)
    .join(",");
}
