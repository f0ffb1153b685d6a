import {html} from "htl";
import {coreControls} from "./core-controls.js";
import {colorChoice} from "./point-colours.js";
import type {Decomposed} from "./r-group-data.js";
import type {SeriesContext} from "./series-context.js";
import {choice} from "./series-controls.js";
import {labelledCore} from "../series/labelled-core.js";
import {structure} from "./structure.js";

/** Core, axes and colour of the R-group view. */
export function rGroupControls(context: SeriesContext): {
  readonly node: HTMLElement;
  show(decomposed: Decomposed): void;
} {
  const drawing = html<HTMLElement>`<span class="core-drawing"></span>`;
  const axes = html<HTMLElement>`<span class="series-controls-row"></span>`;
  const cores = coreControls(context);
  const node = html<HTMLElement>`<span class="series-controls-row">
    ${drawing} ${cores.node} ${axes} ${colorChoice(context)}
    <a class="small" href="https://doi.org/10.1021/jm00334a001" rel="noreferrer">Free & Wilson 1964</a>
  </span>`;
  return {
    node,
    show({core, table}) {
      cores.show(core);
      drawing.replaceChildren(
        table.core ? structure(labelledCore(table.core), {width: 200, height: 120, scale: 1.5, label: table.core}) : ""
      );
      axes.replaceChildren(...axisChoices(context, table.positions));
    }
  };
}

function axisChoices({state}: SeriesContext, positions: readonly string[]): HTMLElement[] {
  const {across, down} = state.value;
  const axis = [["", "busiest"] as const, ...positions.map((name) => [name, name] as const)];
  return [
    choice("Across", axis, across, (value) => {
      state.set({across: value});
    }),
    choice("Down", axis, down, (value) => {
      state.set({down: value});
    })
  ];
}
