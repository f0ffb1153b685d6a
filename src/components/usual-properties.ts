import {descriptorColumns, type DescriptorName} from "../tables/descriptor-columns.js";

/** Descriptors that most decisions ask for. */
export const USUAL_PROPERTIES: readonly DescriptorName[] = [
  ...(["mw_da", "clogp", "tpsa_a2", "n_hbd", "n_hba", "n_rotatable_bonds"] as const),
  ...(["fsp3", "n_aromatic_rings", "n_heavy_atoms", "n_stereocentres"] as const)
];
/** The others. */
export const OTHER_PROPERTIES: readonly DescriptorName[] = (Object.keys(descriptorColumns) as DescriptorName[]).filter(
  (name) => !USUAL_PROPERTIES.includes(name)
);
