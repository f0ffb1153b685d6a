import {defineTable, optional, required, type Row} from "./table.js";

/** Atoms of the structures, from which the build writes the coordinate files. */
export const structureAtoms = defineTable("structure_atoms", "One row per atom of a structure.", {
  structure_id: required("VARCHAR", "Structure", "Key into structures."),
  serial: required("INTEGER", "Serial", "Atom number in the entry; unique in a structure."),
  atom_name: required("VARCHAR", "Atom", "Atom name, e.g. 'CA'."),
  alt_id: optional("VARCHAR", "Alternate", "Alternate location; missing when there is one place only."),
  residue_name: required("VARCHAR", "Residue", "Chemical component id, e.g. 'ALA', 'PTR', 'HOH'."),
  chain_id: required("VARCHAR", "Chain", "Chain id."),
  residue_number: required("INTEGER", "Number", "Residue number of the author."),
  insertion_code: optional("VARCHAR", "Insertion", "Insertion code; missing when there is none."),
  x_a: required("DOUBLE", "x", "Coordinate.", {unit: "Å"}),
  y_a: required("DOUBLE", "y", "Coordinate.", {unit: "Å"}),
  z_a: required("DOUBLE", "z", "Coordinate.", {unit: "Å"}),
  occupancy: required("DOUBLE", "Occupancy", "Share of molecules with the atom here, 0-1."),
  b_factor_a2: required("DOUBLE", "B factor", "Isotropic displacement.", {unit: "Å²"}),
  element: required("VARCHAR", "Element", "Element symbol."),
  role: required("VARCHAR", "Role", "polymer, ligand, water, or ion (also buffer and salt).")
});
export type StructureAtomRow = Row<typeof structureAtoms>;
