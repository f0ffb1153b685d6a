import type {Point} from "./geometry.js";
import type {Residue, StructureAtom} from "./residues.js";

/** An atom with the residue or ligand that it belongs to. */
export interface PlacedAtom {
  readonly atom: StructureAtom;
  readonly residue: Residue;
}

/**
 * Where the hydrogens of a donor are, which crystal structures do not show: fixed by the bonds of a flat or crowded
 * atom; else free to turn about the bond to the one neighbour; anywhere about an atom without neighbours (water).
 */
export type Hydrogens =
  | {readonly kind: "fixed"; readonly at: readonly Point[]}
  | {readonly kind: "turning"; readonly neighbour: Point; readonly count: number}
  | {readonly kind: "free"; readonly count: number};

export interface Donor extends PlacedAtom {
  readonly hydrogens: Hydrogens;
}

/** A charged group; its centre is the mean of the atoms that share the charge. */
export interface ChargedGroup {
  readonly sign: 1 | -1;
  readonly atoms: readonly StructureAtom[];
  readonly centre: Point;
  readonly residue: Residue;
}

export interface AromaticRing {
  readonly atoms: readonly StructureAtom[];
  readonly centre: Point;
  /** Length 1. */
  readonly normal: Point;
  readonly residue: Residue;
}

/** What the atoms of a ligand, or of its surroundings, can do. */
export interface SiteFeatures {
  readonly donors: readonly Donor[];
  readonly acceptors: readonly PlacedAtom[];
  readonly charges: readonly ChargedGroup[];
  readonly rings: readonly AromaticRing[];
  /** Carbons bonded to carbon and hydrogen only. */
  readonly carbons: readonly PlacedAtom[];
  /** Atoms with a lone pair for a metal. */
  readonly binders: readonly PlacedAtom[];
}
