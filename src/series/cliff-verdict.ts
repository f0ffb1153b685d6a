/** A measured value, with what tells whether it can be compared with another. */
export interface CliffRecord {
  readonly assay: string;
  readonly document: string | null;
  /** One letter, as ChEMBL writes it; null where it is not known. */
  readonly assayType: string | null;
  readonly relation: string | null;
  /** −log10 of the molar value; of a limit where the relation is not "=". */
  readonly value: number;
}

/** A reason to doubt that a difference is chemistry. */
export type CliffDoubt = "other papers" | "other assay types" | "only a limit" | "spread of one compound" | "unknown";

/** What is known of the two values of a cliff. */
export interface CliffVerdict {
  readonly kind: "chemistry" | "possible noise";
  readonly doubts: readonly CliffDoubt[];
  /** Papers in which both were measured. */
  readonly sharedDocuments: readonly string[];
  readonly sharedAssays: number;
  /** Records of each compound, and the range of its exact values; null for fewer than two. */
  readonly low: {readonly n: number; readonly spread: number | null};
  readonly high: {readonly n: number; readonly spread: number | null};
  /** Difference of the means within the assays that measured both; null when none did. */
  readonly withinAssays: number | null;
}

/**
 * Standard deviation of one IC50 measured in two laboratories, log units: half of the doubts rest on it.
 *
 * @see Kalliokoski et al. 2013, doi:10.1371/journal.pone.0061007
 */
export const BETWEEN_LABORATORIES_SD = 0.68;
/** A difference beyond this is more than two values of other laboratories differ by in 95 of 100 cases. */
export const BEYOND_LABORATORIES = 1.96 * Math.SQRT2 * BETWEEN_LABORATORIES_SD;

/**
 * Whether a difference between two compounds is chemistry or may be noise. It is chemistry when one assay measured both
 * and shows at least half of it, or when it is larger than values of other laboratories differ by (`BEYOND_LABORATORIES`)
 * and nothing else speaks against it. A doubt is a value that is only a limit, values of one compound that differ by half
 * of it or more, or papers or assay types that are not shared.
 */
export function cliffVerdict(
  low: readonly CliffRecord[],
  high: readonly CliffRecord[],
  difference: number
): CliffVerdict {
  const documents = shared(low, high, ({document}) => document);
  const assays = shared(low, high, ({assay}) => assay);
  const types = shared(low, high, ({assayType}) => assayType);
  const spreads = [spreadOf(low), spreadOf(high)] as const;
  const withinAssays = differenceWithin(low, high, assays);
  const isShown = withinAssays !== null && withinAssays >= difference / 2;
  const isBeyond = difference > BEYOND_LABORATORIES;
  const doubts: CliffDoubt[] = [];
  if (low.length === 0 || high.length === 0) doubts.push("unknown");
  else {
    if (!isShown && !isBeyond && documents.length === 0) doubts.push("other papers");
    if (!isShown && types.length === 0) doubts.push("other assay types");
    if (![low, high].every((records) => records.some(isExact))) doubts.push("only a limit");
    if (!isShown && spreads.some((spread) => spread !== null && spread >= difference / 2))
      doubts.push("spread of one compound");
    if (withinAssays !== null && !isShown) doubts.push("spread of one compound");
  }
  return {
    ...{kind: doubts.length === 0 ? "chemistry" : "possible noise", doubts: [...new Set(doubts)], withinAssays},
    ...{sharedDocuments: documents, sharedAssays: assays.length},
    low: {n: low.length, spread: spreads[0]},
    high: {n: high.length, spread: spreads[1]}
  };
}

const isExact = ({relation}: CliffRecord): boolean => relation === "=" || relation === "~" || relation === null;

function shared(
  low: readonly CliffRecord[],
  high: readonly CliffRecord[],
  read: (record: CliffRecord) => string | null
): string[] {
  const others = new Set(high.map(read));
  const both = low.map(read).filter((text) => text !== null && others.has(text));
  return [...new Set(both)].filter((text) => text !== null);
}

function spreadOf(records: readonly CliffRecord[]): number | null {
  const values = records.filter(isExact).map(({value}) => value);
  return values.length < 2 ? null : Math.max(...values) - Math.min(...values);
}

/** Mean over the assays that measured both of the difference between their means. */
function differenceWithin(
  low: readonly CliffRecord[],
  high: readonly CliffRecord[],
  assays: readonly string[]
): number | null {
  const mean = (records: readonly CliffRecord[], assay: string): number => {
    const values = records.filter((record) => record.assay === assay && isExact(record)).map(({value}) => value);
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  const differences = assays
    .map((assay) => mean(high, assay) - mean(low, assay))
    .filter((difference) => !Number.isNaN(difference));
  return differences.length === 0 ? null : differences.reduce((sum, one) => sum + one, 0) / differences.length;
}
