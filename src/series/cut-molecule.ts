import {type Mol, type RDKit, withMolecule} from "../chem/molecule.js";

/** A molecule cut into what stays (the context) and what may be exchanged (the variable part). */
export interface Cut {
  /** Canonical SMILES of what stays, with [*:1] (and [*:2]) where it was cut; of a double cut the two ends, with a dot between. */
  readonly context: string;
  /** Canonical SMILES of what may be exchanged. */
  readonly variable: string;
  /** Heavy atoms of the variable part. */
  readonly size: number;
  /** Canonical SMILES of the context with a hydrogen in the cut's place; null for a double cut. */
  readonly bare: string | null;
}

/** What counts as a small change. */
export interface CutLimits {
  /** Most heavy atoms in a variable part. */
  readonly mostAtoms: number;
  /** Largest share of the molecule's heavy atoms in a variable part, 0-1. */
  readonly mostShare: number;
}

/**
 * mmpdb's limit of ten atoms in the exchanged part, and at most half of the molecule.
 *
 * @see Dalke, Hert & Kramer 2018, doi:10.1021/acs.jcim.8b00173
 */
export const CUT_LIMITS: CutLimits = {mostAtoms: 10, mostShare: 0.5};

/** RDKit's own limit: molecules with more bonds to cut than this are not cut twice. */
const MOST_CUT_BONDS = 20;

/**
 * The cuts of a molecule at one bond and, if wanted, at two, by RDKit's rule (acyclic single bonds at a carbon that is
 * not itself doubly bonded to a heteroatom). Empty when nothing can be cut. The ends of a double cut are labelled in
 * the order of their SMILES, so that one change has one text in every molecule.
 *
 * @param hydrogenated contexts with their bare molecules met before, filled as it goes; one for each engine
 * @see Hussain & Rea 2010, doi:10.1021/ci900450m
 */
export function cutMolecule(
  rdkit: RDKit,
  molecule: Mol,
  isDouble: boolean,
  hydrogenated: Map<string, string | null> = new Map(),
  {mostAtoms, mostShare}: CutLimits = CUT_LIMITS
): Cut[] {
  const most = Math.min(mostAtoms, mostShare * molecule.get_num_atoms(true));
  const bare = (context: string): string | null => {
    const known = hydrogenated.get(context);
    if (known !== undefined) return known;
    const smiles = withMolecule(rdkit, context.replace("[*:1]", "[H]"), (parent) => parent.get_smiles());
    hydrogenated.set(context, smiles);
    return smiles;
  };
  const single = singleCuts(molecule)
    .map((cut) => ({...cut, size: heavyAtomCount(cut.variable)}))
    .filter(({size}) => size <= most)
    .map((cut) => ({...cut, bare: bare(cut.context)}));
  const double = isDouble
    ? doubleCuts(rdkit, molecule, most).map((cut) => ({...cut, size: heavyAtomCount(cut.variable), bare: null}))
    : [];
  return [...single, ...double];
}

type Halves = Pick<Cut, "context" | "variable">;

function singleCuts(molecule: Mol): Halves[] {
  return mmpaFragments(molecule, 1).flatMap(([, parts]) => {
    const [first, second, other] = parts.split(".");
    // Of a mixture the cut leaves three parts or more: it has no pair.
    if (first === undefined || second === undefined || other !== undefined) return [];
    return [
      {context: first, variable: second},
      {context: second, variable: first}
    ];
  });
}

function doubleCuts(rdkit: RDKit, molecule: Mol, most: number): Halves[] {
  return mmpaFragments(molecule, 2).flatMap(([core, ends]) => {
    if (core === "" || heavyAtomCount(core) > most) return [];
    const ordered = orderEnds(ends);
    if (ordered === null) return [];
    const variable = ordered.isSwapped ? canonical(rdkit, swapLabels(core)) : core;
    return variable === null ? [] : [{context: ordered.context, variable}];
  });
}

function orderEnds(ends: string): {readonly context: string; readonly isSwapped: boolean} | null {
  const [first, second] = ends.split(".");
  if (first === undefined || second === undefined) return null;
  const plain = (end: string): string => end.replace(/\[\*:[12]\]/, "[*]");
  const [one, two] = plain(first) <= plain(second) ? [first, second] : [second, first];
  const context = `${one.replace("[*:2]", "[*:1]")}.${two.replace("[*:1]", "[*:2]")}`;
  return {context, isSwapped: one.includes("[*:2]")};
}

const swapLabels = (smiles: string): string =>
  smiles.replace(/\[\*:([12])\]/g, (_, label) => (label === "1" ? "[*:2]" : "[*:1]"));

const canonical = (rdkit: RDKit, smiles: string): string | null =>
  withMolecule(rdkit, smiles, (molecule) => molecule.get_smiles());

/** Heavy atoms in a fragment's SMILES; attachment points and hydrogens do not count. */
export function heavyAtomCount(smiles: string): number {
  const atoms = smiles.match(/\[[^\]]+\]|Br|Cl|[BCNOPSFIbcnops]/g) ?? [];
  return atoms.filter((atom) => !/^\[(\d*H[+-]?|\*.*|\d+\*)\]$/.test(atom)).length;
}

interface FragmentList {
  at_end(): boolean;
  next(): Mol | null;
  delete(): void;
}

/** RDKit's MMPA fragments as canonical SMILES: [core, side chains] for each way to cut; the core of a single cut is empty. */
export function mmpaFragments(molecule: Mol, cuts: 1 | 2): [core: string, sideChains: string][] {
  const {cores, sidechains} = molecule.get_mmpa_frags(cuts, cuts, MOST_CUT_BONDS) as {
    readonly cores: FragmentList | null;
    readonly sidechains: FragmentList | null;
  };
  const pairs: [string, string][] = [];
  while (cores && sidechains && !sidechains.at_end()) pairs.push([takeSmiles(cores), takeSmiles(sidechains)]);
  cores?.delete();
  sidechains?.delete();
  return pairs;
}

function takeSmiles(list: FragmentList): string {
  const molecule = list.next();
  const smiles = molecule?.get_smiles() ?? "";
  molecule?.delete();
  return smiles;
}
