import type {ActivityRow} from "../../src/tables/activities.js";
import type {IssueRow} from "../../src/tables/issues.js";

/** One line of an activity file with ChEMBL's column names. */
export type ActivityRecord = Readonly<Record<string, string>>;

/** Where a record comes from. */
export interface ActivityPlace {
  readonly targetId: string;
  readonly sourceId: string;
  /** 1-based data row. */
  readonly line: number;
}

/** An activity without its number: numbers are given after sorting. */
export type UnnumberedActivity = Omit<ActivityRow, "activity_id">;

const RELATIONS = new Set(["=", ">", "<", ">=", "<=", "~"]);

/** Factor from a unit as ChEMBL writes it to nM. */
const NANOMOLAR: Readonly<Record<string, number>> = {nM: 1, uM: 1e3, "10^2 uM": 1e5, mM: 1e6};

/** Turns a line of an activity file into a row; what was refused or changed is said in `issues`. */
export function normaliseActivity(
  record: ActivityRecord,
  {targetId, sourceId, line}: ActivityPlace
): {readonly activity: UnnumberedActivity; readonly issues: readonly IssueRow[]} {
  const issues: IssueRow[] = [];
  const note = (input: string, reason: string): null => {
    issues.push({table_name: "activities", source: sourceId, line, input, reason});
    return null;
  };
  const activity = {
    compound_id: textOf(record, "molecule_chembl_id") ?? "",
    target_id: targetId,
    chembl_target_id: textOf(record, "target_chembl_id") ?? "",
    assay_id: textOf(record, "assay_chembl_id") ?? "",
    document_id: textOf(record, "document_chembl_id"),
    document_year: numberOf(record, "document_year"),
    standard_type: textOf(record, "standard_type") ?? "",
    standard_relation: readRelation(record, note),
    standard_value_nm: readNanomolar(record, note),
    pchembl_value: numberOf(record, "pchembl_value"),
    activity_comment: readComment(record),
    data_validity_comment: textOf(record, "data_validity_comment"),
    is_duplicate: null,
    source_id: sourceId,
    source_row: line
  };
  return {activity, issues};
}

type Note = (input: string, reason: string) => null;

function readRelation(record: ActivityRecord, note: Note): string | null {
  const relation = textOf(record, "standard_relation")?.replace(/^'(.*)'$/, "$1") ?? null;
  return relation === null || RELATIONS.has(relation) ? relation : note(relation, "relation is not known, left out");
}

function readNanomolar(record: ActivityRecord, note: Note): number | null {
  const value = numberOf(record, "standard_value");
  const unit = textOf(record, "standard_units") ?? "";
  if (value === null) return null;
  const factor = NANOMOLAR[unit];
  if (factor === undefined) return note(`${String(value)} ${unit}`, "unit is no concentration that is known, left out");
  if (factor !== 1) note(`${String(value)} ${unit}`, `read as ${String(value * factor)} nM`);
  return value * factor;
}

/** Depositors' record numbers stand in the comment field of many records; they are no comment. */
function readComment(record: ActivityRecord): string | null {
  const comment = textOf(record, "activity_comment");
  return comment === null || /^\d+$/.test(comment) ? null : comment;
}

/** A field of a delimited file as text; null when it is absent or empty. */
export function textOf(record: Readonly<Record<string, string>>, name: string): string | null {
  const text = record[name]?.trim();
  return text === undefined || text === "" || text === "None" ? null : text;
}

/** A field of a delimited file as a finite number; null when it is absent, empty or no number. */
export function numberOf(record: Readonly<Record<string, string>>, name: string): number | null {
  const text = textOf(record, name);
  const value = text === null ? NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}
