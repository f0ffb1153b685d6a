import type {PropertyRule} from "../alerts/property-rules.js";
import {formatCount} from "../base/format-number.js";
import {type FilterNode, leavesOf} from "./filter-node.js";

/** A step of the funnel with what it took. */
export interface CountedStep {
  readonly words: string;
  readonly node: FilterNode;
  readonly left: number;
  readonly lost: number;
}

export interface MethodsSource {
  /** What the compounds are, e.g. "the file mine.smi". */
  readonly set: string;
  readonly rowCount: number;
  readonly steps: readonly CountedStep[];
  readonly rules: readonly PropertyRule[];
  /** Profile ranked by, with its citation; empty for none. */
  readonly ranking: string;
  /** Programs and their versions, e.g. "RDKit 2026.9.1". */
  readonly programs: string;
}

/** What was done, as a paragraph for a methods section: set, steps in order with what each took, citations. */
export function methodsParagraph({set, rowCount, steps, rules, ranking, programs}: MethodsSource): string {
  const start = `Compounds were taken from ${set} (${formatCount(rowCount)} compounds after standardisation) and described with ${programs}.`;
  const left = steps.at(-1)?.left ?? rowCount;
  const list = steps.map(
    ({words, left: after, lost}, at) =>
      `(${String(at + 1)}) ${words}: ${formatCount(lost)} removed, ${formatCount(after)} left`
  );
  const filtered =
    steps.length === 0
      ? "No filter was applied."
      : `Filters were applied in this order: ${list.join("; ")}. ${formatCount(left)} of ${formatCount(rowCount)} compounds (${share(left, rowCount)}) passed all of them.`;
  const cited = citations(steps, rules);
  return [start, filtered, ranking === "" ? "" : `Compounds were ranked by ${ranking}.`, cited]
    .filter((part) => part !== "")
    .join(" ");
}

const share = (part: number, whole: number): string =>
  whole === 0 ? "0 %" : `${((100 * part) / whole).toPrecision(2).replace(/\.0$/, "")} %`;

function citations(steps: readonly CountedStep[], rules: readonly PropertyRule[]): string {
  const columns = new Set(
    steps.flatMap(({node}) => leavesOf(node).flatMap((leaf) => ("column" in leaf ? [leaf.column] : [])))
  );
  const used = rules.filter(({column}) => columns.has(column));
  if (used.length === 0) return "";
  return `Rule sets: ${used.map(({name, citation, doi}) => `${name} (${citation}, doi:${doi})`).join("; ")}.`;
}
