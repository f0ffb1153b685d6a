import * as v from "valibot";
import {type Issue, makeIssue} from "../../src/base/issue.js";

/** A source no longer answers in the shape we know: names the source, the place, what was expected and what came. */
export class SchemaDrift extends Error {
  override readonly name = "SchemaDrift";
}

/** "ChEMBL activity: standard_value: expected (number | string), got Object". */
function describeDrift(what: string, issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).map(({key}) => (typeof key === "number" ? `[${String(key)}]` : `.${String(key)}`));
  const place = path.join("").replace(/^\./, "") || "the record";
  return `${what}: ${place}: expected ${issue.expected ?? issue.message}, got ${issue.received}`;
}

/**
 * Checks the outer shape of a reply.
 *
 * @param what source and thing, e.g. "ChEMBL activity page"
 * @throws SchemaDrift when the shape is not the known one
 */
export function readEnvelope<const S extends v.GenericSchema>(
  what: string,
  schema: S,
  body: unknown
): v.InferOutput<S> {
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  throw new SchemaDrift(describeDrift(what, result.issues[0]));
}

/** Records that have the known shape, and an issue for each that has not. */
export interface ReadRecords<Record> {
  readonly records: readonly Record[];
  readonly issues: readonly Issue[];
}

/**
 * Checks records one by one; a wrong one becomes an issue.
 *
 * @throws SchemaDrift when no record at all has the known shape: then the source changed, not the record
 */
export function readRecords<const S extends v.GenericSchema>(
  what: string,
  schema: S,
  items: readonly unknown[]
): ReadRecords<v.InferOutput<S>> {
  const records: v.InferOutput<S>[] = [];
  const issues: Issue[] = [];
  for (const [i, item] of items.entries()) {
    const result = v.safeParse(schema, item);
    if (result.success) records.push(result.output);
    else issues.push(makeIssue(what, i + 1, JSON.stringify(item), describeDrift(what, result.issues[0])));
  }
  if (records.length === 0 && issues[0]) throw new SchemaDrift(issues[0].reason);
  return {records, issues};
}
