import {html} from "htl";
import {findOvertakes, type Overtake} from "../scoring/overtake.js";
import type {UrlState} from "../state/url-state.js";
import {type RankedTargets, type TargetModel, type TargetState, weightsOf} from "./target-model.js";

const MOST = 6;
/** Targets ahead that are offered. */
const OFFERED = 50;

/** What would have to change for a target to reach one that is ahead; the nearest one ahead until another is chosen. */
export function targetOvertake(
  model: TargetModel,
  state: UrlState<TargetState>,
  {ranks}: RankedTargets,
  target: number
): HTMLElement | "" {
  const {targets} = model.board;
  const own = ranks[target] ?? NaN;
  const ahead = [...ranks.keys()]
    .filter((other) => (ranks[other] ?? Infinity) < own)
    .sort((a, b) => (ranks[b] ?? 0) - (ranks[a] ?? 0));
  if (ahead.length === 0) return "";
  const wanted = targets.target_id.indexOf(state.value.pass);
  const other = ahead.includes(wanted) ? wanted : (ahead[0] ?? -1);
  const offered = ahead.slice(0, OFFERED).includes(other)
    ? ahead.slice(0, OFFERED)
    : [other, ...ahead.slice(0, OFFERED)];
  const select = html<HTMLSelectElement>`<select aria-label="Target to pass">
    ${offered.map((each) => html`<option value=${targets.target_id[each] ?? ""}>${String(ranks[each])} ${targets.symbol[each] ?? ""}</option>`)}
  </select>`;
  select.value = targets.target_id[other] ?? "";
  select.onchange = () => {
    state.set({pass: select.value});
  };
  const options = {weights: weightsOf(model, state.value), required: state.value.need};
  const found = findOvertakes(model.board.scores, options, target, other);
  return html<HTMLElement>`<section>
    <h3>What would let it pass ${select}</h3>
    ${
      found.length === 0
        ? html`<p class="note">No single weight and no single source's evidence suffices.</p>`
        : html`<ul class="overtakes">
            ${found.slice(0, MOST).map((one) => html`<li>${overtakeWords(model, one)}</li>`)}
          </ul>`
    }
  </section>`;
}

/** One change in words, e.g. "weight of Europe PMC from 0.2 to 0.45". */
export function overtakeWords({vocabulary}: TargetModel, {source, kind, from, to}: Overtake): string {
  const label = vocabulary.datasources.find(({id}) => id === source)?.label ?? source;
  if (kind === "weight") return `weight of ${label} from ${String(from)} to ${to.toFixed(2)}`;
  return from === null
    ? `evidence in ${label} of at least ${to.toFixed(2)}; it has none`
    : `${label} score from ${from.toFixed(4)} to ${to.toFixed(4)}`;
}
