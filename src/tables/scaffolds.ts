import {defineTable, optional, required, type Row} from "./table.js";

/** The Bemis-Murcko scaffold of each compound. */
export const compoundScaffolds = defineTable("compound_scaffolds", "One row per compound and set that has a ring.", {
  compound_id: required("VARCHAR", "Compound", "Key into compounds, with the set."),
  set_id: required("VARCHAR", "Set", "Key into compounds, with the compound."),
  scaffold: required(
    "VARCHAR",
    "Scaffold",
    "Bemis-Murcko scaffold as canonical SMILES without stereo, by RDKit's rules."
  )
});
export type CompoundScaffoldRow = Row<typeof compoundScaffolds>;

/** The scaffolds of all compounds, and those above them in the scaffold tree. */
export const scaffolds = defineTable(
  "scaffolds",
  "One row per scaffold of a compound, or above one in the scaffold tree.",
  {
    scaffold: required("VARCHAR", "Scaffold", "Canonical SMILES without stereo."),
    parent: optional(
      "VARCHAR",
      "Parent",
      "The scaffold with one ring less by the rules of doi:10.1021/ci600338x; missing at a root of the tree."
    ),
    framework: optional(
      "VARCHAR",
      "Framework",
      "Generic framework: every atom a carbon, every bond single; missing where RDKit refuses it."
    ),
    n_compounds: required("INTEGER", "Compounds", "Distinct compounds whose own scaffold it is.")
  }
);
export type ScaffoldRow = Row<typeof scaffolds>;
