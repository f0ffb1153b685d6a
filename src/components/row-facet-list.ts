import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import {type FacetCount, facetCounts, type RowFacet, rowFacetToken} from "./row-facets.js";

/** Values shown of a facet before "more". */
const SHOWN = 8;

/** A list of facets in the page. */
export interface RowFacetList<Row> {
  readonly node: HTMLElement;
  /** Shows the values that the given rows have, and which are chosen. */
  update(rows: readonly Row[], chosen: readonly string[]): void;
}

/** Facets to narrow rows by; each value with the number of rows that have it and pass the other facets. */
export function rowFacetList<Row>(
  facets: readonly RowFacet<Row>[],
  onChoose: (chosen: readonly string[]) => void
): RowFacetList<Row> {
  let now: {rows: readonly Row[]; chosen: readonly string[]} = {rows: [], chosen: []};
  const full = new Set<string>();
  const clear = button("Lift all", () => {
    onChoose([]);
  });
  const parts = facets.map((facet) => {
    const list = html<HTMLElement>`<div></div>`;
    const node = html<HTMLDetailsElement>`<details class="facet" open>
      <summary>${facet.label}</summary>
      ${list}
    </details>`;
    return {facet, list, node};
  });
  const choose = (token: string, isOn: boolean): void => {
    onChoose(isOn ? [...now.chosen, token] : now.chosen.filter((other) => other !== token));
  };
  const fill = ({facet, list, node}: (typeof parts)[number]): void => {
    const counts = facetCounts(now.rows, facets, now.chosen, facet);
    const shown = full.has(facet.id) ? counts : counts.slice(0, SHOWN);
    const more = button(`${String(counts.length - shown.length)} more`, () => {
      full.add(facet.id);
      fill({facet, list, node});
    });
    const rows = shown.map((one) => valueRow(facet, one, now.chosen, choose));
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset["token"] : undefined;
    list.replaceChildren(...rows, ...(shown.length < counts.length ? [more] : []));
    if (focused !== undefined)
      list.querySelector<HTMLInputElement>(`input[data-token="${CSS.escape(focused)}"]`)?.focus();
    node.hidden = counts.length === 0;
    node.classList.toggle(
      "is-chosen",
      now.chosen.some((token) => token.startsWith(rowFacetToken(facet.id, "")))
    );
  };
  return {
    node: html<HTMLElement>`<div class="row-facets">${clear}${parts.map(({node}) => node)}</div>`,
    update(rows, chosen) {
      now = {rows, chosen};
      clear.hidden = chosen.length === 0;
      parts.forEach(fill);
    }
  };
}

function valueRow<Row>(
  facet: RowFacet<Row>,
  {value, n}: FacetCount,
  chosen: readonly string[],
  onChange: (token: string, isOn: boolean) => void
): HTMLElement {
  const token = rowFacetToken(facet.id, value);
  const box = html<HTMLInputElement>`<input type="checkbox" />`;
  box.checked = chosen.includes(token);
  box.dataset["token"] = token;
  box.onchange = () => {
    onChange(token, box.checked);
  };
  const words = facet.show?.(value) ?? value;
  return html`<label class="facet-value"
    >${box}<span>${words}</span><span class="facet-count">${formatCount(n)}</span></label
  >`;
}

function button(label: string, act: () => void): HTMLButtonElement {
  const node = html<HTMLButtonElement>`<button type="button" class="quiet">${label}</button>`;
  node.onclick = act;
  return node;
}
