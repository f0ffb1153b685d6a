import {formatCount} from "../base/format-number.js";
import type {SearchFilter} from "../filters/filter-node.js";
import {rowMask} from "../search/row-mask.js";
import {structureQuery} from "../search/structure-query.js";
import type {ColumnSet} from "../tables/column-set.js";
import {rdkitUrls} from "../workers/rdkit-urls.js";
import {SetSearch} from "../workers/search-client.js";
import {loadKernels} from "./load-kernels.js";
import {pagePause} from "./page-pause.js";

/** What a search found, and how it goes. */
export interface StructureJudgeEvents {
  /** How far it is, in words; empty when it has ended. */
  readonly onProgress: (words: string) => void;
  /** Rows found so far, at growing distances; the last answer comes from `judge`. */
  readonly onPartial: (node: SearchFilter, mask: Uint8Array) => void;
  /** Similarities by row of the set, NaN where there is none. */
  readonly onScores: (scores: Float64Array) => void;
}

const PART_GROWTH = 4;

/** Answers searches by structure over the rows of one set at a time, in workers. */
export class StructureJudge {
  readonly #events: StructureJudgeEvents;
  #search: SetSearch | undefined;
  #smiles: unknown;
  readonly #stopper = new AbortController();

  constructor(events: StructureJudgeEvents) {
    this.#events = events;
  }

  /** Rows that a search finds, as a mask. @throws in words for the user when the structure cannot be read */
  async judge(node: SearchFilter, set: ColumnSet): Promise<Uint8Array> {
    if (!("smiles" in set.table.columns)) throw new Error("this set has no structures");
    const search = await this.#over(set);
    const {onProgress, onPartial, onScores} = this.#events;
    const found: number[] = [];
    let next = 1;
    try {
      const {rows, scores} = await search.search(
        structureQuery({structure: node.query, mode: node.how, metric: node.metric, threshold: node.least}),
        {
          signal: this.#stopper.signal,
          onHits: (hits) => {
            for (const row of hits) found.push(row);
            if (found.length < next) return;
            next = found.length * PART_GROWTH;
            onPartial(node, rowMask(found, set.rowCount));
          },
          onProgress: ({settled, total, hits}) => {
            onProgress(`${formatCount(settled)} of ${formatCount(total)} looked at, ${formatCount(hits)} found`);
          }
        }
      );
      if (scores) onScores(scoresByRow(rows, scores, set.rowCount));
      return rowMask(rows, set.rowCount);
    } finally {
      onProgress("");
    }
  }

  dispose(): void {
    this.#stopper.abort(new Error("stopped"));
    this.#search?.dispose();
  }

  async #over(set: ColumnSet): Promise<SetSearch> {
    const smiles = set.textColumn("smiles");
    this.#search ??= new SetSearch({urls: rdkitUrls, kernels: await loadKernels(), pause: pagePause()});
    if (this.#smiles !== smiles) {
      this.#smiles = smiles;
      this.#search.setRows(smiles);
    }
    return this.#search;
  }
}

function scoresByRow(rows: Uint32Array, scores: Float64Array, rowCount: number): Float64Array {
  const all = new Float64Array(rowCount).fill(NaN);
  rows.forEach((row, at) => {
    all[row] = scores[at] ?? NaN;
  });
  return all;
}
