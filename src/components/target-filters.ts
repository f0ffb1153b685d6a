import {html} from "htl";
import type {UrlState} from "../state/url-state.js";
import type {RankedTargets, TargetModel, TargetState} from "./target-model.js";
import {targetsCsv} from "./targets-csv.js";

/** Search, kind of columns, and export. */
export function targetFilters(
  model: TargetModel,
  state: UrlState<TargetState>,
  ranked: () => RankedTargets
): HTMLElement {
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
  const save = html<HTMLButtonElement>`<button type="button">Download CSV</button>`;
  save.onclick = () => {
    download("targets.csv", targetsCsv(model, state.value, ranked(), location.href));
  };
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
    ${save}
  </section>`;
}

function download(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], {type: "text/csv"}));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
