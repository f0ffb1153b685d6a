import * as Plot from "@observablehq/plot";
import {html} from "htl";
import {formatNumber} from "../base/format-number.js";
import {withPictureRole} from "../charts/picture-role.js";
import {paretoFront} from "../scoring/pareto-front.js";
import type {UrlState} from "../state/url-state.js";
import {targetCriteria, type TargetCriterion} from "./target-criteria.js";
import type {RankedTargets, TargetModel, TargetState} from "./target-model.js";

interface Point {
  readonly target: number;
  readonly symbol: string;
  readonly values: readonly (number | null)[];
}

const MOST_LABELS = 24;

function axisChoice(
  label: string,
  criteria: readonly TargetCriterion[],
  value: string,
  isOptional: boolean,
  onChange: (id: string) => void
): HTMLElement {
  const groups = [...new Set(criteria.map(({group}) => group))].map(
    (group) =>
      html`<optgroup label=${group}>
        ${criteria.filter((one) => one.group === group).map(({id, label: words}) => html`<option value=${id}>${words}</option>`)}
      </optgroup>`
  );
  const select = html<HTMLSelectElement>`<select>
    ${isOptional ? html`<option value="">none</option>` : ""}${groups}
  </select>`;
  select.value = value;
  select.onchange = () => {
    onChange(select.value);
  };
  return html`<label class="trade-axis">${label} ${select}</label>`;
}

/** Targets over any two or three criteria, with those that nothing beats in all of them. */
export function targetTradeOffs(
  model: TargetModel,
  state: UrlState<TargetState>,
  ranked: RankedTargets,
  onChoose: (target: number) => void
): HTMLElement {
  const criteria = targetCriteria(model);
  const {x, y, z} = state.value;
  const axis = (label: string, name: "x" | "y" | "z", value: string): HTMLElement =>
    axisChoice(label, criteria, value, name === "z", (id) => {
      state.set({[name]: id});
    });
  const chosen = [x, y, z]
    .map((id) => criteria.find((criterion) => criterion.id === id))
    .filter((criterion): criterion is TargetCriterion => criterion !== undefined);
  return html<HTMLElement>`<div class="trade-offs">
    <div class="trade-axes">${axis("Across", "x", x)} ${axis("Up", "y", y)} ${axis("And", "z", z)}</div>
    ${chosen.length < 2 ? html`<p>Choose two criteria.</p>` : tradeResult(model, ranked, chosen, onChoose)}
  </div>`;
}

function tradeResult(
  model: TargetModel,
  ranked: RankedTargets,
  chosen: readonly TargetCriterion[],
  onChoose: (target: number) => void
): Node {
  const columns = chosen.map(({value, isLowBetter}) => ({
    isLowBetter,
    values: ranked.order.map((target) => value(ranked, target))
  }));
  const {front, compared} = paretoFront(ranked.order.length, columns);
  const points = new Map(
    compared.map((place): [number, Point] => {
      const target = ranked.order[place] ?? -1;
      const symbol = model.board.targets.symbol[target] ?? "";
      return [place, {target, symbol, values: columns.map(({values}) => values[place] ?? null)}];
    })
  );
  const best = front.flatMap((place) => points.get(place) ?? []);
  const missing = ranked.order.length - compared.length;
  return html.fragment`<p class="note">
      ${String(front.length)} of ${String(compared.length)} targets are beaten by none in
      ${chosen.map(({label, isLowBetter}) => `${label}${isLowBetter ? " (low is better)" : ""}`).join(", ")}.
      ${missing > 0 ? `${String(missing)} more lack one of these and cannot be compared.` : ""}
    </p>
    ${points.size === 0 ? html`<div class="state"><h3>No target has all of these</h3></div>` : tradePlot([...points.values()], best, chosen)}
    ${frontTable(best, chosen, onChoose)}`;
}

function tradePlot(points: readonly Point[], best: readonly Point[], chosen: readonly TargetCriterion[]): Element {
  const at = (place: number) => (point: Point) => point.values[place] ?? NaN;
  const [across, up] = chosen;
  const stairs = [...best].sort((a, b) => at(0)(a) - at(0)(b));
  const plot = Plot.plot({
    ...{width: 760, height: 420, marginLeft: 48, marginBottom: 40},
    x: {label: across?.label ?? "", reverse: across?.isLowBetter ?? false, nice: true},
    y: {label: up?.label ?? "", reverse: up?.isLowBetter ?? false, nice: true, grid: true},
    marks: [
      Plot.dot(points, {x: at(0), y: at(1), r: 2.2, fill: "var(--ink-3)", fillOpacity: 0.45, title: "symbol"}),
      chosen.length === 2
        ? Plot.line(stairs, {x: at(0), y: at(1), curve: "step-before", stroke: "var(--accent)", strokeWidth: 1.2})
        : null,
      Plot.dot(best, {x: at(0), y: at(1), r: 4, fill: "var(--accent)", stroke: "var(--paper)", title: "symbol"}),
      Plot.text(best.slice(0, MOST_LABELS), {
        ...{x: at(0), y: at(1), text: "symbol", dx: 7, dy: -7, textAnchor: "start", fill: "var(--ink)"},
        ...{stroke: "var(--paper)", strokeWidth: 3}
      })
    ]
  });
  plot.setAttribute(
    "aria-label",
    `${across?.label ?? ""} against ${up?.label ?? ""} of ${String(points.length)} targets; the table below names the front.`
  );
  return withPictureRole(plot);
}

function frontTable(
  best: readonly Point[],
  chosen: readonly TargetCriterion[],
  onChoose: (target: number) => void
): HTMLElement {
  const rows = best.map(({symbol, values, target}) => {
    const button = html<HTMLButtonElement>`<button type="button" class="quiet">${symbol}</button>`;
    button.onclick = () => {
      onChoose(target);
    };
    return html`<tr>
      <th scope="row">${button}</th>
      ${values.map((value) => html`<td class="num">${value === null ? "missing" : formatNumber(value)}</td>`)}
    </tr>`;
  });
  return html`<table class="facts trade-front">
    <caption>
      Targets that none beats
    </caption>
    <thead>
      <tr>
        <th>Target</th>
        ${chosen.map(({label}) => html`<th class="num">${label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}
