import {html} from "htl";
import type {ColumnSet} from "../tables/column-set.js";
import {structure} from "./structure.js";
import type {TableColumn} from "./table-column.js";

/** Pixels of a card with the gap after it, and of a row of cards. */
export const CARD_WIDTH = 212;
export const CARD_HEIGHT = 236;
const DRAWING = {width: 188, height: 124} as const;
const MOST_FACTS = 4;

export interface CardOptions {
  readonly set: ColumnSet;
  /** Columns of the table, of which the first visible numbers are printed. */
  readonly columns: readonly TableColumn<number>[];
  /** SMARTS that is marked and laid over; null for none. */
  readonly marked: string | null;
  readonly isChosen: (row: number) => boolean;
  readonly onChoose: (row: number) => void;
}

/** One compound as a card: structure, name, decision, the first shown numbers. */
export function compoundCard(row: number, options: CardOptions): HTMLElement {
  const {set, columns, marked, isChosen, onChoose} = options;
  const text = (name: string): string => (name in set.table.columns ? String(set.cell(name, row) ?? "") : "");
  const id = text("compound_id");
  const isPattern = marked !== null && !marked.includes("\n");
  const drawing = isPattern
    ? {...DRAWING, alignTo: marked, highlights: [{kind: "match" as const, smarts: marked}]}
    : DRAWING;
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
  return card;
}
