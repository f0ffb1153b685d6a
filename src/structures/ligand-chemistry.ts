import {elementSymbol, elementNumber} from "../chem/element.js";
import {type MoleculeGraph, moleculeGraph} from "../chem/molecule-graph.js";
import {type RDKit, withMolecule} from "../chem/molecule.js";
import {neighboursOf} from "./atom-bonds.js";
import {type OrderedBond, perceiveBondOrders} from "./perceive-bond-orders.js";
import type {StructureAtom} from "./residues.js";

/** From where the bond orders of a ligand are: a SMILES that was given, the file, or the geometry of its heavy atoms. */
export type ChemistrySource = "smiles" | "file" | "geometry";

/** A ligand with its bonds, atoms in the order given. */
export interface LigandChemistry {
  readonly source: ChemistrySource;
  /** Heavy atoms. */
  readonly atoms: readonly StructureAtom[];
  /** Molblock with the atoms in the same order and their coordinates. */
  readonly molblock: string;
  readonly smiles: string;
  readonly graph: MoleculeGraph;
}

interface ChargedBonds {
  readonly bonds: readonly (Omit<OrderedBond, "order"> & {readonly order: number})[];
  readonly charges: ReadonlyMap<number, number>;
}

/**
 * Bonds and charges of a ligand of a structure, which has coordinates only: from the SMILES when its heavy atoms are
 * those of the ligand, else from the orders in the file, else perceived from the geometry. Null when RDKit accepts none.
 *
 * @param atoms heavy atoms
 * @param known what is known of it beside its coordinates
 */
export function ligandChemistry(
  rdkit: RDKit,
  atoms: readonly StructureAtom[],
  known: {readonly smiles?: string; readonly bonds?: readonly OrderedBond[]} = {}
): LigandChemistry | null {
  if (atoms.length === 0) return null;
  const neighbours = neighboursOf(atoms);
  const perceived = perceiveBondOrders(atoms, neighbours);
  const template = known.smiles ? bondsOfTemplate(rdkit, atoms, perceived, known.smiles) : null;
  const ways: readonly (readonly [ChemistrySource, ChargedBonds | null])[] = [
    ["smiles", template],
    ["file", known.bonds ? {bonds: known.bonds, charges: new Map()} : null],
    ["geometry", {bonds: perceived, charges: new Map()}]
  ];
  for (const [source, bonds] of ways) {
    const read = bonds && readLigand(rdkit, source, atoms, withUsualCharges(atoms, bonds));
    if (read) return read;
  }
  return null;
}

function readLigand(
  rdkit: RDKit,
  source: ChemistrySource,
  atoms: readonly StructureAtom[],
  bonds: ChargedBonds
): LigandChemistry | null {
  const molblock = writeMolblock(atoms, bonds);
  return withMolecule(rdkit, molblock, (molecule) => {
    const graph = moleculeGraph(molecule);
    if (graph.atoms.length !== atoms.length) return null;
    return {source, atoms, molblock, smiles: molecule.get_smiles(), graph};
  });
}

/** Four bonds at a nitrogen, or two double ones of nitro: the charges that this needs. */
function withUsualCharges(atoms: readonly StructureAtom[], {bonds, charges}: ChargedBonds): ChargedBonds {
  const found = new Map(charges);
  const valence = atoms.map((_, i) =>
    bonds.reduce((sum, {from, to, order}) => sum + (from === i || to === i ? order : 0), 0)
  );
  atoms.forEach((atom, i) => {
    if (found.has(i) || atom.element.toUpperCase() !== "N" || valence[i] !== 4) return;
    found.set(i, 1);
    const oxide = bonds
      .filter(({from, to, order}) => order === 1 && (from === i || to === i))
      .map(({from, to}) => (from === i ? to : from))
      .find((other) => atoms[other]?.element.toUpperCase() === "O" && valence[other] === 1);
    if (oxide !== undefined) found.set(oxide, -1);
  });
  return {bonds, charges: found};
}

/** Orders and charges of a SMILES laid over the ligand by connectivity alone; null when it is another molecule. */
function bondsOfTemplate(
  rdkit: RDKit,
  atoms: readonly StructureAtom[],
  bonds: readonly OrderedBond[],
  smiles: string
): ChargedBonds | null {
  const anyBond = 8;
  const query = rdkit.get_qmol(
    writeMolblock(atoms, {bonds: bonds.map((bond) => ({...bond, order: anyBond})), charges: new Map()})
  );
  if (query === null) return null;
  try {
    return withMolecule(rdkit, smiles, (template) => {
      const graph = moleculeGraph(template);
      if (graph.atoms.length !== atoms.length || graph.bonds.length !== bonds.length) return null;
      const {atoms: match} = JSON.parse(template.get_substruct_match(query)) as {atoms?: readonly number[]};
      if (!match) return null;
      const placeOf = new Map(match.map((other, own) => [other, own]));
      const place = (other: number): number => placeOf.get(other) ?? -1;
      return {
        bonds: graph.bonds.map(({from, to, order}) => ({from: place(from), to: place(to), order})),
        charges: new Map(graph.atoms.flatMap(({charge}, i) => (charge === 0 ? [] : [[place(i), charge] as const])))
      };
    });
  } finally {
    query.delete();
  }
}

const wide = (value: number, width: number): string => String(value).padStart(width);

function writeMolblock(atoms: readonly StructureAtom[], {bonds, charges}: ChargedBonds): string {
  const charged = [...charges];
  return [
    ...["", "     fumehood           3D", ""],
    `${wide(atoms.length, 3)}${wide(bonds.length, 3)}  0  0  0  0  0  0  0  0999 V2000`,
    ...atoms.map(
      ({x, y, z, element}) =>
        [x, y, z].map((value) => value.toFixed(4).padStart(10)).join("") +
        ` ${elementSymbol(elementNumber(element)).padEnd(3)} 0  0  0  0  0  0  0  0  0  0  0  0`
    ),
    ...bonds.map(({from, to, order}) => `${wide(from + 1, 3)}${wide(to + 1, 3)}${wide(order, 3)}  0`),
    ...charged.map(([atom, charge]) => `M  CHG  1${wide(atom + 1, 4)}${wide(charge, 4)}`),
    "M  END",
    ""
  ].join("\n");
}
