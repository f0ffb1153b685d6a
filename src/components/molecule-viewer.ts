import type * as Library from "3dmol";
import type {AtomSelectionSpec, AtomSpec, GLModel, GLViewer, Label} from "3dmol";
import type {Point} from "../structures/geometry.js";
import type {OpenedStructure} from "../structures/open-structure.js";
import type {Residue, StructureAtom} from "../structures/residues.js";
import {type Placement, placed} from "../structures/superposition.js";
import {atomSpecs} from "./viewer-atoms.js";
import {chainStyle, lineStyle, ELEMENT_COLOURS, OTHER_COLOUR, type ViewStyle} from "./viewer-style.js";

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
  /** Residues drawn though they are not in the pocket: the waters of bridges. */
  readonly waters: readonly number[];
  readonly lines: readonly ViewLine[];
  /** Residues whose names stand in the picture. */
  readonly named: readonly Residue[];
  /** Of a list of molecules only the ligand is drawn. */
  readonly isAlone: boolean;
}

/** Whom the viewer tells. */
export interface ViewListeners {
  readonly onCamera: (camera: readonly number[]) => void;
  /** The residue under the pointer, by id; null when it leaves. */
  readonly onHover: (residue: string | null) => void;
  readonly onPick: (serial: number) => void;
}

const HOVER_DELAY = 80;

const within = (residue: Residue): AtomSelectionSpec => ({properties: {rid: `0/${residue.id}`}}) as AtomSelectionSpec;
const WATER = [{resn: "HOH"}, {resn: "WAT"}, {resn: "DOD"}];

let library: Promise<typeof Library> | undefined;
const loadLibrary = (): Promise<typeof Library> => (library ??= import("3dmol/build/3Dmol.es6-min.js"));

/** True when this browser can draw in three dimensions. */
export function hasWebGL(): boolean {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
  // Given back at once: a browser has few of them.
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}

/** The page's one viewer of structures in three dimensions: one WebGL context for as long as it lives. */
export class MoleculeViewer {
  readonly node: HTMLElement;
  readonly #viewer: GLViewer;
  readonly #listeners: ViewListeners;
  #model: GLModel | null = null;
  #other: GLModel | null = null;
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

  /** Shows a structure in place of the one before; the other of a superposition goes with it. */
  show(structure: OpenedStructure): void {
    this.clear();
    this.#isPart = structure.isPart;
    this.#model = this.#viewer.addModel();
    this.#model.addAtoms(atomSpecs(structure, 0));
  }

  /** Shows another structure beside the first, where the superposition puts it; null takes it away. */
  showOther(structure: OpenedStructure | null, placement: Placement | null): void {
    if (this.#other) this.#viewer.removeModel(this.#other);
    this.#other = null;
    if (!structure || !placement) return;
    this.#other = this.#viewer.addModel();
    this.#other.addAtoms(atomSpecs(structure, 1).map((atom) => ({...atom, ...placed(placement, pointOf(atom))})));
  }

  /** Gives bonds of a ligand their orders, by the serials of its atoms. */
  setBondOrders(bonds: readonly {readonly from: number; readonly to: number; readonly order: number}[]): void {
    const atoms = this.#model?.selectedAtoms({}) ?? [];
    const places = new Map(atoms.map((atom, i) => [atom.serial ?? 0, i]));
    for (const {from, to, order} of bonds)
      for (const [own, other] of [
        [from, to],
        [to, from]
      ] as const) {
        const atom = atoms[places.get(own) ?? -1];
        const slot = atom?.bonds?.findIndex((index) => atoms.find(({index: i}) => i === index)?.serial === other) ?? -1;
        if (atom?.bondOrder && slot >= 0) atom.bondOrder[slot] = order;
      }
  }

  /** Draws the structure anew under a style, with what is looked at. */
  draw(style: ViewStyle, focus: ViewFocus): void {
    const viewer = this.#viewer;
    viewer.removeAllShapes();
    viewer.removeAllSurfaces();
    viewer.removeAllLabels();
    this.#mark = null;
    viewer.setStyle({}, {});
    if (!focus.isAlone) this.#drawChains(style, focus);
    if (focus.ligand) viewer.setStyle(within(focus.ligand), {stick: {radius: 0.2, colorscheme: "orangeCarbon"}});
    if (this.#other) this.#drawOther(this.#other, style);
    for (const line of focus.lines) this.#drawLine(line);
    for (const residue of focus.named) this.#name(residue);
    if (style.surface && focus.pocket.length > 0) this.#drawSurface(focus.pocket);
    this.#listen(focus);
    viewer.render();
  }

  /** Draws molecules of a list as sticks, the carbons of each in its colour, without the hydrogens on carbon. */
  drawMolecules(molecules: readonly {readonly residue: Residue; readonly colour: string}[]): void {
    this.#viewer.setStyle({}, {});
    for (const {residue, colour} of molecules)
      this.#viewer.setStyle(within(residue), {
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
    this.#viewer.zoomTo(within(residue));
    this.#viewer.render();
    const picture = this.picture();
    this.#viewer.setView(camera);
    return picture;
  }

  /** Turns to some residues; all of the structure when there are none. */
  focus(residues: readonly Residue[]): void {
    this.#viewer.zoomTo(residues.length === 0 ? {} : {or: residues.map(within)}, 300);
    this.#viewer.render();
  }

  /** Marks a residue with its name, or takes the mark away. */
  mark(residue: Residue | null): void {
    if (this.#mark) this.#viewer.removeLabel(this.#mark);
    this.#mark = residue
      ? this.#viewer.addLabel(
          nameOf(residue),
          {backgroundColor: "#1b1e23", backgroundOpacity: 0.85, fontColor: "#ffffff", fontSize: 12},
          within(residue)
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
    this.#model = null;
    this.#other = null;
  }

  /** Gives the WebGL context back. */
  dispose(): void {
    this.#viewer.removeAllModels();
    for (const canvas of this.node.querySelectorAll("canvas"))
      (canvas.getContext("webgl2") ?? canvas.getContext("webgl"))?.getExtension("WEBGL_lose_context")?.loseContext();
    this.node.replaceChildren();
  }

  #drawChains(style: ViewStyle, {pocket, waters}: ViewFocus): void {
    const viewer = this.#viewer;
    viewer.setStyle({hetflag: false}, this.#isPart ? lineStyle(style) : chainStyle(style, pocket.length > 0));
    viewer.setStyle({hetflag: true}, {stick: {radius: 0.12}, sphere: {radius: 0.3}});
    viewer.setStyle({or: WATER}, style.water ? {sphere: {radius: 0.25}} : {});
    for (const serial of waters) viewer.setStyle({serial}, {sphere: {radius: 0.25}});
    for (const residue of pocket) viewer.addStyle(within(residue), {stick: {radius: 0.09, colorscheme: "grayCarbon"}});
  }

  #drawOther(other: GLModel, style: ViewStyle): void {
    const chain = style.chain === "hidden" ? {} : {cartoon: {color: OTHER_COLOUR, opacity: 0.6}};
    other.setStyle({}, {});
    other.setStyle({hetflag: false}, chain);
    other.setStyle({hetflag: true, not: {or: WATER}}, {stick: {radius: 0.16, colorscheme: "greenCarbon"}});
  }

  /** A quiet name beside a residue, in the ink of the page. */
  #name(residue: Residue): void {
    const ink = getComputedStyle(this.node).getPropertyValue("--ink").trim() || "#000000";
    const style = {fontSize: 11, fontColor: ink, backgroundOpacity: 0, showBackground: false, inFront: true};
    this.#viewer.addLabel(nameOf(residue), style, {and: [within(residue), {atom: "CA"}]});
  }

  #drawLine({from, to, colour, label}: ViewLine): void {
    const ends = {start: pointOf(from), end: pointOf(to)};
    this.#viewer.addCylinder({...ends, radius: 0.07, color: colour, dashed: true, fromCap: 1, toCap: 1});
    if (label === undefined) return;
    const position = {x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, z: (from.z + to.z) / 2};
    this.#viewer.addLabel(label, {position, fontSize: 12, fontColor: "#ffffff", backgroundColor: "#1b1e23"});
  }

  #listen({ligand, pocket}: ViewFocus): void {
    const near = [...(ligand ? [ligand] : []), ...pocket].map(within);
    if (near.length > 0)
      this.#viewer.setHoverable(
        {or: near},
        true,
        (atom: AtomSpec) => {
          this.#listeners.onHover(String((atom.properties as {rid?: string} | undefined)?.rid ?? "").slice(2));
        },
        () => {
          this.#listeners.onHover(null);
        }
      );
    // To make each of a hundred thousand atoms answer takes seconds.
    this.#viewer.setClickable(this.#isPart ? {or: near} : {}, true, (atom: AtomSpec) => {
      this.#listeners.onPick(atom.serial ?? 0);
    });
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
