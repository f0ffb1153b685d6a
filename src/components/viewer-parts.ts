import type {AtomSelectionSpec, AtomSpec, GLModel, GLViewer} from "3dmol";
import type {SlicedWork} from "../base/sliced-work.js";
import type {OpenedStructure} from "../structures/open-structure.js";
import type {Residue} from "../structures/residues.js";
import {type Placement, placed} from "../structures/superposition.js";
import {chainAtoms} from "./viewer-atoms.js";

/** Some chains of a structure as a model of the library. */
export interface ViewerPart {
  readonly model: GLModel;
  readonly chains: ReadonlySet<string>;
  /** What it was drawn under last; empty when it must be drawn anew. */
  style: string;
}

interface PartOptions {
  readonly slot: 0 | 1;
  readonly placement?: Placement | null;
  /** Called with each model before it is drawn first. */
  readonly onMade?: (model: GLModel) => void;
}

/** A structure in the library: several models of whole chains, each made and drawn in a turn of its own. */
export class ViewerParts {
  readonly #viewer: GLViewer;
  readonly #slot: 0 | 1;
  readonly #parts: ViewerPart[] = [];

  private constructor(viewer: GLViewer, slot: 0 | 1) {
    this.#viewer = viewer;
    this.#slot = slot;
  }

  /** Makes the models of a structure, a part at a time. */
  static *make(
    viewer: GLViewer,
    structure: OpenedStructure,
    {slot, placement = null, onMade}: PartOptions
  ): SlicedWork<ViewerParts> {
    const made = new ViewerParts(viewer, slot);
    for (const {chains, specs} of chainAtoms(structure, slot)) {
      const model = viewer.addModel();
      const atoms = specs();
      model.addAtoms(placement ? atoms.map((atom) => ({...atom, ...placed(placement, pointOf(atom))})) : atoms);
      onMade?.(model);
      made.#parts.push({model, chains, style: ""});
      yield;
    }
    return made;
  }

  get all(): readonly ViewerPart[] {
    return this.#parts;
  }

  /** Atoms of a residue, looked for in its own part only. */
  within(residue: Residue): AtomSelectionSpec {
    const model = this.#parts.find(({chains}) => chains.has(residue.chain))?.model;
    const properties = {rid: `${String(this.#slot)}/${residue.id}`};
    return {properties, ...(model ? {model} : {})} as AtomSelectionSpec;
  }

  /** The models that hold some residues. */
  modelsOf(residues: readonly Residue[]): GLModel[] {
    return this.#parts.filter(({chains}) => residues.some(({chain}) => chains.has(chain))).map(({model}) => model);
  }

  /** Gives bonds of a ligand their orders, by the serials of its atoms. */
  setBondOrders(
    ligand: Residue,
    bonds: readonly {readonly from: number; readonly to: number; readonly order: number}[]
  ): void {
    for (const part of this.#parts.filter(({chains}) => chains.has(ligand.chain))) {
      const atoms = part.model.selectedAtoms({});
      const places = new Map(atoms.map((atom, i) => [atom.serial ?? 0, i]));
      for (const {from, to, order} of bonds)
        for (const [own, other] of [
          [from, to],
          [to, from]
        ] as const) {
          const atom = atoms[places.get(own) ?? -1];
          const slot = atom?.bonds?.indexOf(places.get(other) ?? -1) ?? -1;
          if (atom?.bondOrder && slot >= 0) atom.bondOrder[slot] = order;
        }
      part.style = "";
    }
  }

  /** All parts must be drawn anew: their styles were set past this. */
  forget(): void {
    for (const part of this.#parts) part.style = "";
  }

  remove(): void {
    for (const {model} of this.#parts) this.#viewer.removeModel(model);
    this.#parts.length = 0;
  }
}

const pointOf = ({x = 0, y = 0, z = 0}: AtomSpec) => ({x, y, z});
