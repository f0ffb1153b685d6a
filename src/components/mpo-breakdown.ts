import {html} from "htl";
import {formatNumber} from "../base/format-number.js";
import {desirability} from "../scoring/desirability.js";
import {highestMpo, type MpoCriterion, type MpoProfile} from "../scoring/mpo.js";
import type {ColumnSet} from "../tables/column-set.js";

function criterionRow({column, label, weight, curve}: MpoCriterion, set: ColumnSet, row: number): HTMLElement {
  const value = set.numericNames.includes(column) ? set.cell(column, row) : null;
  const worth = typeof value === "number" ? desirability(curve, value) : null;
  const bar = html`<span class="mpo-bar" aria-hidden="true"></span>`;
  bar.style.width = `${String(100 * (worth ?? 0))}%`;
  return html`<tr>
    <th scope="row">${label}${weight === 1 ? "" : ` × ${formatNumber(weight)}`}</th>
    ${typeof value === "number" ? html`<td class="number">${formatNumber(value)}</td>` : html`<td class="number is-missing">missing</td>`}
    <td class="number mpo-worth">${worth === null ? "" : worth.toFixed(2)}${bar}</td>
  </tr>`;
}

/** How the score of one compound comes about: each property, its value and what that is worth. */
export function mpoBreakdown(profile: MpoProfile, set: ColumnSet, row: number): HTMLElement {
  const score = "mpo_score" in set.table.columns ? set.cell("mpo_score", row) : null;
  const known = "mpo_known" in set.table.columns ? set.cell("mpo_known", row) : null;
  const part =
    typeof known === "number" && known < 1 ? `, ${String(Math.round(100 * known))} % of the weight known` : "";
  const words =
    (typeof score === "number" ? `${formatNumber(score)} of ${formatNumber(highestMpo(profile))}` : "no score") + part;
  return html`<details class="mpo-breakdown">
    <summary>${profile.name}: ${words}</summary>
    <table>
      <thead>
        <tr>
          <th scope="col">Property</th>
          <th scope="col" class="number">Value</th>
          <th scope="col" class="number">Worth</th>
        </tr>
      </thead>
      <tbody>
        ${profile.criteria.map((criterion) => criterionRow(criterion, set, row))}
      </tbody>
    </table>
  </details>`;
}
