import {html} from "htl";
import {addCorner, curveEditor} from "../charts/curve-editor.js";
import type {UrlState} from "../state/url-state.js";
import {FACTOR_CURVE, type TargetModel, type TargetState} from "./target-model.js";

/** Weights and desirability curves of the prioritisation factors. */
export function targetFactorWeights(model: TargetModel, state: UrlState<TargetState>): HTMLElement {
  const groups = [...new Set(model.factorIds.map((id) => factorOf(model, id)?.group ?? "Factors"))];
  const reset = html<HTMLButtonElement>`<button type="button" class="quiet">Equal weights</button>`;
  const update = (): void => {
    reset.disabled = Object.keys(state.value.fw).length + Object.keys(state.value.fc).length === 0;
  };
  reset.onclick = () => {
    state.set({fw: {}, fc: {}});
  };
  state.subscribe(update);
  update();
  return html<HTMLElement>`<details class="factor-weights">
    <summary><h2>Priorities</h2></summary>
    <p class="note">
      How much each factor counts, and what its values are worth. What is not assessed widens the range; it never counts
      as safe. ${reset}
    </p>
    ${groups.map(
      (group) =>
        html`<fieldset class="weights">
          <legend>${group}</legend>
          ${model.factorIds.filter((id) => factorOf(model, id)?.group === group).map((id) => factorRow(model, state, id))}
        </fieldset>`
    )}
  </details>`;
}

const factorOf = ({vocabulary}: TargetModel, id: string) => vocabulary.factors.find((factor) => factor.id === id);

const without = <Value>(record: Readonly<Record<string, Value>>, id: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([other]) => other !== id));

function factorRow(model: TargetModel, state: UrlState<TargetState>, id: string): HTMLElement {
  const factor = factorOf(model, id);
  const label = factor?.label ?? id;
  const slider = html<HTMLInputElement>`<input
    type="range"
    min="0"
    max="1"
    step="0.05"
    aria-label=${`Weight of ${label}`}
  />`;
  const output = html<HTMLOutputElement>`<output></output>`;
  const toggle = html<HTMLButtonElement>`<button
    type="button"
    class="quiet curve-toggle"
    aria-expanded="false"
    aria-label=${`Curve of ${label}`}
  >
    ∿
  </button>`;
  const row = html`<div class="weight-row" title=${factor?.rule ?? ""}>
    <label>${label}</label>${slider}${output}${toggle}
  </div>`;
  const drawer = html<HTMLElement>`<div class="curve-drawer" hidden></div>`;
  let drawn: unknown = null;
  const show = (): void => {
    const {fw, fc} = state.value;
    const weight = fw[id] ?? 1;
    slider.value = String(weight);
    output.textContent = weight.toFixed(2);
    row.classList.toggle("is-changed", id in fw || id in fc);
    if (drawer.hidden || drawn === (fc[id] ?? FACTOR_CURVE)) return;
    drawn = fc[id] ?? FACTOR_CURVE;
    drawer.replaceChildren(...curveControls(model, state, id));
  };
  slider.oninput = () => {
    const value = Number(slider.value);
    const others = without(state.value.fw, id);
    state.set({fw: value === 1 ? others : {...others, [id]: value}});
  };
  toggle.onclick = () => {
    drawer.hidden = !drawer.hidden;
    toggle.setAttribute("aria-expanded", String(!drawer.hidden));
    show();
  };
  state.subscribe(show);
  show();
  return html<HTMLElement>`<div>${row}${drawer}</div>`;
}

function curveControls(model: TargetModel, state: UrlState<TargetState>, id: string): Node[] {
  const factor = factorOf(model, id);
  const curve = state.value.fc[id] ?? FACTOR_CURVE;
  const change = (next: typeof curve): void => {
    state.set({fc: {...state.value.fc, [id]: next}});
  };
  const add = html<HTMLButtonElement>`<button type="button" class="quiet">Add a corner</button>`;
  add.onclick = () => {
    change(addCorner(curve));
  };
  const reset = html<HTMLButtonElement>`<button type="button" class="quiet">Straight</button>`;
  reset.onclick = () => {
    state.set({fc: without(state.value.fc, id)});
  };
  return [
    curveEditor({label: factor?.label ?? id, curve, from: -1, to: 1, onChange: change}),
    html`<p class="note">${factor?.rule ?? ""}. Drag the corners, or move them with the arrow keys. ${add} ${reset}</p>`
  ];
}
