import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import {openSketcher} from "./open-sketcher.js";
import {workingRows} from "./r-group-data.js";
import type {SeriesContext} from "./series-context.js";

/** Molecules that a common core is searched in at most; more are thinned evenly. */
const MOST_SEARCHED = 250;

const thinned = (rows: readonly number[]): number[] => {
  const step = Math.max(1, rows.length / MOST_SEARCHED);
  return Array.from({length: Math.min(rows.length, MOST_SEARCHED)}, (_, i) => rows[Math.floor(i * step)] ?? 0);
};

/** The ways to a core: typed as SMARTS, drawn, the commonest scaffold, or what the compounds worked on have in common. */
export function coreControls(context: SeriesContext): {readonly node: HTMLElement; show(core: string): void} {
  const field = html<HTMLInputElement>`<input
    type="text"
    size="34"
    spellcheck="false"
    aria-label="Core as SMARTS"
    placeholder="SMARTS or SMILES; [*:1] names a position"
  />`;
  const said = html<HTMLElement>`<span class="small muted" role="status"></span>`;
  const take = (core: string): void => {
    context.state.set({core: core.trim(), across: "", down: ""});
  };
  field.onchange = () => {
    take(field.value);
  };
  const search = (share: number) => async (): Promise<void> => {
    const {chemistry} = context.model;
    const rows = thinned(workingRows(context));
    const smiles = rows.map((row) => chemistry.smiles(row));
    const core = await context.progress.run((step) =>
      chemistry.pool.set("core", {smiles, share}, step(`Common core of ${formatCount(rows.length)} compounds`))
    );
    said.textContent = core
      ? `${String(core.atoms)} atoms${core.isPartial ? "; the search ran out of time, a larger one may exist" : ""}`
      : "They have no core in common";
    if (core) take(core.smarts);
  };
  const draw = async (): Promise<void> => {
    const drawn = await openSketcher(field.value);
    if (drawn !== null && drawn !== "") take(drawn);
  };
  const node = html<HTMLElement>`<span class="r-core"
    ><label class="series-choice"><span>Core</span>${field}</label>
    <span class="series-controls-row"
      >${button("Draw", draw)}${button("Commonest scaffold", () => {
        take("");
      })}${button("Shared by all", search(1))}${button("by 80 %", search(0.8))}${said}</span
    ></span
  >`;
  return {
    node,
    show: (core) => {
      field.value = core;
    }
  };
}

function button(words: string, act: () => void | Promise<void>): HTMLElement {
  const node = html<HTMLButtonElement>`<button type="button">${words}</button>`;
  node.onclick = () => void act();
  return node;
}
