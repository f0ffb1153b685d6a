import type {AssayRow} from "../../src/tables/activities.js";
import type {DrugRow} from "../../src/tables/drugs.js";
import type {IssueRow} from "../../src/tables/issues.js";
import type {MoleculeRow} from "../../src/tables/molecules.js";
import type {Project} from "../../src/tables/project.js";
import type {StructureAtomRow} from "../../src/tables/structure-atoms.js";
import type {StructureRow} from "../../src/tables/structures.js";
import type {TargetEvidenceRow, TargetFactorRow, TargetRow} from "../../src/tables/targets.js";
import type {UnnumberedActivity} from "../normalise/activity-export.js";
import type {WebExportNote} from "../normalise/web-export.js";
import type {SnapshotSource} from "../sources-file.js";

/** A source file as bytes, with what is known of it. */
export interface SourceFile {
  readonly source: SnapshotSource;
  readonly project: Project;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What one source file, or all together, gives to the snapshot. */
export interface SnapshotPart {
  readonly targets: readonly TargetRow[];
  readonly evidence: readonly TargetEvidenceRow[];
  readonly factors: readonly TargetFactorRow[];
  readonly molecules: readonly MoleculeRow[];
  readonly activities: readonly UnnumberedActivity[];
  readonly assays: readonly AssayRow[];
  readonly drugs: readonly DrugRow[];
  readonly structures: readonly StructureRow[];
  readonly atoms: readonly StructureAtomRow[];
  readonly notes: readonly WebExportNote[];
  readonly issues: readonly IssueRow[];
  /** Data rows read from the file. */
  readonly rowCount: number;
}

const EMPTY: SnapshotPart = {
  targets: [],
  evidence: [],
  factors: [],
  molecules: [],
  activities: [],
  assays: [],
  drugs: [],
  structures: [],
  atoms: [],
  notes: [],
  issues: [],
  rowCount: 0
};

/** A part from what a file gives; the rest is empty. */
export function makePart(fields: Partial<SnapshotPart>): SnapshotPart {
  return {...EMPTY, ...fields};
}

/** All parts as one, in the order given. */
export function joinParts(parts: readonly SnapshotPart[]): SnapshotPart {
  return {
    targets: parts.flatMap((part) => part.targets),
    evidence: parts.flatMap((part) => part.evidence),
    factors: parts.flatMap((part) => part.factors),
    molecules: parts.flatMap((part) => part.molecules),
    activities: parts.flatMap((part) => part.activities),
    assays: parts.flatMap((part) => part.assays),
    drugs: parts.flatMap((part) => part.drugs),
    structures: parts.flatMap((part) => part.structures),
    atoms: parts.flatMap((part) => part.atoms),
    notes: parts.flatMap((part) => part.notes),
    issues: parts.flatMap((part) => part.issues),
    rowCount: parts.reduce((sum, part) => sum + part.rowCount, 0)
  };
}
