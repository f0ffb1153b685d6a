import {readFileSync} from "node:fs";
import {join} from "node:path";

/** Edges of the numeric features as the trainer cut them, in the order of `NUMERIC_NAMES`. */
export function readNumericEdges(workFolder: string): readonly (readonly number[])[] {
  return JSON.parse(readFileSync(join(workFolder, "trained", "edges.json"), "utf8")) as readonly (readonly number[])[];
}
