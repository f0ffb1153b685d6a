import type * as Library from "3dmol";
import type {AtomSpec, GLViewer} from "3dmol";
import type {Residue, StructureAtom} from "../structures/residues.js";
import type {StructureFormat} from "../structures/structure-format.js";

/** How a structure is drawn. */
export interface ViewStyle {
  readonly chain: "cartoon" | "trace" | "hidden";
  readonly colour: "chain" | "spectrum" | "confidence";
  readonly surface: boolean;
  readonly water: boolean;
}

/** What is drawn around the ligand that is looked at. */
export interface ViewFocus {
  readonly ligand: Residue | null;
  readonly pocket: readonly Residue[];
  /** Dashed lines of contacts. */
  readonly lines: readonly {readonly from: StructureAtom; readonly to: StructureAtom; readonly colour: string}[];
}

/** AlphaFold's own bands of confidence (pLDDT), which is in the place of the B factor. */
const CONFIDENCE: readonly (readonly [from: number, colour: string])[] = [
  [90, "#0053d6"],
  [70, "#65cbf3"],
  [50, "#ffdb13"],
  [-Infinity, "#ff7d45"]
];
const confidenceColour = ({b = 0}: AtomSpec): string => CONFIDENCE.find(([from]) => b >= from)?.[1] ?? "#ff7d45";

const selectionOf = ({chain, number}: Residue) => ({chain, resi: number});

const WATER = [{resn: "HOH"}, {resn: "WAT"}, {resn: "DOD"}];

let library: Promise<typeof Library> | undefined;
const loadLibrary = (): Promise<typeof Library> => (library ??= import("3dmol/build/3Dmol.es6-min.js"));

/** True when this browser can draw in three dimensions. */
export function hasWebGL(): boolean {
  const canvas = document.createElement("canvas");
  return (canvas.getContext("webgl2") ?? canvas.getContext("webgl")) !== null;
}

/** The page's one viewer of structures in three dimensions: one WebGL context for as long as it lives. */
export class MoleculeViewer {
  readonly node: HTMLElement;
  readonly #viewer: GLViewer;
  #atoms: readonly StructureAtom[] = [];

  private constructor(node: HTMLElement, viewer: GLViewer) {
    this.node = node;
    this.#viewer = viewer;
  }

  /**
   * Opens a viewer in an element that is in the page already.
   *
   * @throws in words when the browser has no WebGL
   */
  static async open(node: HTMLElement, onCamera: (camera: readonly number[]) => void): Promise<MoleculeViewer> {
    if (!hasWebGL())
      throw new Error(
        "This browser cannot draw in three dimensions (no WebGL). The tables beside say what the picture would."
      );
    const {createViewer} = await loadLibrary();
    const viewer = createViewer(node, {backgroundColor: paperOf(node), antialias: true});
    viewer.setViewChangeCallback((camera: number[]) => {
      onCamera(camera);
    });
    return new MoleculeViewer(node, viewer);
  }

  /** Atoms of the structure shown. */
  get atoms(): readonly StructureAtom[] {
    return this.#atoms;
  }

  /** Reads a structure and shows it in place of the one before. @throws when nothing in it can be read */
  show(text: string, format: StructureFormat): readonly StructureAtom[] {
    this.#viewer.removeAllModels();
    this.#viewer.removeAllSurfaces();
    this.#viewer.removeAllShapes();
    const model = this.#viewer.addModel(text, format, {keepH: true});
    const atoms = model.selectedAtoms({}).map(atomOf);
    if (atoms.length === 0) throw new Error("no atom in it could be read");
    this.#atoms = atoms;
    return atoms;
  }

  /** Draws the structure anew under a style, with what is looked at. */
  draw(style: ViewStyle, {ligand, pocket, lines}: ViewFocus): void {
    const viewer = this.#viewer;
    viewer.removeAllShapes();
    viewer.removeAllSurfaces();
    viewer.setStyle({}, {});
    viewer.setStyle({hetflag: false}, chainStyle(style));
    viewer.setStyle({hetflag: true}, {stick: {radius: 0.12}});
    viewer.setStyle({or: WATER}, style.water ? {sphere: {radius: 0.25}} : {});
    for (const residue of pocket)
      viewer.addStyle(selectionOf(residue), {stick: {radius: 0.09, colorscheme: "grayCarbon"}});
    if (ligand) viewer.setStyle(selectionOf(ligand), {stick: {radius: 0.2, colorscheme: "orangeCarbon"}});
    for (const {from, to, colour} of lines)
      viewer.addCylinder({
        start: point(from),
        end: point(to),
        radius: 0.05,
        color: colour,
        dashed: true,
        fromCap: 1,
        toCap: 1
      });
    if (style.surface && pocket.length > 0) this.#drawSurface(pocket);
    viewer.render();
  }

  /** Turns to some residues; all of the structure when there are none. */
  focus(residues: readonly Residue[]): void {
    this.#viewer.zoomTo(residues.length === 0 ? {} : {or: residues.map(selectionOf)}, 300);
    this.#viewer.render();
  }

  /** Marks a residue with its name, or takes the mark away. */
  mark(residue: Residue | null): void {
    this.#viewer.removeAllLabels();
    if (residue)
      this.#viewer.addLabel(
        `${residue.name} ${String(residue.number)}`,
        {
          ...{backgroundColor: "#1b1e23", backgroundOpacity: 0.85, fontColor: "#ffffff", fontSize: 12}
        },
        selectionOf(residue)
      );
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

  /** Gives the WebGL context back. */
  dispose(): void {
    this.#viewer.removeAllModels();
    for (const canvas of this.node.querySelectorAll("canvas"))
      (canvas.getContext("webgl2") ?? canvas.getContext("webgl"))?.getExtension("WEBGL_lose_context")?.loseContext();
    this.node.replaceChildren();
  }

  #drawSurface(pocket: readonly Residue[]): void {
    // On this thread: the library's own workers are made from blobs, which the page's policy does not allow.
    void loadLibrary().then(({setSyncSurface}) => {
      setSyncSurface(true);
      void this.#viewer.addSurface("VDW", {opacity: 0.55, color: "white"}, {or: pocket.map(selectionOf)});
    });
  }
}

function chainStyle({chain, colour}: ViewStyle): Record<string, object> {
  if (chain === "hidden") return {};
  const paint =
    colour === "spectrum"
      ? {color: "spectrum"}
      : colour === "confidence"
        ? {colorfunc: confidenceColour}
        : {colorscheme: "chain"};
  return {cartoon: {...paint, ...(chain === "trace" ? {style: "trace"} : {})}};
}

const point = ({x, y, z}: StructureAtom) => ({x, y, z});

function paperOf(node: HTMLElement): string {
  return getComputedStyle(node).getPropertyValue("--paper").trim() || "#ffffff";
}

const atomOf = (atom: AtomSpec): StructureAtom => ({
  serial: atom.serial ?? 0,
  element: atom.elem ?? "",
  name: atom.atom ?? "",
  residueName: atom.resn ?? "",
  residueNumber: Number(atom.resi ?? 0),
  insertionCode: (atom as {icode?: string}).icode ?? "",
  chain: atom.chain ?? "",
  x: atom.x ?? NaN,
  y: atom.y ?? NaN,
  z: atom.z ?? NaN
});
