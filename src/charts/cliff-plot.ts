import * as Plot from "@observablehq/plot";
import {withPictureRole} from "./picture-role.js";

/** A pair of compounds in the landscape. */
export interface CliffPoint {
  readonly similarity: number;
  readonly difference: number;
  readonly isChemistry: boolean;
}

/** Pairs drawn at most, the steepest. */
export const MOST_POINTS = 2500;
const ISOLINES: readonly number[] = [5, 10, 20, 40];

/** Similarity against difference of pairs, with lines of equal SALI. */
export function cliffPlot(points: readonly CliffPoint[], width: number): Element {
  const shown = points.slice(0, MOST_POINTS);
  const greatest = Math.max(...shown.map(({difference}) => difference));
  const least = Math.min(...shown.map(({similarity}) => similarity));
  const lines = ISOLINES.flatMap((sali) =>
    Array.from({length: 40}, (_, i) => {
      const x = least + ((1 - least) * i) / 39;
      return {sali, x, y: sali * (1 - x)};
    })
  ).filter(({y}) => y <= greatest * 1.02);
  const plot = Plot.plot({
    ...{width, height: 170, marginLeft: 44, marginBottom: 32},
    x: {label: "Tanimoto similarity →", domain: [least, 1]},
    y: {label: "↑ difference, log units", grid: true, ticks: 4, domain: [0, greatest * 1.05]},
    marks: [
      Plot.line(lines, {x: "x", y: "y", z: "sali", stroke: "var(--rule)"}),
      Plot.text(
        lines,
        Plot.selectFirst({
          x: "x",
          y: "y",
          z: "sali",
          text: (line: {sali: number}) => `SALI ${String(line.sali)}`,
          fill: "var(--ink-3)",
          dx: 24,
          dy: -4
        })
      ),
      Plot.dot(shown, {
        ...{
          x: "similarity",
          y: "difference",
          r: 2.2,
          symbol: (point: CliffPoint) => (point.isChemistry ? "circle" : "times")
        },
        ...{stroke: (point: CliffPoint) => (point.isChemistry ? "var(--cat-1)" : "var(--ink-3)"), strokeOpacity: 0.7}
      })
    ]
  });
  plot.setAttribute(
    "aria-label",
    `Similarity against difference of ${String(shown.length)} pairs, ${String(shown.filter(({isChemistry}) => isChemistry).length)} of them chemistry; the table below lists them.`
  );
  return withPictureRole(plot);
}
