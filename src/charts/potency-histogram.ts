import {bin} from "d3";
import * as Plot from "@observablehq/plot";
import {withPictureRole} from "./picture-role.js";

const BIN = 0.5;

/** Distribution of the potency of compounds on a target, with the limit of what is called potent. */
export function potencyHistogram(values: readonly number[], potent: number): Element {
  const low = Math.floor(Math.min(...values));
  const count = Math.ceil((Math.max(...values) - low) / BIN) + 1;
  const bars = bin().thresholds(Array.from({length: count}, (_, i) => low + i * BIN))(values);
  const plot = Plot.plot({
    ...{width: 640, height: 180, marginLeft: 44},
    x: {label: "median pChEMBL (−log10 M) →"},
    y: {label: "compounds", grid: true, ticks: 4},
    marks: [
      Plot.rectY(
        bars.filter((bar) => bar.length > 0),
        {
          ...{
            x1: (bar) => Math.floor((bar.x0 ?? 0) / BIN) * BIN,
            x2: (bar) => Math.floor((bar.x0 ?? 0) / BIN) * BIN + BIN
          },
          ...{y: (bar: readonly number[]) => bar.length, fill: "var(--seq-6)", inset: 0.5}
        }
      ),
      Plot.ruleX([potent], {stroke: "var(--ink-2)", strokeDasharray: "2,3"}),
      Plot.ruleY([0], {stroke: "var(--rule)"})
    ]
  });
  const above = values.filter((value) => value >= potent).length;
  plot.setAttribute(
    "aria-label",
    `Potency of ${String(values.length)} compounds; ${String(above)} at pChEMBL ${String(potent)} or more.`
  );
  return withPictureRole(plot);
}
