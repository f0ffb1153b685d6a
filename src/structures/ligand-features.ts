import {compileSmarts} from "../chem/compile-smarts.js";
import {type RDKit, type Mol, withMolecule} from "../chem/molecule.js";
import {middleOf, normalOf} from "./geometry.js";
import {type DonorNeighbour, placeHydrogens} from "./hydrogen-places.js";
import type {LigandChemistry} from "./ligand-chemistry.js";
import type {Residue, StructureAtom} from "./residues.js";
import type {AromaticRing, ChargedGroup, Donor, PlacedAtom, SiteFeatures} from "./site-features.js";

/**
 * Roles of ligand atoms as SMARTS. Acceptors are lone pairs that are not spent in an amide, an aromatic ring or a sulphone's
 * nitrogen; charges are those of the usual groups at pH 7, whatever the file says of their protons.
 *
 * @see Salentin et al. 2015, doi:10.1093/nar/gkv315 (charged groups); Gobbi & Poppinger 1998,
 * doi:10.1002/(SICI)1097-0290(199824)61:1<47::AID-BIT9>3.0.CO;2-Z (donors and acceptors)
 */
export const LIGAND_ROLES = {
  donor: ["[N,n;!H0]", "[O;!H0;!$(O-[C,S,P]=O)]"],
  /** Donors whose neighbour is unsaturated lie flat in its plane. */
  flat: ["[n,$([N]-[#6;!X4]),$([N]=*),$([N]-[a])]"],
  acceptor: [
    "[O;!$([O+])]",
    "[o;+0]",
    "[n;H0;+0;X2]",
    "[N;X1;+0]",
    "[N;X2;+0;!$(N(=[N+])=[N-])]",
    "[N;X3;+0;!$(N-[#6;!X4]);!$(N-[S,P]=O);!$(N-[a]);!$(N-N=*)]",
    "[O-,S-,N-]"
  ],
  positive: [
    "[N;X3;+0;$(N-[CX4]);!$(N-[!#6;!#1]);!$(N-[#6;!X4])]",
    "[#7+;!$([#7+]~[O-]);!$([n+]~[O-])]",
    "[N;X3](-[*])-[C;X3](-[N;X3])=[N;X2]",
    "[N;X3;H2]-[C;X3;!$(C-[N;X3]);!$(C=O)]=[N;X2]",
    "[S+;X3]"
  ],
  negative: [
    "[C;X3](=[O;X1])[O;H1,-]",
    "[P;X4](=[O;X1])([O;H1,-])",
    "[S;X4](=[O;X1])(=[O;X1])[O;H1,-]",
    "[O-;!$(*~[+]);!$([O-]-[C,S,P]=O)]",
    "[n-,N-,S-]"
  ]
} as const;

/** Atoms that bear the charge of a matched group; carbon, phosphorus and sulphur of an acid only join them. */
const BEARERS = new Set(["N", "O", "S"]);

/** What a ligand can do, by its bonds and charges. Empty when RDKit cannot read it again. */
export function ligandFeatures(rdkit: RDKit, ligand: Residue, chemistry: LigandChemistry): SiteFeatures {
  const found = withMolecule(rdkit, chemistry.molblock, (molecule): SiteFeatures => {
    const matches = (role: keyof typeof LIGAND_ROLES): number[][] =>
      LIGAND_ROLES[role].flatMap((smarts) => matchesOf(rdkit, molecule, smarts));
    const place = (indices: readonly number[]): PlacedAtom[] =>
      [...new Set(indices)].flatMap((i) => {
        const atom = chemistry.atoms[i];
        return atom ? [{atom, residue: ligand}] : [];
      });
    const acceptors = place(matches("acceptor").flat());
    return {
      donors: donorsOf(chemistry, ligand, matches("donor").flat(), new Set(matches("flat").flat())),
      acceptors,
      binders: [...acceptors, ...place(matchesOf(rdkit, molecule, "[S;X2]").flat())],
      charges: [
        ...chargesOf(chemistry, ligand, matches("positive"), 1),
        ...chargesOf(chemistry, ligand, matches("negative"), -1)
      ],
      rings: ringsOf(chemistry, ligand),
      carbons: place(matchesOf(rdkit, molecule, "[#6;!$([#6]~[!#6;!#1])]").flat())
    };
  });
  return found ?? {donors: [], acceptors: [], charges: [], rings: [], carbons: [], binders: []};
}

function matchesOf(rdkit: RDKit, molecule: Mol, smarts: string): number[][] {
  const pattern = compileSmarts(rdkit, smarts);
  try {
    const found = JSON.parse(molecule.get_substruct_matches(pattern)) as {atoms: number[]}[] | Record<string, never>;
    return Array.isArray(found) ? found.map(({atoms}) => atoms) : [];
  } finally {
    pattern.delete();
  }
}

function donorsOf(
  {atoms, graph}: LigandChemistry,
  residue: Residue,
  indices: readonly number[],
  flat: ReadonlySet<number>
): Donor[] {
  const around = (index: number): number[] =>
    (graph.atoms[index]?.bonds ?? []).flatMap((bond) => {
      const {from, to} = graph.bonds[bond] ?? {from: index, to: index};
      return from === index ? to : from;
    });
  return [...new Set(indices)].flatMap((index): Donor[] => {
    const atom = atoms[index];
    if (!atom) return [];
    const neighbours = around(index).flatMap((other): DonorNeighbour[] => {
      const place = atoms[other];
      const beyond = around(other).flatMap((next) => (next === index ? [] : (atoms[next] ?? [])));
      return place ? [{place, beyond}] : [];
    });
    const count = graph.atoms[index]?.hydrogens ?? 1;
    return [{atom, residue, hydrogens: placeHydrogens(atom, neighbours, flat.has(index), count)}];
  });
}

function chargesOf(
  {atoms}: LigandChemistry,
  residue: Residue,
  matches: readonly (readonly number[])[],
  sign: 1 | -1
): ChargedGroup[] {
  const groups: StructureAtom[][] = [];
  for (const match of matches) {
    const bearing = match
      .flatMap((i) => atoms[i] ?? [])
      .filter(({element}) => match.length === 1 || BEARERS.has(element.toUpperCase()));
    const known = groups.find((group) => bearing.some((atom) => group.includes(atom)));
    if (known) known.push(...bearing.filter((atom) => !known.includes(atom)));
    else if (bearing.length > 0) groups.push(bearing);
  }
  return groups.map((group) => ({sign, atoms: group, centre: middleOf(group), residue}));
}

function ringsOf({atoms, graph}: LigandChemistry, residue: Residue): AromaticRing[] {
  return graph.rings
    .filter((ring) => ring.every((i) => graph.atoms[i]?.isAromatic))
    .map((ring) => {
      const members = ring.flatMap((i) => atoms[i] ?? []);
      return {atoms: members, centre: middleOf(members), normal: normalOf(members), residue};
    });
}
