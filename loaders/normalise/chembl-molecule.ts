import * as v from "valibot";
import type {DrugClassRow} from "../../src/tables/drug-classes.js";
import type {MoleculeRow} from "../../src/tables/molecules.js";
import {id, integer, list, numeric, text} from "./fields.js";

/** A molecule as ChEMBL gives it; structures are a whole object that may be null (antibodies, mixtures). */
export const chemblMolecule = v.looseObject({
  molecule_chembl_id: id,
  pref_name: text,
  molecule_type: text,
  max_phase: numeric,
  first_approval: integer,
  atc_classifications: list(id),
  molecule_structures: v.nullish(v.looseObject({canonical_smiles: text}), null),
  molecule_hierarchy: v.nullish(v.looseObject({parent_chembl_id: text}), null)
});
export type ChemblMolecule = v.InferOutput<typeof chemblMolecule>;

/** A molecule of a compound set; null when the source gives no structure. */
export function moleculeRow(molecule: ChemblMolecule, setId: string, sourceRow: number): MoleculeRow | null {
  const smiles = molecule.molecule_structures?.canonical_smiles ?? null;
  if (smiles === null) return null;
  return {
    compound_id: molecule.molecule_chembl_id,
    set_id: setId,
    smiles,
    name: molecule.pref_name,
    molecule_type: molecule.molecule_type,
    max_phase: molecule.max_phase,
    first_approval: molecule.first_approval,
    source_id: "chembl",
    source_row: sourceRow
  };
}

/** ATC codes of a molecule, one row each; none where the source gives none. */
export const drugClassRows = (molecule: ChemblMolecule | undefined): DrugClassRow[] =>
  [...new Set(molecule?.atc_classifications)].map((code) => ({
    compound_id: molecule?.molecule_chembl_id ?? "",
    atc_code: code,
    source_id: "chembl"
  }));
