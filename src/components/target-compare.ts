import {html} from "htl";
import {formatNumber} from "../base/format-number.js";
import {type Firmness, firmnessWords} from "./target-firmness.js";
import {targetCriteria, type TargetCriterion} from "./target-criteria.js";
import type {RankedTargets, TargetModel} from "./target-model.js";

const FEWEST = 2;
const MOST = 6;

/** Two to six targets side by side: the best value of each line is marked, lines in which all agree are dimmed. */
export function targetCompare(
  model: TargetModel,
  ranked: RankedTargets,
  firmness: Firmness | null,
  targets: readonly number[]
): HTMLElement {
  if (targets.length < FEWEST)
    return html`<div class="state">
      <h3>Pin two to six targets to compare them</h3>
      <p>
        Press the star in front of a target, or <kbd>x</kbd> on its row in the table. ${String(targets.length)} pinned
        now.
      </p>
    </div>`;
  const shown = targets.slice(0, MOST);
  const groups = groupOf(targetCriteria(model));
  const {symbol, in_project: inProject} = model.board.targets;
  return html<HTMLElement>`<div class="target-compare">
    <p class="note">
      ▲ best of the line; pale lines agree; a hatch is not known, which is neither good nor bad.
      ${targets.length > MOST ? `The first ${String(MOST)} of ${String(targets.length)} pinned.` : ""}
    </p>
    <table class="facts">
      <thead>
        <tr>
          <th scope="col">Criterion</th>
          ${shown.map((target) => html`<th scope="col">${targetLink(symbol[target] ?? "", inProject[target] === true)}</th>`)}
        </tr>
      </thead>
      ${[...groups].map(([group, criteria]) => groupRows(group, criteria, ranked, shown))}
      <tbody>
        <tr>
          <th scope="row">How firm is the rank</th>
          ${shown.map((target) => html`<td>${firmness ? firmnessWords(model, firmness, target) : "…"}</td>`)}
        </tr>
      </tbody>
    </table>
  </div>`;
}

const groupOf = (criteria: readonly TargetCriterion[]): Map<string, TargetCriterion[]> => {
  const groups = new Map<string, TargetCriterion[]>();
  for (const one of criteria) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return groups;
};

/** Targets of the project have a page of their own. */
export const targetLink = (symbol: string, isOfProject: boolean): Node | string =>
  isOfProject ? html`<a href=${`./target/${encodeURIComponent(symbol)}`}>${symbol}</a>` : symbol;

function groupRows(
  group: string,
  criteria: readonly TargetCriterion[],
  ranked: RankedTargets,
  targets: readonly number[]
): HTMLElement {
  const rows = criteria
    .map((criterion) => ({criterion, values: targets.map((target) => criterion.value(ranked, target))}))
    .filter(({values}) => values.some((value) => value !== null));
  return html`<tbody>
    <tr class="compare-group">
      <th scope="rowgroup" colspan=${targets.length + 1}>${group}</th>
    </tr>
    ${rows.map(({criterion, values}) => compareRow(criterion, values))}
  </tbody>`;
}

function compareRow({label, about, isLowBetter}: TargetCriterion, values: readonly (number | null)[]): HTMLElement {
  const known = values.filter((value) => value !== null);
  const best = isLowBetter ? Math.min(...known) : Math.max(...known);
  // As printed: a difference that cannot be seen is none.
  const isEqual = known.length === values.length && new Set(known.map(formatNumber)).size === 1;
  const isBest = (value: number): boolean => !isEqual && known.length > 1 && formatNumber(value) === formatNumber(best);
  const cell = (value: number | null): HTMLElement =>
    value === null
      ? html`<td class="is-missing"><span class="visually-hidden">not known</span></td>`
      : html`<td class=${isBest(value) ? "num is-best" : "num"}>
          ${isBest(value) ? "▲ " : ""}${formatNumber(value)}
        </td>`;
  return html`<tr class=${isEqual ? "is-equal" : ""} title=${about}>
    <th scope="row">${label}${isLowBetter ? html` <span class="muted">(low is better)</span>` : ""}</th>
    ${values.map(cell)}
  </tr>`;
}
