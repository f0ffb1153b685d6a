import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import {formatPick} from "../base/pick-text.js";
import {setMark} from "../filters/picked-mask.js";
import {isProjectSet} from "./project-set.js";
import {columnChooser} from "./column-chooser.js";
import {isFixed} from "./compound-columns.js";
import type {CompoundsList} from "./compounds-list.js";
import type {CompoundsModel} from "./compounds-model.js";
import {CompoundsSave} from "./compounds-save.js";
import {findCompound} from "./find-compound.js";

export interface CompoundsBarOptions {
  readonly model: CompoundsModel;
  readonly list: CompoundsList;
  /** Rows selected, in the order in which they were. */
  readonly selected: () => readonly number[];
  /** Where saved compounds come from, JSON. */
  readonly provenance: (rows: number) => string;
  /** More to do with what is shown, put before "Save". */
  readonly tools: readonly Node[];
  /** Told when what is shown has changed, but no filter. */
  readonly onView: () => void;
}

/** Above the list: how many are left, what is shown of them and how, and the ways to save them. */
export class CompoundsBar {
  readonly node: HTMLElement;
  readonly #options: CompoundsBarOptions;
  readonly #count = html`<strong class="compounds-count" aria-live="polite"></strong>`;
  readonly #clear = html<HTMLButtonElement>`<button type="button" class="quiet">Lift all filters</button>`;
  readonly #chooser = html`<span></span>`;
  readonly #switches = html`<span class="compounds-switches"></span>`;
  readonly #tint: HTMLElement;
  readonly #pin = html`<span class="compounds-pin"></span>`;

  constructor(options: CompoundsBarOptions) {
    this.#options = options;
    const {model} = options;
    this.#clear.onclick = () => {
      model.liftAll();
    };
    const {provenance, selected} = options;
    const save = new CompoundsSave({model, provenance, selected, shown: () => this.#shownColumns()});
    this.#tint = this.#colour();
    this.#switches.append(this.#switch("show", ["left", "dropped"]), this.#switch("view", ["table", "cards", "plot"]));
    this.#switches.append(this.#tint);
    this.node = html<HTMLElement>`<div class="compounds-bar">
      ${this.#count}${this.#clear}${this.#pin}<span class="compounds-tools"
        >${this.#switches}${this.#chooser}${isProjectSet(model.set) ? this.#seriesLink() : ""}${options.tools}${save.node}</span
      >
    </div>`;
    this.columnsChanged();
  }

  columnsChanged(): void {
    const {model, list, onView} = this.#options;
    this.#chooser.replaceChildren(
      columnChooser(
        list.columns().filter((column) => !isFixed(column)),
        (shown) => {
          model.state.set({columns: [...shown]});
          onView();
        }
      )
    );
  }

  /** Columns that the table shows, as a file has them: a drawing is a SMILES there. */
  #shownColumns(): string[] {
    const {model, list} = this.#options;
    const names = list.columns().flatMap(({key, visible = true}) => (visible ? [key] : []));
    const held = names.map((name) => (name === "structure" ? "smiles" : name));
    return [...new Set(held)].filter((name) => name in model.set.table.columns);
  }

  update(): void {
    const {filter, state} = this.#options.model;
    this.#count.textContent = `${formatCount(filter.count)} of ${formatCount(filter.rowCount)} compounds left`;
    const {show, view, colour, where, filter: steps} = state.value;
    this.#tint.hidden = view !== "table";
    this.#clear.hidden = where.size + steps.length === 0;
    for (const button of this.#switches.querySelectorAll("button")) {
      const {value = ""} = button.dataset;
      const isOn = value === show || value === view || (value === "colour" && colour);
      button.setAttribute("aria-pressed", String(isOn));
    }
    this.#showPin();
  }

  /** Pins a row, or takes the pin of that row away. */
  pin(row: number): void {
    const {model, onView} = this.#options;
    const id = String(model.set.cell("compound_id", row) ?? "");
    model.state.set({pin: model.state.value.pin === id ? "" : id});
    onView();
  }

  #showPin(): void {
    const {model} = this.#options;
    const row = findCompound(model.set, model.state.value.pin);
    if (row < 0) {
      this.#pin.replaceChildren();
      return;
    }
    const button = html<HTMLButtonElement>`<button type="button" class="quiet" aria-label="Take the pin away">
      ×
    </button>`;
    button.onclick = () => {
      this.pin(row);
    };
    const name = "name" in model.set.table.columns ? model.set.cell("name", row) : null;
    this.#pin.replaceChildren(html`<span class="tag">against ${name ?? model.state.value.pin}</span>`, button);
  }

  #switch<Field extends "show" | "view">(field: Field, values: readonly string[]): HTMLElement {
    const {model, onView} = this.#options;
    const buttons = values.map((value) => {
      const button = html<HTMLButtonElement>`<button type="button" data-value=${value}>${value}</button>`;
      button.onclick = () => {
        model.state.set({[field]: value});
        onView();
      };
      return button;
    });
    const label = field === "show" ? "Compounds shown" : "How they are shown";
    return html`<span class="compounds-show" role="group" aria-label=${label}>${buttons}</span>`;
  }

  /** The way to the Series page with the compounds left; the address is written when it is needed. */
  #seriesLink(): HTMLElement {
    const {model} = this.#options;
    const link = html<HTMLAnchorElement>`<a class="button" href="./series">Series</a>`;
    link.onpointerdown = link.onfocus = () => {
      const pick = formatPick(
        [...model.filter.rows()].sort((a, b) => a - b),
        setMark(model.set)
      );
      link.href = `./series?${new URLSearchParams({of: "all", pick}).toString()}`;
    };
    return link;
  }

  #colour(): HTMLElement {
    const {model, onView} = this.#options;
    const title = "Colour the cells of numbers by their place on the column's scale";
    const button = html<HTMLButtonElement>`<button type="button" data-value="colour" title=${title}>colour</button>`;
    button.onclick = () => {
      model.state.set({colour: !model.state.value.colour});
      onView();
    };
    return button;
  }
}
