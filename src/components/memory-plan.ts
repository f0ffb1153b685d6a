import {formatCount} from "../base/format-number.js";
import type {OmittedColumns} from "../screening/screened-rows.js";
import {BYTES_A_ROW, BYTES_AT_REST, type MemoryNeed, USABLE} from "./memory-need.js";

/** What of a file is kept, so that it fits. */
export interface MemoryPlan {
  readonly omitted: OmittedColumns;
  /** Compounds that fit then; a longer file is read so far. */
  readonly mostRows: number;
  /** What is left out and how far the file is read, before it is tried; empty when all of it fits. */
  readonly words: string;
}

interface Part {
  readonly words: string;
  readonly names: readonly string[];
  readonly own: boolean;
  /** Bytes a row that are saved without it: values, texts and bins. */
  readonly bytes: number;
}

/** What may be left out, the least missed first. Bytes as measured with a million rows: 17 for a number with its bins. */
const PARTS: readonly Part[] = [
  {
    words: "structures as they were given",
    names: ["input_smiles", "set_id", "source_id", "source_row"],
    own: false,
    bytes: 120
  },
  {
    words: "connectivity and shape indices",
    names: [
      ..."chi0v chi1v chi2v chi3v chi4v chi0n chi1n chi2n chi3n chi4n".split(" "),
      ..."hall_kier_alpha kappa1 kappa2 kappa3 phi".split(" ")
    ],
    own: false,
    bytes: 15 * 17
  },
  {words: "the file's own columns", names: [], own: true, bytes: 120}
];

/**
 * What of so many compounds fits into a machine's memory: all columns while they do, else fewer of them, else fewer
 * compounds.
 *
 * @param gigabytes memory of the machine as the browser tells it; null where it does not: then everything is tried
 */
export function memoryPlan({rows}: Pick<MemoryNeed, "rows">, gigabytes: number | null): MemoryPlan {
  if (gigabytes === null) return {omitted: {names: new Set(), own: false}, mostRows: Infinity, words: ""};
  const room = Math.max(0, gigabytes * 1e9 * USABLE - BYTES_AT_REST);
  const out: Part[] = [];
  let bytes = BYTES_A_ROW;
  for (const part of PARTS) {
    if (rows * bytes <= room) break;
    out.push(part);
    bytes -= part.bytes;
  }
  const mostRows = Math.floor(room / bytes);
  const omitted = {names: new Set(out.flatMap(({names}) => names)), own: out.some(({own}) => own)};
  return {omitted, mostRows, words: planWords(out, rows, mostRows, gigabytes)};
}

function planWords(out: readonly Part[], rows: number, mostRows: number, gigabytes: number): string {
  if (out.length === 0) return "";
  const left = out.map(({words}) => words).join(", ");
  const cut =
    rows <= mostRows
      ? ""
      : ` It is read up to some ${formatCount(mostRows)} compounds; the command line (fumehood screen) takes files of any length.`;
  return `To fit into this machine's memory (it tells of ${String(gigabytes)} GB), this is left out: ${left}.${cut}`;
}
