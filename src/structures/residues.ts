/** An atom of a macromolecular structure; coordinates in Å. */
export interface StructureAtom {
  readonly serial: number;
  /** Element symbol, e.g. "C", "Cl"; case as the file has it. */
  readonly element: string;
  readonly name: string;
  readonly residueName: string;
  readonly residueNumber: number;
  readonly insertionCode: string;
  readonly chain: string;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** B factor in Å², of a predicted model its confidence (pLDDT, 0-100). */
  readonly b?: number;
  /** True of a HETATM record. */
  readonly isHetero?: boolean;
}

/** What a residue is: part of a chain, a ligand worth looking at, water, or an ion, buffer or salt. */
export type ResidueRole = "polymer" | "ligand" | "water" | "ion";

/** A residue with its atoms. */
export interface Residue {
  /** "chain:number" with the insertion code, unique in a structure. */
  readonly id: string;
  readonly chain: string;
  readonly number: number;
  readonly name: string;
  readonly role: ResidueRole;
  readonly atoms: readonly StructureAtom[];
}

const POLYMER = new Set(
  (
    "ALA ARG ASN ASP CYS GLN GLU GLY HIS ILE LEU LYS MET PHE PRO SER THR TRP TYR VAL MSE PTR SEP TPO CSO HYP SEC PYL " +
    "A C G U DA DC DG DT DU"
  ).split(" ")
);
const WATER = new Set(["HOH", "WAT", "DOD", "H2O", "TIP", "TIP3"]);
/** Components that come from the buffer, the cryoprotectant or the crystal, not from a question. */
const ADDITIVES = new Set(
  (
    "NA K LI MG CA ZN MN FE FE2 CU NI CO CD HG CL BR IOD F SO4 PO4 NO3 ACT ACY FMT GOL EDO PEG PGE PG4 1PE P6G MPD DMS " +
    "TRS BME EPE MES CIT TLA NH4 SCN IMD BCT CO3 UNX UNL"
  ).split(" ")
);
/** A ligand has at least so many heavy atoms. */
const SMALLEST_LIGAND = 5;

const roleOf = (name: string, atoms: readonly StructureAtom[]): ResidueRole => {
  if (POLYMER.has(name)) return "polymer";
  if (WATER.has(name)) return "water";
  const heavy = atoms.filter(({element}) => element.toUpperCase() !== "H").length;
  return ADDITIVES.has(name) || heavy < SMALLEST_LIGAND ? "ion" : "ligand";
};

/** Residues of a structure in the order of its atoms. A modified residue within a chain counts as polymer. */
export function residuesOf(atoms: readonly StructureAtom[]): Residue[] {
  const groups = new Map<string, StructureAtom[]>();
  for (const atom of atoms) {
    const id = `${atom.chain}:${String(atom.residueNumber)}${atom.insertionCode.trim()}`;
    const key = `${id} ${atom.residueName}`;
    const group = groups.get(key);
    if (group) group.push(atom);
    else groups.set(key, [atom]);
  }
  return [...groups].map(([key, members]) => {
    const [first] = members;
    const name = first?.residueName ?? "";
    const backbone = new Set(members.map((atom) => atom.name));
    const isInChain = ["N", "CA", "C"].every((each) => backbone.has(each));
    return {
      ...{id: key.split(" ")[0] ?? key, chain: first?.chain ?? "", number: first?.residueNumber ?? NaN, name},
      ...{role: isInChain ? "polymer" : roleOf(name, members), atoms: members}
    };
  });
}

/** True of hydrogen and deuterium. */
export const isHydrogen = ({element}: StructureAtom): boolean => ["H", "D"].includes(element.toUpperCase());

/** Distance of two atoms in Å. */
export const distance = (a: StructureAtom, b: StructureAtom): number => Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z);

/** Å between the nearest atoms of two residues; infinite when one has none. */
export const neighbourDistance = (a: Residue, b: Residue): number =>
  Math.min(...a.atoms.flatMap((atom) => b.atoms.map((other) => distance(atom, other))));

/** Residues of a chain with an atom within `cutoff` Å of a ligand's atoms, nearest first. */
export function pocketOf(ligand: Residue, residues: readonly Residue[], cutoff: number): Residue[] {
  const isClose = nearBox(ligand.atoms, cutoff);
  return residues
    .filter((residue) => residue.role === "polymer" && residue.atoms.some(isClose))
    .map((residue) => ({residue, at: neighbourDistance(residue, ligand)}))
    .filter(({at}) => at <= cutoff)
    .sort((a, b) => a.at - b.at)
    .map(({residue}) => residue);
}

/** Says of an atom whether it lies within `margin` Å of the box about some atoms: of most it is told without a distance. */
function nearBox(atoms: readonly StructureAtom[], margin: number): (atom: StructureAtom) => boolean {
  const rangeOf = (values: readonly number[]) => [Math.min(...values) - margin, Math.max(...values) + margin] as const;
  const [[left, right], [low, high], [near, far]] = [
    rangeOf(atoms.map(({x}) => x)),
    rangeOf(atoms.map(({y}) => y)),
    rangeOf(atoms.map(({z}) => z))
  ];
  return ({x, y, z}) => x >= left && x <= right && y >= low && y <= high && z >= near && z <= far;
}
