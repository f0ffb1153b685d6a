import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import {cardSheet, MOST_CARDS} from "./card-sheet.js";
import type {CompoundsCompare} from "./compounds-compare.js";
import type {CompoundsList} from "./compounds-list.js";
import type {CompoundsModel} from "./compounds-model.js";
import {markedStructure} from "./marked-structure.js";
import {type Backdrop, copyPicture} from "./picture-file.js";
import {pictureMenu} from "./picture-menu.js";
import {structureSvg, type StructurePictureOptions} from "./structure-picture.js";

export interface CompoundsPictureOptions {
  readonly model: CompoundsModel;
  readonly list: CompoundsList;
  readonly compare: CompoundsCompare;
  /** What is marked and laid over: SMILES, SMARTS or molfile; null for none. */
  readonly marked: () => string | null;
}

/** Pictures of what is shown: one structure, a sheet of cards, or the plot; copied or saved. */
export class CompoundsPicture {
  readonly node: HTMLElement;
  readonly #options: CompoundsPictureOptions;
  readonly #said = html`<span class="small muted" role="status"></span>`;

  constructor(options: CompoundsPictureOptions) {
    this.#options = options;
    const menu = pictureMenu({
      words: "Image",
      name: () => (this.#isPlot() ? "plot" : "compounds"),
      svg: (backdrop) => (this.#isPlot() ? Promise.resolve(options.list.plot.svg(backdrop)) : this.#sheet(backdrop))
    });
    this.node = html<HTMLElement>`<span class="compounds-picture">${menu}${this.#said}</span>`;
  }

  /** Copies the structure of a row as it is shown: PNG on white, and SMILES for programs that take no images. */
  async copyRow(row: number): Promise<void> {
    const {set} = this.#options.model;
    const smiles = String(set.cell("smiles", row) ?? "");
    const name = String(("name" in set.table.columns ? set.cell("name", row) : null) ?? set.cell("compound_id", row));
    try {
      this.#said.textContent = await copyPicture(structureSvg(smiles, this.#style(), "white"), "png", name, smiles);
    } catch (error) {
      this.#said.textContent = `No picture: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  #isPlot(): boolean {
    return this.#options.model.state.value.view === "plot";
  }

  #style(): StructurePictureOptions {
    return markedStructure(this.#options.marked());
  }

  /** The compounds selected, or the first that are shown, as a sheet of cards. */
  #sheet(backdrop: Backdrop): Promise<string> {
    const {model, list, compare} = this.#options;
    const selected = compare.rows();
    const rows = selected.length > 0 ? selected : model.rows(0, MOST_CARDS);
    if (rows.length === 0) throw new Error("no compound is shown");
    const facts = list.columns().flatMap(({key, align, visible = true}) => (align === "right" && visible ? key : []));
    const of = selected.length > 0 ? "selected" : model.state.value.show;
    const total = selected.length > 0 ? selected.length : model.shownCount;
    const shown = Math.min(rows.length, MOST_CARDS);
    const caption = `${formatCount(shown)} of ${formatCount(total)} compounds ${of}. Drawn by RDKit in Fumehood.`;
    return cardSheet({set: model.set, rows, facts, caption, ...this.#style()}, backdrop);
  }
}
