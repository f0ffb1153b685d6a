import type * as Library from "3dmol";
import type {AtomSelectionSpec, AtomSpec, GLModel, GLViewer, Label} from "3dmol";
import {doInSlices, type SlicedWork} from "../base/sliced-work.js";
import type {Point} from "../structures/geometry.js";
import type {OpenedStructure} from "../structures/open-structure.js";
import type {Residue, StructureAtom} from "../structures/residues.js";
import type {Placement} from "../structures/superposition.js";
import {fillingZoom} from "./filling-zoom.js";
import {hasWebGL} from "./has-webgl.js";
import {nextTurn} from "./next-turn.js";
import {ViewerParts} from "./viewer-parts.js";
import {focusIn, type ViewFocus, type ViewLine} from "./viewer-focus.js";
import {styleOther, stylePart, within} from "./style-part.js";
import {ELEMENT_COLOURS, type ViewStyle} from "./viewer-style.js";

/** Whom the viewer tells. */
export interface ViewListeners {
  readonly onCamera: (camera: readonly number[]) => void;
  /** The residue under the pointer, by id; null when it leaves. */
  readonly onHover: (residue: string | null) => void;
  readonly onPick: (serial: number) => void;
}

const HOVER_DELAY = 80;

let library: Promise<typeof Library> | undefined;
const loadLibrary = (): Promise<typeof Library> => (library ??= import("3dmol/build/3Dmol.es6-min.js"));

/** The page's one viewer of structures in three dimensions: one WebGL context for as long as it lives. */
export class MoleculeViewer {
  readonly node: HTMLElement;
  readonly #viewer: GLViewer;
  readonly #listeners: ViewListeners;
  #own: ViewerParts | null = null;
  #other: ViewerParts | null = null;
  #mark: Label | null = null;
  #isPart = false;

  private constructor(node: HTMLElement, viewer: GLViewer, listeners: ViewListeners) {
    this.node = node;
    this.#viewer = viewer;
    this.#listeners = listeners;
  }

  /**
   * Opens a viewer in an element that is in the page already.
   *
   * @throws in words when the browser has no WebGL
   */
  static async open(node: HTMLElement, listeners: ViewListeners): Promise<MoleculeViewer> {
    if (!hasWebGL())
      throw new Error(
        "This browser cannot draw in three dimensions (no WebGL). The tables beside say what the picture would."
      );
    const {createViewer} = await loadLibrary();
    const viewer = createViewer(node, {backgroundColor: paperOf(node), antialias: true});
    viewer.setHoverDuration(HOVER_DELAY);
    viewer.setViewChangeCallback(listeners.onCamera);
    return new MoleculeViewer(node, viewer, listeners);
  }

  /**
   * Takes up a structure in place of the one before, without drawing it; the other of a superposition goes with it.
   *
   * @param placement where its atoms are put; as the file has them unless given
   */
  async show(structure: OpenedStructure, placement: Placement | null = null): Promise<void> {
    this.clear();
    this.#isPart = structure.isPart;
    const onMade = (model: GLModel): void => {
      // To make each of a hundred thousand atoms answer takes seconds.
      if (!structure.isPart) model.setClickable({}, true, this.#onClick);
    };
    this.#own = await doInSlices(ViewerParts.make(this.#viewer, structure, {slot: 0, placement, onMade}), nextTurn);
  }

  /** Takes up another structure beside the first, where the superposition puts it; null takes it away. */
  async showOther(structure: OpenedStructure | null, placement: Placement | null): Promise<void> {
    this.#other?.remove();
    this.#other = null;
    if (!structure || !placement) return;
    this.#other = await doInSlices(ViewerParts.make(this.#viewer, structure, {slot: 1, placement}), nextTurn);
  }

  /** Gives bonds of a ligand their orders, by the serials of its atoms. */
  setBondOrders(...[ligand, bonds]: Parameters<ViewerParts["setBondOrders"]>): void {
    this.#own?.setBondOrders(ligand, bonds);
  }

  /**
   * Draws the structure under a style, with what is looked at: only chains that look otherwise than before, and of a large
   * structure some at a time, between which the page answers.
   */
  async draw(style: ViewStyle, focus: ViewFocus): Promise<void> {
    const viewer = this.#viewer;
    viewer.removeAllShapes();
    viewer.removeAllSurfaces();
    viewer.removeAllLabels();
    this.#mark = null;
    const [own, other] = [this.#own, this.#other];
    if (own) await doInSlices(this.#drawParts(own, style, focus), nextTurn);
    if (other) await doInSlices(this.#drawOther(other, style), nextTurn);
    if (own !== this.#own) return;
    for (const line of focus.lines) this.#drawLine(line);
    for (const residue of focus.named) this.#name(residue);
    if (style.surface && focus.pocket.length > 0) this.#drawSurface(focus.pocket);
    viewer.render();
  }

  /** Draws molecules of a list as sticks, the carbons of each in its colour, without the hydrogens on carbon. */
  drawMolecules(molecules: readonly {readonly residue: Residue; readonly colour: string}[]): void {
    this.#own?.forget();
    this.#viewer.setStyle({}, {});
    for (const {residue, colour} of molecules)
      this.#viewer.setStyle(this.#within(residue), {
        stick: {radius: 0.13, colorscheme: {prop: "elem", map: {...ELEMENT_COLOURS, C: colour}}}
      });
    this.#viewer.setStyle({properties: {isOnCarbon: true}} as AtomSelectionSpec, {});
    this.#viewer.render();
  }

  /** A picture of one residue alone, as a PNG address. The camera is as before; what was drawn must be drawn again. */
  snapshot(residue: Residue, colour: string): string {
    const camera = this.#viewer.getView();
    this.#viewer.removeAllShapes();
    this.#viewer.removeAllSurfaces();
    this.#viewer.removeAllLabels();
    this.drawMolecules([{residue, colour}]);
    this.#viewer.zoomTo(this.#within(residue));
    this.#viewer.render();
    const picture = this.picture();
    this.#viewer.setView(camera);
    return picture;
  }

  /** Turns to some residues; all of the structure when there are none. */
  focus(residues: readonly Residue[]): void {
    const model = this.#own?.modelsOf(residues) ?? [];
    const {clientWidth: width, clientHeight: height} = this.node;
    const isUpright = width < height;
    const selection = residues.length === 0 ? {} : ({model, or: residues.map(within)} as AtomSelectionSpec);
    // The library fits what is shown to the height of the picture alone.
    this.#viewer.zoomTo(selection, isUpright ? 0 : 300);
    if (isUpright) this.#viewer.zoom(Math.max(0.5, width / height));
    this.#viewer.render();
  }

  /**
   * Fills the picture with some residues, without turning.
   *
   * @param places of their atoms
   */
  fill(residues: readonly Residue[], places: readonly Point[]): void {
    this.#viewer.zoomTo({or: residues.map(within)});
    const {clientWidth: width, clientHeight: height} = this.node;
    this.#viewer.zoom(fillingZoom(places, width / Math.max(1, height)));
    this.#viewer.render();
  }

  /** Marks a residue with its name, or takes the mark away. */
  mark(residue: Residue | null): void {
    if (this.#mark) this.#viewer.removeLabel(this.#mark);
    this.#mark = residue
      ? this.#viewer.addLabel(
          nameOf(residue),
          {backgroundColor: "#1b1e23", backgroundOpacity: 0.85, fontColor: "#ffffff", fontSize: 12},
          this.#within(residue)
        )
      : null;
    this.#viewer.render();
  }

  /** Takes the colour of the page, which changes with the theme. */
  matchTheme(): void {
    this.#viewer.setBackgroundColor(paperOf(this.node), 1);
    this.#viewer.render();
  }

  set camera(camera: readonly number[]) {
    this.#viewer.setView([...camera]);
    this.#viewer.render();
  }

  turn(degrees: number, axis: "x" | "y"): void {
    this.#viewer.rotate(degrees, axis);
    this.#viewer.render();
  }

  zoom(factor: number): void {
    this.#viewer.zoom(factor);
    this.#viewer.render();
  }

  resize(): void {
    this.#viewer.resize();
    this.#viewer.render();
  }

  /** The picture as it is, as a PNG address. */
  picture(): string {
    return this.#viewer.pngURI() as string;
  }

  /** Takes everything out of the picture; the context stays. */
  clear(): void {
    this.#viewer.removeAllModels();
    this.#viewer.removeAllSurfaces();
    this.#viewer.removeAllShapes();
    this.#viewer.removeAllLabels();
    this.#own = null;
    this.#other = null;
  }

  /** Gives the WebGL context back. */
  dispose(): void {
    this.#viewer.removeAllModels();
    for (const canvas of this.node.querySelectorAll("canvas"))
      (canvas.getContext("webgl2") ?? canvas.getContext("webgl"))?.getExtension("WEBGL_lose_context")?.loseContext();
    this.node.replaceChildren();
  }

  *#drawParts(parts: ViewerParts, style: ViewStyle, focus: ViewFocus): SlicedWork<void> {
    for (const part of parts.all) {
      const own = focusIn(part, focus);
      const key = JSON.stringify([style.chain, style.colour, style.water, own.words]);
      if (key === part.style) continue;
      part.style = key;
      stylePart(part.model, style, own, this.#isPart);
      this.#listen(part.model, [...(own.ligand ? [own.ligand] : []), ...own.pocket]);
      if (parts.all.length === 1) continue;
      this.#viewer.render();
      yield;
    }
  }

  *#drawOther(other: ViewerParts, style: ViewStyle): SlicedWork<void> {
    for (const part of other.all) {
      if (part.style === style.chain) continue;
      part.style = style.chain;
      styleOther(part.model, style);
      if (other.all.length === 1) continue;
      this.#viewer.render();
      yield;
    }
  }

  #within = (residue: Residue): AtomSelectionSpec => this.#own?.within(residue) ?? within(residue);

  readonly #onClick = (atom: AtomSpec): void => {
    this.#listeners.onPick(atom.serial ?? 0);
  };

  /** A quiet name beside a residue, in the ink of the page. */
  #name(residue: Residue): void {
    const ink = getComputedStyle(this.node).getPropertyValue("--ink").trim() || "#000000";
    const style = {fontSize: 11, fontColor: ink, backgroundOpacity: 0, showBackground: false, inFront: true};
    this.#viewer.addLabel(nameOf(residue), style, {...this.#within(residue), atom: "CA"});
  }

  #drawLine({from, to, colour, label}: ViewLine): void {
    const ends = {start: pointOf(from), end: pointOf(to)};
    this.#viewer.addCylinder({...ends, radius: 0.07, color: colour, dashed: true, fromCap: 1, toCap: 1});
    if (label === undefined) return;
    const position = {x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, z: (from.z + to.z) / 2};
    this.#viewer.addLabel(label, {position, fontSize: 12, fontColor: "#ffffff", backgroundColor: "#1b1e23"});
  }

  #listen(model: GLModel, near: readonly Residue[]): void {
    if (near.length === 0) return;
    const selection = {or: near.map(within)};
    model.setHoverable(
      selection,
      true,
      (atom: AtomSpec) => {
        this.#listeners.onHover(String((atom.properties as {rid?: string} | undefined)?.rid ?? "").slice(2));
      },
      () => {
        this.#listeners.onHover(null);
      }
    );
    if (this.#isPart) model.setClickable(selection, true, this.#onClick);
  }

  #drawSurface(pocket: readonly Residue[]): void {
    // On this thread: the library's own workers are made from blobs, which the page's policy does not allow.
    void loadLibrary().then(({setSyncSurface}) => {
      setSyncSurface(true);
      void this.#viewer.addSurface("VDW", {opacity: 0.55, color: "white"}, {or: pocket.map(within)});
    });
  }
}

const nameOf = ({name, id}: Residue): string => `${name} ${id.split(":")[1] ?? ""}`;

const pointOf = ({x = 0, y = 0, z = 0}: Partial<Pick<StructureAtom, "x" | "y" | "z">>): Point => ({x, y, z});

function paperOf(node: HTMLElement): string {
  return getComputedStyle(node).getPropertyValue("--paper").trim() || "#ffffff";
}
