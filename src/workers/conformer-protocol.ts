import type {Conformer} from "../chem/conformers.js";
import type {RDKitUrls} from "./rdkit-urls.js";

/** What a conformer worker is asked, once in its life; the page ends it to cancel. */
export type ConformerTask = {readonly resources: string; readonly urls: RDKitUrls} & (
  | {readonly kind: "conformers"; readonly smiles: string; readonly count: number}
  | {readonly kind: "overlay"; readonly smiles: readonly string[]; readonly count: number; readonly by: OverlayBy}
);

/** A conformer among those of its molecule. */
export interface RankedConformer extends Conformer {
  /** kcal/mol above the lowest. */
  readonly above: number;
  /** Å of the heavy atoms from the lowest, after laying on it. */
  readonly rmsd: number;
}

/** What molecules are laid on each other by: the part that all share, or their shapes. */
export type OverlayBy = "core" | "shape";

/** A molecule of an overlay. */
export interface OverlaidMolecule {
  readonly molblock: string;
  /** kcal/mol of this conformer above the lowest that was made. */
  readonly above: number;
  /** Å over the shared part; null by shape, and of the reference. */
  readonly rmsd: number | null;
  /** Shape Tanimoto, 0-1; null by the shared part, and of the reference. */
  readonly tanimoto: number | null;
}

/** Molecules laid on the first. */
export interface MoleculeOverlay {
  readonly by: OverlayBy;
  /** SMARTS of what all share; null when they share nothing, and by shape. */
  readonly core: string | null;
  /** One for each molecule in the order asked; null for one without a conformer or shared part. */
  readonly molecules: readonly (OverlaidMolecule | null)[];
}

export type ConformerReply =
  | {readonly kind: "progress"; readonly done: number; readonly total: number}
  | {readonly kind: "conformers"; readonly conformers: readonly RankedConformer[]; readonly isomer: string | null}
  | {readonly kind: "overlay"; readonly overlay: MoleculeOverlay}
  | {readonly kind: "failed"; readonly reason: string};
