/** What the atoms of a residue do, by their names in the PDB. */
export interface ResidueChemistry {
  /** Flat donors: their hydrogens lie in the plane. */
  readonly flat: readonly string[];
  /** Donors whose hydrogens turn. */
  readonly turning: readonly string[];
  readonly acceptors: readonly string[];
  readonly positive: readonly string[];
  readonly negative: readonly string[];
  readonly rings: readonly (readonly string[])[];
}

interface Words {
  readonly flat?: string;
  readonly turning?: string;
  readonly acceptors?: string;
  readonly positive?: string;
  readonly negative?: string;
  readonly rings?: string;
}

const BASE_RING = "N1 C2 N3 C4 C5 C6";
const PURINE = `${BASE_RING},C4 C5 N7 C8 N9`;
const SUGAR = "OP1 OP2 O1P O2P O3' O4' O5' O2'";
const PHOSPHATE = "OP1 OP2 O1P O2P";
const ADENINE: Words = {flat: "N6", acceptors: `N1 N3 N7 ${SUGAR}`, negative: PHOSPHATE, rings: PURINE};
const GUANINE: Words = {flat: "N1 N2", acceptors: `O6 N3 N7 ${SUGAR}`, negative: PHOSPHATE, rings: PURINE};
const CYTOSINE: Words = {flat: "N4", acceptors: `O2 N3 ${SUGAR}`, negative: PHOSPHATE, rings: BASE_RING};
const URACIL: Words = {flat: "N3", acceptors: `O2 O4 ${SUGAR}`, negative: PHOSPHATE, rings: BASE_RING};
const ribose = (base: Words): Words => ({...base, turning: "O2'"});
const PHENYL = "CG CD1 CE1 CZ CE2 CD2";
const PHOSPHO: Words = {acceptors: "O1P O2P O3P", negative: "O1P O2P O3P"};

/**
 * Side chains and bases, charged as in water at pH 7; histidine counts as donor, acceptor and charge, because its state
 * cannot be seen, as in PLIP. Sulphur neither gives nor takes a hydrogen.
 *
 * @see Salentin et al. 2015, doi:10.1093/nar/gkv315
 */
const SIDE_CHAINS: Readonly<Record<string, Words>> = {
  ARG: {flat: "NE NH1 NH2", positive: "NE NH1 NH2"},
  ASN: {flat: "ND2", acceptors: "OD1"},
  ASP: {acceptors: "OD1 OD2", negative: "OD1 OD2"},
  GLN: {flat: "NE2", acceptors: "OE1"},
  GLU: {acceptors: "OE1 OE2", negative: "OE1 OE2"},
  HIS: {flat: "ND1 NE2", acceptors: "ND1 NE2", positive: "ND1 NE2", rings: "CG ND1 CE1 NE2 CD2"},
  LYS: {turning: "NZ", positive: "NZ"},
  PHE: {rings: PHENYL},
  SER: {turning: "OG", acceptors: "OG"},
  THR: {turning: "OG1", acceptors: "OG1"},
  TRP: {flat: "NE1", rings: "CG CD1 NE1 CE2 CD2,CD2 CE2 CZ2 CH2 CZ3 CE3"},
  TYR: {turning: "OH", acceptors: "OH", rings: PHENYL},
  PTR: {...PHOSPHO, rings: PHENYL},
  SEP: PHOSPHO,
  TPO: PHOSPHO,
  HYP: {turning: "OD1", acceptors: "OD1"},
  A: ribose(ADENINE),
  G: ribose(GUANINE),
  C: ribose(CYTOSINE),
  U: ribose(URACIL),
  DA: ADENINE,
  DG: GUANINE,
  DC: CYTOSINE,
  DT: URACIL
};

const list = (text = ""): readonly string[] => text.split(" ").filter((name) => name !== "");

/** The chemistry of a residue; of one not in the table, that of its backbone alone. */
export function residueChemistry(name: string): ResidueChemistry {
  const {flat, turning, acceptors, positive, negative, rings = ""} = SIDE_CHAINS[name] ?? {};
  return {
    flat: ["N", ...list(flat)],
    turning: list(turning),
    acceptors: ["O", "OXT", ...list(acceptors)],
    positive: list(positive),
    negative: list(negative),
    rings: rings === "" ? [] : rings.split(",").map((ring) => list(ring))
  };
}
