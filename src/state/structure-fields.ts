import {choiceField, customField, flagField, type StateOf, textField} from "./url-state.js";

/** Camera of the viewer, as 3Dmol gives it: position, zoom, rotation. */
export type Camera = readonly number[];

const CAMERA_NUMBERS = 8;

/** State of the Structures page, as its link keeps it. */
export const structureFields = {
  /** Structure shown; the first of the project when empty. */
  s: textField(),
  /** How the chain is drawn. */
  chain: choiceField(["cartoon", "trace", "hidden"], "cartoon"),
  /** How the chain is coloured. */
  colour: choiceField(["chain", "spectrum", "confidence"], "chain"),
  /** Residues around the ligand as sticks. */
  pocket: flagField(true),
  surface: flagField(),
  water: flagField(),
  /** Ligand looked at, "A:1157". */
  ligand: textField(),
  view: customField<Camera>([], parseCamera, (camera) =>
    camera.map((value) => String(Math.round(value * 100) / 100)).join(",")
  )
} as const;

/** State of the Structures page. */
export type StructureState = StateOf<typeof structureFields>;

function parseCamera(text: string): Camera | null {
  const numbers = text.split(",").map(Number);
  return numbers.length === CAMERA_NUMBERS && numbers.every(Number.isFinite) ? numbers : null;
}
