import {html} from "htl";
import {MOST_COMPARED} from "../state/compare-fields.js";
import type {ColumnSet} from "../tables/column-set.js";
import {addressedRow, compareAddress} from "./compound-address.js";
import type {CompoundsModel} from "./compounds-model.js";
import {findCompound} from "./find-compound.js";

const FEWEST = 2;

/** How a row is known while more rows come and their numbers change. */
export const rowKey = (set: ColumnSet, row: number): string =>
  ["compound_id", "line", "smiles"]
    .map((name) => (name in set.table.columns ? String(set.cell(name, row) ?? "") : ""))
    .join("\n");

/**
 * Rows selected to be looked at together, and the way to the Compare page with them: the pinned compound first, as the
 * reference; then those selected, or where none is, those decided "keep".
 */
export class CompoundsCompare {
  readonly node: HTMLElement;
  readonly #model: CompoundsModel;
  readonly #onSelect: () => void;
  readonly #count = html`<span class="tag"></span>`;
  readonly #words = html`<span class="small muted" role="status"></span>`;
  readonly #clear = html<HTMLButtonElement>`<button type="button" class="quiet" aria-label="Select none">×</button>`;
  /** Rows by key, in the order in which they were selected. */
  readonly #selected = new Map<string, number>();

  /** @param onSelect told when others are selected */
  constructor(model: CompoundsModel, onSelect: () => void) {
    this.#model = model;
    this.#onSelect = onSelect;
    const title = "Two to six side by side: those selected (x), the pinned one first; or those kept";
    const button = html<HTMLButtonElement>`<button type="button" title=${title}>Compare</button>`;
    button.onclick = () => {
      this.go();
    };
    this.#clear.onclick = () => {
      this.#selected.clear();
      this.#changed();
    };
    this.node = html<HTMLElement>`<span class="compounds-compare"
      >${this.#count}${this.#clear}${button}${this.#words}</span
    >`;
    this.#show();
  }

  /** Keys of the rows selected: see `rowKey`. */
  get keys(): ReadonlySet<string> {
    return new Set(this.#selected.keys());
  }

  has(row: number): boolean {
    return this.#selected.has(rowKey(this.#model.set, row));
  }

  toggle(row: number): void {
    const key = rowKey(this.#model.set, row);
    if (!this.#selected.delete(key)) this.#selected.set(key, row);
    this.#changed();
  }

  /** The rows selected, in the order in which they were. */
  rows(): number[] {
    const {set} = this.#model;
    return [...this.#selected].flatMap(([key, row]) => {
      if (row < set.rowCount && rowKey(set, row) === key) return row;
      const found = findCompound(set, key.split("\n")[0] ?? "");
      return found < 0 ? [] : found;
    });
  }

  /** Opens the Compare page, or says what is wanting. */
  go(): void {
    const {set, state} = this.#model;
    const pinned = findCompound(set, state.value.pin);
    const selected = this.rows();
    const rows = [...new Set([...(pinned < 0 ? [] : [pinned]), ...(selected.length > 0 ? selected : this.#kept())])];
    if (rows.length < FEWEST) {
      this.#words.textContent = "Select two to six first: x on a row, or its box.";
      return;
    }
    try {
      location.href = compareAddress(rows.slice(0, MOST_COMPARED).map((row) => addressedRow(set, row)));
    } catch {
      this.#words.textContent = "This browser keeps nothing for a tab, so that structures cannot be handed on.";
    }
  }

  #kept(): number[] {
    const {set} = this.#model;
    if (!("decision" in set.table.columns)) return [];
    const kept = this.#model.survivors().filter((row) => set.cell("decision", row) === "keep");
    return [...kept.subarray(0, MOST_COMPARED)];
  }

  #changed(): void {
    this.#show();
    this.#onSelect();
  }

  #show(): void {
    const {size} = this.#selected;
    this.#count.hidden = this.#clear.hidden = size === 0;
    this.#count.textContent = `${String(size)} selected`;
    this.#words.textContent = size > MOST_COMPARED ? `the first ${String(MOST_COMPARED)} are compared` : "";
  }
}
