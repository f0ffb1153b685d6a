import {withMolecule, type RDKit} from "./molecule.js";
import {moleculeGraph, type GraphAtom, type MoleculeGraph} from "./molecule-graph.js";
import {editAtoms, type AtomEdit} from "./smiles-atoms.js";

/** Most bonds an anion of each element may have and still take up a proton: carbanion 3, amide 2, alkoxide 1, halide 0. */
const BONDS_OF_BASE: Readonly<Record<number, number>> = {
  6: 3,
  7: 2,
  8: 1,
  9: 0,
  15: 2,
  16: 1,
  17: 0,
  34: 1,
  35: 0,
  52: 1,
  53: 0
};
/** Elements whose cations give up a proton: N, O, P, S. */
const ACIDS: ReadonlySet<number> = new Set([7, 8, 15, 16]);

const CHARGED = /\[[^\]]*[+-]/;

/**
 * Takes up and gives up protons until a molecule is as neutral as protons can make it. Charges that no proton can
 * settle stay: quaternary nitrogens with as many anions as balance them, N-oxides, nitro groups, azides and ylides, metal
 * ions. Of several anions beside a quaternary cation, those of the weakest acids are protonated first.
 *
 * @param smiles of one fragment, as RDKit writes it
 * @returns the canonical SMILES; the same text when nothing was to be done
 * @see Bento 2020 doi:10.1186/s13321-020-00456-1, "neutralisation"
 */
export function neutralise(rdkit: RDKit, smiles: string): string {
  if (!CHARGED.test(smiles)) return smiles;
  const edits = withMolecule(rdkit, smiles, (molecule) => protonEdits(moleculeGraph(molecule)));
  if (edits === null || edits.size === 0) return smiles;
  const edited = editAtoms(smiles, edits);
  return withMolecule(rdkit, edited, (molecule) => molecule.get_smiles()) ?? smiles;
}

interface Site {
  readonly index: number;
  readonly atom: GraphAtom;
}

function protonEdits(graph: MoleculeGraph): Map<number, AtomEdit> {
  const sites = graph.atoms.map((atom, index) => ({atom, index}));
  const lone = sites.filter((site) => site.atom.charge !== 0 && !hasOppositeNeighbour(graph, site));
  const bases = lone.filter(({atom}) => atom.charge < 0 && atom.bonds.length <= (BONDS_OF_BASE[atom.element] ?? -1));
  const acids = lone.filter(({atom}) => atom.charge > 0 && atom.hydrogens > 0 && ACIDS.has(atom.element));
  const fixed = lone.filter(({atom}) => atom.charge > 0 && !acids.some((site) => site.atom === atom));
  const fixedCharge = fixed.reduce((sum, {atom}) => sum + atom.charge, 0);
  const excess = Math.max(0, bases.length - fixedCharge);
  const ranked = [...bases].sort(
    (a, b) => Number(isAcidic(graph, a)) - Number(isAcidic(graph, b)) || a.index - b.index
  );
  return new Map([
    ...ranked.slice(0, excess).map(({index, atom}) => [index, gain(atom)] as const),
    ...acids.map(({index, atom}) => [index, loss(atom)] as const)
  ]);
}

const gain = ({charge, hydrogens}: GraphAtom): AtomEdit => ({charge: 0, hydrogens: hydrogens - charge});
function loss({charge, hydrogens}: GraphAtom): AtomEdit {
  const lost = Math.min(charge, hydrogens);
  return {charge: charge - lost, hydrogens: hydrogens - lost};
}

function neighbours({atoms, bonds}: MoleculeGraph, {index, atom}: Site): GraphAtom[] {
  return atom.bonds.flatMap((own) => {
    const bond = bonds[own];
    const other = bond && atoms[bond.from === index ? bond.to : bond.from];
    return other ? [other] : [];
  });
}

const hasOppositeNeighbour = (graph: MoleculeGraph, site: Site): boolean =>
  neighbours(graph, site).some(({charge}) => charge * site.atom.charge < 0);

/** True of carboxylates, sulfonates, phosphates: an anionic O on an atom with another double-bonded O. */
function isAcidic(graph: MoleculeGraph, site: Site): boolean {
  if (site.atom.element !== 8) return false;
  return neighbours(graph, site).some(({bonds}) =>
    bonds.some((own) => {
      const bond = graph.bonds[own];
      if (bond?.order !== 2) return false;
      return [bond.from, bond.to].some((end) => graph.atoms[end]?.element === 8);
    })
  );
}
