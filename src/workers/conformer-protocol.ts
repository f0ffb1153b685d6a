import type {Conformer} from "../chem/conformers.js";
import type {RDKitUrls} from "./rdkit-urls.js";

/** What a conformer worker is asked, once in its life; the page ends it to cancel. */
export type ConformerTask = {readonly resources: string; readonly urls: RDKitUrls} & (
  | {readonly kind: "conformers"; readonly smiles: string; readonly count: number}
  | {readonly kind: "overlay"; readonly smiles: readonly string[]; readonly count: number}
);

/** A conformer among those of its molecule. */
export interface RankedConformer extends Conformer {
  /** kcal/mol above the lowest. */
  readonly above: number;
  /** Å of the heavy atoms from the lowest, after laying on it. */
  readonly rmsd: number;
}

/** Molecules laid on the first by what all have in common. */
export interface MoleculeOverlay {
  /** SMARTS; null when they have nothing in common. */
  readonly core: string | null;
  /** One for each molecule in the order asked; null for one without a conformer. */
  readonly molecules: readonly ({readonly molblock: string; readonly rmsd: number} | null)[];
}

export type ConformerReply =
  | {readonly kind: "progress"; readonly done: number; readonly total: number}
  | {readonly kind: "conformers"; readonly conformers: readonly RankedConformer[]; readonly isomer: string | null}
  | {readonly kind: "overlay"; readonly overlay: MoleculeOverlay}
  | {readonly kind: "failed"; readonly reason: string};
