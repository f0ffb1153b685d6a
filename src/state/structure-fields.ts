import {choiceField, customField, flagField, type StateOf, textField} from "./url-state.js";

/** Camera of the viewer, as 3Dmol gives it: position, zoom, rotation. */
export type Camera = readonly number[];

/** Atoms between which something is measured, by serial: two a distance, three an angle, four a torsion. */
export type Measure = readonly number[];

const CAMERA_NUMBERS = 8;
const MOST_ATOMS = 4;

/** State of the Structures page, as its link keeps it. */
export const structureFields = {
  /** Structure shown; the first of the project when empty. */
  s: textField(),
  /** Structure of the project laid on it by their pockets. */
  on: textField(),
  /** Of several models of a file the nth, from 1. */
  model: customField<number>(1, parseModel, String),
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
  /** SMILES of the ligand, for its bond orders. */
  smiles: textField(),
  /** What a click on atoms measures. */
  tool: choiceField(["look", "distance", "angle", "torsion"], "look"),
  measures: customField<readonly Measure[]>([], parseMeasures, (measures) =>
    measures.map((atoms) => atoms.join("-")).join(",")
  ),
  view: customField<Camera>([], parseCamera, (camera) =>
    camera.map((value) => String(Math.round(value * 100) / 100)).join(",")
  )
} as const;

/** State of the Structures page. */
export type StructureState = StateOf<typeof structureFields>;

function parseModel(text: string): number | null {
  const model = Number(text);
  return Number.isInteger(model) && model > 0 ? model : null;
}

function parseCamera(text: string): Camera | null {
  const numbers = text.split(",").map(Number);
  return numbers.length === CAMERA_NUMBERS && numbers.every(Number.isFinite) ? numbers : null;
}

function parseMeasures(text: string): readonly Measure[] | null {
  const measures = text.split(",").map((part) => part.split("-").map(Number));
  const isMeasure = (atoms: readonly number[]): boolean =>
    atoms.length > 1 && atoms.length <= MOST_ATOMS && atoms.every((atom) => Number.isInteger(atom) && atom >= 0);
  return measures.every(isMeasure) ? measures : null;
}
