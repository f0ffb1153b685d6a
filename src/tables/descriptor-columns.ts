import {required} from "./table.js";

/**
 * The 43 descriptors of a compound, in RDKit's order. Column names follow the field's use and end in the unit;
 * `RDKIT_NAMES` maps each to RDKit's key.
 */
export const descriptorColumns = {
  exact_mw_da: required("DOUBLE", "Exact mass", "Monoisotopic mass.", {unit: "Da"}),
  mw_da: required("DOUBLE", "MW", "Average molecular weight.", {unit: "Da"}),
  n_lipinski_hba: required("INTEGER", "HBA (N+O)", "Lipinski acceptors: number of N and O atoms."),
  n_lipinski_hbd: required("INTEGER", "HBD (NH+OH)", "Lipinski donors: number of N-H and O-H bonds."),
  n_rotatable_bonds: required(
    "INTEGER",
    "Rotatable bonds",
    "RDKit's strict definition: amides and ring joints left out."
  ),
  n_hbd: required("INTEGER", "HBD", "Hydrogen-bond donors, RDKit's SMARTS definition."),
  n_hba: required("INTEGER", "HBA", "Hydrogen-bond acceptors, RDKit's SMARTS definition."),
  n_heavy_atoms: required("INTEGER", "Heavy atoms", "Number of non-hydrogen atoms."),
  n_atoms: required("INTEGER", "Atoms", "Number of atoms with hydrogens."),
  n_heteroatoms: required("INTEGER", "Heteroatoms", "Atoms other than C and H."),
  n_amide_bonds: required("INTEGER", "Amide bonds", "Number of amide bonds."),
  fsp3: required("DOUBLE", "Fsp3", "Share of carbons that are sp3, 0-1."),
  n_rings: required("INTEGER", "Rings", "Rings of the symmetrised smallest set."),
  n_aromatic_rings: required("INTEGER", "Aromatic rings", "Number of aromatic rings."),
  n_aliphatic_rings: required("INTEGER", "Aliphatic rings", "Rings with at least one non-aromatic bond."),
  n_saturated_rings: required("INTEGER", "Saturated rings", "Rings with single bonds only."),
  n_heterocycles: required("INTEGER", "Heterocycles", "Rings with at least one heteroatom."),
  n_aromatic_heterocycles: required("INTEGER", "Aromatic heterocycles", "Aromatic rings with a heteroatom."),
  n_saturated_heterocycles: required("INTEGER", "Saturated heterocycles", "Saturated rings with a heteroatom."),
  n_aliphatic_heterocycles: required("INTEGER", "Aliphatic heterocycles", "Non-aromatic rings with a heteroatom."),
  n_spiro_atoms: required("INTEGER", "Spiro atoms", "Atoms shared by two rings that share nothing else."),
  n_bridgehead_atoms: required("INTEGER", "Bridgehead atoms", "Atoms shared by rings that share two or more bonds."),
  n_stereocentres: required("INTEGER", "Stereocentres", "Atom stereocentres, specified or not."),
  n_unspecified_stereocentres: required(
    "INTEGER",
    "Open stereocentres",
    "Atom stereocentres with no configuration given."
  ),
  labute_asa_a2: required("DOUBLE", "Labute ASA", "Approximate accessible surface area (Labute 2000).", {unit: "Å²"}),
  tpsa_a2: required("DOUBLE", "TPSA", "Topological polar surface area, N and O only (Ertl 2000).", {unit: "Å²"}),
  clogp: required("DOUBLE", "cLogP", "Wildman-Crippen logP (1999), unitless."),
  cmr: required("DOUBLE", "cMR", "Wildman-Crippen molar refractivity (1999).", {unit: "cm³/mol"}),
  chi0v: required("DOUBLE", "Chi0v", "Valence connectivity index of order 0 (Hall & Kier 1991)."),
  chi1v: required("DOUBLE", "Chi1v", "Valence connectivity index of order 1."),
  chi2v: required("DOUBLE", "Chi2v", "Valence connectivity index of order 2."),
  chi3v: required("DOUBLE", "Chi3v", "Valence connectivity index of order 3."),
  chi4v: required("DOUBLE", "Chi4v", "Valence connectivity index of order 4."),
  chi0n: required("DOUBLE", "Chi0n", "Connectivity index of order 0 with hydrogen counts."),
  chi1n: required("DOUBLE", "Chi1n", "Connectivity index of order 1 with hydrogen counts."),
  chi2n: required("DOUBLE", "Chi2n", "Connectivity index of order 2 with hydrogen counts."),
  chi3n: required("DOUBLE", "Chi3n", "Connectivity index of order 3 with hydrogen counts."),
  chi4n: required("DOUBLE", "Chi4n", "Connectivity index of order 4 with hydrogen counts."),
  hall_kier_alpha: required("DOUBLE", "Hall-Kier alpha", "Sum of alpha corrections (Hall & Kier 1991)."),
  kappa1: required("DOUBLE", "Kappa1", "First kappa shape index (Hall & Kier 1991)."),
  kappa2: required("DOUBLE", "Kappa2", "Second kappa shape index."),
  kappa3: required("DOUBLE", "Kappa3", "Third kappa shape index."),
  phi: required("DOUBLE", "Phi", "Flexibility index (Hall & Kier 1991).")
} as const;

/** Name of one of the 43 descriptors. */
export type DescriptorName = keyof typeof descriptorColumns;

/** The 43 descriptors of one molecule; always finite. */
export type Descriptors = {readonly [Name in DescriptorName]: number};

/** RDKit's key for each descriptor, in the same order. */
export const RDKIT_NAMES: Readonly<Record<DescriptorName, string>> = {
  exact_mw_da: "exactmw",
  mw_da: "amw",
  n_lipinski_hba: "lipinskiHBA",
  n_lipinski_hbd: "lipinskiHBD",
  n_rotatable_bonds: "NumRotatableBonds",
  n_hbd: "NumHBD",
  n_hba: "NumHBA",
  n_heavy_atoms: "NumHeavyAtoms",
  n_atoms: "NumAtoms",
  n_heteroatoms: "NumHeteroatoms",
  n_amide_bonds: "NumAmideBonds",
  fsp3: "FractionCSP3",
  n_rings: "NumRings",
  n_aromatic_rings: "NumAromaticRings",
  n_aliphatic_rings: "NumAliphaticRings",
  n_saturated_rings: "NumSaturatedRings",
  n_heterocycles: "NumHeterocycles",
  n_aromatic_heterocycles: "NumAromaticHeterocycles",
  n_saturated_heterocycles: "NumSaturatedHeterocycles",
  n_aliphatic_heterocycles: "NumAliphaticHeterocycles",
  n_spiro_atoms: "NumSpiroAtoms",
  n_bridgehead_atoms: "NumBridgeheadAtoms",
  n_stereocentres: "NumAtomStereoCenters",
  n_unspecified_stereocentres: "NumUnspecifiedAtomStereoCenters",
  labute_asa_a2: "labuteASA",
  tpsa_a2: "tpsa",
  clogp: "CrippenClogP",
  cmr: "CrippenMR",
  chi0v: "chi0v",
  chi1v: "chi1v",
  chi2v: "chi2v",
  chi3v: "chi3v",
  chi4v: "chi4v",
  chi0n: "chi0n",
  chi1n: "chi1n",
  chi2n: "chi2n",
  chi3n: "chi3n",
  chi4n: "chi4n",
  hall_kier_alpha: "hallKierAlpha",
  kappa1: "kappa1",
  kappa2: "kappa2",
  kappa3: "kappa3",
  phi: "Phi"
};
