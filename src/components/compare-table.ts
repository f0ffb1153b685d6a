import {html} from "htl";
import {formatNumber} from "../base/format-number.js";
import type {CompoundPotency} from "../store/queries/potencies-of-compound.js";
import type {CompoundRow} from "../tables/compounds.js";
import {descriptorColumns, type DescriptorName} from "../tables/descriptor-columns.js";

/** A line of the comparison: one value for each compound, null where there is none. */
export interface CompareLine {
  readonly label: string;
  readonly unit: string;
  readonly about: string;
  readonly values: readonly (number | null)[];
  /** Said instead of a value that is missing, e.g. a bound. */
  readonly words?: readonly (string | null)[];
}

/** QED as a line. */
export const qedLine = (rows: readonly CompoundRow[]): CompareLine => ({
  ...{label: "QED", unit: "", about: "Quantitative estimate of drug-likeness, 0-1 (Bickerton 2012)."},
  values: rows.map((row) => row.qed)
});

/** Descriptors as lines. */
export function propertyLines(rows: readonly CompoundRow[], names: readonly DescriptorName[]): CompareLine[] {
  return names.map((name) => {
    const {label, unit, about} = descriptorColumns[name];
    return {label, unit, about, values: rows.map((row) => row[name])};
  });
}

/** Median potency on each target as lines; a bound is said in words. */
export function potencyLines(rows: readonly CompoundRow[], potencies: readonly CompoundPotency[]): CompareLine[] {
  const keys = [...new Set(potencies.map(({symbol, standard_type}) => `${symbol ?? ""} ${standard_type}`))].sort();
  return keys.map((key) => {
    const own = rows.map((row) =>
      potencies.find(
        ({compound_id: id, symbol, standard_type}) =>
          id === row.compound_id && `${symbol ?? ""} ${standard_type}` === key
      )
    );
    return {
      label: key,
      unit: "pChEMBL",
      about: "Median of exact values, −log10 M; medians mix assays.",
      values: own.map((each) => each?.pchembl_median ?? null),
      words: own.map((each) => {
        const bound = each?.pchembl_upper_bound ?? null;
        return bound === null ? null : `< ${formatNumber(bound)}`;
      })
    };
  });
}

/** Lines side by side; behind each value its difference to the first, with its direction. */
export function compareTable(names: readonly string[], lines: readonly CompareLine[]): HTMLElement {
  return html<HTMLElement>`<div class="wide-table" tabindex="0" role="region" aria-label="Values side by side">
    <table class="plain-table compare-table">
      <thead>
        <tr>
          <th scope="col">Property</th>
          <th scope="col">Unit</th>
          ${names.map((name, i) => html`<th scope="col" class="number">${name}${i === 0 ? html` <span class="muted">reference</span>` : ""}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${lines.map(lineRow)}
      </tbody>
    </table>
  </div>`;
}

function lineRow({label, unit, about, values, words}: CompareLine): HTMLElement {
  const [reference = null] = values;
  return html<HTMLElement>`<tr title=${about}>
    <th scope="row">${label}</th>
    <td class="muted">${unit}</td>
    ${values.map((value, i) => valueCell(value, words?.[i] ?? null, i === 0 ? null : reference))}
  </tr>`;
}

function valueCell(value: number | null, words: string | null, reference: number | null): HTMLElement {
  if (value === null)
    return words === null
      ? html<HTMLElement>`<td class="number is-missing"><span class="visually-hidden">missing</span></td>`
      : html<HTMLElement>`<td class="number">${words}</td>`;
  const change = reference === null ? 0 : value - reference;
  const isChanged = Math.abs(change) > 1e-9;
  const words2 = `${change > 0 ? "▲ +" : "▼ −"}${formatNumber(Math.abs(change))}`;
  return html<HTMLElement>`<td class="number" title=${String(value)}>
    ${formatNumber(value)}
    ${isChanged ? html`<span class="compare-change">${words2}</span>` : reference === null ? "" : html`<span class="compare-change">=</span>`}
  </td>`;
}
