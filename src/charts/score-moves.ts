import * as Plot from "@observablehq/plot";
import {withPictureRole} from "./picture-role.js";

/** Something whose score is another than it was. */
export interface ScoreMove {
  readonly label: string;
  readonly before: number;
  readonly after: number;
}

/** Scores before (ring) and after (dot), joined by an arrow: a row each, in the given order. */
export function scoreMoves(moves: readonly ScoreMove[], {width = 680} = {}): SVGElement | HTMLElement {
  return withPictureRole(
    Plot.plot({
      width,
      height: 50 + 20 * moves.length,
      marginLeft: 90,
      ariaLabel: `Scores before and after of ${String(moves.length)} targets`,
      x: {label: "Association score: ○ before, ● after →", axis: "top", grid: true},
      y: {label: null, domain: moves.map(({label}) => label)},
      marks: [
        Plot.link(moves, {
          ...{x1: "before", x2: "after", y1: "label", y2: "label"},
          stroke: ({before, after}: ScoreMove) => (after > before ? "var(--div-pos-4)" : "var(--div-neg-4)"),
          strokeWidth: 3
        }),
        Plot.dot(moves, {x: "before", y: "label", r: 3.5, stroke: "var(--ink-2)", fill: "var(--paper)"}),
        Plot.dot(moves, {x: "after", y: "label", r: 3.5, fill: "var(--ink)"})
      ]
    })
  );
}
