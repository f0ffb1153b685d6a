import {html} from "htl";
import {formatNumber} from "../base/format-number.js";
import {ADMET_REFUSED_COLUMN, type EndpointColumns} from "../tables/admet-columns.js";
import type {ColumnSet} from "../tables/column-set.js";

const SET_WORDS: Readonly<Record<string, string>> = {yes: "yes", no: "no", either: "yes or no", neither: "unlike both"};
const DOMAIN_WORDS: Readonly<Record<string, string>> = {edge: "edge of domain", out: "outside domain"};

/** The columns that tell the doubt of a predicted value. */
export type PredictedColumns = Pick<EndpointColumns, "value" | "low" | "high" | "set" | "domain">;

/** The columns of a predicted value by its name; null for any other column. */
export function predictedColumns({table}: ColumnSet, name: string): PredictedColumns | null {
  const found = (end: string): string | null => (`${name}_${end}` in table.columns ? `${name}_${end}` : null);
  const domain = name.startsWith("admet_") ? found("domain") : null;
  return domain === null ? null : {value: name, low: found("low"), high: found("high"), set: found("set"), domain};
}

/** A prediction with its doubt: number, interval or classes possible, and a word when outside the domain. */
export function admetCell(set: ColumnSet, columns: PredictedColumns, row: number): Node | null {
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

function doubtWords(set: ColumnSet, {low, high, set: classes}: PredictedColumns, row: number): string {
  if (classes !== null) return SET_WORDS[String(set.cell(classes, row))] ?? "";
  const ends = [low, high].map((name) => (name === null ? null : set.cell(name, row)));
  return ends.map((end) => (typeof end === "number" ? formatNumber(end) : "?")).join(" to ");
}
