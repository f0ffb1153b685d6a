import type {Issue} from "../src/base/issue.js";
import {csvLine} from "../src/tables/to-csv.js";
import {writeAtomic} from "./write-atomic.js";

/** Writes issues as CSV: source, line, input, reason. */
export async function writeIssues(file: string, issues: readonly Issue[]): Promise<void> {
  const lines = issues.map(({source, line, input, reason}) => csvLine([source, line, input, reason]));
  await writeAtomic(file, `${[csvLine(["source", "line", "input", "reason"]), ...lines].join("\n")}\n`);
}
