import {html} from "htl";
import type {UrlState} from "../state/url-state.js";
import {weightsOf, type TargetModel, type TargetState} from "./target-model.js";

/** Weights of the data sources, grouped by data type: a slider and a "required" box each. */
export function targetWeights(model: TargetModel, state: UrlState<TargetState>): HTMLElement {
  const groups = model.typeIds.map((type) => {
    const label = model.vocabulary.datatypes.find(({id}) => id === type)?.label ?? type;
    const sources = model.vocabulary.datasources.filter(
      ({id, datatype}) => datatype === type && model.sourceIds.includes(id)
    );
    return html`<fieldset class="weights">
      <legend>${label}</legend>
      ${sources.map((source) => weightRow(model, state, source))}
    </fieldset>`;
  });
  const reset = html<HTMLButtonElement>`<button type="button" class="quiet">Platform weights</button>`;
  const update = (): void => {
    reset.disabled = Object.keys(state.value.w).length + state.value.need.length === 0;
  };
  reset.onclick = () => {
    state.set({w: {}, need: []});
  };
  state.subscribe(update);
  update();
  return html`<section aria-labelledby="weights-title">
    <h2 id="weights-title">Weights ${reset}</h2>
    <p class="note">0 leaves a source out. Tick to require its evidence.</p>
    ${groups}
  </section>`;
}

interface Source {
  readonly id: string;
  readonly label: string;
  readonly weight: number;
}

function weightRow(model: TargetModel, state: UrlState<TargetState>, {id, label, weight}: Source): HTMLElement {
  const slider = html<HTMLInputElement>`<input type="range" min="0" max="1" step="0.05" />`;
  const need = html<HTMLInputElement>`<input type="checkbox" title="required" />`;
  const output = html<HTMLOutputElement>`<output></output>`;
  slider.setAttribute("aria-label", `Weight of ${label}`);
  need.setAttribute("aria-label", `Require evidence of ${label}`);
  const row = html`<div class="weight-row"><label>${label}</label>${slider}${output}${need}</div>`;
  const show = (): void => {
    const now = weightsOf(model, state.value)[id] ?? 1;
    slider.value = String(now);
    output.textContent = now.toFixed(2);
    need.checked = state.value.need.includes(id);
    row.classList.toggle("is-changed", id in state.value.w);
  };
  slider.oninput = () => {
    const others = Object.fromEntries(Object.entries(state.value.w).filter(([other]) => other !== id));
    const value = Number(slider.value);
    state.set({w: value === weight ? others : {...others, [id]: value}});
  };
  need.onchange = () => {
    const others = state.value.need.filter((other) => other !== id);
    state.set({need: need.checked ? [...others, id] : others});
  };
  state.subscribe(show);
  show();
  return row;
}
