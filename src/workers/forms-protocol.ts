import type {OwnPart} from "../structures/compare-molecules.js";
import type {RDKitUrls} from "./rdkit-urls.js";

/** What the page asks of a forms worker: how some structures are written, and where they differ from the first. */
export interface FormsTask {
  readonly urls: RDKitUrls;
  readonly smiles: readonly string[];
}

/** A structure in its usual notations, with what tells it from the first. */
export interface StructureForms {
  readonly smiles: string;
  readonly inchi: string;
  readonly inchikey: string;
  /** V2000 with a flat layout. */
  readonly molfile: string;
  /** Formula, ring systems and groups in one sentence. */
  readonly text: string;
  /** What it has and lacks beside the first, in words. */
  readonly difference: string;
  readonly own: OwnPart;
  /** Morgan, radius 2, 2048 bits. */
  readonly fingerprint: Uint8Array;
}

/** The structures and what all of them share. */
export interface FormsAnswer {
  /** SMARTS; null for one structure, or when nothing is shared. */
  readonly core: string | null;
  /** Null for a structure that cannot be read. */
  readonly forms: readonly (StructureForms | null)[];
}

export type FormsReply =
  {readonly kind: "forms"; readonly answer: FormsAnswer} | {readonly kind: "failed"; readonly reason: string};
