import type {AssayRow} from "../../src/tables/activities.js";
import {numberOf, textOf} from "./activity-export.js";

/**
 * Turns a line of an assay file into a row. The description of the assay is other people's text and stays behind.
 *
 * @param chemblTargetId the target that the file is about
 */
export function normaliseAssay(
  record: Readonly<Record<string, string>>,
  chemblTargetId: string,
  sourceId: string
): AssayRow {
  return {
    assay_id: textOf(record, "assay_chembl_id") ?? "",
    chembl_target_id: chemblTargetId,
    assay_type: textOf(record, "assay_type") ?? "U",
    bao_format: textOf(record, "bao_format"),
    confidence_score: numberOf(record, "confidence_score"),
    relationship_type: textOf(record, "relationship_type"),
    organism: textOf(record, "assay_organism"),
    source_id: sourceId
  };
}
