import {type Issue, makeIssue} from "../base/issue.js";
import type {InputRecord} from "./input-record.js";

/** What became of a batch. */
export interface BatchOutcome<Row> {
  readonly rows: Row[];
  readonly issues: Issue[];
}

/** Works on a batch in some thread; rejects when the thread died over it, and comes with a new thread when asked again. */
export type AskElsewhere<Row> = (records: readonly InputRecord[]) => Promise<BatchOutcome<Row>>;

/**
 * Works on a batch though threads may die over it: it is tried again once, then halved until the record that kills stands
 * alone and becomes an issue; all others are worked on.
 *
 * @param source the input as an issue names it
 */
export async function screenResiliently<Row>(
  records: readonly InputRecord[],
  source: string,
  ask: AskElsewhere<Row>,
  triesLeft = 2
): Promise<BatchOutcome<Row>> {
  const [record] = records;
  if (record === undefined) return {rows: [], issues: []};
  try {
    return await ask(records);
  } catch (cause) {
    if (triesLeft > 1) return screenResiliently(records, source, ask, triesLeft - 1);
    if (records.length > 1) return screenHalves(records, source, ask);
    const reason = `the chemistry engine failed on it: ${cause instanceof Error ? cause.message : String(cause)}`;
    return {rows: [], issues: [makeIssue(source, record.line, record.structure, reason)]};
  }
}

async function screenHalves<Row>(
  records: readonly InputRecord[],
  source: string,
  ask: AskElsewhere<Row>
): Promise<BatchOutcome<Row>> {
  const middle = Math.ceil(records.length / 2);
  const head = await screenResiliently(records.slice(0, middle), source, ask, 1);
  const tail = await screenResiliently(records.slice(middle), source, ask, 1);
  return {rows: [...head.rows, ...tail.rows], issues: [...head.issues, ...tail.issues]};
}
