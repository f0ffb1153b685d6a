import {html} from "htl";
import {formatNumber, formatYear} from "../base/format-number.js";
import type {ColumnSet} from "../tables/column-set.js";
import type {Column} from "../tables/table.js";
import {compoundKey} from "../state/shortlist.js";
import {decisionButtons} from "./decision-buttons.js";
import {structure} from "./structure.js";

/** The one numeric column that holds years. */
export const YEAR_COLUMN = "first_approval";

function valueCell(name: string, value: string | number | boolean | null, {unit}: Column): Node {
  if (value === null) return html`<td class="number is-missing">missing</td>`;
  const format = name === YEAR_COLUMN ? formatYear : formatNumber;
  const words = typeof value === "number" ? `${format(value)} ${unit}`.trim() : String(value);
  return html`<td class="number" title=${String(value)}>${words}</td>`;
}

/** What the set holds on one compound, and the way to its own page. */
export function compoundInspector(set: ColumnSet, row: number, more: Node | null = null): HTMLElement {
  const id = String(set.cell("compound_id", row) ?? "");
  const smiles = String(set.cell("smiles", row) ?? "");
  const text = (name: string): string => (name in set.table.columns ? String(set.cell(name, row) ?? "") : "");
  const key = compoundKey({compound_id: id, set_id: text("set_id"), inchikey: text("inchikey"), smiles});
  const columns = Object.entries(set.table.columns).filter(
    ([name]) => !["compound_id", "smiles", "name"].includes(name)
  );
  const address = `./compound?${new URLSearchParams({smiles, id}).toString()}`;
  return html`<div class="compound-inspector">
    <h2>${set.cell("name", row) ?? id}</h2>
    <p class="small"><span class="muted">${id}</span> <a href=${address}>Open compound</a></p>
    ${smiles === "" ? "" : structure(smiles, {width: 320, height: 220, label: id, style: "page"})}
    ${id === "" ? "" : decisionButtons({key, label: String(set.cell("name", row) ?? id), smiles})}
    <p class="compound-smiles"><code>${smiles}</code></p>
    ${more ?? ""}
    <table>
      <tbody>
        ${columns.map(
          ([name, column]) =>
            html`<tr title=${column.about}>
              <th scope="row">${column.label}</th>
              ${valueCell(name, set.cell(name, row), column)}
            </tr>`
        )}
      </tbody>
    </table>
  </div>`;
}

/** Shown before a compound is chosen. */
export const noCompound = (): HTMLElement =>
  html`<p class="no-compound muted">
    Choose a compound in the table to see it here. <kbd>j</kbd> and <kbd>k</kbd> move.
  </p>`;
