import {html} from "htl";
import type {ColumnSet} from "../tables/column-set.js";
import {toCsv} from "../tables/to-csv.js";

/** Hands a text to the browser's own "save" dialog; it does not leave the page. */
export function saveText(name: string, type: string, text: string): void {
  saveBytes(name, type, text);
}

/** As `saveText`, for a file of any content. */
export function saveBytes(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], {type}));
  const link = html<HTMLAnchorElement>`<a href=${address} download=${name}></a>`;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}

/** All columns of the given rows as CSV. */
export function compoundsCsv(set: ColumnSet, rows: Iterable<number>): string {
  const names = Object.keys(set.table.columns);
  return toCsv(
    names,
    Array.from(rows, (row) => names.map((name) => set.cell(name, row)))
  );
}

/** A SMILES file: structure, tab, id. */
export function compoundsSmiles(set: ColumnSet, rows: Iterable<number>): string {
  return Array.from(
    rows,
    (row) => `${String(set.cell("smiles", row))}\t${String(set.cell("compound_id", row))}\n`
  ).join("");
}

/** A menu that saves the compounds left, in the order of the table. */
export function exportMenu(set: () => ColumnSet, survivors: () => Uint32Array): HTMLElement {
  const item = (label: string, save: () => void): HTMLElement => {
    const button = html<HTMLButtonElement>`<button type="button" class="quiet">${label}</button>`;
    button.addEventListener("click", () => {
      save();
      menu.open = false;
    });
    return html`<li>${button}</li>`;
  };
  const menu = html<HTMLDetailsElement>`<details class="export-menu">
    <summary class="button">Save</summary>
    <ul>
      ${item("CSV, all columns", () => {
        saveText("compounds.csv", "text/csv", compoundsCsv(set(), survivors()));
      })}
      ${item("SMILES", () => {
        saveText("compounds.smi", "chemical/x-daylight-smiles", compoundsSmiles(set(), survivors()));
      })}
    </ul>
  </details>`;
  return menu;
}
