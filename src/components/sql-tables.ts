import {html} from "htl";
import type {ColumnRow} from "../tables/columns.js";

/** The published tables with their columns; pressing a name puts it into the question. */
export function tableBrowser(columns: readonly ColumnRow[], insert: (text: string) => void): HTMLElement {
  const names = [...new Set(columns.map(({table_name: name}) => name))];
  return html<HTMLElement>`<div class="sql-tables">
    ${names.map((name) => {
      const own = columns.filter(({table_name: table}) => table === name);
      return html`<details>
        <summary>${name}</summary>
        <ul>
          ${own.map((column) => columnItem(column, insert))}
        </ul>
      </details>`;
    })}
  </div>`;
}

function columnItem({column_name: name, unit, about}: ColumnRow, insert: (text: string) => void): HTMLElement {
  const button = html<HTMLButtonElement>`<button type="button" class="quiet" title=${about}>${name}</button>`;
  button.onclick = () => {
    insert(name);
  };
  return html`<li>${button}<span class="muted">${unit}</span></li>`;
}
