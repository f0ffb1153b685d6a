import {html} from "htl";
import {countOf} from "../base/format-number.js";

export interface NothingReadOptions {
  /** What was given: the name of a file. */
  readonly name: string;
  /** How many files were given; none when a folder had no file of structures. */
  readonly files: number;
  /** How many of its lines could not be taken. */
  readonly issues: number;
  /** Ways to go on: to give something else, to go back. */
  readonly ways: readonly Node[];
}

/** Shown instead of a table when a file gave no compound: what may be wrong with it, and what can be read. */
export function nothingRead({name, files, issues, ways}: NothingReadOptions): HTMLElement {
  const heading = files === 0 ? "No file of structures was found in the folder" : `No structure was found in ${name}`;
  return html<HTMLElement>`<div class="state is-warning" role="status">
    <h3>${heading}</h3>
    <p>${whyNot(files, issues)}</p>
    <p>
      What is read: SMILES, one a line; CSV or TSV with a column of SMILES; SDF and molfiles, V2000 and V3000; Parquet
      with a column of SMILES; gzip of each.
    </p>
    <div class="state-ways">${ways}</div>
  </div>`;
}

function whyNot(files: number, issues: number): string {
  if (files === 0) return "No name of a file in it ends like one of structures; what it holds is listed above.";
  if (issues === 0) return "It is empty, or holds nothing but a header.";
  return `${countOf(issues, "line")} could not be taken; the list above gives the reason for each. Where every line is “not a SMILES”, the file has no column of structures, or none that was found: call it “smiles”.`;
}
