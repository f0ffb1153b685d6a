import * as v from "valibot";
import {type Issue, makeIssue} from "../base/issue.js";

export const VERDICTS = ["keep", "maybe", "drop"] as const;
export type Verdict = (typeof VERDICTS)[number];

const decisionSchema = v.looseObject({
  /** What it is about: "compound:" with an InChIKey, or "target:" with a target's id. */
  key: v.pipe(
    v.string("must be text"),
    v.regex(/^(compound|target):.+/, "must look like 'compound:' and an InChIKey, or 'target:' and an id")
  ),
  /** What a reader calls it. */
  label: v.optional(v.string(), ""),
  /** Structure of a compound, as SMILES; empty for a target. */
  smiles: v.optional(v.string(), ""),
  verdict: v.picklist(VERDICTS, "must be keep, maybe or drop"),
  /** Why, in a word or two; one of `REASONS` or the reader's own. */
  reason: v.optional(v.string()),
  note: v.optional(v.string(), ""),
  author: v.optional(v.string(), ""),
  /** ISO time. */
  decided_at: v.pipe(v.string("must be text"), v.isoTimestamp("must be an ISO time, e.g. 2026-01-31T12:00:00Z"))
});

/** A decision on a compound or target. Fields that another version added are kept. */
export type Decision = v.InferOutput<typeof decisionSchema>;

/** Reasons that are offered; others can be typed. */
export const REASONS = [
  ...["potency", "selectivity", "properties", "predicted ADMET", "structural alert", "novelty"],
  ...["synthesis", "safety", "evidence", "tractability"]
] as const;

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
 * The key of a decision on a compound: its InChIKey, so that a molecule of the project, of a file and of a colleague's
 * project is the same. Where InChI has no answer it is the id that the project publishes, else the SMILES. Ids of a
 * reader's file are not used, because another file may give the same id to another molecule.
 */
export function compoundKey({compound_id: id, set_id: set, inchikey, smiles}: DecidedCompound): string {
  return `compound:${inchikey || (OWN_SETS.includes(set) ? smiles : id)}`;
}

/** What a shortlist file held: decisions, and what could not be taken. */
export interface ShortlistRead {
  /** Project it was made in; empty when the file does not say. */
  readonly project: string;
  readonly decisions: readonly Decision[];
  readonly issues: readonly Issue[];
}

const VERSION = 1;

const fileSchema = v.looseObject({
  fumehood_shortlist: v.number(),
  project: v.optional(v.string(), ""),
  decisions: v.array(v.unknown())
});

/** Writes decisions as a file, sorted by key, so that equal shortlists are equal files. */
export function formatShortlist(decisions: readonly Decision[], project: string): string {
  const sorted = [...decisions].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return `${JSON.stringify({fumehood_shortlist: VERSION, project, decisions: sorted}, null, 1)}\n`;
}

/** Reads a shortlist file. A decision that is wrong is an issue that names it; the others are taken. */
export function parseShortlist(text: string, file: string): ShortlistRead {
  const refuse = (input: string, reason: string): ShortlistRead => ({
    ...{project: "", decisions: []},
    issues: [makeIssue(file, null, input, reason)]
  });
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return refuse(text.slice(0, 40), `is not JSON: ${String(error)}`);
  }
  const list = v.safeParse(fileSchema, content);
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
  return {project: list.output.project, decisions, issues};
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

const says = ({verdict, reason = "", note}: Decision): string => JSON.stringify([verdict, reason, note]);

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
  const reasons = [own, other].map(({reason = ""}) => reason).filter((reason) => reason !== "");
  const reason = [...new Set(reasons)].join(", ");
  return {...other, ...own, verdict, reason, note: `${words(own)}. ${words(other)}.`, decided_at: decidedAt};
}

/** Decisions of an earlier version under today's keys. */
export interface Rekeyed {
  readonly decisions: readonly Decision[];
  /** Keys that are no longer used. */
  readonly gone: readonly string[];
  /** Two decisions on one molecule, made under two keys, that differ; the one under today's key stands. */
  readonly conflicts: readonly Conflict[];
}

/** The key without its kind. */
export const nameOfKey = (key: string): string => key.replace(/^\w+:/, "");

/**
 * Brings keys by published id to keys by InChIKey, as far as the InChIKeys of ids are known.
 *
 * @param inchikeys InChIKey by compound id; ids that are not in it keep their key
 */
export function rekeyCompounds(decisions: readonly Decision[], inchikeys: ReadonlyMap<string, string>): Rekeyed {
  const keyOf = ({key}: Decision): string => {
    const inchikey = key.startsWith("compound:") ? inchikeys.get(nameOfKey(key)) : undefined;
    return inchikey ? `compound:${inchikey}` : key;
  };
  const old = decisions.filter((decision) => keyOf(decision) !== decision.key);
  const kept = decisions.filter((decision) => keyOf(decision) === decision.key);
  const {merged, conflicts} = mergeShortlists(
    kept,
    old.map((decision) => ({...decision, key: keyOf(decision)}))
  );
  return {decisions: merged, gone: old.map(({key}) => key), conflicts};
}
