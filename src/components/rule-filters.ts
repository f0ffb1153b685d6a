import {html} from "htl";
import type {Range} from "../kernels/column-bins.js";
import type {Crossfilter} from "../kernels/crossfilter.js";
import {alertColumns} from "../tables/alert-columns.js";
import type {Column} from "../tables/table.js";
import {ruleColumns} from "../tables/compounds.js";
import {formatCount} from "../base/format-number.js";

/** Limits that may be broken before a rule set counts as broken, as its authors allow. */
export const ALLOWED: Readonly<Record<string, number>> = {lipinski_violations: 1};

/** Counts of structural alerts, over all sets and by set. */
const ALERT_COUNTS = Object.fromEntries(Object.entries(alertColumns).filter(([name]) => name !== "alerts"));
const COUNTED: Readonly<Record<string, Column>> = {...ruleColumns, ...ALERT_COUNTS};

type OnRange = (name: string, range: Range | null) => void;

const keptBy = (filter: Crossfilter, name: string, allowed: number): number => {
  const {edges} = filter.bins(name);
  const {counts} = filter.background(name);
  return counts.reduce((sum, count, bar) => sum + ((edges[bar] ?? Infinity) <= allowed ? count : 0), 0);
};

/** The most that may be broken or carried. */
const mostWords = (count: number): string => (count === 0 ? "0" : `≤ ${String(count)}`);

function ruleRow(filterOf: () => Crossfilter, name: string, onRange: OnRange): RuleRow {
  const {label, about} = COUNTED[name] ?? {label: name, about: ""};
  const isAlert = !(name in ruleColumns);
  const box = html<HTMLInputElement>`<input type="checkbox" />`;
  const allowed = html<HTMLSelectElement>`<select
    aria-label=${`${label}: ${isAlert ? "alerts it may carry" : "limits that may be broken"}`}
  >
    ${[0, 1, 2, 3].map((count) => html`<option value=${count}>${mostWords(count)}</option>`)}
  </select>`;
  allowed.value = String(ALLOWED[name] ?? 0);
  const share = html`<span class="rule-share"></span>`;
  const tell = (): void => {
    onRange(name, box.checked ? {min: null, max: Number(allowed.value), keepMissing: false} : null);
  };
  box.addEventListener("change", tell);
  allowed.addEventListener("change", () => {
    if (box.checked) tell();
    else update();
  });
  const update = (): void => {
    const filter = filterOf();
    const range = filter.range(name);
    box.checked = range !== null;
    if (range?.max != null && range.max <= 3) allowed.value = String(range.max);
    share.textContent = `${formatCount(keptBy(filter, name, Number(allowed.value)))} keep`;
  };
  const node = html`<li title=${about}>
    <label>${box} ${label}</label>${share}<span class="rule-allowed">${isAlert ? "carries" : "breaks"} ${allowed}</span>
  </li>`;
  return {node, update};
}

interface RuleRow {
  readonly node: HTMLElement;
  update(): void;
}

/** Rule sets as filters: each with the number of limits that a compound may break. */
export const ruleFilters = (filterOf: () => Crossfilter, onRange: OnRange): RuleRow =>
  countFilters("Rule sets", Object.keys(ruleColumns), filterOf, onRange);

/** Sets of structural alerts as filters: each with the number of alerts that a compound may carry. */
export const alertFilters = (filterOf: () => Crossfilter, onRange: OnRange): RuleRow =>
  countFilters("Sets of structural alerts", Object.keys(ALERT_COUNTS), filterOf, onRange);

function countFilters(label: string, names: readonly string[], filterOf: () => Crossfilter, onRange: OnRange): RuleRow {
  const held = new Set(filterOf().names);
  const rows = names.filter((name) => held.has(name)).map((name) => ruleRow(filterOf, name, onRange));
  return {
    node: html`<ul class="rule-filters" aria-label=${label}>
      ${rows.map(({node}) => node)}
    </ul>`,
    update: () => {
      for (const row of rows) row.update();
    }
  };
}
