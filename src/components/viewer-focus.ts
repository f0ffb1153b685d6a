import type {Point} from "../structures/geometry.js";
import type {Residue, StructureAtom} from "../structures/residues.js";
import type {ViewerPart} from "./viewer-parts.js";

/** A dashed line between two places, with what stands at its middle. */
export interface ViewLine {
  readonly from: Point;
  readonly to: Point;
  readonly colour: string;
  readonly label?: string;
}

/** What is drawn around the ligand that is looked at. */
export interface ViewFocus {
  readonly ligand: Residue | null;
  readonly pocket: readonly Residue[];
  /** Atoms drawn though they are not in the pocket: the waters of bridges. */
  readonly waters: readonly StructureAtom[];
  readonly lines: readonly ViewLine[];
  /** Residues whose names stand in the picture. */
  readonly named: readonly Residue[];
  /** Of a list of molecules only the ligand is drawn. */
  readonly isAlone: boolean;
}

/** What of the focus lies in a part of the structure. */
export interface PartFocus {
  readonly ligand: Residue | null;
  readonly pocket: readonly Residue[];
  /** Serials. */
  readonly waters: readonly number[];
  /** Ribbons that lie about a ligand are thin. */
  readonly isBehind: boolean;
  readonly isAlone: boolean;
  /** Differs where the picture of the part does. */
  readonly words: string;
}

/** Tells what of the focus a part of the structure draws. */
export function focusIn({chains}: ViewerPart, {ligand, pocket, waters, isAlone}: ViewFocus): PartFocus {
  const own = {
    ligand: ligand && chains.has(ligand.chain) ? ligand : null,
    pocket: pocket.filter(({chain}) => chains.has(chain)),
    waters: waters.filter(({chain}) => chains.has(chain)).map(({serial}) => serial),
    isBehind: pocket.length > 0,
    isAlone
  };
  const ids = own.pocket.map(({id}) => id);
  const words = [own.ligand?.id ?? "", ids.join(), own.waters.join(), String(own.isBehind), String(isAlone)].join(" ");
  return {...own, words};
}
