import * as v from "valibot";
import {type Issue, makeIssue} from "../base/issue.js";

export const VERDICTS = ["keep", "maybe", "drop"] as const;
export type Verdict = (typeof VERDICTS)[number];

const decisionSchema = v.looseObject({
  /** What it is about: "compound:CHEMBL1" or "target:EGFR". */
  key: v.pipe(
    v.string("must be text"),
    v.regex(/^(compound|target):.+/, "must look like 'compound:CHEMBL1' or 'target:EGFR'")
  ),
  /** What a reader calls it. */
  label: v.optional(v.string(), ""),
  /** Structure of a compound, as SMILES; empty for a target. */
  smiles: v.optional(v.string(), ""),
  verdict: v.picklist(VERDICTS, "must be keep, maybe or drop"),
  note: v.optional(v.string(), ""),
  author: v.optional(v.string(), ""),
  /** ISO time. */
  decided_at: v.pipe(v.string("must be text"), v.isoTimestamp("must be an ISO time, e.g. 2026-01-31T12:00:00Z"))
});

/** A decision on a compound or target. Fields that another version added are kept. */
export type Decision = v.InferOutput<typeof decisionSchema>;

/** What a shortlist file held: decisions, and what could not be taken. */
export interface ShortlistRead {
  readonly decisions: readonly Decision[];
  readonly issues: readonly Issue[];
}

const VERSION = 1;

/** Writes decisions as a file, sorted by key, so that equal shortlists are equal files. */
export function formatShortlist(decisions: readonly Decision[], project: string): string {
  const sorted = [...decisions].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return `${JSON.stringify({fumehood_shortlist: VERSION, project, decisions: sorted}, null, 1)}\n`;
}

/** Reads a shortlist file. A decision that is wrong is an issue that names it; the others are taken. */
export function parseShortlist(text: string, file: string): ShortlistRead {
  const refuse = (input: string, reason: string): ShortlistRead => ({
    decisions: [],
    issues: [makeIssue(file, null, input, reason)]
  });
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return refuse(text.slice(0, 40), `is not JSON: ${String(error)}`);
  }
  const list = v.safeParse(v.looseObject({fumehood_shortlist: v.number(), decisions: v.array(v.unknown())}), content);
  if (!list.success) return refuse(text.slice(0, 40), "is not a shortlist of this workbench");
  if (list.output.fumehood_shortlist > VERSION)
    return refuse(String(list.output.fumehood_shortlist), "was written by a newer version of this workbench");
  const decisions: Decision[] = [];
  const issues: Issue[] = [];
  for (const [i, item] of list.output.decisions.entries()) {
    const read = v.safeParse(decisionSchema, item);
    if (read.success) decisions.push(read.output);
    else {
      const [issue] = read.issues;
      const field = v.getDotPath(issue) ?? "decision";
      issues.push(makeIssue(file, i + 1, JSON.stringify(item).slice(0, 80), `${field} ${issue.message}`));
    }
  }
  return {decisions, issues};
}

/** Two people's decisions on the same thing that differ. */
export interface Conflict {
  readonly own: Decision;
  readonly other: Decision;
}

/** Two shortlists together: nothing is lost, what differs is listed until somebody decides. */
export interface Merge {
  /** Own decisions and those that only the other has; of a conflict the own one. */
  readonly merged: readonly Decision[];
  readonly nAdded: number;
  readonly conflicts: readonly Conflict[];
}

const says = ({verdict, note}: Decision): string => JSON.stringify([verdict, note]);

/** Merges two shortlists. Decisions of the same key that say the same are one, the earlier. */
export function mergeShortlists(own: readonly Decision[], other: readonly Decision[]): Merge {
  const merged = new Map(own.map((decision) => [decision.key, decision]));
  const conflicts: Conflict[] = [];
  let nAdded = 0;
  for (const decision of other) {
    const mine = merged.get(decision.key);
    if (!mine) {
      merged.set(decision.key, decision);
      nAdded++;
    } else if (says(mine) !== says(decision)) conflicts.push({own: mine, other: decision});
    else if (decision.decided_at < mine.decided_at) merged.set(decision.key, decision);
  }
  return {merged: [...merged.values()], nAdded, conflicts};
}

/** Both sides of a conflict in one decision: the verdict chosen, both notes, each with its author. */
export function joinConflict({own, other}: Conflict, verdict: Verdict, decidedAt: string): Decision {
  const words = ({author, verdict: said, note}: Decision): string =>
    `${author === "" ? "one" : author} said ${said}${note === "" ? "" : `: ${note}`}`;
  return {...other, ...own, verdict, note: `${words(own)}. ${words(other)}.`, decided_at: decidedAt};
}
