import {html} from "htl";
import {judgeProperties, type PropertyRule} from "../alerts/property-rules.js";
import {formatNumber} from "../base/format-number.js";
import {potencyStrip} from "../charts/potency-strip.js";
import type {CompoundActivity} from "../store/queries/activities-of-compound.js";
import type {CompoundPotency} from "../store/queries/potencies-of-compound.js";
import type {Percentiles} from "../store/queries/percentiles-in-set.js";
import type {CompoundRow} from "../tables/compounds.js";
import {descriptorColumns, type DescriptorName} from "../tables/descriptor-columns.js";
import type {Column} from "../tables/table.js";
import {OTHER_PROPERTIES, USUAL_PROPERTIES} from "./usual-properties.js";

const NANOMOLAR_LOG = 9;

const QED: Column = {
  ...{type: "DOUBLE", nullable: false, unit: "", label: "QED"},
  about: "Quantitative estimate of drug-likeness, 0-1 (Bickerton 2012)."
};

/** QED and the descriptors with unit, and their place among the approved drugs; the less usual ones open. */
export function propertyTable(row: CompoundRow, percentiles: Percentiles | undefined): HTMLElement {
  const rowsOf = (names: readonly DescriptorName[]): HTMLElement[] =>
    names.map((name) => propertyRow(descriptorColumns[name], row[name], percentiles?.[name] ?? null));
  return html<HTMLElement>`<div>
    ${propertyRows([propertyRow(QED, row.qed, null), ...rowsOf(USUAL_PROPERTIES)])}
    <details>
      <summary>${OTHER_PROPERTIES.length} more descriptors</summary>
      ${propertyRows(rowsOf(OTHER_PROPERTIES))}
    </details>
  </div>`;
}

const propertyRows = (rows: readonly HTMLElement[]): HTMLElement =>
  html<HTMLElement>`<table class="plain-table compound-properties">
    <thead>
      <tr>
        <th scope="col">Property</th>
        <th scope="col" class="number">Value</th>
        <th scope="col">Unit</th>
        <th scope="col">Approved drugs at or below</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;

function propertyRow({label, unit, about}: Column, value: number, share: number | null): HTMLElement {
  const place = html<HTMLElement>`<span class="place"><span></span></span>`;
  if (share !== null) (place.firstElementChild as HTMLElement).style.left = `${String(100 * share)}%`;
  return html`<tr title=${about}>
    <th scope="row">${label}</th>
    <td class="number" title=${String(value)}>${formatNumber(value)}</td>
    <td class="muted">${unit}</td>
    <td>${share === null ? "" : html`${place}<span class="place-text">${Math.round(100 * share)} %</span>`}</td>
  </tr>`;
}

/** Each rule with its verdict in words, and every limit that is broken with the value that breaks it. */
export function rulesVerdicts(rules: readonly PropertyRule[], row: CompoundRow): HTMLElement {
  const rows = judgeProperties(rules, row).map(({rule, passes, broken}) => {
    const reasons = broken.map(({property, value, min, max}) => {
      const label = property === "n_carbons" ? "carbons" : descriptorColumns[property].label;
      return `${label} ${formatNumber(value)} ${max !== null && value > max ? `> ${String(max)}` : `< ${String(min)}`}`;
    });
    return html`<tr>
      <th scope="row">${rule.name}</th>
      <td><span class=${passes ? "verdict passes" : "verdict fails"}>${passes ? "✓ passes" : "✕ fails"}</span></td>
      <td>${reasons.length === 0 ? html`<span class="muted">no limit broken</span>` : reasons.join("; ")}</td>
    </tr>`;
  });
  return html<HTMLElement>`<table class="plain-table">
    <thead>
      <tr>
        <th scope="col">Rule</th>
        <th scope="col">Verdict</th>
        <th scope="col">Limits broken</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

/** The measured potency per target, the figure of all values, and the list with assay context. */
export function measuredSection(
  potencies: readonly CompoundPotency[],
  activities: readonly CompoundActivity[]
): HTMLElement {
  if (activities.length === 0)
    return html`<p class="note">No measured value of this compound in the project's tables.</p>`;
  const points = activities.flatMap((activity) => {
    const {standard_value_nm: value, standard_relation: relation} = activity;
    if (value === null || value <= 0) return [];
    const symbol = activity.symbol ?? activity.target_id;
    return [
      {symbol, value: NANOMOLAR_LOG - Math.log10(value), relation: relation ?? "=", title: activityWords(activity)}
    ];
  });
  const figure = potencyStrip(points) ?? "";
  return html<HTMLElement>`<div>
    <div class="wide-table" tabindex="0" role="region" aria-label="Potency by target">
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">Target</th>
            <th scope="col">Type</th>
            <th scope="col" class="number">Median pChEMBL</th>
            <th scope="col" class="number">Range</th>
            <th scope="col">Selectivity, log units below the most potent</th>
            <th scope="col" class="number">n exact</th>
            <th scope="col" class="number">n censored</th>
            <th scope="col" class="number">Assays</th>
          </tr>
        </thead>
        <tbody>
          ${potencies.map((row) => potencyRow(row, potencies))}
        </tbody>
      </table>
    </div>
    <figure>
      ${figure}
      <figcaption class="note">
        Dots are exact values, arrows bounds (a concentration ">" points to lower potency). ChEMBL IC50 records, n =
        ${points.length}.
      </figcaption>
    </figure>
    <details>
      <summary>All ${activities.length} records with assay and source</summary>
      <div class="wide-table">${activityTable(activities)}</div>
    </details>
  </div>`;
}

function potencyRow(row: CompoundPotency, all: readonly CompoundPotency[]): HTMLElement {
  const {pchembl_median: median, pchembl_min: low, pchembl_max: high, pchembl_upper_bound: bound} = row;
  const middle = median !== null ? formatNumber(median) : bound !== null ? `< ${formatNumber(bound)}` : null;
  return html`<tr>
    <th scope="row">${row.symbol ?? row.target_id}</th>
    <td>${row.standard_type}</td>
    <td class="number">${middle ?? html`<span class="muted">none</span>`}</td>
    <td class="number">${low === null || high === null ? "" : `${formatNumber(low)}–${formatNumber(high)}`}</td>
    <td>${selectivityBar(row, all)}</td>
    <td class="number">${row.n_exact}</td>
    <td class="number">${row.n_censored}</td>
    <td class="number">${row.n_assays}</td>
  </tr>`;
}

const WIDEST = 4;

/** How far a median lies below the best of the same measured type, as a bar and in words; nothing without a median. */
function selectivityBar(row: CompoundPotency, all: readonly CompoundPotency[]): HTMLElement | "" {
  const medians = all
    .filter(({standard_type: type}) => type === row.standard_type)
    .flatMap(({pchembl_median: median}) => median ?? []);
  if (row.pchembl_median === null || medians.length < 2) return "";
  const below = Math.max(...medians) - row.pchembl_median;
  const bar = html<HTMLElement>`<span class="selectivity-bar" aria-hidden="true"></span>`;
  bar.style.width = `${String((Math.min(below, WIDEST) / WIDEST) * 120)}px`;
  const fold = 10 ** below;
  return html<HTMLElement>`<span class="selectivity"
    >${bar}
    ${below === 0 ? "most potent" : `${below.toFixed(1)} (${fold < 10 ? fold.toFixed(1) : fold.toFixed(0)}-fold)`}</span
  >`;
}

function activityTable(activities: readonly CompoundActivity[]): HTMLElement {
  return html`<table class="plain-table">
    <thead>
      <tr>
        <th scope="col">Target</th>
        <th scope="col">Type</th>
        <th scope="col" class="number">Value, nM</th>
        <th scope="col" class="number">pChEMBL</th>
        <th scope="col">Assay</th>
        <th scope="col">Assay type</th>
        <th scope="col" class="number">Confidence</th>
        <th scope="col">Document</th>
        <th scope="col" class="number">Year</th>
        <th scope="col">Warning</th>
        <th scope="col">Source, row</th>
      </tr>
    </thead>
    <tbody>
      ${activities.map(activityRow)}
    </tbody>
  </table>`;
}

function activityRow(row: CompoundActivity): HTMLElement {
  const value =
    row.standard_value_nm === null
      ? ""
      : `${row.standard_relation === "=" ? "" : (row.standard_relation ?? "")} ${formatNumber(row.standard_value_nm)}`;
  return html`<tr>
    <th scope="row">${row.symbol ?? row.target_id}</th>
    <td>${row.standard_type}</td>
    <td class="number">${value}</td>
    <td class="number">${row.pchembl_value ?? ""}</td>
    <td>${row.assay_id}</td>
    <td>${row.assay_type ?? ""} ${row.bao_format ?? ""}</td>
    <td class="number">${row.confidence_score ?? ""}</td>
    <td>${documentLink(row.document_id)}</td>
    <td class="number">${row.document_year ?? ""}</td>
    <td>${row.data_validity_comment ?? ""}</td>
    <td><a href=${`./about/sources#${row.source_id}`}>${row.source_id}</a>, ${row.source_row}</td>
  </tr>`;
}

const documentLink = (id: string | null): HTMLElement =>
  id === null
    ? html`<span class="muted">not given by the source</span>`
    : html`<a rel="noreferrer" href=${`https://www.ebi.ac.uk/chembl/explore/document/${id}`}>${id}</a>`;

function activityWords({
  symbol,
  standard_type,
  standard_relation,
  standard_value_nm,
  assay_id,
  document_year
}: CompoundActivity): string {
  return `${symbol ?? ""} ${standard_type} ${standard_relation ?? ""} ${String(standard_value_nm)} nM, assay ${assay_id}, ${String(document_year ?? "year not stated")}`;
}
