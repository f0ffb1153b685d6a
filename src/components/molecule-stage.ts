import {html} from "htl";
import {facingReader} from "../structures/facing-reader.js";
import {openStructure} from "../structures/open-structure.js";
import {isHydrogen, type Residue} from "../structures/residues.js";
import {placed} from "../structures/superposition.js";
import {MoleculeViewer} from "./molecule-viewer.js";
import {viewerCanvas} from "./viewer-canvas.js";

/** A molecule on the stage. */
export interface StageMolecule {
  readonly molblock: string;
  readonly colour: string;
  readonly isShown: boolean;
}

/** A picture in three dimensions of one or several small molecules; one WebGL context for as long as it lives. */
export class MoleculeStage {
  readonly node: HTMLElement;
  readonly #canvas: HTMLElement;
  readonly #message = html<HTMLElement>`<div class="viewer-message" role="status" hidden></div>`;
  #viewer: Promise<MoleculeViewer | null> | null = null;
  #shown = "";

  constructor(label: string, signal: AbortSignal) {
    this.#canvas = viewerCanvas(label, () => this.#viewer);
    this.node = html<HTMLElement>`<div class="viewer-frame stage">${this.#canvas}${this.#message}</div>`;
    signal.addEventListener("abort", () => {
      void this.#viewer?.then((viewer) => viewer?.dispose());
    });
  }

  /** Draws molecules as sticks, carbons in the colour of each. The stage must be in the page. */
  async show(molecules: readonly StageMolecule[]): Promise<void> {
    const viewer = await (this.#viewer ??= this.#open());
    if (!viewer) return;
    const text = molecules.map(({molblock}) => `${molblock.trimEnd()}\n$$$$\n`).join("");
    const structure = openStructure("conformers", new TextEncoder().encode(text));
    const isNew = text !== this.#shown;
    const shown = structure.residues.filter(({number}) => molecules[number - 1]?.isShown);
    const [reference] = shown;
    // The first lies with its widest side towards the reader, the others on it.
    const placement = isNew && reference ? facingReader(heavyAtoms(reference)) : null;
    if (isNew) await viewer.show(structure, placement);
    this.#shown = text;
    viewer.drawMolecules(
      structure.residues.flatMap((residue) => {
        const own = molecules[residue.number - 1];
        return own?.isShown ? [{residue, colour: own.colour}] : [];
      })
    );
    if (!placement) return;
    viewer.fill(
      shown,
      shown.flatMap(({atoms}) => atoms.map((atom) => placed(placement, atom)))
    );
  }

  /** The picture as a PNG address; empty without WebGL. */
  async picture(): Promise<string> {
    return (await this.#viewer)?.picture() ?? "";
  }

  async #open(): Promise<MoleculeViewer | null> {
    try {
      const none = (): void => undefined;
      return await MoleculeViewer.open(this.#canvas, {onCamera: none, onHover: none, onPick: none});
    } catch (error) {
      this.#message.hidden = false;
      this.#message.textContent = error instanceof Error ? error.message : String(error);
      return null;
    }
  }
}

const heavyAtoms = ({atoms}: Residue) => atoms.filter((atom) => !isHydrogen(atom));
