import type {DocumentRow} from "../../src/tables/activities.js";
import type {DrugRow} from "../../src/tables/drugs.js";
import type {MoleculeRow} from "../../src/tables/molecules.js";
import type {UnnumberedActivity} from "../normalise/activity-export.js";
import type {WebExportNote} from "../normalise/web-export.js";

/**
 * Adds documents and duplicate marks to activities. An assay has one document in ChEMBL, so the document goes by
 * assay; the mark goes by compound, assay, type, relation and value, where that names one record on both sides.
 */
export function joinDocuments(
  activities: readonly UnnumberedActivity[],
  notes: readonly WebExportNote[]
): UnnumberedActivity[] {
  const documents = new Map(notes.map((note) => [note.assay_id, note.document_id]));
  const marks = groupBy(notes, recordKey);
  const records = groupBy(activities, recordKey);
  return activities.map((activity) => {
    const key = recordKey(activity);
    const [mark, ...others] = marks.get(key) ?? [];
    const isUnique = others.length === 0 && records.get(key)?.length === 1;
    return {
      ...activity,
      document_id: activity.document_id ?? documents.get(activity.assay_id) ?? null,
      is_duplicate: isUnique ? (mark?.is_duplicate ?? null) : null
    };
  });
}

/** The documents that activities name, as far as the notes know them: kind, journal and year, no titles. */
export function notedDocuments(
  activities: readonly Pick<UnnumberedActivity, "document_id">[],
  notes: readonly WebExportNote[],
  sourceId: string
): DocumentRow[] {
  const named = new Set(activities.map(({document_id: id}) => id));
  const found = new Map<string, DocumentRow>();
  for (const {document_id: id, document_type, journal, document_year: year} of notes) {
    if (id === null || !named.has(id) || found.has(id)) continue;
    const unknown = {title: null, authors: null, volume: null, first_page: null, doi: null, pubmed_id: null};
    found.set(id, {document_id: id, document_type, journal, year, ...unknown, patent_id: null, source_id: sourceId});
  }
  return [...found.values()];
}

/** Adds names, types and phases to molecules: from the drug lists first, else from the web export. */
export function joinNames(
  molecules: readonly MoleculeRow[],
  drugs: readonly DrugRow[],
  notes: readonly WebExportNote[]
): MoleculeRow[] {
  const drug = new Map(drugs.map((row) => [row.compound_id, row]));
  const note = new Map(notes.map((row) => [row.compound_id, row]));
  return molecules.map((molecule) => {
    const known = drug.get(molecule.compound_id);
    const noted = note.get(molecule.compound_id);
    return {
      ...molecule,
      name: molecule.name ?? known?.name ?? noted?.name ?? null,
      molecule_type: molecule.molecule_type ?? known?.molecule_type ?? null,
      max_phase: molecule.max_phase ?? known?.max_phase ?? noted?.max_phase ?? null,
      first_approval: molecule.first_approval ?? known?.first_approval ?? null
    };
  });
}

/** One row per drug: rows of the same compound are merged, the project's own list first. */
export function mergeDrugs(drugs: readonly DrugRow[]): DrugRow[] {
  const merged = new Map<string, DrugRow>();
  for (const drug of drugs) {
    const other = merged.get(drug.compound_id);
    const [first, second] = other && !drug.is_project_drug ? [other, drug] : [drug, other];
    merged.set(drug.compound_id, {
      ...first,
      molecule_type: first.molecule_type ?? second?.molecule_type ?? null,
      max_phase: first.max_phase ?? second?.max_phase ?? null,
      first_approval: first.first_approval ?? second?.first_approval ?? null
    });
  }
  return [...merged.values()];
}

type Keyed = Pick<UnnumberedActivity, "compound_id" | "assay_id" | "standard_relation" | "standard_value_nm"> & {
  readonly standard_type: string | null;
};

function recordKey(row: Keyed): string {
  return [row.compound_id, row.assay_id, row.standard_type, row.standard_relation, row.standard_value_nm].join("|");
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
