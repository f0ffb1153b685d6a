import {html} from "htl";
import type {Range} from "../kernels/column-bins.js";
import type {Crossfilter} from "../kernels/crossfilter.js";
import {ruleColumns} from "../tables/compounds.js";
import {formatCount} from "../base/format-number.js";

/** Limits that may be broken before a rule set counts as broken, as its authors allow. */
export const ALLOWED: Readonly<Record<string, number>> = {lipinski_violations: 1};

const keptBy = (filter: Crossfilter, name: string, allowed: number): number => {
  const {edges} = filter.bins(name);
  const {counts} = filter.background(name);
  return counts.reduce((sum, count, bar) => sum + ((edges[bar] ?? Infinity) <= allowed ? count : 0), 0);
};

function ruleRow(
  filterOf: () => Crossfilter,
  name: string,
  onRange: (name: string, range: Range | null) => void
): RuleRow {
  const {label, about} = ruleColumns[name as keyof typeof ruleColumns];
  const box = html<HTMLInputElement>`<input type="checkbox" />`;
  const allowed = html<HTMLSelectElement>`<select aria-label=${`${label}: limits that may be broken`}>
    ${[0, 1, 2, 3].map((count) => html`<option value=${count}>${count}</option>`)}
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
    share.textContent = `${formatCount(keptBy(filter, name, Number(allowed.value)))} keep it`;
  };
  const node = html`<li title=${about}>
    <label>${box} ${label}</label>${share}<span class="rule-allowed">breaks ${allowed}</span>
  </li>`;
  return {node, update};
}

interface RuleRow {
  readonly node: HTMLElement;
  update(): void;
}

/** Rule sets as filters: each with the number of limits that a compound may break. */
export function ruleFilters(
  filterOf: () => Crossfilter,
  onRange: (name: string, range: Range | null) => void
): RuleRow {
  const held = new Set(filterOf().names);
  const rows = Object.keys(ruleColumns)
    .filter((name) => held.has(name))
    .map((name) => ruleRow(filterOf, name, onRange));
  return {
    node: html`<ul class="rule-filters" aria-label="Rule sets">
      ${rows.map(({node}) => node)}
    </ul>`,
    update: () => {
      for (const row of rows) row.update();
    }
  };
}
