import {numberOf, textOf} from "./activity-export.js";

/** What a line of ChEMBL's web export of activities adds to records known from elsewhere. */
export interface WebExportNote {
  readonly compound_id: string;
  readonly assay_id: string;
  readonly document_id: string | null;
  readonly name: string | null;
  readonly max_phase: number | null;
  readonly standard_type: string | null;
  /** Relation without the quotes that the export puts around it. */
  readonly standard_relation: string | null;
  /** Value in nM; null when it has another unit or none. */
  readonly standard_value_nm: number | null;
  readonly is_duplicate: boolean | null;
}

const DUPLICATE: Readonly<Record<string, boolean>> = {"0": false, "1": true};

/** Turns a line of the web export (semicolons, ChEMBL's headings) into a note. */
export function normaliseWebExport(record: Readonly<Record<string, string>>): WebExportNote {
  const inNanomolar = textOf(record, "Standard Units") === "nM";
  return {
    compound_id: textOf(record, "Molecule ChEMBL ID") ?? "",
    assay_id: textOf(record, "Assay ChEMBL ID") ?? "",
    document_id: textOf(record, "Document ChEMBL ID"),
    name: textOf(record, "Molecule Name"),
    max_phase: numberOf(record, "Molecule Max Phase"),
    standard_type: textOf(record, "Standard Type"),
    standard_relation: textOf(record, "Standard Relation")?.replace(/^'(.*)'$/, "$1") ?? null,
    standard_value_nm: inNanomolar ? numberOf(record, "Standard Value") : null,
    is_duplicate: DUPLICATE[textOf(record, "Potential Duplicate") ?? ""] ?? null
  };
}
