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

/** Sets that are not published: their ids come from somebody's file and mean nothing outside it. */
const OWN_SETS = ["dropped", "typed"];

/** What a decision on a compound needs to know of it. */
export interface DecidedCompound {
  readonly compound_id: string;
  readonly set_id: string;
  /** Empty where it is not known. */
  readonly inchikey: string;
  readonly smiles: string;
}

/**
 * The key of a decision on a compound: its id where the project publishes it, else its InChIKey, else its SMILES. Ids of
 * a reader's file are not used, because another file may give the same id to another molecule.
 */
export function compoundKey({compound_id: id, set_id: set, inchikey, smiles}: DecidedCompound): string {
  return `compound:${OWN_SETS.includes(set) ? inchikey || smiles : id}`;
}

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
  /** Those of `merged` that are not in the own shortlist as they are: all that needs to be written. */
  readonly changed: readonly Decision[];
  readonly conflicts: readonly Conflict[];
}

const says = ({verdict, note}: Decision): string => JSON.stringify([verdict, note]);

/** One decision of two that say the same: the earlier, with the names of both and every field that either has. */
function agree(mine: Decision, theirs: Decision): Decision {
  const [early, late] = theirs.decided_at < mine.decided_at ? [theirs, mine] : [mine, theirs];
  const names = [early, late].flatMap(({author}) => author.split(", ")).filter((name) => name !== "");
  return {...late, ...early, author: [...new Set(names)].join(", ")};
}

const isEqual = (one: Decision, two: Decision): boolean => {
  const fields = (decision: Decision): string => JSON.stringify(Object.entries(decision).sort());
  return fields(one) === fields(two);
};

/** Merges two shortlists. Decisions of the same key that say the same are one, with the names of all who made it. */
export function mergeShortlists(own: readonly Decision[], other: readonly Decision[]): Merge {
  const before = new Map(own.map((decision) => [decision.key, decision]));
  const merged = new Map(before);
  const conflicts: Conflict[] = [];
  for (const decision of other) {
    const mine = merged.get(decision.key);
    if (mine && says(mine) !== says(decision)) conflicts.push({own: mine, other: decision});
    else merged.set(decision.key, mine ? agree(mine, decision) : decision);
  }
  const all = [...merged.values()];
  const changed = all.filter((decision) => {
    const old = before.get(decision.key);
    return !old || !isEqual(old, decision);
  });
  return {merged: all, nAdded: merged.size - before.size, changed, conflicts};
}

/** Both sides of a conflict in one decision: the verdict chosen, both notes, each with its author. */
export function joinConflict({own, other}: Conflict, verdict: Verdict, decidedAt: string): Decision {
  const words = ({author, verdict: said, note}: Decision): string =>
    `${author === "" ? "one" : author} said ${said}${note === "" ? "" : `: ${note}`}`;
  return {...other, ...own, verdict, note: `${words(own)}. ${words(other)}.`, decided_at: decidedAt};
}
