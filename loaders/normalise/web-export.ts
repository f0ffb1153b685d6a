import {numberOf, textOf} from "./activity-export.js";

/** What a line of ChEMBL's web export of activities adds to records known from elsewhere. */
export interface WebExportNote {
  readonly compound_id: string;
  readonly assay_id: string;
  readonly document_id: string | null;
  /** PUBLICATION, PATENT or DATASET, by the name of the source that the record was deposited from. */
  readonly document_type: string | null;
  readonly journal: string | null;
  readonly document_year: number | null;
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
    document_type: typeOf(textOf(record, "Source Description")),
    journal: textOf(record, "Document Journal"),
    document_year: numberOf(record, "Document Year"),
    name: textOf(record, "Molecule Name"),
    max_phase: numberOf(record, "Molecule Max Phase"),
    standard_type: textOf(record, "Standard Type"),
    standard_relation: textOf(record, "Standard Relation")?.replace(/^'(.*)'$/, "$1") ?? null,
    standard_value_nm: inNanomolar ? numberOf(record, "Standard Value") : null,
    is_duplicate: DUPLICATE[textOf(record, "Potential Duplicate") ?? ""] ?? null
  };
}

function typeOf(source: string | null): string | null {
  if (source === null) return null;
  if (source === "Scientific Literature") return "PUBLICATION";
  return source.includes("Patent") ? "PATENT" : "DATASET";
}
