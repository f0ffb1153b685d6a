import type {RDKit} from "../chem/molecule.js";
import {INTERACTION_LIMITS} from "./interaction-limits.js";
import {type BindingSite, type Interaction, interactionsOf} from "./interactions.js";
import {type ChemistrySource, type LigandChemistry, ligandChemistry} from "./ligand-chemistry.js";
import {ligandFeatures} from "./ligand-features.js";
import type {OrderedBond} from "./perceive-bond-orders.js";
import {distance, isHydrogen, type Residue} from "./residues.js";
import {surroundingsOf} from "./surroundings.js";

/** What is known of a ligand beside its coordinates. */
export interface KnownLigand {
  readonly smiles?: string;
  /** Indices count the heavy atoms. */
  readonly bonds?: readonly OrderedBond[];
}

/** A ligand's interactions with the chemistry they rest on. */
export interface SiteReading {
  /** Null when no bonds could be found that RDKit accepts: then there are no interactions either. */
  readonly chemistry: LigandChemistry | null;
  readonly source: ChemistrySource | null;
  readonly interactions: readonly Interaction[];
}

/** Å beyond the site within which residues are kept because residues of the site are bonded to them. */
const BONDED_BEYOND = 4;

/** Finds the interactions of a ligand with polymer, ions and water about it; with other ligands it has none. */
export function readSite(
  rdkit: RDKit,
  ligand: Residue,
  residues: readonly Residue[],
  known: KnownLigand = {}
): SiteReading {
  const heavy = ligand.atoms.filter((atom) => !isHydrogen(atom));
  const chemistry = ligandChemistry(rdkit, heavy, known);
  if (!chemistry) return {chemistry, source: null, interactions: []};
  const near = residues.filter(
    (residue) =>
      residue.id !== ligand.id &&
      residue.role !== "ligand" &&
      isNear(residue, ligand, INTERACTION_LIMITS.site + BONDED_BEYOND)
  );
  const site: BindingSite = {
    ligand,
    features: ligandFeatures(rdkit, ligand, chemistry),
    surroundings: surroundingsOf(near.filter(({role}) => role === "polymer")),
    residues: near
  };
  return {chemistry, source: chemistry.source, interactions: interactionsOf(site)};
}

/** A residue is at most this wide from its first atom, in Å. */
const WIDEST_RESIDUE = 15;

function isNear(residue: Residue, ligand: Residue, limit: number): boolean {
  const [first] = residue.atoms;
  if (!first || !ligand.atoms.some((atom) => distance(atom, first) <= limit + WIDEST_RESIDUE)) return false;
  return residue.atoms.some((atom) => ligand.atoms.some((own) => distance(atom, own) <= limit));
}
