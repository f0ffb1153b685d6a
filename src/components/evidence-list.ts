import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import type {TableOrder} from "../state/table-order.js";
import {rowFacetList} from "./row-facet-list.js";
import {facetRows, type RowFacet, searchRows} from "./row-facets.js";
import type {TableColumn} from "./table-column.js";
import {virtualTable} from "./virtual-table.js";

/** What a reader chose of a list. */
export interface ListChoice {
  readonly text: string;
  readonly chosen: readonly string[];
  readonly order: TableOrder | null;
}

/** A searchable, faceted, sorted list of rows. */
export interface EvidenceListOptions<Row> {
  /** Name in the plural, e.g. "papers". */
  readonly name: string;
  readonly rows: readonly Row[];
  readonly columns: readonly TableColumn<Row>[];
  readonly facets: readonly RowFacet<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Pixels; 28 when absent. */
  readonly rowHeight?: number;
  /** Texts that the search looks in. */
  readonly textsOf: (row: Row) => readonly (string | null)[];
  /** What a column is sorted by, by its key. */
  readonly sortBy: Readonly<Record<string, (row: Row) => string | number | null>>;
  readonly onChange: (change: Partial<ListChoice>) => void;
  /** The rows left, for figures beside the table. */
  readonly onShow?: (rows: readonly Row[]) => void;
}

/** The list in the page: search and facets for the rail, table for the bench. */
export interface EvidenceList {
  readonly rail: HTMLElement;
  readonly table: HTMLElement;
  show(choice: ListChoice): void;
}

export function evidenceList<Row>(options: EvidenceListOptions<Row>): EvidenceList {
  const {name, rows, columns, facets, rowKey, rowHeight = 28, textsOf, sortBy, onChange, onShow} = options;
  const search = html<HTMLInputElement>`<input type="search" placeholder="Words" aria-label=${`Search in ${name}`} />`;
  search.oninput = () => {
    onChange({text: search.value});
  };
  const count = html<HTMLElement>`<p class="evidence-count" role="status"></p>`;
  const list = rowFacetList(facets, (chosen) => {
    onChange({chosen});
  });
  const table = virtualTable<Row>({
    label: name,
    columns: columns.map((column) => ({...column, sortable: column.key in sortBy})),
    rowCount: 0,
    getRows: () => [],
    ...{rowKey, rowHeight},
    frozen: 1,
    onSort: (order) => {
      onChange({order});
    },
    empty: () => (rows.length === 0 ? nothingThere(name) : nothingLeft(name, onChange))
  });
  const show = ({text, chosen, order}: ListChoice): void => {
    if (document.activeElement !== search) search.value = text;
    const found = searchRows(rows, text, textsOf);
    const left = sortRows(facetRows(found, facets, chosen), order, sortBy);
    list.update(found, chosen);
    count.textContent = `${formatCount(left.length)} of ${formatCount(rows.length)} ${name}`;
    table.update({rowCount: left.length, getRows: (from, to) => left.slice(from, to), sort: order});
    onShow?.(left);
  };
  return {
    rail: html<HTMLElement>`<div class="evidence-rail">${search}${count}${list.node}</div>`,
    table: html<HTMLElement>`<div class="evidence-table">${table.node}</div>`,
    show
  };
}

function sortRows<Row>(
  rows: readonly Row[],
  order: TableOrder | null,
  sortBy: EvidenceListOptions<Row>["sortBy"]
): readonly Row[] {
  const by = order === null ? undefined : sortBy[order.key];
  if (!order || !by) return rows;
  const sign = order.descending ? -1 : 1;
  const keyed = rows.map((row) => [by(row), row] as const);
  // What is missing stands last in either direction.
  keyed.sort(([a], [b]) => {
    if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
    if (typeof a === "string" && typeof b === "string") return sign * a.localeCompare(b, "en");
    return sign * (Number(a) - Number(b));
  });
  return keyed.map(([, row]) => row);
}

const nothingThere = (name: string): Node => html`<div class="state"><h3>No ${name} to list</h3></div>`;

function nothingLeft(name: string, onChange: (change: Partial<ListChoice>) => void): Node {
  const button = html<HTMLButtonElement>`<button type="button">Show all ${name}</button>`;
  button.onclick = () => {
    onChange({text: "", chosen: []});
  };
  return html`<div class="state">
    <h3>None of the ${name} passes search and facets together</h3>
    ${button}
  </div>`;
}
