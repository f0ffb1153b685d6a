import {doAtOnce, doInSlices, type SlicedWork} from "../base/sliced-work.js";
import {type DesirabilityCurve, isSoundCurve} from "./desirability.js";

/**
 * What a missing value counts for. `leave_out`: the criterion does not count for that compound, and the others are
 * scaled up to the full range; `worst`: 0, a lower bound; `best`: 1, an upper bound; `no_score`: the compound has none.
 */
export type MissingPolicy = "leave_out" | "worst" | "best" | "no_score";

/** How desirabilities become one score: their weighted sum, mean (0-1), or geometric mean (0-1). */
export type Combination = "sum" | "mean" | "geometric";

/** One property that a profile judges. */
export interface MpoCriterion {
  /** Column of the set, e.g. "clogp". */
  readonly column: string;
  readonly label: string;
  /** At least 0; 0 does not count. */
  readonly weight: number;
  readonly curve: DesirabilityCurve;
}

/** A multi-parameter score: what is judged, how much it counts, and what a missing value does. */
export interface MpoProfile {
  readonly id: string;
  readonly name: string;
  /** What it is for, and where it departs from its source. */
  readonly about: string;
  readonly citation: string;
  readonly doi: string | null;
  readonly combine: Combination;
  readonly missing: MissingPolicy;
  readonly criteria: readonly MpoCriterion[];
}

/** The scores of a set, by row. */
export interface MpoScores {
  /** NaN where there is no score. */
  readonly score: Float64Array;
  /** Share of the profile's weight whose value is known, 0-1. */
  readonly known: Float64Array;
}

/** Where the columns of a set come from; null when it has no such numeric column. NaN is missing. */
export type ColumnReader = (column: string) => Float64Array | null;

/** The highest score a profile can give: the sum of its weights, or 1. */
export const highestMpo = ({combine, criteria}: MpoProfile): number =>
  combine === "sum" ? criteria.reduce((sum, {weight}) => sum + weight, 0) : 1;

/**
 * Scores every row of a set. A column that the set does not have is missing in every row. With no value known, `leave_out`
 * gives no score.
 *
 * @param profile sound (`isSoundProfile`)
 * @see Wager 2010 doi:10.1021/cn100008c; Derringer & Suich 1980 doi:10.1080/00224065.1980.11980968
 */
export function mpoScores(profile: MpoProfile, column: ColumnReader, rowCount: number): MpoScores {
  return doAtOnce(scoring(profile, column, rowCount));
}

/** As `mpoScores`, in slices. @param pause awaited after each, so that a page can answer meanwhile */
export function mpoScoresInSlices(
  profile: MpoProfile,
  column: ColumnReader,
  rowCount: number,
  pause: () => Promise<void>
): Promise<MpoScores> {
  return doInSlices(scoring(profile, column, rowCount), pause);
}

/** Rows between two places where the work may be left for a while. */
const SLICE = 1 << 15;

function* scoring(profile: MpoProfile, column: ColumnReader, rowCount: number): SlicedWork<MpoScores> {
  const sum = new Float64Array(rowCount);
  const known = new Float64Array(rowCount);
  const isGeometric = profile.combine === "geometric";
  for (const {column: name, weight, curve} of profile.criteria) {
    const values = column(name);
    if (values === null || weight === 0) continue;
    const judge = curveReader(curve);
    for (let row = 0; row < rowCount; row++) {
      if (row % SLICE === 0) yield;
      const worth = judge(values[row] ?? NaN);
      if (Number.isNaN(worth)) continue;
      known[row] = (known[row] ?? 0) + weight;
      sum[row] = (sum[row] ?? 0) + weight * (isGeometric ? Math.log(worth) : worth);
    }
  }
  const weights = profile.criteria.reduce((all, {weight}) => all + weight, 0);
  for (let row = 0; row < rowCount; row++) {
    if (row % SLICE === 0) yield;
    const weight = known[row] ?? 0;
    sum[row] = combined(profile, sum[row] ?? 0, weight, weights);
    known[row] = weights === 0 ? 0 : weight / weights;
  }
  return {score: sum, known};
}

/** The score of one row from the sum over what is known. */
function combined({combine, missing}: MpoProfile, sum: number, known: number, weights: number): number {
  const lacks = weights - known > 1e-9 * weights;
  if (weights === 0 || (lacks && missing === "no_score") || (known === 0 && missing === "leave_out")) return NaN;
  if (combine === "geometric") {
    if (missing === "leave_out") return Math.exp(sum / known);
    return lacks && missing === "worst" ? 0 : Math.exp(sum / weights);
  }
  const filled = missing === "best" ? sum + weights - known : missing === "leave_out" ? (sum * weights) / known : sum;
  return combine === "sum" ? filled : filled / weights;
}

/** As `desirability`, for many values: NaN for NaN. */
function curveReader({points}: DesirabilityCurve): (value: number) => number {
  const xs = points.map(([x]) => x);
  const ds = points.map(([, d]) => d);
  return (value) => {
    if (Number.isNaN(value)) return NaN;
    let at = xs.length - 1;
    while (at >= 0 && (xs[at] ?? 0) > value) at--;
    if (at < 0) return ds[0] ?? NaN;
    const x0 = xs[at] ?? 0;
    const d0 = ds[at] ?? NaN;
    const x1 = xs[at + 1];
    return x1 === undefined ? d0 : d0 + (((ds[at + 1] ?? d0) - d0) * (value - x0)) / (x1 - x0);
  };
}

const COMBINATIONS: readonly Combination[] = ["sum", "mean", "geometric"];
const POLICIES: readonly MissingPolicy[] = ["leave_out", "worst", "best", "no_score"];

/**
 * Reads a profile from JSON. Text fields that are absent become empty.
 *
 * @throws what is wrong with it, in words for whoever wrote the file
 */
export function parseMpoProfile(content: unknown): MpoProfile {
  if (!isRecord(content)) throw new Error("invalid profile: not an object");
  const {combine, missing, criteria} = content;
  const name = textOf(content["name"]);
  if (name === "") throw new Error("invalid profile: it has no name");
  if (!COMBINATIONS.includes(combine as Combination))
    throw new Error(`invalid combine: ${String(combine)}; one of ${COMBINATIONS.join(", ")}`);
  if (!POLICIES.includes(missing as MissingPolicy))
    throw new Error(`invalid missing: ${String(missing)}; one of ${POLICIES.join(", ")}`);
  if (!Array.isArray(criteria)) throw new Error("invalid criteria: not a list");
  const doi = textOf(content["doi"]);
  return {
    ...{id: textOf(content["id"]) || "own", name, about: textOf(content["about"])},
    ...{citation: textOf(content["citation"]), doi: doi === "" ? null : doi},
    ...{combine: combine as Combination, missing: missing as MissingPolicy, criteria: criteria.map(parseCriterion)}
  };
}

function parseCriterion(content: unknown): MpoCriterion {
  if (!isRecord(content)) throw new Error("invalid criterion: not an object");
  const column = textOf(content["column"]);
  const weight = content["weight"];
  if (!/^\p{L}[\p{L}\p{N}_]*$/u.test(column)) throw new Error(`invalid column of a criterion: ${column}`);
  if (typeof weight !== "number" || !(weight >= 0 && weight < Infinity))
    throw new Error(`invalid weight of ${column}: ${String(weight)}`);
  const points = isRecord(content["curve"]) ? content["curve"]["points"] : undefined;
  if (!Array.isArray(points) || !points.every(isPoint) || !isSoundCurve({points}))
    throw new Error(`invalid curve of ${column}: points [value, 0-1] in ascending order are needed`);
  return {column, label: textOf(content["label"]) || column, weight, curve: {points}};
}

const isRecord = (content: unknown): content is Readonly<Record<string, unknown>> =>
  typeof content === "object" && content !== null && !Array.isArray(content);

const textOf = (content: unknown): string => (typeof content === "string" ? content : "");

const isPoint = (point: unknown): point is readonly [number, number] =>
  Array.isArray(point) && point.length === 2 && point.every((part) => Number.isFinite(part));
