import {html} from "htl";
import type {ColumnSet} from "../tables/column-set.js";
import {markedStructure} from "./marked-structure.js";
import {structure} from "./structure.js";
import type {TableColumn} from "./table-column.js";

/** Pixels of a card with the gap after it, and of a row of cards. */
export const CARD_WIDTH = 198;
export const CARD_HEIGHT = 236;
const DRAWING = {width: 174, height: 124} as const;
const MOST_FACTS = 4;

export interface CardOptions {
  readonly set: ColumnSet;
  /** Columns of the table, of which the first visible numbers are printed. */
  readonly columns: readonly TableColumn<number>[];
  /** What is marked and laid over: SMILES, SMARTS or molfile; null for none. */
  readonly marked: string | null;
  readonly isSelected: (row: number) => boolean;
  readonly onSelect: (row: number) => void;
  readonly onCopy: (row: number) => void;
  readonly isChosen: (row: number) => boolean;
  readonly onChoose: (row: number) => void;
}

const nameOf = (set: ColumnSet, row: number): string => {
  const text = (name: string): string => (name in set.table.columns ? String(set.cell(name, row) ?? "") : "");
  return text("name") || text("compound_id");
};

/** A box that selects a row, for the pointer; keys have x. */
export function selectBox(
  set: ColumnSet,
  row: number,
  {isSelected, onSelect}: Pick<CardOptions, "isSelected" | "onSelect">
): HTMLElement {
  const box = html<HTMLInputElement>`<input
    type="checkbox"
    class="select-box"
    tabindex="-1"
    aria-label=${`Select ${nameOf(set, row)}`}
  />`;
  box.checked = isSelected(row);
  box.onchange = () => {
    onSelect(row);
  };
  return box;
}

/** A button that copies the structure of a row as an image, for the pointer; keys have Ctrl C. */
export function copyButton(set: ColumnSet, row: number, onCopy: (row: number) => void): HTMLElement {
  const words = `Copy ${nameOf(set, row)} as an image`;
  const button = html<HTMLButtonElement>`<button
    type="button"
    class="quiet copy-image"
    tabindex="-1"
    aria-label=${words}
    title="Copy as an image (Ctrl C)"
  >
    ⧉
  </button>`;
  button.onclick = () => {
    onCopy(row);
  };
  return button;
}

/** One compound as a card: structure, name, decision, the first shown numbers. */
export function compoundCard(row: number, options: CardOptions): HTMLElement {
  const {set, columns, marked, isChosen, onChoose} = options;
  const text = (name: string): string => (name in set.table.columns ? String(set.cell(name, row) ?? "") : "");
  const id = text("compound_id");
  const drawing = {...DRAWING, ...markedStructure(marked)};
  const facts = columns.filter(({align, visible = true}) => align === "right" && visible).slice(0, MOST_FACTS);
  const card = html<HTMLButtonElement>`<button
    type="button"
    class="compound-card"
    aria-pressed=${String(isChosen(row))}
  >
    ${text("smiles") === "" ? "" : structure(text("smiles"), {...drawing, label: text("name") || id})}
    <span class="compound-card-name">${text("name") || id}</span>
    ${text("decision") === "" ? "" : html`<span class="tag">${text("decision")}</span>`}
    <span class="compound-card-facts"
      >${facts.map(
        (column) => html`<span><span class="muted">${column.label}</span> ${column.cell(row, row) ?? "missing"}</span>`
      )}</span
    >
  </button>`;
  card.dataset["row"] = String(row);
  card.onclick = () => {
    onChoose(row);
  };
  const corner = html<HTMLElement>`<span class="card-corner"
    >${selectBox(set, row, options)}${copyButton(set, row, options.onCopy)}</span
  >`;
  return html<HTMLElement>`<div class="card-slot">${card}${corner}</div>`;
}
