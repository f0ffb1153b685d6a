import {readFile} from "node:fs/promises";
import * as v from "valibot";
import type {TargetVocabulary} from "../src/tables/target-vocabulary.js";

export const TARGET_VOCABULARY_FILE = "data/curated/target-vocabulary.json";

const text = v.pipe(v.string(), v.nonEmpty());
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const level = v.pipe(v.number(), v.minValue(-1), v.maxValue(1));
const schema = v.strictObject({
  citation: v.strictObject({doi: text, text}),
  datatypes: v.array(v.strictObject({id: text, label: text})),
  datasources: v.array(v.strictObject({id: text, label: text, datatype: text, weight: share})),
  factors: v.array(v.strictObject({id: text, label: text, group: text, lowest: level, highest: level, rule: text}))
});

/** Reads the names, weights and rules of evidence and factors. @throws with path and field when the file is wrong */
export async function readTargetVocabulary(file = TARGET_VOCABULARY_FILE): Promise<TargetVocabulary> {
  const result = v.safeParse(schema, JSON.parse(await readFile(file, "utf8")));
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`${file}: ${v.getDotPath(issue) ?? "top level"}: ${issue.message}`);
}
