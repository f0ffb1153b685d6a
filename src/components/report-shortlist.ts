import {html} from "htl";
import type {Decision} from "../state/shortlist.js";
import {toCsv} from "../tables/to-csv.js";
import {reportFigure} from "./report-figure.js";
import {chosenColumns, type SarColumn, type SarCompound} from "./sar-columns.js";
import {structure} from "./structure.js";

/** What the table of a shortlist is made of. */
export interface SarTable {
  /** Compounds in the order of the table, with the decision on each; none for a reference that nobody decided on. */
  readonly rows: readonly {readonly compound: SarCompound; readonly decision: Decision | null}[];
  readonly columns: readonly SarColumn[];
  /** Ids of the columns chosen; empty for the usual ones. */
  readonly chosen: readonly string[];
  /** Key of the compound that stays on top; empty for none. */
  readonly reference: string;
  /** SMILES over which structures are laid; null for each its own layout. */
  readonly core: string | null;
}

/** The shortlist as a table for a slide: structures alike, reference on top, values with their doubt, reasons. */
export function sarTable(table: SarTable): HTMLElement {
  const columns = chosenColumns(table.columns, table.chosen);
  const reference = table.rows.find(({compound}) => compound.key === table.reference);
  const others = table.rows.filter((row) => row !== reference && row.decision !== null);
  const rows = [...(reference ? [reference] : []), ...others];
  const body = html<HTMLElement>`<div class="wide-table" tabindex="0" role="region" aria-label="Shortlisted compounds">
    <table class="sar">
      <thead>
        <tr>
          <th scope="col">Structure</th>
          <th scope="col">Compound</th>
          ${columns.map(
            ({label, unit, about}) =>
              html`<th scope="col" class="num" title=${about}>
                ${label}${unit === "" ? "" : html`<small>${unit}</small>`}
              </th>`
          )}
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => bodyRow(row, columns, reference?.compound ?? null, table.core))}
      </tbody>
    </table>
  </div>`;
  return reportFigure("shortlist", captionOf(table, others.length, reference?.compound ?? null), body, () =>
    sarCsv(rows, columns)
  );
}

function captionOf({core}: SarTable, count: number, reference: SarCompound | null): string {
  return [
    `${String(count)} compounds.`,
    reference ? `Differences are to ${reference.label}.` : "",
    "Under a potency: range and number of exact records, then of censored ones; “<” marks compounds without effect at the largest concentration tried. Hatched: not measured or not of the project, which is not inactive.",
    core === null ? "" : "Structures are laid over the part that most of them share."
  ]
    .filter((words) => words !== "")
    .join(" ");
}

const VERDICT_MARKS = {keep: "✓ keep", maybe: "? maybe", drop: "✕ drop"} as const;

function bodyRow(
  {compound, decision}: SarTable["rows"][number],
  columns: readonly SarColumn[],
  reference: SarCompound | null,
  core: string | null
): HTMLElement {
  const isReference = compound === reference;
  return html<HTMLElement>`<tr class=${isReference ? "is-reference" : ""}>
    <td>${structure(compound.smiles, {width: 168, height: 116, scale: 1, label: compound.label, alignTo: core})}</td>
    <th scope="row">
      ${compound.label}
      <small>${isReference ? "reference" : decision ? VERDICT_MARKS[decision.verdict] : ""}</small>
      <small class="sar-key">${compound.row?.inchikey ?? ""}</small>
    </th>
    ${columns.map((column) => valueCell(column, compound, isReference ? null : reference))}
    <td class="sar-why">
      ${decision ? whyWords(decision) : ""}
      ${decision?.author ? html`<small>${decision.author}, ${decision.decided_at.slice(0, 10)}</small>` : ""}
    </td>
  </tr>`;
}

const whyWords = ({reason = "", note}: Decision): string => [reason, note].filter((words) => words !== "").join(": ");

function valueCell(column: SarColumn, compound: SarCompound, reference: SarCompound | null): HTMLElement {
  const found = column.valueOf(compound);
  if (!found) return html`<td class="num is-missing"><span class="visually-hidden">missing</span></td>`;
  const base = column.isCompared && reference ? column.valueOf(reference)?.value : undefined;
  const change = base === undefined ? NaN : found.value - base;
  return html<HTMLElement>`<td class="num">
    ${found.words} ${Number.isNaN(change) ? "" : html`<small class="sar-change">${signed(change)}</small>`}
    ${found.doubt === "" ? "" : found.doubt.split(", ").map((words) => html`<small class="sar-doubt">${words}</small>`)}
  </td>`;
}

const signed = (change: number): string =>
  Math.abs(change) < 0.005 ? "± 0" : `${change > 0 ? "+" : "−"}${Math.abs(change).toFixed(2)}`;

function sarCsv(rows: SarTable["rows"], columns: readonly SarColumn[]): string {
  const names = ["key", "label", "smiles", "verdict", "note", ...columns.flatMap(({id}) => [id, `${id} doubt`])];
  return toCsv(
    names,
    rows.map(({compound, decision}) => [
      ...[compound.key, compound.label, compound.smiles, decision?.verdict ?? "", decision?.note ?? ""],
      ...columns.flatMap((column) => {
        const found = column.valueOf(compound);
        return found ? [found.words, found.doubt] : [null, null];
      })
    ])
  );
}
