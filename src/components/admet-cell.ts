import {html} from "htl";
import {formatNumber} from "../base/format-number.js";
import {admetEndpointColumns, ADMET_REFUSED_COLUMN, type EndpointColumns} from "../tables/admet-columns.js";
import type {ColumnSet} from "../tables/column-set.js";

const BY_VALUE = new Map(admetEndpointColumns.map((columns) => [columns.value, columns]));
const SET_WORDS: Readonly<Record<string, string>> = {yes: "yes", no: "no", either: "yes or no", neither: "unlike both"};
const DOMAIN_WORDS: Readonly<Record<string, string>> = {edge: "edge of domain", out: "outside domain"};

/** The columns of an endpoint by the name of its value; null for any other column. */
export const endpointOfColumn = (name: string): EndpointColumns | null => BY_VALUE.get(name) ?? null;

/** A prediction with its doubt: number, interval or classes possible, and a word when outside the domain. */
export function admetCell(set: ColumnSet, columns: EndpointColumns, row: number): Node | null {
  const value = set.cell(columns.value, row);
  const refused = set.cell(ADMET_REFUSED_COLUMN, row);
  if (refused !== null) return html`<span class="admet-cell"><span class="muted">${refused}</span></span>`;
  if (typeof value !== "number") return null;
  const domain = DOMAIN_WORDS[String(set.cell(columns.domain, row))];
  return html`<span class="admet-cell"
    >${formatNumber(value)}<span class="muted">${doubtWords(set, columns, row)}</span
    >${domain === undefined ? "" : html`<span class="muted">${domain}</span>`}</span
  >`;
}

function doubtWords(set: ColumnSet, {low, high, set: classes}: EndpointColumns, row: number): string {
  if (classes !== null) return SET_WORDS[String(set.cell(classes, row))] ?? "";
  const ends = [low, high].map((name) => (name === null ? null : set.cell(name, row)));
  return ends.map((end) => (typeof end === "number" ? formatNumber(end) : "?")).join(" to ");
}
