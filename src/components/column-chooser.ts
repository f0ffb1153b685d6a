import {html} from "htl";
import type {TableColumn} from "./table-column.js";

type Choosable = Pick<TableColumn<never>, "key" | "label" | "unit" | "group" | "visible">;

const DEFAULT_GROUP = "Columns";

function groupsOf(columns: readonly Choosable[]): Map<string, Choosable[]> {
  const groups = new Map<string, Choosable[]>();
  for (const column of columns) {
    const name = column.group ?? DEFAULT_GROUP;
    groups.set(name, [...(groups.get(name) ?? []), column]);
  }
  return groups;
}

/** A button that opens the list of columns by group; `onChoose` gets the keys that are shown, in the columns' order. */
export function columnChooser(
  columns: readonly Choosable[],
  onChoose: (shown: ReadonlySet<string>) => void
): HTMLElement {
  const shown = new Set(columns.filter(({visible = true}) => visible).map(({key}) => key));
  const choice = ({key, label, unit}: Choosable): HTMLElement => {
    const box = html<HTMLInputElement>`<input type="checkbox" checked=${shown.has(key)} />`;
    box.addEventListener("change", () => {
      if (box.checked) shown.add(key);
      else shown.delete(key);
      onChoose(new Set(columns.filter((column) => shown.has(column.key)).map((column) => column.key)));
    });
    return html`<label>${box}${label}${unit ? html`<span class="virtual-table-unit">${unit}</span>` : ""}</label>`;
  };
  const groups = [...groupsOf(columns)].map(
    ([name, members]) =>
      html`<fieldset>
        <legend>${name}</legend>
        ${members.map(choice)}
      </fieldset>`
  );
  return html`<details class="column-chooser">
    <summary class="button">Columns</summary>
    <div>${groups}</div>
  </details>`;
}
