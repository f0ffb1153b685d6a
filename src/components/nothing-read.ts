import {html} from "htl";
import {countOf} from "../base/format-number.js";

export interface NothingReadOptions {
  /** What was given: the name of a file. */
  readonly name: string;
  /** How many of its lines could not be taken. */
  readonly issues: number;
  /** Ways to go on: to give something else, to go back. */
  readonly ways: readonly Node[];
}

/** Shown instead of a table when a file gave no compound: what may be wrong with it, and what can be read. */
export function nothingRead({name, issues, ways}: NothingReadOptions): HTMLElement {
  const why =
    issues === 0
      ? "It is empty, or holds nothing but a header."
      : `${countOf(issues, "line")} could not be taken; the list above gives the reason for each. Where every line is “not a SMILES”, the file has no column of structures, or none that was found: call it “smiles”.`;
  return html<HTMLElement>`<div class="state is-warning" role="status">
    <h3>No structure was found in ${name}</h3>
    <p>${why}</p>
    <p>
      What is read: SMILES, one a line; CSV or TSV with a column of SMILES; SDF and molfiles, V2000 and V3000; Parquet
      with a column of SMILES; gzip of each.
    </p>
    <div class="state-ways">${ways}</div>
  </div>`;
}
