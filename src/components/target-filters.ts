import {html} from "htl";
import type {UrlState} from "../state/url-state.js";
import type {TargetState} from "./target-model.js";

/** Search, and the kind of columns. */
export function targetFilters(state: UrlState<TargetState>): HTMLElement {
  const search = html<HTMLInputElement>`<input
    type="search"
    placeholder="Symbol or name"
    aria-label="Search targets"
    data-search
  />`;
  search.oninput = () => {
    state.set({q: search.value});
  };
  const mine = html<HTMLInputElement>`<input type="checkbox" />`;
  mine.onchange = () => {
    state.set({mine: mine.checked});
  };
  const by = (["type", "source"] as const).map((kind) => {
    const button = html<HTMLButtonElement>`<button type="button">
      ${kind === "type" ? "Data types" : "Data sources"}
    </button>`;
    button.onclick = () => {
      state.set({by: kind});
    };
    return {kind, button};
  });
  const show = (now: TargetState): void => {
    if (search.value !== now.q) search.value = now.q;
    mine.checked = now.mine;
    for (const {kind, button} of by) button.setAttribute("aria-pressed", String(now.by === kind));
  };
  state.subscribe(show);
  show(state.value);
  return html`<section class="target-filters" aria-label="Search and columns">
    ${search}
    <label class="check">${mine} Only targets of the project</label>
    <div class="button-group" role="group" aria-label="Columns of evidence">${by.map(({button}) => button)}</div>
  </section>`;
}
