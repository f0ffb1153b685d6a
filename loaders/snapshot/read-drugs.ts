import type {DrugRow} from "../../src/tables/drugs.js";
import {quoteText} from "../../src/store/table-sql.js";
import {openNativeStore} from "../native-store.js";
import {numberOf, textOf} from "../normalise/activity-export.js";
import {readRecords} from "./read-records.js";
import {makePart, type SnapshotPart, type SourceFile} from "./snapshot-part.js";

interface ApprovedRecord {
  readonly molecule_chembl_id: string;
  readonly pref_name: string;
  readonly molecule_type: string;
  readonly first_approval: number | null;
  readonly smiles: string;
}

/** The type of molecule that the reference set holds, as ChEMBL writes it. */
const SMALL_MOLECULE = "Small molecule";
/** ChEMBL's phase of an approved drug. */
const APPROVED_PHASE = 4;

/** Reads a Parquet file of approved drugs: drugs, and the molecules of the set that the source names. */
export async function readApprovedDrugs({path, source}: SourceFile): Promise<SnapshotPart> {
  const store = await openNativeStore();
  try {
    const sql = `FROM read_parquet(${quoteText(path)})`;
    const records = await store.rows<ApprovedRecord>({sql, parameters: []});
    const rows = records.map((record, i) => ({...describeApproved(record, source.source_id, i + 1), record}));
    const small = rows.filter(({record}) => record.molecule_type === SMALL_MOLECULE);
    return makePart({
      drugs: small.map(({drug}) => drug),
      molecules: small.map(({drug, record}) => ({
        compound_id: drug.compound_id,
        set_id: source.subject ?? "",
        smiles: record.smiles,
        name: drug.name,
        molecule_type: drug.molecule_type,
        max_phase: drug.max_phase,
        first_approval: drug.first_approval,
        source_id: drug.source_id,
        source_row: drug.source_row
      })),
      rowCount: records.length
    });
  } finally {
    await store.close();
  }
}

/** Reads a list of drugs and candidates on the project's targets (chembl_id, name, max_phase). */
export function readDrugList(file: SourceFile): SnapshotPart {
  const records = readRecords(file, ",");
  const drugs = records.map((record, i) => ({
    compound_id: textOf(record, "chembl_id") ?? "",
    name: textOf(record, "name") ?? "",
    molecule_type: null,
    max_phase: numberOf(record, "max_phase"),
    first_approval: null,
    is_project_drug: true,
    source_id: file.source.source_id,
    source_row: i + 1
  }));
  return makePart({drugs, rowCount: records.length});
}

function describeApproved(record: ApprovedRecord, sourceId: string, line: number): {readonly drug: DrugRow} {
  const drug = {
    compound_id: record.molecule_chembl_id,
    name: record.pref_name,
    molecule_type: record.molecule_type,
    max_phase: APPROVED_PHASE,
    first_approval: record.first_approval,
    is_project_drug: false,
    source_id: sourceId,
    source_row: line
  };
  return {drug};
}
