import type {PlacedDrawing} from "../chem/drawing-places.js";
import type {Interaction} from "../structures/interactions.js";
import type {ChemistrySource} from "../structures/ligand-chemistry.js";
import type {PackedStructure} from "../structures/packed-structure.js";
import type {RDKitUrls} from "./rdkit-urls.js";

/** What the page sends to the structure worker; `slot` tells the structures that are open apart. */
export type StructureCommand =
  | {
      readonly kind: "open";
      readonly id: number;
      readonly slot: number;
      readonly name: string;
      readonly bytes: Uint8Array;
      /** Of several models, from 1. */
      readonly model: number;
    }
  | {
      readonly kind: "site";
      readonly id: number;
      readonly slot: number;
      readonly ligand: string;
      readonly smiles: string;
      readonly urls: RDKitUrls;
    };

/** The interactions of a ligand, with its drawing. */
export interface SiteView {
  readonly source: ChemistrySource | null;
  readonly smiles: string | null;
  readonly interactions: readonly Interaction[];
  /** Heavy atoms of the ligand by serial, in the order of the drawing. */
  readonly serials: readonly number[];
  readonly drawing: PlacedDrawing | null;
  /** Bonds by serials of atoms. */
  readonly bonds: readonly {readonly from: number; readonly to: number; readonly order: number}[];
}

export type StructureAnswer =
  | {readonly kind: "opened"; readonly id: number; readonly structure: PackedStructure}
  | {readonly kind: "site"; readonly id: number; readonly site: SiteView}
  | {readonly kind: "failed"; readonly id: number; readonly reason: string};
