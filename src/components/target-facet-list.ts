import {html} from "htl";
import type {UrlState} from "../state/url-state.js";
import {type Facet, facetToken, targetFacets} from "./target-facets.js";
import type {RankedTargets, TargetModel, TargetState} from "./target-model.js";

/** Facets to narrow the targets by, grouped; each value with the number of targets shown that have it. */
export function targetFacetList(
  model: TargetModel,
  state: UrlState<TargetState>,
  ranked: () => RankedTargets
): HTMLElement {
  const facets = targetFacets(model);
  const clear = html<HTMLButtonElement>`<button type="button" class="quiet">Lift all</button>`;
  clear.onclick = () => {
    state.set({has: []});
  };
  const rows = facets.map((facet) => facetRow(facet, state, ranked));
  const groups = [...new Set(facets.map(({group}) => group))];
  const title = html`<h2>Facets</h2>`;
  const update = (): void => {
    const {has} = state.value;
    clear.hidden = has.length === 0;
    title.textContent = has.length === 0 ? "Facets" : `Facets, ${String(has.length)} chosen`;
    for (const row of rows) row.update();
  };
  state.subscribe(update);
  update();
  const hasTractability = Object.keys(model.board.classes).length > 0;
  return html<HTMLElement>`<details class="facet-list">
    <summary>${title}</summary>
    ${clear}
    ${groups.map(
      (group) =>
        html`<fieldset>
          <legend>${group}</legend>
          ${rows.filter(({facet}) => facet.group === group).map(({node}) => node)}
        </fieldset>`
    )}
    ${
      hasTractability
        ? ""
        : html`<p class="note">
            Tractability buckets by modality, target class and location are not in these data:
            <code>npm run data -- --only opentargets</code> brings them.
          </p>`
    }
  </details>`;
}

interface FacetRow {
  readonly facet: Facet;
  readonly node: HTMLElement;
  update(): void;
}

function facetRow(facet: Facet, state: UrlState<TargetState>, ranked: () => RankedTargets): FacetRow {
  const values = facet.values.map((value) => {
    const token = facetToken(facet.id, value.id);
    const box = html<HTMLInputElement>`<input type="checkbox" />`;
    const count = html`<span class="facet-count"></span>`;
    box.onchange = () => {
      const others = state.value.has.filter((other) => other !== token);
      state.set({has: box.checked ? [...others, token] : others});
    };
    const node = html`<label class="facet-value">${box}<span>${value.label}</span>${count}</label>`;
    return {value, token, box, count, node};
  });
  const summary = html`<summary>${facet.label}</summary>`;
  const node = html<HTMLDetailsElement>`<details class="facet">
    ${summary}${values.map((value) => value.node)}
  </details>`;
  const countValues = (): void => {
    if (!node.open) return;
    const {order} = ranked();
    for (const {value, count} of values)
      count.textContent = order.filter((target) => value.targets.has(target)).length.toLocaleString("en");
  };
  node.addEventListener("toggle", countValues);
  const update = (): void => {
    const {has} = state.value;
    const isChosen = values.some(({token}) => has.includes(token));
    node.classList.toggle("is-chosen", isChosen);
    if (isChosen) node.open = true;
    for (const {token, box} of values) box.checked = has.includes(token);
    countValues();
  };
  return {facet, node, update};
}
