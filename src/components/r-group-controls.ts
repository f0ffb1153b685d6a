import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import type {Decomposed} from "./r-group-data.js";
import {workingRows} from "./r-group-data.js";
import type {SeriesContext} from "./series-context.js";
import {choice} from "./series-controls.js";
import {structure} from "./structure.js";

/** Molecules that a common core is searched in at most; more are thinned evenly. */
const MOST_SEARCHED = 250;

const thinned = (rows: readonly number[]): number[] => {
  const step = Math.max(1, rows.length / MOST_SEARCHED);
  return Array.from({length: Math.min(rows.length, MOST_SEARCHED)}, (_, i) => rows[Math.floor(i * step)] ?? 0);
};

/** Core, axes and colour of the R-group view. */
export function rGroupControls(context: SeriesContext): {
  readonly node: HTMLElement;
  show(decomposed: Decomposed): void;
} {
  const {state, model} = context;
  const drawing = html<HTMLElement>`<span class="core-drawing"></span>`;
  const field = html<HTMLInputElement>`<input type="text" size="34" spellcheck="false" aria-label="Core as SMARTS" />`;
  const said = html<HTMLElement>`<span class="small muted" role="status"></span>`;
  const axes = html<HTMLElement>`<span class="series-controls-row"></span>`;
  field.onchange = () => {
    state.set({core: field.value.trim(), across: "", down: ""});
  };
  const search = (share: number) => async (): Promise<void> => {
    const rows = thinned(workingRows(context));
    const smiles = rows.map((row) => model.chemistry.smiles(row));
    const core = await context.progress.run((step) =>
      model.chemistry.pool.set("core", {smiles, share}, step(`Common core of ${formatCount(rows.length)} compounds`))
    );
    said.textContent = core
      ? `${String(core.atoms)} atoms${core.isPartial ? "; the search ran out of time, a larger one may exist" : ""}`
      : "They have no core in common";
    if (core) state.set({core: core.smarts, across: "", down: ""});
  };
  const commonest = button("Commonest scaffold", () => {
    state.set({core: "", across: "", down: ""});
    return Promise.resolve();
  });
  const node = html<HTMLElement>`<span class="series-controls-row">
    ${drawing}
    <span class="r-core"
      ><label class="series-choice"><span>Core</span>${field}</label>
      <span class="series-controls-row"
        >${commonest}${button("Shared by all", search(1))}${button("by 80 %", search(0.8))}${said}</span
      ></span
    >
    ${axes}
    <a class="small" href="https://doi.org/10.1021/jm00334a001" rel="noreferrer">Free & Wilson 1964</a>
  </span>`;
  return {
    node,
    show({core, table}) {
      field.value = core;
      drawing.replaceChildren(table.core ? structure(table.core, {width: 170, height: 100, scale: 0.9}) : "");
      axes.replaceChildren(...axisChoices(context, table.positions));
    }
  };
}

function button(words: string, act: () => Promise<void>): HTMLElement {
  const node = html<HTMLButtonElement>`<button type="button">${words}</button>`;
  node.onclick = () => void act();
  return node;
}

function axisChoices({state, model, activity}: SeriesContext, positions: readonly string[]): HTMLElement[] {
  const {across, down, color} = state.value;
  const axis = [["", "busiest"] as const, ...positions.map((name) => [name, name] as const)];
  const columns = model.set.numericNames.map((name) => [name, model.set.table.columns[name]?.label ?? name] as const);
  const label = activity()?.label ?? "none";
  return [
    choice("Across", axis, across, (value) => {
      state.set({across: value});
    }),
    choice("Down", axis, down, (value) => {
      state.set({down: value});
    }),
    choice("Colour", [["", label] as const, ...columns], color, (value) => {
      state.set({color: value});
    })
  ];
}
