import {scatter, type Scatter} from "../charts/scatter.js";
import type {SeriesContext} from "./series-context.js";
import {compoundPanel} from "./group-inspector.js";

/**
 * A plot of which each point is a compound: a line drawn around points picks them, a click shows one.
 *
 * @param rowOf row of a point; undefined where there is none
 */
export function compoundScatter(context: SeriesContext, rowOf: (point: number) => number | undefined): Scatter {
  return scatter({
    onLasso: (points) => {
      const rows = points.map(rowOf).filter((row) => row !== undefined);
      context.pick(points.length === 0 ? null : rows);
    },
    onPoint: (point) => {
      const row = rowOf(point);
      if (row !== undefined) context.inspect(compoundPanel(context, row));
    }
  });
}
